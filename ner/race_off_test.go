//go:build !race

package ner_test

// raced: see race_on_test.go.
const raced = false
