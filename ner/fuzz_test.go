package ner_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner"
)

// FuzzRecognize holds the invariants of the record and that a second run, with a memory
// that has met other texts in between, gives the same.
func FuzzRecognize(f *testing.F) {
	for _, s := range dirtyTexts {
		f.Add(s)
	}
	f.Add(strings.Join(dirtyTexts, " "))
	recs := []*ner.Recognizer{recognizer(f, plain), recognizer(f, bare)}
	f.Fuzz(func(t *testing.T, text string) {
		for _, rec := range recs {
			first := rec.Recognize(text)
			invariants(t, rec, text, first)
			rec.Recognize("Hamid Karzai left " + text)
			require.Equal(t, first, rec.Recognize(text), "the same text gave something else the second time")
		}
	})
}

// FuzzExplain holds that explanations change nothing and never fail.
func FuzzExplain(f *testing.F) {
	for _, s := range dirtyTexts {
		f.Add(s, 1996)
		f.Add(s, 2021)
	}
	rec, with := recognizer(f, plain), recognizer(f, explained)
	f.Fuzz(func(t *testing.T, text string, year int) {
		checkExplained(t, rec, with, text, ner.Date{Year: year})
	})
}

// checkExplained holds the invariants, those of explanations, and that explaining changes
// nothing. It returns the result without.
func checkExplained(t *testing.T, rec, with *ner.Recognizer, text string, date ner.Date) *ner.Document {
	t.Helper()
	want, got := rec.RecognizeDated(text, date), with.RecognizeDated(text, date)
	invariants(t, with, text, got)
	checkReasons(t, got)
	require.Equal(t, want, withoutReasons(got))
	return want
}

// withoutReasons takes from a document what WithExplain added.
func withoutReasons(d *ner.Document) *ner.Document {
	out := *d
	out.Trace = nil
	out.Mentions = nil
	for _, m := range d.Mentions {
		m.Candidates, m.Reasons, m.NILReasons, m.Coref, m.Fuller = nil, nil, nil, "", ""
		out.Mentions = append(out.Mentions, m)
	}
	return &out
}

// TestInvariants holds them over the project's own texts, with every tagger that is cheap.
func TestInvariants(t *testing.T) {
	docs := ownTexts(t)
	for _, make := range []func() (*ner.Recognizer, error){plain, bare} {
		rec := recognizer(t, make)
		for _, d := range docs {
			date, err := ner.ParseDate(d.Date)
			require.NoError(t, err)
			invariants(t, rec, d.Text, rec.RecognizeDated(d.Text, date))
		}
	}
}

// TestSameFromEveryGoroutine: what a Recognizer remembers of earlier texts, and who runs
// beside it, changes nothing. Run it with -race.
func TestSameFromEveryGoroutine(t *testing.T) {
	rec := recognizer(t, plain)
	texts := append([]string(nil), dirtyTexts...)
	for i, d := range ownTexts(t) {
		if i%8 == 0 {
			texts = append(texts, d.Text)
		}
	}
	want := make([]*ner.Document, len(texts))
	for i, s := range texts {
		fresh, err := ner.New()
		require.NoError(t, err)
		want[i] = fresh.Recognize(s)
	}
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			for k := range texts {
				i := (k*7 + worker*13) % len(texts) // each in its own order
				if got := rec.Recognize(texts[i]); !reflect.DeepEqual(want[i], got) {
					assert.Fail(t, "another result", "worker %d, text %d:\n%s\n%s", worker, i, quoted(want[i].Mentions), quoted(got.Mentions))
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestMemoryOfWordsIsBounded: a Recognizer that has met very many words gives what a new one gives.
func TestMemoryOfWordsIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("meets many thousand words")
	}
	rec, err := ner.New(ner.WithTagger(ner.TaggerNone))
	require.NoError(t, err)
	const text = "Hamid Karzai met Massoud in Panjsheer, and Qadir Tokhmafar in Qala-e-Naw."
	want := rec.Recognize(text)
	var b strings.Builder
	for i := range 60000 {
		b.WriteString(wordNumber(i))
		b.WriteByte(' ')
	}
	rec.Recognize(b.String())
	require.Equal(t, want, rec.Recognize(text))
}

// wordNumber spells a number in letters, so that every number is another word.
func wordNumber(i int) string {
	w := []byte("M")
	for ; i > 0; i /= 20 {
		w = append(w, "bcdfghjklmnpqrstvwxz"[i%20], "aeiou"[i%5])
	}
	return string(w)
}
