package prosetag

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/text"
)

// found tags s, checks what every result must keep, and returns "label:text" a name.
func found(t testing.TB, tagger *Tagger, s string) []string {
	t.Helper()
	doc := text.Tokenize(s)
	var out []string
	at := 0
	for _, x := range tagger.Tag(nil, doc) {
		require.GreaterOrEqual(t, x.First, at, "sorted, without overlaps")
		require.Greater(t, x.Last, x.First)
		require.LessOrEqual(t, x.Last, len(doc.Tokens))
		require.Contains(t, []string{"PERSON", "ORG", "GPE", "LOC", "FAC"}, x.Label)
		require.Equal(t, doc.SentenceOf(x.First), doc.SentenceOf(x.Last-1), "inside one sentence")
		at = x.Last
		out = append(out, x.Label+":"+doc.Slice(x.First, x.Last))
	}
	return out
}

func TestTag(t *testing.T) {
	tagger := New()
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"plain", "John Smith lives in London.", []string{"PERSON:John Smith", "GPE:London"}},
		{"at the end of the text", "He lives in Kabul", []string{"GPE:Kabul"}},
		{"possessive before a stop", "The capital is Kabul's.", []string{"PERSON:Kabul"}},
		{"apostrophe inside", "Bill O’Reilly spoke in Dublin.", []string{"PERSON:Bill O’Reilly", "GPE:Dublin"}},
		{"spaces of every kind", "He\u00a0met  John\tSmith in\u2003London.", []string{"PERSON:John\tSmith", "GPE:London"}},
		{"two sentences, one word", "He went to London. London is big.", []string{"GPE:London", "GPE:London"}},
		{"nothing", "", nil},
		{"no words", "2001, 14 % — ...", nil},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, found(t, tagger, c.in)) })
	}
}

// Input that makes prose panic, lose text or take quadratic time.
var hostile = []struct{ name, in string }{
	{"invalid UTF-8 before a clitic", "\xff\xff\xff's"},
	{"lower case of another length", "ȺȺȺȺ's İstanbul's KELVIN\u212a's"},
	{"run of marks", strings.Repeat("!", 20_000)},
	{"runs of many marks", strings.Repeat("!?(\"", 5_000) + " Kabul"},
	{"one long word", strings.Repeat("a", 100_000) + " Kabul."},
	{"long word of two scripts", strings.Repeat("aک", 5_000)},
	{"lone clitics", "'s 's n't 'll ''''s s' can't. Kabul's."},
	{"entities of HTML", "&rsquo;s Kabul&rsquo;s &amp; Herat"},
	{"NUL and controls", "Ka\x00bul \x01 Herat\x7f"},
	{"emoji and joiners", "👩‍🚀 met Ahmad\u200cShah in Ka\u00adbul 🇦🇫."},
	{"emoticons", ":-) (╯°□°）╯︵┻━┻ Kabul"},
	{"Perso-Arabic", "احمد مسعود در پنجشیر گفت"},
	{"hyphens", "-Pol-e-Khumri- -e- Al-Qaeda - A-B-C-d-E Pol-e-"},
	{"one long sentence", strings.Repeat("Kabul and ", 600)},
}

func TestHostileInput(t *testing.T) {
	tagger := New()
	found(t, tagger, "Load the model.")
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			found(t, tagger, c.in)
			t.Log(time.Since(start))
		})
	}
}

func TestPanicInsideProseIsNoName(t *testing.T) {
	require.Panics(t, func() { _, _ = prose.NewDocument("\xff\xff\xff's", prose.UsingModel(model())) },
		"prose no longer panics: the guard may go")
	assert.Empty(t, analyse("\xff\xff\xff's"))
}

func TestTaggerIsSafeForConcurrentUse(t *testing.T) {
	tagger := New()
	const in = "John Smith met Ahmad Massoud in London. The Kabul office of Reuters closed."
	want := found(t, tagger, in)
	require.NotEmpty(t, want)
	got := make([][]string, 8)
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() { got[i] = found(t, tagger, in) })
	}
	wg.Wait()
	for _, g := range got {
		assert.Equal(t, want, g)
	}
}

func TestWrite(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"tokens apart", "Kabul, Herat.", "Kabul , Herat . "},
		{"name with hyphens", "Pol-e-Khumri and Al-Qaeda", "Pol-e-Khumri and Al-Qaeda "},
		{"compound", "anti-Taliban Kabul-based", "anti - Taliban Kabul - based "},
		{"spaced hyphen", "Kabul - Herat", "Kabul - Herat "},
		{"curly quotes", "“Kabul’s”", "\" Kabul 's \" "},
		{"inner apostrophe", "O'Reilly", "OReilly "},
		{"long run", "Kabul" + strings.Repeat("!", 50), "Kabul !!!!!!!! "},
		{"long word", "a " + strings.Repeat("b", 300) + " c", "a c "},
		{"URL", "see https://a.example/b now", "see now "},
		{"length of lower case", "Ⱥb", "xb "},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := text.Tokenize(c.in)
			var b buffer
			b.write(doc, 0, len(doc.Tokens))
			assert.Equal(t, c.want, string(b.in))
			assert.Len(t, b.starts, len(doc.Tokens)+1)
		})
	}
}

func FuzzTag(f *testing.F) {
	for _, c := range hostile {
		if len(c.in) < 1000 {
			f.Add(c.in)
		}
	}
	tagger := New()
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 5000 {
			t.Skip("slow")
		}
		found(t, tagger, in)
	})
}
