package ner_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner"
)

// TestTextsLeaveNoTrace: what a recogniser remembers from text to text changes no answer, in
// whatever order the texts come to it.
func TestTextsLeaveNoTrace(t *testing.T) {
	texts := []string{ // families spelt in several ways
		"Hamid Karzai and his brother Mahmoud laughed.",
		"Hamid Karzai and his brother Mahmud laughed.",
		"Hamid Karzai and his brother Mehmud laughed.",
		"Jalaluddin Haqqani came with his sons, Siraj and Anas.",
		"Jalaluddin Haqani came with his sons, Seraj and Annas.",
		"Ahmad Shah Massoud and his brothers, Yahya and Ahmad Zia, left.",
		"Ahmad Shah Masood and his brothers, Yahia and Ahmad Ziya, left.",
		"They bombed Bagram military base.",
		"THEY BOMBED BAGRAM MILITARY BASE.",
	}
	for _, d := range ownTexts(t) {
		texts = append(texts, d.Text)
	}
	read := func(order []int) []*ner.Document {
		rec, err := ner.New()
		require.NoError(t, err)
		out := make([]*ner.Document, len(texts))
		for _, i := range order {
			out[i] = rec.Recognize(texts[i])
		}
		return out
	}
	order := make([]int, len(texts))
	for i := range order {
		order[i] = i
	}
	forth := read(order)
	slices.Reverse(order)
	back := read(order)
	for i := range texts {
		assert.Equal(t, forth[i].Mentions, back[i].Mentions, "%.80q", texts[i])
	}
}
