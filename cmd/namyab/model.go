package main

import (
	"fmt"
	"os"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/crf"
)

// newRecognizer makes a recogniser over g with the tagger of --tagger and --model, and
// tells the version of its model.
func (c *call) newRecognizer(g *gazetteer.Gazetteer, opts ...ner.Option) (*ner.Recognizer, string, error) {
	opts = append(opts, ner.WithGazetteer(g), ner.WithTagger(ner.TaggerName(c.Text("tagger"))))
	m, version, err := c.chosenModel()
	if err != nil {
		return nil, "", err
	}
	name := c.Text("model")
	if name != "" {
		opts = append(opts, ner.WithModel(m))
	}
	rec, err := ner.New(opts...)
	switch {
	case err != nil && name != "":
		return nil, "", dataError(fmt.Errorf("--model %s: %w", name, err))
	case err != nil:
		return nil, "", dataError(err)
	}
	return rec, version, nil
}

// chosenModel opens the file of --model, or else the embedded model when it is used. The
// version is the checksum of the file's content, or the name of a tagger that has no file.
func (c *call) chosenModel() (*crf.Model, string, error) {
	name, tagger := c.Text("model"), c.Text("tagger")
	if tagger != string(ner.TaggerCRF) {
		if name != "" {
			return nil, "", usagef("--model is for --tagger crf, found --tagger %s; leave one of them out", tagger)
		}
		return nil, tagger, nil
	}
	var m *crf.Model
	var err error
	if name == "" {
		m, err = crf.Default()
	} else {
		m, err = openModel(name)
	}
	if err != nil {
		return nil, "", dataError(err)
	}
	return m, modelVersion(m), nil
}

// modelVersion names a model by its content, as meta has it.
func modelVersion(m *crf.Model) string { return fmt.Sprintf("%08x", m.Checksum()) }

// openModel opens a file that train wrote.
func openModel(name string) (*crf.Model, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("--model: %w", err)
	}
	m, err := crf.Open(string(data))
	if err != nil {
		return nil, fmt.Errorf("--model %s: %w", name, err)
	}
	return m, nil
}

// hints returns what a tagger is told of the gazetteer: nil with --no-hints.
func (c *call) hints() (func(doc *text.Doc) []crf.Hint, error) {
	if c.Given("no-hints") {
		return nil, nil
	}
	g, _, err := c.openGazetteer()
	if err != nil {
		return nil, err
	}
	return ner.Hints(g), nil
}
