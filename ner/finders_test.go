package ner

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
)

// TestPastSlip: a mistyped word before a name is no part of it; the small words of names
// are, and so is every word where nothing has a capital.
func TestPastSlip(t *testing.T) {
	for _, c := range []struct {
		text        string
		first, last int
		want        string
	}{
		{"He left, sed Popal, at noon.", 3, 5, "Popal"},
		{"He left, sed yu Popal, at noon.", 3, 6, "Popal"},
		{"He met bin Ladin in Khost.", 2, 4, "bin Ladin"},
		{"He met al-Zarqawi in Herat.", 2, 5, "al-Zarqawi"},
		{"He met Mohammad ali Khan.", 2, 5, "Mohammad ali Khan"},
		{"they met karim popal in herat today", 2, 4, "karim popal"},
		{"They met karim popal in herat today.", 2, 4, "karim popal"},
	} {
		s := scratch{matcher: gazetteer.Default().NewMatcher()}
		s.doc.Reset(c.text)
		s.lookUp(gazetteer.Default())
		require.LessOrEqual(t, c.last, len(s.doc.Tokens))
		assert.Equal(t, c.want, s.doc.Slice(s.pastSlip(c.first, c.last), c.last), c.text)
	}
}
