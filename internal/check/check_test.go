package check

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sample = "é😀 Kabul and\u00a0Herat \xff."

var known = EntryFunc(func(id string) bool { return id == "loc/kab" || id == "loc/her" })

func good(unit Unit) []Mention {
	at := map[Unit][4]int{Byte: {7, 12, 18, 23}, CodePoint: {3, 8, 13, 18}, UTF16: {4, 9, 14, 19}}[unit]
	return []Mention{
		{at[0], at[1], "Kabul", "GPE", "loc/kab", 1},
		{at[2], at[3], "Herat", "GPE", "", 2},
	}
}

func TestGoodMentionsInEveryUnit(t *testing.T) {
	for _, u := range []Unit{Byte, CodePoint, UTF16} {
		require.NoError(t, Mentions(sample, u, good(u), known), u)
		require.NoError(t, SameSpans(sample, Byte, good(Byte), u, good(u)))
	}
	require.NoError(t, Mentions("", Byte, nil, nil))
	require.Error(t, SameSpans(sample, Byte, good(Byte), Byte, nil))
	require.Error(t, SameSpans(sample, Byte, good(Byte), UTF16, good(CodePoint)))
}

func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(m []Mention)
		says string
	}{
		{"text", func(m []Mention) { m[0].Text = "Kabal" }, `the slice of the text is "Kabul"`},
		{"inside a character", func(m []Mention) { m[0].Start = 1 }, "character boundaries"},
		{"outside", func(m []Mention) { m[1].End = 99 }, "character boundaries"},
		{"empty", func(m []Mention) { m[0].End = m[0].Start }, "empty"},
		{"order", func(m []Mention) { m[0], m[1] = m[1], m[0] }, "begins before"},
		{"overlap", func(m []Mention) { m[1].Start = 11 }, "begins before"},
		{"space before", func(m []Mention) { m[0].Start, m[0].Text = 6, " Kabul" }, "begins with white space"},
		{"no-break space before", func(m []Mention) { m[1].Start, m[1].Text = 16, "\u00a0Herat" }, "begins with white space"},
		{"unseen mark after", func(m []Mention) { m[0].End, m[0].Text = 13, "Kabul\u200f" }, "ends with white space"},
		{"space after", func(m []Mention) { m[0].End, m[0].Text = 13, "Kabul " }, "ends with white space"},
		{"label", func(m []Mention) { m[0].Label = "CITY" }, `label "CITY"`},
		{"no cluster", func(m []Mention) { m[0].Cluster = 0 }, "expected 1 or more"},
		{"broken bytes", func(m []Mention) { m[1].End, m[1].Text = 25, "Herat \xff" }, "not UTF-8"},
		{"one entry, two clusters", func(m []Mention) { m[1].LinkID = "loc/kab" }, "but was in 1 before"},
		{"one cluster, two entries", func(m []Mention) { m[1].LinkID, m[1].Cluster = "loc/her", 1 }, `but meant "loc/kab" before`},
		{"no entry", func(m []Mention) { m[1].LinkID = "loc/x" }, `"loc/x" is no entry`},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := good(Byte)
			c.f(m)
			assert.ErrorContains(t, Mentions(sample, Byte, m, known), c.says)
		})
	}
}
