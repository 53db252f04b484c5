package text

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNickname(t *testing.T) {
	for text, want := range map[string]string{
		`Gen. Austin "Scott" Miller spoke.`:   "Miller",
		"Haji Zahir “Qadir” Arsala left.":     "Arsala",
		"Abdul Rauf 'Khadim' Alizai is dead.": "Alizai",
		`He said "Kabul" is far.`:             "",
		`Karim "the lame" Popal left.`:        "",
		"Popal \"Karim\"\nZia left.":          "",
		`Popal left. "Karim" Zia stayed.`:     "",
	} {
		doc, got := Tokenize(text), ""
		for i := range doc.Tokens {
			if next := doc.Nickname(i); next >= 0 {
				got = doc.Surface(next)
			}
		}
		assert.Equal(t, want, got, text)
	}
}

func TestOpens(t *testing.T) {
	doc := Tokenize("Abdul Qayum 'Zakir' met Jan \"Gul\", 'Amin.")
	at := func(surface string, n int) int {
		for i := range doc.Tokens {
			if doc.Surface(i) == surface {
				if n--; n == 0 {
					return i
				}
			}
		}
		return -1
	}
	assert.True(t, doc.Opens(at("'", 1), at("'", 2)))
	assert.True(t, doc.Opens(at(`"`, 1), at(`"`, 2)))
	assert.False(t, doc.Opens(at("'", 1), at(`"`, 2)), "a quotation between")
	assert.False(t, doc.Opens(at("'", 3), len(doc.Tokens)-1))
	assert.False(t, doc.Opens(at("'", 3), len(doc.Tokens)))
}

// TestStates: the stop belongs to the state behind a town, not to words that look like it.
func TestStates(t *testing.T) {
	for text, want := range map[string]bool{
		"He is from Norfolk, Va., he said.":     true,
		"Rep. Reed (R-Ky.) was there.":          true,
		"They met in Wichita, Kan. on Tuesday.": true,
		"He went to La. Nobody knew.":           false,
		"She walked a Miss. Then she ran.":      false,
	} {
		doc, got := Tokenize(text), false
		for i := range doc.Tokens {
			switch doc.Surface(i) {
			case "Va.", "Ky.", "Kan.", "La.", "Miss.":
				got = true
			}
		}
		assert.Equal(t, want, got, text)
	}
}
