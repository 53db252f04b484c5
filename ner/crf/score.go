package crf

import (
	"strings"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/text"
)

// Score tags CoNLL-style files and scores the spans as conlleval does. goldTokens and
// hints are as in Options; a model should be scored as it was trained.
func (m *Model) Score(files []Input, goldTokens bool, hints func(doc *text.Doc) []Hint) (*corpus.Score, error) {
	examples, err := readInputs(files, goldTokens)
	if err != nil {
		return nil, err
	}
	return m.ScoreExamples(examples, hints), nil
}

// ScoreExamples is Score for examples.
func (m *Model) ScoreExamples(examples []Example, hints func(doc *text.Doc) []Hint) *corpus.Score {
	var score corpus.Score
	var got []Tagged
	t := m.NewTagger()
	for i := range examples {
		e := &examples[i]
		var h []Hint
		if hints != nil {
			h = hints(e.Doc)
		}
		got = t.Tag(got[:0], e.Doc, h)
		gold, pred := e.Spans, got
		for _, s := range e.Doc.Sentences {
			var inGold, inPred []corpus.Span
			for ; len(gold) > 0 && gold[0].First < s.Last; gold = gold[1:] {
				inGold = append(inGold, corpus.Span{First: gold[0].First - s.First, Last: min(gold[0].Last, s.Last) - s.First, Label: gold[0].Label})
			}
			for ; len(pred) > 0 && pred[0].First < s.Last; pred = pred[1:] {
				inPred = append(inPred, corpus.Span{First: pred[0].First - s.First, Last: pred[0].Last - s.First, Label: m.names[pred[0].Label]})
			}
			score.Add(inGold, inPred, s.Last-s.First)
		}
	}
	return &score
}

// TagCoNLL tags a CoNLL-style file on its own tokens and returns it with three columns:
// token, gold tag, predicted tag, both in BIO-2; what conlleval and `namyab eval --conll` read.
func (m *Model) TagCoNLL(file Input, hints func(doc *text.Doc) []Hint) (string, error) {
	docs, err := corpus.ReadCoNLL(file.Name, file.Text)
	if err != nil {
		return "", err
	}
	corpus.Relabel(docs, file.Map)
	var b strings.Builder
	t := m.NewTagger()
	for i := range docs {
		b.WriteString("-DOCSTART- O O\n\n")
		doc, _ := corpus.GoldDoc(&docs[i])
		var h []Hint
		if hints != nil {
			h = hints(doc)
		}
		got := t.Tag(nil, doc, h)
		for k := range docs[i].Sentences {
			s, at := &docs[i].Sentences[k], doc.Sentences[k]
			pred := corpus.Sentence{Tokens: s.Tokens}
			for ; len(got) > 0 && got[0].First < at.Last; got = got[1:] {
				pred.Spans = append(pred.Spans, corpus.Span{First: got[0].First - at.First, Last: got[0].Last - at.First, Label: m.names[got[0].Label]})
			}
			gold, tags := s.Tags(), pred.Tags()
			for j, tok := range s.Tokens {
				b.WriteString(tok + " " + gold[j] + " " + tags[j] + "\n")
			}
			b.WriteByte('\n')
		}
	}
	return b.String(), nil
}
