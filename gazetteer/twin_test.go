package gazetteer_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/text"
)

// twin is the slow, obvious matcher: every run of tokens against maps of all names.
type twin struct {
	exact map[string]bool // words joined by spaces
	fold  map[string]bool // match keys
}

func newTwin(g *gazetteer.Gazetteer) *twin {
	t := &twin{exact: map[string]bool{}, fold: map[string]bool{}}
	for i := range uint32(g.Len()) {
		for _, a := range g.Aliases(i) {
			words := twinWords(text.Tokenize(a.Name))
			t.exact[strings.Join(words, " ")] = true
			if a.Class != gazetteer.Acronym && a.Class != gazetteer.Code {
				t.fold[twinKey(words)] = true
			}
		}
	}
	return t
}

func twinWords(d *text.Doc) (words []string) {
	for i := range d.Tokens {
		if w, ok := twinWord(d, i); ok {
			words = append(words, w)
		}
	}
	return words
}

func twinWord(d *text.Doc, i int) (string, bool) {
	s := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text.Clean(d.Surface(i)))
	return s, s != "" && d.Tokens[i].Kind != text.Punct && d.Tokens[i].Kind != text.Symbol
}

func twinKey(words []string) string {
	var key []byte
	for i, w := range words {
		if i == 0 || !romanize.IsConnector(w) {
			key = romanize.AppendJoin(key, romanize.AppendKey(nil, w))
		}
	}
	return string(key)
}

// match lists first-last of the spans whose surface is a listed name, and of those whose
// key is.
func (t *twin) match(d *text.Doc) (exact, fold []string) {
	for i := range d.Tokens {
		if _, ok := twinWord(d, i); !ok || d.Tokens[i].Kind == text.Clitic {
			continue
		}
		var words []string
		for j := i; j < len(d.Tokens) && j < i+18 && len(words) < 8; j++ {
			if d.SentenceOf(j) != d.SentenceOf(i) || d.Tokens[j].Kind == text.Punct && d.Surface(j) != "-" {
				break
			}
			w, ok := twinWord(d, j)
			if !ok {
				continue
			}
			words = append(words, w)
			at := fmt.Sprintf("%d-%d", i, j+1)
			key := twinKey(words)
			switch {
			case t.exact[strings.Join(words, " ")]:
				exact = append(exact, at)
			case len(key) >= 3 && t.fold[key] && (len(words) == 1 || !romanize.IsConnector(w)):
				fold = append(fold, at)
			}
		}
	}
	return exact, fold
}

// TestTwin compares the matcher with its twin on random texts of capitalised words, where
// no rule of evidence holds a match back.
func TestTwin(t *testing.T) {
	g, err := gazetteer.Open(small(t))
	require.NoError(t, err)
	slow, m := newTwin(g), g.NewMatcher()
	words := []string{"Panjshir", "Panjsheer", "Valley", "Deh", "Salah", "Dehsalah", "Ahmad", "Shah", "Massoud", "Masood",
		"Lion", "National", "Resistance", "Front", "Afghan", "NRF", "-", ",", ".", "Xyzzy", "Kabul", "پنجشیر", "E"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			if r.IntN(4) > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(words[r.IntN(len(words))])
		}
		d := text.Tokenize(b.String())
		var exact, fold []string
		for _, x := range m.Match(nil, d) {
			at := fmt.Sprintf("%d-%d", x.First, x.Last)
			switch x.Tier {
			case gazetteer.Exact:
				exact = append(exact, at)
			case gazetteer.Folded:
				fold = append(fold, at)
			}
		}
		wantExact, wantFold := slow.match(d)
		slices.Sort(exact)
		slices.Sort(fold)
		slices.Sort(wantExact)
		slices.Sort(wantFold)
		require.Equal(t, wantExact, exact, "exact in %q", d.Text)
		require.Equal(t, wantFold, fold, "folded in %q", d.Text)
	}
}

// checkMatches holds what must be true of any matches.
func checkMatches(t testing.TB, g *gazetteer.Gazetteer, d *text.Doc, ms []gazetteer.Match) {
	t.Helper()
	for i, x := range ms {
		require.True(t, 0 <= x.First && x.First < x.Last && x.Last <= len(d.Tokens), "range of %+v", x)
		require.Equal(t, d.SentenceOf(x.First), d.SentenceOf(x.Last-1), "one sentence: %q", d.Slice(x.First, x.Last))
		require.NotContains(t, d.Slice(x.First, x.Last), ",")
		if i > 0 {
			p := ms[i-1]
			require.True(t, p.First < x.First || p.First == x.First && p.Last >= x.Last, "order of %+v, %+v", p, x)
		}
		hits := g.Hits(nil, x, 0)
		for k, h := range hits {
			require.NotEmpty(t, g.Entry(h.Entry).ID)
			require.NotEmpty(t, g.Alias(h.Alias).Name)
			require.NotEqual(t, gazetteer.Code, h.Class)
			if k > 0 {
				require.GreaterOrEqual(t, hits[k-1].Prior, h.Prior)
			}
		}
	}
}

func FuzzMatch(f *testing.F) {
	for _, s := range []string{"Ahmad Massoud of Panjsheer-Valley, Deh\nSalah’s NRF.", "پنجشیر \xff \u200cAFGHAN", "a\u00adb - - - e e e", strings.Repeat("Deh ", 40)} {
		f.Add(s)
	}
	g, err := gazetteer.Open(small(f))
	require.NoError(f, err)
	big := gazetteer.Default()
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Tokenize(s)
		checkMatches(t, g, d, g.NewMatcher().Match(nil, d))
		m := big.NewMatcher()
		first := m.Match(nil, d)
		checkMatches(t, big, d, first)
		require.Equal(t, first, m.Match(nil, d), "a warm matcher finds the same")
		require.Len(t, m.Classes(), len(d.Tokens))
	})
}
