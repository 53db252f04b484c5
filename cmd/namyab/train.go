package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/term"

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
	weights, err := parseWeights(c.All("weight"), c.Operands)
	if err != nil {
		return err
	}
	o := crf.Options{Seed: uint64(c.Count("seed")), Epochs: c.Count("epochs"), GoldTokens: c.Given("gold-tokens"), Progress: c.trainProgress()}
	if o.Train, err = c.inputs(c.Operands, tags, weights); err != nil {
		return dataError(err)
	}
	if o.Dev, err = c.inputs(c.All("dev"), tags, nil); err != nil {
		return dataError(err)
	}
	if o.Hints, err = c.hints(); err != nil {
		return err
	}
	if err := c.probe(c.Text("out")); err != nil {
		return err
	}
	model, err := crf.TrainFiles(context.Background(), o)
	if err != nil {
		return dataError(err)
	}
	return c.writeFile(c.Text("out"), model)
}

// parseTags reads the value of --map; nil keeps all tags.
func parseTags(list string) (map[string]string, error) {
	if list == "" {
		return nil, nil
	}
	tags := map[string]string{}
	for _, item := range strings.Split(list, ",") {
		from, to, ok := strings.Cut(item, "=")
		from, to = strings.TrimSpace(from), strings.TrimSpace(to)
		_, twice := tags[from]
		switch {
		case !ok || from == "":
			return nil, usagef("--map is a list such as per=PERSON,tim=,*=MISC, found %q", item)
		case twice:
			return nil, usagef("--map has %q twice", from)
		}
		tags[from] = to
	}
	return tags, nil
}

// parseWeights reads the values of --weight, FILE=W. What stands before the last = is the
// file, as it is written among the operands.
func parseWeights(list, files []string) (map[string]float64, error) {
	weights := map[string]float64{}
	for _, item := range list {
		i := strings.LastIndexByte(item, '=')
		if i < 0 {
			return nil, usagef("--weight is FILE=W such as web.conll=0.5, found %q", item)
		}
		w, err := strconv.ParseFloat(item[i+1:], 64)
		if err != nil || !(w > 0 && w <= 1000) {
			return nil, usagef("--weight %s: the weight is a number above 0 and up to 1000, found %q", item[:i], item[i+1:])
		}
		if !slices.Contains(files, item[:i]) {
			return nil, usagef("--weight %s: no such file among the operands; write its name as it stands there", item[:i])
		}
		weights[item[:i]] = w
	}
	return weights, nil
}

func (c *call) inputs(names []string, tags map[string]string, weights map[string]float64) ([]crf.Input, error) {
	var out []crf.Input
	for _, name := range names {
		data, err := readInput(name, c.stdin)
		if err != nil {
			return nil, err
		}
		out = append(out, crf.Input{Name: name, Text: string(data), Map: tags, Weight: weights[name]})
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

// probe fails when writeFile would: better before hours of work than after.
func (c *call) probe(name string) error {
	if name == "-" {
		return nil
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return fmt.Errorf("--out %s is a directory; name a file", name)
	}
	if err := os.WriteFile(name+".part", nil, 0o644); err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	return os.Remove(name + ".part")
}

// writeFile writes a file whole: under another name first, so that nobody ever reads half.
// "-" is standard output.
func (c *call) writeFile(name string, data []byte) error {
	if name == "-" {
		_, err := c.stdout.Write(data)
		return err
	}
	tmp := name + ".part"
	if err := os.WriteFile(tmp, data, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, name)
}
