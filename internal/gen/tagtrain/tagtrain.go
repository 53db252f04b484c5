// Package tagtrain trains taggers on annotated texts as the shipped one is trained. The
// shipped model and the models of the folds, by which its judgement is weighed, come from
// this one recipe.
package tagtrain

import (
	"context"
	"sort"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
)

// Model trains on the given texts. Hints are those of the flow.
func Model(ctx context.Context, docs []annotated.Doc, _ string, hints func(*text.Doc) []crf.Hint) ([]byte, error) {
	var examples []crf.Example
	for i := range docs {
		examples = append(examples, Example(&docs[i]))
	}
	return crf.Train(ctx, examples, nil, crf.Options{
		Labels: []string{"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"},
		Hints:  hints,
		Seed:   1,
		Epochs: 10,
	})
}

// Example tokenises an annotated text. A name whose edges are no token edges is left out.
func Example(d *annotated.Doc) crf.Example {
	doc := text.Tokenize(d.Text)
	e := crf.Example{Doc: doc, Weight: 1}
	for _, n := range d.Names {
		if n.Optional {
			continue
		}
		first := sort.Search(len(doc.Tokens), func(k int) bool { return doc.Tokens[k].Start >= n.Start })
		last := sort.Search(len(doc.Tokens), func(k int) bool { return doc.Tokens[k].End >= n.End }) + 1
		if first < len(doc.Tokens) && last <= len(doc.Tokens) && first < last &&
			doc.Tokens[first].Start == n.Start && doc.Tokens[last-1].End == n.End {
			e.Spans = append(e.Spans, corpus.TokenSpan{First: first, Last: last, Label: n.Label})
		}
	}
	return e
}
