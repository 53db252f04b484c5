package crf_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
)

// A tagger learns from CoNLL-style files: a token and its tag a line, a blank line after
// each sentence. Real training sets have thousands of sentences; this one repeats two.
func ExampleTrainFiles() {
	file := strings.Repeat("Karim B-PER\nlives O\nin O\nHerat B-LOC\n. O\n\nMr. O\nNabi B-PER\nleft O\nBalkh B-LOC\n. O\n\n", 40)
	data, err := crf.TrainFiles(context.Background(), crf.Options{
		Train: []crf.Input{{Name: "names.conll", Text: file, Map: map[string]string{"PER": "PERSON", "LOC": "GPE"}}},
		Seed:  1, Epochs: 5, Folds: 1,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	model, err := crf.Open(string(data))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := text.Tokenize("Nabi lives in Balkh.")
	for _, s := range model.NewTagger().Tag(nil, doc, nil) {
		fmt.Println(model.Labels()[s.Label], doc.Slice(s.First, s.Last))
	}
	// Output:
	// PERSON Nabi
	// GPE Balkh
}
