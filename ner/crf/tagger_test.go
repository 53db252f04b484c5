package crf

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/text"
)

// slowTag is the twin of Tagger: no memo, no lanes, no parts. It adds up the rows of the
// attributes that training would see.
func slowTag(m *Model, doc *text.Doc, hints []Hint) []uint8 {
	x := &extractor{classes: m.classes}
	x.load(doc)
	tags, scores := make([]uint8, len(doc.Tokens)), make([]int32, len(doc.Tokens)*m.tags)
	add := func(at int, attrs []uint64) {
		for _, a := range attrs {
			if slot, ok := m.rows.find(a); ok == 1 {
				for k := range m.tags {
					scores[at*m.tags+k] += int32(m.rows.weights[int(slot)*m.rows.stride+k]) - bias
				}
			}
		}
	}
	decode := func(s text.Sentence) {
		var p path
		p.best(&m.viterbi, m.spread, scores[s.First*m.tags:s.Last*m.tags], s.Last-s.First, tags[s.First:s.Last])
	}
	for _, s := range doc.Sentences {
		x.sentence(doc, s, hints)
		for i := s.First; i < s.Last; i++ {
			add(i, x.lists[i-s.First])
			add(i, x.hints[i-s.First])
		}
		decode(s)
	}
	if !m.votes {
		return tags
	}
	before := append([]uint8(nil), tags...)
	for _, s := range doc.Sentences {
		for i := s.First; i < s.Last; i++ {
			add(i, x.ev.votes(nil, i, s.First, s.Last, before))
		}
		decode(s)
	}
	return tags
}

// someHints gives every token a hint that depends on its place.
func someHints(doc *text.Doc) []Hint {
	h := make([]Hint, len(doc.Tokens))
	for i := range h {
		h[i] = Hint(uint32(i)*2654435761) & Hint(i*40503>>3) & Hint(i*97)
	}
	return h
}

func TestTaggerAgreesWithItsSlowTwin(t *testing.T) {
	m, err := Default()
	require.NoError(t, err)
	tagger := m.NewTagger()
	for i, doc := range ownDocs(t) {
		if len(doc.Tokens) == 0 || i%5 != 0 {
			continue
		}
		for _, hints := range [][]Hint{nil, someHints(doc)} {
			tagger.Tag(nil, doc, hints)
			require.Equal(t, slowTag(m, doc, hints), tagger.tags, "%.60q", doc.Text)
		}
	}
}

func TestTagKeepsItsPromises(t *testing.T) {
	m, err := Default()
	require.NoError(t, err)
	tests := []struct{ name, text string }{
		{"empty", ""},
		{"space", " \n\t "},
		{"one letter", "K"},
		{"punctuation", "... -- !!! ()"},
		{"invalid UTF-8", "Kabul \xff\xfe Herat\x80"},
		{"emoji and joiners", "👩\u200d🚒 in Kabul\u200c today 🇦🇫"},
		{"Persian", "احمد مسعود در پنجشیر است"},
		{"a word of 100 kB", strings.Repeat("Kabul", 20000)},
		{"a sentence of 50 k words", strings.Repeat("Kabul and Herat ", 16000)},
		{"many lines", strings.Repeat("Kabul\n\n", 20000)},
		{"all capitals", "TALIBAN FIGHTERS SEIZE PANJSHIR, SAYS MUJAHID"},
		{"curly quotes", "“Karzai’s men,” said O’Neill."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkTagged(t, m, text.Tokenize(tt.text)) })
	}
}

func TestTagDoesNotDependOnTheMemo(t *testing.T) {
	m, err := Default()
	require.NoError(t, err)
	docs := ownDocs(t)
	docs = docs[:min(len(docs), 25)]
	warm := m.NewTagger()
	for range 2 {
		for _, d := range docs {
			require.Equal(t, m.NewTagger().Tag(nil, d, nil), warm.Tag(nil, d, nil))
		}
	}
}

func TestTagAllocatesNothingWhenWarm(t *testing.T) {
	m, err := Default()
	require.NoError(t, err)
	docs := ownDocs(t)
	tagger := m.NewTagger()
	hints := make([][]Hint, len(docs))
	for i, d := range docs {
		hints[i] = someHints(d)
	}
	var got []Tagged
	all := func() {
		for i, d := range docs {
			got = tagger.Tag(got[:0], d, hints[i])
		}
	}
	all()
	assert.Zero(t, testing.AllocsPerRun(3, all))
}

func TestModelIsSafeForConcurrentUse(t *testing.T) {
	m, err := Default()
	require.NoError(t, err)
	docs := ownDocs(t)
	docs = docs[:min(len(docs), 12)]
	want := make([][]Tagged, len(docs))
	for i, d := range docs {
		want[i] = m.NewTagger().Tag(nil, d, nil)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			tagger := m.NewTagger()
			for i, d := range docs {
				assert.Equal(t, want[i], tagger.Tag(nil, d, nil))
			}
		})
	}
	wg.Wait()
}

func TestUnusedHintsChangeNothing(t *testing.T) {
	m, err := Open(string(tinyModel()))
	require.NoError(t, err)
	doc := text.Tokenize("Omar left Kabul.")
	assert.Equal(t, m.NewTagger().Tag(nil, doc, nil), m.NewTagger().Tag(nil, doc, make([]Hint, len(doc.Tokens))))
	assert.Equal(t, m.NewTagger().Tag(nil, doc, nil), m.NewTagger().Tag(nil, doc, make([]Hint, 1)), "hints of the wrong length are ignored")
}
