package rules

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/stretchr/testify/require"
)

func FuzzFind(f *testing.F) {
	f.Add("KABUL, Afghanistan (Reuters) - Gen. Ahmad Khan, 34, said the Ministry of X (MX) left Y, Z provinces.", uint64(1))
	f.Add("By A-b (C/D) [E F/G] of and the District - (", uint64(7))
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		doc := text.Tokenize(s)
		class := make([]gazetteer.WordClass, len(doc.Tokens))
		for i := range class { // any lexicon at all
			seed = seed*6364136223846793005 + 1442695040888963407
			class[i] = gazetteer.WordClass(seed>>40) & gazetteer.WordClass(seed>>16)
		}
		got := Find(nil, doc, class)
		require.True(t, slices.IsSortedFunc(got, compare))
		for k, m := range got {
			require.True(t, 0 <= m.First && m.First < m.Last && m.Last <= len(doc.Tokens), "range")
			require.LessOrEqual(t, m.Last-m.First, maxSpan)
			require.Less(t, int(m.Rule), Count)
			require.Equal(t, doc.SentenceOf(m.First), doc.SentenceOf(m.Last-1), "within a sentence")
			require.True(t, k == 0 || got[k-1] != m, "proposed twice")
			Cues(doc, class, m.First, m.Last)
		}
		require.Equal(t, got, Find(nil, doc, class), "the same again")
	})
}

// Time grows with the length and with nothing else: logged, since a busy machine must not
// decide; that quadratic work would not end is the verdict.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes of text")
	}
	for _, unit := range []string{
		"Aaaa ", "City ", "North ", "Gen. Xx ", "Xx Provinces, ", "Xx, ", "Xx and ", "( ", "AA ", "Army of ", "- ", "By Xx Yy and ", "AB (AB) ",
		"Xx (XX) ", "of Xx, ", "A-", "said Xx ", "Xx-e-",
	} {
		small, large := timeOf(unit, 1<<15), timeOf(unit, 1<<19)
		t.Logf("%q: %v, of 16 times the text %v", unit, small, large)
	}
}

func timeOf(unit string, size int) time.Duration {
	doc := text.Tokenize(strings.Repeat(unit, size/len(unit)))
	class := classesOf(doc)
	dst := Find(nil, doc, class)
	start := time.Now()
	Find(dst[:0], doc, class)
	return time.Since(start)
}

func BenchmarkFind(b *testing.B) {
	doc := text.Tokenize(strings.Repeat("KABUL, Afghanistan (Reuters) - A roadside bomb killed two police officers in the Nad Ali district of Helmand province on Tuesday, a spokesman for the governor said. \"We have sent reinforcements from Lashkar Gah,\" Gen. Abdul Wahid told reporters. The Taliban's media office claimed the attack, which came a day after U.S. forces left a base near the city, but the Interior Ministry didn't confirm the number of dead.\n\n", 50))
	class := classesOf(doc)
	var dst []Match
	b.ReportAllocs()
	for b.Loop() {
		dst = Find(dst[:0], doc, class)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Tokens)), "ns/token")
}
