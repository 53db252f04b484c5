// Package deps holds no code, only tests of the module as a whole: which package may
// import which, what libraries must leave alone, what no file may contain, and that a
// module outside can build against the published packages.
package deps
