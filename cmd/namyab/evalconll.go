package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/namyab/namyab/ner/crf"
	"github.com/namyab/namyab/ner/eval"
)

// evalColumns scores columns of tags as conlleval does: two files of equal shape, one with
// the gold tag in the last field but one and the predicted tag in the last, or one with the
// gold tag alone, which --model tags.
func (c *call) evalColumns() error {
	var gold, pred [][]string
	var err error
	if c.Given("model") {
		gold, pred, err = c.tagColumns(c.Operands[0])
	} else {
		gold, pred, err = c.columns()
	}
	if err != nil {
		return err
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

// tagColumns tags the tokens of a file, as they are, with the model of --model.
func (c *call) tagColumns(name string) (gold, pred [][]string, err error) {
	tags, err := parseTags(c.Text("map"))
	if err != nil {
		return nil, nil, err
	}
	m, _, err := c.chosenModel()
	if err != nil {
		return nil, nil, err
	}
	data, err := readInput(name, c.stdin)
	if err != nil {
		return nil, nil, dataError(err)
	}
	hints, err := c.hints()
	if err != nil {
		return nil, nil, err
	}
	tagged, err := m.TagCoNLL(crf.Input{Name: name, Text: string(data), Map: tags}, hints)
	if err != nil {
		return nil, nil, dataError(err)
	}
	return eval.ReadColumns(strings.NewReader(tagged))
}

// columns reads the files of GOLD and PRED, or of both.
func (c *call) columns() (gold, pred [][]string, err error) {
	var files [2][][]string
	for i, name := range c.Operands {
		data, err := readInput(name, c.stdin)
		if err != nil {
			return nil, nil, dataError(err)
		}
		g, p, err := eval.ReadColumns(bytes.NewReader(data))
		if err != nil {
			return nil, nil, dataError(fmt.Errorf("%s: %w", name, err))
		}
		if len(c.Operands) == 1 {
			return g, p, nil
		}
		files[i] = p
	}
	return files[0], files[1], nil
}
