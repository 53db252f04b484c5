package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/gen/tagtrain"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/crf"
)

// folds is the number of parts into which the texts are cut for measuring.
const folds = 5

// finders are the ways in which names are found when a model is measured.
var finders = [...]string{"flow", "tagger", "no hints"}

// scores are strict counts by manner of writing, finder and set of texts.
type scores map[[3]string]corpus.Counts

// heldOut trains on all texts but those of one fold, for as many folds as asked for, and
// measures on what was held out, news and own texts apart.
func (s scores) heldOut(docs []annotated.Doc, j *job) error {
	for fold := range min(j.folds, folds) {
		var seen, news, own []annotated.Doc
		for i, d := range docs {
			switch {
			case annotated.Fold(&docs[i], folds) != fold:
				seen = append(seen, d)
			case d.Own:
				own = append(own, d)
			default:
				news = append(news, d)
			}
		}
		model, err := tagtrain.Train(context.Background(), seen, j.shared, j.recipe, j.options)
		if err != nil {
			return err
		}
		if err := s.measure(model, "news", news, j.options.Hints); err != nil {
			return err
		}
		if err := s.measure(model, "own", own, j.options.Hints); err != nil {
			return err
		}
	}
	return nil
}

// onGold measures on each of the gold files or folders and returns their names.
func (s scores) onGold(model []byte, j *job) ([]string, error) {
	var sets []string
	for _, name := range j.gold {
		docs, err := annotated.Gold(name)
		if err != nil {
			return nil, err
		}
		sets = append(sets, filepath.Base(name))
		if err := s.measure(model, filepath.Base(name), docs, j.options.Hints); err != nil {
			return nil, err
		}
	}
	return sets, nil
}

// measure finds the names of texts as they are and written anew: by the whole flow, by
// the tagger alone, and by the tagger without the gazetteer's hints.
func (s scores) measure(model []byte, set string, docs []annotated.Doc, hints func(*text.Doc) []crf.Hint) error {
	m, err := crf.Open(string(model))
	if err != nil {
		return err
	}
	rec, err := ner.New(ner.WithModel(m)) // judges by the weights of the shipped model
	if err != nil {
		return err
	}
	find := [len(finders)]func(string) []annotated.Name{
		func(s string) []annotated.Name { return flow(rec, s) },
		func(s string) []annotated.Name { return tagged(m, s, hints) },
		func(s string) []annotated.Name { return tagged(m, s, nil) },
	}
	for _, manner := range tagtrain.Manners() {
		for _, d := range manner.Write(docs) {
			for k, f := range find {
				at := [3]string{manner.Name, finders[k], set}
				c := s[at]
				count(&c, d.Names, f(d.Text))
				s[at] = c
			}
		}
	}
	return nil
}

func flow(rec *ner.Recognizer, s string) []annotated.Name {
	var out []annotated.Name
	for _, m := range rec.Recognize(s).Mentions {
		out = append(out, annotated.Name{Start: m.Start, End: m.End, Label: m.Label.String()})
	}
	return out
}

func tagged(m *crf.Model, s string, hints func(*text.Doc) []crf.Hint) []annotated.Name {
	doc := text.Tokenize(s)
	var h []crf.Hint
	if hints != nil {
		h = hints(doc)
	}
	var out []annotated.Name
	labels := m.Labels()
	for _, t := range m.NewTagger().Tag(nil, doc, h) {
		out = append(out, annotated.Name{Start: doc.Tokens[t.First].Start, End: doc.Tokens[t.Last-1].End, Label: labels[t.Label]})
	}
	return out
}

// count compares names by range and label. What touches a doubtful name does not count.
func count(c *corpus.Counts, gold, pred []annotated.Name) {
	doubtful := func(p annotated.Name) bool {
		return slices.ContainsFunc(gold, func(g annotated.Name) bool {
			return g.Optional && g.Start < p.End && p.Start < g.End
		})
	}
	for _, p := range pred {
		if doubtful(p) {
			continue
		}
		c.Pred++
		for _, g := range gold {
			if g.Start == p.Start && g.End == p.End && g.Label == p.Label {
				c.Correct++
			}
		}
	}
	for _, g := range gold {
		if !g.Optional {
			c.Gold++
		}
	}
}

// write prints strict F1: a row a manner, a column a finder and set.
func (s scores) write(w io.Writer, sets []string) error {
	fmt.Fprintf(w, "%-14s", "strict F1")
	for _, f := range finders {
		for _, set := range sets {
			fmt.Fprintf(w, " %20s", f+" "+set)
		}
	}
	for _, m := range tagtrain.Manners() {
		fmt.Fprintf(w, "\n%-14s", m.Name)
		for _, f := range finders {
			for _, set := range sets {
				fmt.Fprintf(w, " %20.1f", 100*s[[3]string{m.Name, f, set}].F1())
			}
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}
