package crf

import (
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
