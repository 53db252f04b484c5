package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/gen/respell"
	"github.com/namyab/namyab/internal/gen/tagtrain"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/crf"
)

// example is one claim of the flow on an annotated text.
type example struct {
	doc, fold  int
	start, end int
	label      ner.Label
	features   []int // of the full model, echo included
	echo       int   // how many of the last features are the echo's
	echoOnly   bool  // no finder proposes it, only the echo
	right      bool
}

// gather runs the flow over every text and returns all claims, judged. Respelt texts are read
// with the gazetteer that lacks their spellings.
func gather(docs []annotated.Doc, lacking *gazetteer.Gazetteer, tagger ner.TaggerName, c config) ([]example, error) {
	names, _ := ner.FeatureNames()
	number := make(map[string]int, len(names))
	for i, n := range names {
		number[n] = i
	}
	var out []example
	for fold := range folds {
		tag, err := foldTagger(docs, tagger, fold, c)
		if err != nil {
			return nil, err
		}
		rec, err := ner.New(tag, ner.WithExplain(true))
		if err != nil {
			return nil, err
		}
		respelt, err := ner.New(tag, ner.WithExplain(true), ner.WithGazetteer(lacking))
		if err != nil {
			return nil, err
		}
		for i := range docs {
			if annotated.Fold(&docs[i], folds) != fold {
				continue
			}
			read := rec
			if respell.Is(&docs[i]) {
				read = respelt
			}
			for _, e := range claimsOf(read.Recognize(docs[i].Text), &docs[i], number) {
				e.doc, e.fold = i, fold
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// foldTagger is the tagger of the flow: one that has not seen the fold.
func foldTagger(docs []annotated.Doc, tagger ner.TaggerName, fold int, c config) (ner.Option, error) {
	if tagger != ner.TaggerCRF {
		return ner.WithTagger(tagger), nil
	}
	data, err := foldModel(docs, fold, c)
	if err != nil {
		return nil, err
	}
	model, err := crf.Open(string(data))
	if err != nil {
		return nil, err
	}
	return ner.WithModel(model), nil
}

// foldModel trains on the texts of the other folds, or takes the model kept from an
// earlier run.
func foldModel(docs []annotated.Doc, fold int, c config) ([]byte, error) {
	kept := filepath.Join(c.keep, fmt.Sprintf("fold%d.ncrf", fold))
	if c.keep != "" {
		if data, err := os.ReadFile(kept); err == nil {
			return data, nil
		}
	}
	var rest []annotated.Doc
	for i := range docs {
		if annotated.Fold(&docs[i], folds) != fold && !annotated.Varied(&docs[i]) {
			rest = append(rest, docs[i])
		}
	}
	data, err := tagtrain.Model(context.Background(), rest, c.train, ner.Hints(gazetteer.Default()))
	if err != nil {
		return nil, err
	}
	fmt.Printf("fold %d: model of %d texts, %d bytes\n", fold, len(rest), len(data))
	if c.keep != "" {
		err = os.WriteFile(kept, data, 0o644)
	}
	return data, err
}

// claimsOf turns the explained mentions and dropped claims of a text into examples.
// Claims that touch a doubtful name of the gold are left out.
func claimsOf(d *ner.Document, gold *annotated.Doc, number map[string]int) []example {
	var out []example
	add := func(start, end int, label ner.Label, reasons []ner.Reason) {
		e := example{start: start, end: end, label: label}
		for _, n := range gold.Names {
			if n.Optional && n.Start < end && start < n.End {
				return
			}
			e.right = e.right || n.Start == start && n.End == end && n.Label == label.String()
		}
		if !e.right && !gold.Own && hyphenated(d.Text, start, end) {
			return // the news leaves compounds untagged: "U.S.-led" there says nothing
		}
		for _, r := range reasons {
			f := number[r.Name]
			e.features = append(e.features, f)
			if len(r.Name) > 5 && r.Name[:5] == "echo-" {
				e.echo++
				e.echoOnly = e.echoOnly || r.Name == "echo-only"
			}
		}
		out = append(out, e)
	}
	for _, m := range d.Mentions {
		add(m.Start, m.End, m.Label, m.Reasons)
	}
	for _, c := range d.Trace.Dropped {
		add(c.Start, c.End, c.Label, c.Reasons)
	}
	return out
}

// hyphenated reports whether a hyphen joins the range to another word.
func hyphenated(text string, start, end int) bool {
	return start > 0 && text[start-1] == '-' || end < len(text) && text[end] == '-'
}
