package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

// eval scores predictions against a gold file.
func (c *call) eval() error {
	want := 2
	if c.Given("run") || c.Given("conll") && len(c.Operands) == 1 {
		want = 1
	}
	if len(c.Operands) != want {
		return usagef("eval takes GOLD and PRED, GOLD alone with --run, and one file with both tags with --conll; found %d operands", len(c.Operands))
	}
	if c.Given("conll") {
		return c.evalColumns()
	}
	gold, err := readDocs(c.Operands[0], c.stdin, eval.ReadGold)
	if err != nil {
		return dataError(err)
	}
	g, _, err := c.openGazetteer()
	if err != nil {
		return err
	}
	var pred []eval.Doc
	if c.Given("run") {
		rec, err := ner.New(ner.WithGazetteer(g), ner.WithTagger(ner.TaggerName(c.Text("tagger"))))
		if err != nil {
			return dataError(err)
		}
		pred = runGold(rec, gold, c.workers())
	} else if pred, err = readDocs(c.Operands[1], c.stdin, eval.ReadPred); err != nil {
		return dataError(err)
	}
	if pred, err = eval.Align(gold, pred); err != nil {
		return dataError(err)
	}
	report := eval.Score(gold, pred, eval.NewJudge(g))
	if c.Text("output") == "json" {
		return report.JSON(c.stdout)
	}
	return report.Table(c.stdout)
}

// readDocs reads a file, or standard input for "-".
func readDocs(name string, stdin io.Reader, read func(io.Reader) ([]eval.Doc, error)) ([]eval.Doc, error) {
	data, err := readInput(name, stdin)
	if err != nil {
		return nil, err
	}
	docs, err := read(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return docs, nil
}

func readInput(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(stdin)
	}
	return os.ReadFile(name)
}

// runGold recognises the texts of gold documents. Offsets are bytes; eval aligns them.
func runGold(rec recognizer, gold []eval.Doc, workers int) []eval.Doc {
	pred := make([]eval.Doc, len(gold))
	next := make(chan int)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range next {
				pred[i] = predict(rec, &gold[i])
			}
		}()
	}
	for i := range gold {
		next <- i
	}
	close(next)
	wg.Wait()
	return pred
}

func predict(rec recognizer, gold *eval.Doc) eval.Doc {
	date, err := ner.ParseDate(gold.Date)
	if err != nil {
		date = ner.Date{} // a date that we cannot read is no date
	}
	doc := rec.RecognizeDated(gold.Text, date)
	out := eval.Doc{ID: gold.ID, Text: gold.Text, Unit: eval.Byte}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		e := eval.Entity{Start: m.Start, End: m.End, Text: m.Text, Label: m.Label.String(), Cluster: m.Cluster}
		if !m.Link.NIL() {
			e.LinkID, e.LinkName, e.LinkKind = m.Link.Entry.ID, m.Link.Entry.Name, m.Link.Entry.Kind.String()
		}
		out.Entities = append(out.Entities, e)
	}
	return out
}

// evalColumns scores columns of tags: two files of equal shape, or one with the gold tag in
// the last field but one and the predicted tag in the last.
func (c *call) evalColumns() error {
	gold, pred, err := c.columns()
	if err != nil {
		return dataError(err)
	}
	report, err := eval.ScoreTags(gold, pred)
	if err != nil {
		return dataError(err)
	}
	if c.Text("output") == "json" {
		return json.NewEncoder(c.stdout).Encode(report)
	}
	return report.Table(c.stdout)
}

func (c *call) columns() (gold, pred [][]string, err error) {
	var files [2][][]string
	for i, name := range c.Operands {
		data, err := readInput(name, c.stdin)
		if err != nil {
			return nil, nil, err
		}
		g, p, err := eval.ReadColumns(bytes.NewReader(data))
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		if len(c.Operands) == 1 {
			return g, p, nil
		}
		files[i] = p
	}
	return files[0], files[1], nil
}
