package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var casingMark = map[Casing]string{Title: "T:", Upper: "U:"}

// sentences writes the sentences of a text: casing, | for a line of its own, the slice.
func sentences(d *Doc) []string {
	var out []string
	for _, s := range d.Sentences {
		mark := casingMark[s.Casing]
		if s.Line {
			mark = "|" + mark
		}
		out = append(out, mark+d.Slice(s.First, s.Last))
	}
	return out
}

func TestSentences(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"two", "He left. She stayed.", []string{"He left.", "She stayed."}},
		{"quote closes", `"He left." She stayed.`, []string{`"He left."`, "She stayed."}},
		{"quote goes on", `"He left?" she asked.`, []string{`"He left?" she asked.`}},
		{"quote opens", "He left. “She stayed.”", []string{"He left.", "“She stayed.”"}},
		{"title", "It was Gen. Ali. He left.", []string{"It was Gen. Ali.", "He left."}},
		{"country", "They left the U.S. The army stayed.", []string{"They left the U.S.", "The army stayed."}},
		{"country goes on", "They left the U.S. Army.", []string{"They left the U.S. Army."}},
		{"initial", "It was J. The Smith.", []string{"It was J.", "The Smith."}},
		{"hour", "At 4 p.m. Ali left.", []string{"At 4 p.m. Ali left."}},
		{"glued", "He was killed.The army left.", []string{"He was killed.", "The army left."}},
		{"glued quote", "He was “killed.”The army left.", []string{"He was “killed.”", "The army left."}},
		{"numbered", "1. The army left.", []string{"1. The army left."}},
		{"blank line", "A short line\n\nof two parts.", []string{"|A short line", "of two parts."}},
		{"headline", "Bomb kills two\nThe army left.", []string{"|Bomb kills two", "The army left."}},
		{"title case", "Forces Target Leaders in the South\n\nHe left.", []string{"|T:Forces Target Leaders in the South", "He left."}},
		{"capitals", "BOMB KILLS TWO\n\nHe left.", []string{"|U:BOMB KILLS TWO", "He left."}},
		{"wide gap", "Download PDF    KABUL (Jan. 1) - He left.", []string{"|Download PDF", "KABUL (Jan. 1) - He left."}},
		{"bars", "By Ann Lee | May 3 | Page 7", []string{"By Ann Lee |", "May 3 |", "Page 7"}},
		{"bullets", "They want:\n• peace\n• bread", []string{"|They want:", "|• peace", "|• bread"}},
		{"inline bullet", "The end of it • Another thing", []string{"The end of it", "• Another thing"}},
		{"line separator", "A headline\u2028The army left.", []string{"|A headline", "The army left."}},
		{"windows", "A headline\r\nThe army left.\r\n\r\nHe stayed.", []string{"|A headline", "The army left.", "He stayed."}},
		{"wrapped lower", "The governor of the southern province said on Tuesday that\nthe army left.", []string{"The governor of the southern province said on Tuesday that\nthe army left."}},
		{"wrapped at preposition", "The governor said on Tuesday that the army of\nHelmand left.", []string{"The governor said on Tuesday that the army of\nHelmand left."}},
		{"list stays lines", "apples\npears", []string{"|apples", "|pears"}},
		{"persian", "او رفت. خوب؟ بله۔ ما", []string{"او رفت.", "خوب؟", "بله۔", "ما"}},
		{"ellipsis", "He left… She stayed.", []string{"He left…", "She stayed."}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, sentences(check(t, c.text)))
		})
	}
}

// Prose wrapped to a width goes on over the line breaks, also before capitals.
func TestWrappedBlock(t *testing.T) {
	text := strings.Join([]string{
		"The governor of the province told a crowd in the city that Colonel",
		"Ali had left for the north with his men, and that nobody but Habib",
		"Khan knew the reason. He asked for patience and for bread, and left",
		"the square.",
	}, "\n")
	got := sentences(check(t, text))
	require.Len(t, got, 2)
	assert.True(t, strings.HasPrefix(got[1], "He asked"))
}

func TestSentenceOf(t *testing.T) {
	d := check(t, strings.Repeat("He left. She stayed in the city.\n\nA line\n", 20))
	for i := range d.Tokens {
		want := -1
		for k, s := range d.Sentences { // the slow twin
			if s.First <= i && i < s.Last {
				want = k
			}
		}
		require.Equal(t, want, d.SentenceOf(i))
	}
	assert.Equal(t, -1, d.SentenceOf(-1))
	assert.Equal(t, -1, d.SentenceOf(len(d.Tokens)))
}
