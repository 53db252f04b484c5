package ner_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner"
)

var mangled = flag.Int("mangled", 2000, "how many mangled texts TestMangledTexts reads; another number gives other texts")

// TestMangledTexts reads pieces of the project's own texts after what scrapers, phones and
// careless editors do to them: the invariants hold, explaining changes nothing, and a second
// run gives the same. It does each time what a fuzz target finds only by luck, since it knows
// what words look like; -mangled 1000000 makes a long hunt of it.
func TestMangledTexts(t *testing.T) {
	var words []string
	for _, s := range dirtyTexts {
		words = append(words, strings.Fields(s)...)
	}
	texts := slices.Clone(dirtyTexts)
	for _, d := range ownTexts(t) {
		texts = append(texts, d.Text)
	}
	rec, with := recognizer(t, plain), recognizer(t, explained)
	for i := range *mangled {
		r := rand.New(rand.NewPCG(uint64(i), uint64(*mangled)))
		text := mangle(r, texts[r.IntN(len(texts))], words)
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			defer func() {
				if t.Failed() {
					t.Logf("the text: %q", text)
				}
			}()
			date := ner.Date{Year: 1990 + r.IntN(40)}
			want := checkExplained(t, rec, with, text, date)
			rec.Recognize("Hamid Karzai left " + text)
			require.Equal(t, want, rec.RecognizeDated(text, date))
		})
	}
}

// seams are what may stand between two words in place of a space.
var seams = []string{"", "", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\n", "\n\n", "\r\n", "\t", " - ", "-", "/", "’s ", "'s", ", ",
	"; ", ". ", ".", " (", ") ", " “", "” ", "\"", " of ", " and ", "\x00", "\xff", " 😀", "\u0301", "—"}

// mangle cuts a piece of the text and spoils a few of its words and of the spaces between them.
func mangle(r *rand.Rand, s string, others []string) string {
	words := strings.Fields(s)
	if len(words) > 1 {
		from := r.IntN(len(words))
		words = words[from : from+r.IntN(min(len(words)-from, 60))]
	}
	var b strings.Builder
	for _, w := range words {
		switch r.IntN(24) {
		case 0:
			w = strings.ToUpper(w)
		case 1:
			w = strings.ToLower(w)
		case 2:
			w = others[r.IntN(len(others))]
		case 3:
			w += " " + w
		case 4:
			w = ""
		case 5:
			n := r.IntN(len(w) + 1) // perhaps inside a character
			w = w[:n] + seams[r.IntN(len(seams))] + w[n:]
		case 6:
			first, n := utf8.DecodeRuneInString(w)
			w = string(unicode.ToUpper(first)) + w[n:]
		}
		b.WriteString(w)
		if r.IntN(10) == 0 {
			b.WriteString(seams[r.IntN(len(seams))])
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
