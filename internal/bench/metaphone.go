//go:build gpl

package main

import "github.com/antzucaro/matchr"

// The only complete Double Metaphone for Go that the module proxy serves is GPL-2.0: it
// is measured on request (-tags gpl) and is part of nothing that is handed on.
func init() {
	methods = append(methods, method{"Double Metaphone by word (antzucaro/matchr)", byWord(doubleMetaphone)})
}

// doubleMetaphone is 1 for equal primary codes and less where an alternate one meets.
func doubleMetaphone(a, b string) float64 {
	a1, a2 := matchr.DoubleMetaphone(a)
	b1, b2 := matchr.DoubleMetaphone(b)
	switch {
	case a1 == b1:
		return 1
	case a1 == b2 || a2 == b1:
		return 0.9
	case a2 == b2 && a2 != "":
		return 0.8
	}
	return 0
}
