package ner_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner"
)

// maxFlood is how many names of world news may be taken for an Afghan village.
const maxFlood = 5

// TestNoFloodOfVillages reads world news of 1996, in which hardly a village of
// Afghanistan is named, though thousands of them are called what other people, places and
// things are called elsewhere.
func TestNoFloodOfVillages(t *testing.T) {
	docs, err := corpus.ReadCoNLL("conll2003.test.conll", corpusFile(t, "eval", "conll2003.test.conll"))
	require.NoError(t, err)
	for _, c := range []struct {
		name string
		make func() (*ner.Recognizer, error)
	}{{"crf", plain}, {"none", bare}} {
		t.Run(c.name, func(t *testing.T) {
			rec := recognizer(t, c.make)
			mentions, villages := 0, 0
			for i := range docs {
				s, _ := docs[i].Text()
				doc := rec.Recognize(s)
				invariants(t, rec, s, doc)
				mentions += len(doc.Mentions)
				villages += countVillages(t, rec.Gazetteer(), doc)
			}
			t.Logf("%d documents, %d mentions, %d of them linked to Afghan localities", len(docs), mentions, villages)
			assert.LessOrEqual(t, villages, maxFlood)
		})
	}
}

// countVillages counts the mentions linked to localities of Afghanistan; none may be a
// common word that opens a sentence.
func countVillages(t *testing.T, g *gazetteer.Gazetteer, doc *ner.Document) int {
	n := 0
	opens := map[int]bool{}
	d := text.Tokenize(doc.Text)
	for _, s := range d.Sentences {
		for k := s.First; k < s.Last; k++ {
			if d.Tokens[k].Kind != text.Punct {
				opens[d.Tokens[k].Start] = true
				break
			}
		}
	}
	for _, m := range doc.Mentions {
		e := m.Link.Entry
		common := g.WordClass(strings.ToLower(m.Text)).Has(gazetteer.Common)
		if e.Country != "AF" || e.Kind != gazetteer.Village && e.Kind != gazetteer.Town {
			continue
		}
		n++
		t.Logf("%q is read as %s, %s: …%s…", m.Text, e.Kind, e.ID, doc.Text[max(0, m.Start-30):min(len(doc.Text), m.End+30)])
		assert.False(t, common && opens[m.Start], "the common word %q opens a sentence and is no village", m.Text)
	}
	return n
}
