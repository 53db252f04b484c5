//go:build race

package ner_test

// raced says that the race detector is on: pools then drop what they hold at random, so
// allocations cannot be counted.
const raced = true
