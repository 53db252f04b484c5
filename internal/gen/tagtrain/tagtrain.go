// Package tagtrain trains taggers on annotated texts as the shipped one is trained. The
// shipped model and the models of the folds, by which its judgement is weighed, come from
// this one recipe.
package tagtrain

import (
	"context"
	_ "embed" // the word classes
	"sort"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
)

// classTable is written by
//
//	go run ./internal/gen/clusters -k 1500 -rounds 10 -o internal/gen/tagtrain/clusters.tsv ../shared/corpora/train
//
// and not by go generate, since it needs the corpora.
//
//go:embed clusters.tsv
var classTable string

// Labels are the labels of the shipped model, in its order.
var Labels = []string{"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"}

// Model trains on the given texts and, with small weight, on the corpora of the training
// folder that measurement found worth having. Hints are those of the flow.
func Model(ctx context.Context, docs []annotated.Doc, folder string, hints func(*text.Doc) []crf.Hint) ([]byte, error) {
	return Train(ctx, docs, folder, Shipped, crf.Options{Hints: hints})
}

// Recipe says what the training set is made of.
type Recipe struct {
	Vary   bool    // with headlines and other casings
	Swap   float64 // share of the texts that stand a second time with other names
	Dirt   float64 // share of the texts that stand a second time as scrapers leave them
	Coarse float64 // weight of the corpora with coarser labels, 0 for none
}

// Shipped is the recipe of the shipped model.
var Shipped = Recipe{Vary: true, Swap: 0.5}

// Train is Model with another recipe and options: those that are not set are the shipped
// model's.
func Train(ctx context.Context, docs []annotated.Doc, folder string, r Recipe, o crf.Options) ([]byte, error) {
	if o.Clusters == nil {
		classes, err := crf.ParseClasses(classTable)
		if err != nil {
			return nil, err
		}
		o.Clusters = crf.PackClusters(classes)
	}
	o.Labels, o.Seed = Labels, 1
	if o.Epochs == 0 {
		o.Epochs = 10
	}
	examples := r.examples(docs)
	if r.Coarse > 0 {
		more, err := coarse(folder, r.Coarse)
		if err != nil {
			return nil, err
		}
		examples = append(examples, more...)
	}
	return crf.Train(ctx, examples, nil, o)
}

// Examples tokenises annotated texts and repairs what re-tokenising laid open.
func Examples(docs []annotated.Doc) []crf.Example {
	var examples []crf.Example
	for i := range docs {
		examples = append(examples, Example(&docs[i]))
	}
	repairCompounds(examples)
	return examples
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
