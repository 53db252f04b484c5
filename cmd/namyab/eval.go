package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

// eval scores predictions against a gold file.
func (c *call) eval() error {
	if err := c.evalUsage(); err != nil {
		return err
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
		rec, _, err := c.newRecognizer(g)
		if err != nil {
			return err
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

// evalUsage checks that the flags and the number of operands fit each other.
func (c *call) evalUsage() error {
	conll, run, model := c.Given("conll"), c.Given("run"), c.Given("model")
	n := len(c.Operands)
	switch {
	case conll && run:
		return usagef("--conll and --run exclude each other; --conll --model FILE tags the columns of GOLD with a model")
	case model && !conll && !run:
		return usagef("--model is used with --run or --conll: without them PRED holds the predictions")
	case !(conll && model) && (c.Given("map") || c.Given("no-hints")):
		return usagef("--map and --no-hints go with --conll --model")
	case (run || conll && model) && n != 1:
		return usagef("eval takes GOLD alone when the predictions are made here; found %d operands", n)
	case conll && n != 1 && n != 2:
		return usagef("eval --conll takes GOLD and PRED, or one file with both tags; found %d operands", n)
	case !conll && !run && n != 2:
		return usagef("eval takes GOLD and PRED, or GOLD alone with --run; found %d operands", n)
	}
	return nil
}

// readDocs reads a file, or standard input for "-".
func readDocs(name string, stdin io.Reader, read func(io.Reader) ([]eval.Doc, error)) ([]eval.Doc, error) {
	data, err := readInput(name, stdin)
	if err != nil {
		return nil, err
	}
	docs, err := read(bytes.NewReader(data))
	var bad *eval.SyntaxError
	switch {
	case errors.As(err, &bad): // begins with line:column
		return nil, fmt.Errorf("%s:%w", name, err)
	case err != nil:
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
