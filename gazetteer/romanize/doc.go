// Package romanize knows how one name is spelt in many ways: match keys that fold the
// romanisations of Dari and Pashto and their Perso-Arabic writing into one space, and
// edit costs learned from attested pairs of spellings.
package romanize
