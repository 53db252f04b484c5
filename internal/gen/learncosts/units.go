package main

import (
	"strings"

	"github.com/namyab/namyab/gazetteer/romanize"
)

// units.go: which letters of two words may stand for one another.

// operation is a pair of units. Between romanisations, a letter left out is known by where
// it stands, as romanize.PlaceOf writes it: "CiC" and nothing.
type operation struct{ a, b string }

// isPlaced reports whether the unit is a letter at a place.
func isPlaced(unit string) bool { return len(unit) == 3 && unit[0] < 'a' }

// placed is the unit of letter i of a word when it is left out before letter j of the other;
// empty where that is no operation.
func placed(symbols []string, i int, other []string, j int) string {
	if u := symbols[i]; u[0] < 'a' || u[0] > 'z' {
		return u
	}
	return romanize.PlaceOf(inner(symbols), i-1, inner(other), j-1)
}

// inner is a word without its ends.
func inner(symbols []string) string { return strings.Join(symbols[1:len(symbols)-1], "") }

// dropsPlaced reports whether one unit is the other without a letter beside the end of the
// word, or without a vowel beside a consonant: operations that are already there, by place.
// As units of two they would be learned once for each neighbour, from too little.
func dropsPlaced(u, v string) bool {
	if len(u) < len(v) {
		u, v = v, u
	}
	first, second := isVowel(u[0]), isVowel(u[1])
	switch {
	case u[0] == '^', first && !second:
		return u[1:] == v || u[0] == '^' && v == "^"
	case u[1] == '$', second && !first:
		return u[:1] == v || u[1] == '$' && v == "$"
	}
	return false
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// unit reports whether two runs of letters, not both of one, are worth an operation of their
// own. Two letters come and go as one where they are a word that does (articles, ezafe, final
// -ah). Where two and two share a letter the operation is the one of the other letters, but
// for vowels, whose letters mean nothing alone (ow, aw).
func unit(u, v string) bool {
	switch {
	case u == "" || v == "":
		return isArticle(u + v)
	case len(u) != len(v):
		return !dropsPlaced(u, v)
	case len(u) == 1:
		return true
	case u == v:
		return false
	case u[0] != v[0] && u[1] != v[1]:
		return true
	}
	return strings.Trim(u+v, "aeiouyw") == ""
}

func isArticle(u string) bool {
	switch u {
	case "ul", "al", "ol", "ud", "ur", "ye", "yi", "ah", "eh":
		return true
	}
	return false
}
