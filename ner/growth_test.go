package ner_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner"
)

// repeat makes a text of about n bytes from a pattern.
func repeat(pattern string) func(n int) string {
	return func(n int) string { return strings.Repeat(pattern, n/len(pattern)+1) }
}

// fresh makes a text of about n bytes in which every name is another word.
func fresh(before, after string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(before + wordNumber(i) + after)
		}
		return b.String()
	}
}

// hostile are texts that a step could take more than linear time on.
var hostile = []struct {
	name string
	make func(n int) string
}{
	{"one name", repeat("Karzai ")},
	{"full names in one sentence", repeat("Hamid Karzai and ")},
	{"unknown people in one sentence", fresh("Zmaray ", ", ")},
	{"surnames after full names", fresh("Zmaray ", ". Tokhmafar said. ")},
	{"lone surnames", fresh("Zmaray Dastarpech met ", " and left. ")},
	{"homonyms", repeat("Qala-e-Naw, Deh-e-Naw, Karez, ")},
	{"lists that end in no class word", repeat("Helmand, Kandahar, Herat and ")},
	{"class words", repeat("province of district of valley of ")},
	{"definitions of acronyms", fresh("National Front of ", " (NF) ")},
	{"acronyms", fresh("National Front of Weavers met the NFW and ", ". ")},
	{"titles", repeat("Gen. Mullah Defense Minister ")},
	{"hyphens", repeat("Pol-e-Khumri-e-")},
	{"glued words", repeat("KabulHerat")},
	{"one endless word", repeat("abdul")},
	{"one endless capital word", repeat("ABDUL")},
	{"stops and initials", repeat("U.S.A. J. ")},
	{"brackets", repeat("(")},
	{"brackets and names", repeat("((Kabul")},
	{"quotes", repeat("'\"’“")},
	{"broken bytes", repeat("\xff\xfeKabul\x80")},
	{"emoji", repeat("😀")},
	{"joiners", repeat("پنج\u200cشیر")},
	{"Dari", repeat("حامد کرزی کابل ")},
	{"lines", repeat("\nKabul\n")},
	{"blank lines", repeat("\n")},
	{"numbers", repeat("2011-01-15 ")},
	{"addresses", repeat("a@b.c.d.http://x.y/")},
	{"headline", repeat("TALIBAN SEIZE KUNDUZ ")},
}

// TestGrowth logs how the processor time of each hostile text grows with its size: linear
// work takes ten times as much for ten times the text, quadratic a hundred times. The
// verdict does not hang on it; that quadratic work ends at all does (TestManyNames). Below
// a few milliseconds nothing is learned of growth.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	const small, factor, least = 16 << 10, 10, 2 * time.Millisecond
	rec := recognizer(t, plain)
	best := func(text string) time.Duration {
		best := time.Duration(1 << 62)
		for range 2 {
			start := cpuTime()
			rec.Recognize(text)
			best = min(best, cpuTime()-start)
		}
		return max(best, least)
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			a, b := best(h.make(small)), best(h.make(small*factor))
			ratio := float64(b) / float64(a)
			t.Logf("%d KiB in %v, %d KiB in %v: %.1f times", small>>10, a, small*factor>>10, b, ratio)
		})
	}
}

// TestHostile holds the invariants over the hostile texts.
func TestHostile(t *testing.T) {
	rec := recognizer(t, plain)
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			text := h.make(8 << 10)
			invariants(t, rec, text, rec.Recognize(text))
		})
	}
}

// TestManyNames: two hundred thousand names in one sentence are read to the end.
func TestManyNames(t *testing.T) {
	if testing.Short() {
		t.Skip("a text of some megabytes")
	}
	const n = 200_000
	text := strings.Repeat("Hamid Karzai, Kabul, ", n/2)
	doc := recognizer(t, plain).Recognize(text)
	require.Len(t, doc.Mentions, n)
	for i, m := range doc.Mentions {
		if m.Cluster != 1+i%2 || m.Text != [...]string{"Hamid Karzai", "Kabul"}[i%2] {
			require.Fail(t, "lost count", "mention %d is %q in cluster %d", i, m.Text, m.Cluster)
		}
	}
}

// namelessText has no name and nothing that looks like one.
const namelessText = "the rain fell on the roofs all night, and in the morning the children ran out to see " +
	"how high the water stood; nobody had slept, and the bread was wet. "

// maxAllocs bounds what a warm run allocates on a text without names: the Document, and
// what sorting through interfaces costs.
const maxAllocs = 4

func TestAllocations(t *testing.T) {
	if raced {
		t.Skip("pools drop what they hold under the race detector")
	}
	for name, make := range map[string]func() (*ner.Recognizer, error){"crf": plain, "none": bare} {
		rec := recognizer(t, make)
		text := strings.Repeat(namelessText, 20)
		require.Empty(t, rec.Recognize(text).Mentions)
		got := testing.AllocsPerRun(50, func() { rec.Recognize(text) })
		assert.LessOrEqual(t, got, float64(maxAllocs), "tagger %s", name)
	}
}

// TestAllocationsOfNames: with names, what is allocated is the result, not the work.
func TestAllocationsOfNames(t *testing.T) {
	if raced {
		t.Skip("pools drop what they hold under the race detector")
	}
	rec := recognizer(t, plain)
	text := strings.Repeat("Hamid Karzai left Kabul for Herat. ", 100)
	n := len(rec.Recognize(text).Mentions)
	require.Equal(t, 300, n)
	got := testing.AllocsPerRun(20, func() { rec.Recognize(text) })
	t.Logf("%.0f allocations for %d mentions", got, n)
	assert.Less(t, got, float64(12*n), "some for each mention: roles and their list")
}
