package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/crf"
)

// train trains a tagger on CoNLL-style files and writes its model.
func (c *call) train() error {
	if len(c.Operands) == 0 {
		return usagef("train needs at least one CoNLL-style file")
	}
	tags, err := parseTags(c.Text("map"))
	if err != nil {
		return err
	}
	o := crf.Options{Seed: uint64(c.Count("seed")), Epochs: c.Count("epochs"), GoldTokens: c.Given("gold-tokens"), Progress: c.trainProgress()}
	if o.Train, err = inputs(c.Operands, tags); err != nil {
		return dataError(err)
	}
	if o.Dev, err = inputs(c.All("dev"), tags); err != nil {
		return dataError(err)
	}
	if !c.Given("no-hints") {
		g, _, err := c.openGazetteer()
		if err != nil {
			return err
		}
		o.Hints = ner.Hints(g)
	}
	model, err := crf.TrainFiles(context.Background(), o)
	if err != nil {
		return dataError(err)
	}
	return writeFile(c.Text("out"), model)
}

// parseTags reads the value of --map; nil keeps all tags.
func parseTags(list string) (map[string]string, error) {
	if list == "" {
		return nil, nil
	}
	tags := map[string]string{}
	for _, item := range strings.Split(list, ",") {
		from, to, ok := strings.Cut(item, "=")
		if !ok || from == "" {
			return nil, usagef("--map is a list such as per=PERSON,tim=, found %q", item)
		}
		tags[from] = to
	}
	return tags, nil
}

func inputs(names []string, tags map[string]string) ([]crf.Input, error) {
	var out []crf.Input
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, crf.Input{Name: name, Text: string(data), Map: tags})
	}
	return out, nil
}

// trainProgress prints a line an epoch, for a person only.
func (c *call) trainProgress() func(crf.Progress) {
	f, ok := c.stderr.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return func(p crf.Progress) {
		best := ""
		if p.Best {
			best = "  best so far"
		}
		_, _ = fmt.Fprintf(f, "epoch %d of %d: loss %.4f, dev F1 %.4f%s\n", p.Epoch, p.Epochs, p.Loss, p.DevF1, best) // nowhere left to tell
	}
}

// writeFile writes a file whole: under another name first, so that nobody ever reads half.
// "-" is standard output.
func writeFile(name string, data []byte) error {
	if name == "-" {
		_, err := io.Copy(os.Stdout, strings.NewReader(string(data)))
		return err
	}
	tmp := name + ".part"
	if err := os.WriteFile(tmp, data, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, name)
}
