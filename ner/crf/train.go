package crf

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/text"
)

// Input is one file of training or development data in CoNLL style: one token and its
// tag a line (first and last column, white space between), blank line between sentences,
// "-DOCSTART-" lines between documents. BIO-1, BIO-2 and BILOU/IOBES tags are read.
type Input struct {
	Name string            // for errors: the file name
	Text string            // the content
	Map  map[string]string // tag name → label; "" drops the tag (its tokens are O); nil keeps all names; "*" is the default of names not listed;
	// a label such as "GPE|LOC" leaves open which it is, "O|NORP" whether it is a name
	Weight float64 // how much a sentence of it counts; 0 means 1
}

// Example is one annotated document, ready for training.
type Example struct {
	Doc    *text.Doc
	Spans  []corpus.TokenSpan // sorted, no overlaps, each inside one sentence
	Weight float64            // how much a sentence of it counts; 0 means 1
	Of     int                // 1 + the number of the earlier example that it varies; 0 for none
}

// Progress is what the callback of a running training is told after each epoch.
type Progress struct {
	Epoch, Epochs int
	Loss          float64 // negative log-likelihood a token
	DevF1         float64 // strict span F1 on the dev set, 0..1; 0 without a dev set
	Best          bool    // best epoch so far
	Attributes    int     // being learnt
}

// Options steer training. The zero value of every field has a sensible default.
type Options struct {
	Train      []Input
	Dev        []Input                    // early stopping and calibration; without it all epochs run
	Labels     []string                   // order of Model.Labels; default: sorted names met in Train
	GoldTokens bool                       // keep the tokens of the files; default: re-tokenise their text as Recognize does
	Hints      func(doc *text.Doc) []Hint // knowledge at training time; nil for none
	Clusters   []byte                     // word classes, as PackClusters and Model.Clusters return them; nil for those of the embedded model, empty for none
	Seed       uint64                     // same data, same seed: same bytes, on any number of cores
	Epochs     int                        // at most; default 10
	Patience   int                        // epochs without gain on dev before stopping; default 3
	MinCount   int                        // attributes met less often are dropped; default 2
	Rows       int                        // attributes kept in the model; default 122880 (4 MiB for up to 7 labels)
	Rate       float64                    // learning rate; default 0.1
	Dropout    float64                    // share of attributes dropped at random while learning; default 0.1
	Prior      float64                    // strength of the Gaussian prior on the weights (1/variance); default 0.5
	HintDrop   float64                    // share of sentences learnt without hints; default 0.3
	Folds      int                        // models that vote, see echoes.go; default 5, 1 for none
	FoldEpochs int                        // epochs of each; default 5
	Without    Group                      // attributes left out, to see what they are worth
	Progress   func(Progress)
}

func (o *Options) fill() {
	setDefault(&o.Epochs, 10)
	setDefault(&o.Patience, 3)
	setDefault(&o.MinCount, 2)
	setDefault(&o.Rows, 122880)
	setDefault(&o.Rate, 0.1)
	setDefault(&o.Dropout, 0.1)
	setDefault(&o.Prior, 0.5)
	setDefault(&o.HintDrop, 0.3)
	setDefault(&o.Folds, 5)
	setDefault(&o.FoldEpochs, 5)
	if o.Without&Evidence != 0 {
		o.Folds = 1 // votes are evidence, too
	}
}

func setDefault[T int | float64](v *T, to T) {
	if *v == 0 {
		*v = to
	}
}

// TrainFiles trains a model on CoNLL-style files and returns the bytes of its file, for
// Open. It stops with ctx's error when ctx is done. Errors name file and line.
func TrainFiles(ctx context.Context, o Options) ([]byte, error) {
	train, err := readInputs(o.Train, o.GoldTokens)
	if err != nil {
		return nil, err
	}
	dev, err := readInputs(o.Dev, o.GoldTokens)
	if err != nil {
		return nil, err
	}
	return Train(ctx, train, dev, o)
}

// readInputs reads files into examples.
func readInputs(inputs []Input, goldTokens bool) ([]Example, error) {
	var out []Example
	for _, in := range inputs {
		docs, err := corpus.ReadCoNLL(in.Name, in.Text)
		if err != nil {
			return nil, err
		}
		corpus.Relabel(docs, in.Map)
		for i := range docs {
			out = append(out, NewExample(&docs[i], goldTokens, in.Weight))
		}
	}
	return out, nil
}

// NewExample makes an example of a document, on its own tokens or on ours.
func NewExample(d *corpus.Document, goldTokens bool, weight float64) Example {
	if goldTokens {
		doc, spans := corpus.GoldDoc(d)
		return Example{Doc: doc, Spans: spans, Weight: weight}
	}
	doc, spans, _ := corpus.Retokenise(d)
	return Example{Doc: doc, Spans: spans, Weight: weight}
}

// Train trains a model on examples, as TrainFiles does on files; o.Train and o.Dev are
// not looked at.
func Train(ctx context.Context, train, dev []Example, o Options) ([]byte, error) {
	o.fill()
	labels, err := labelsOf(train, o.Labels)
	if err != nil {
		return nil, err
	}
	if o.Clusters == nil {
		shipped, err := Default()
		if err != nil {
			return nil, fmt.Errorf("the word classes of the embedded model: %w", err)
		}
		o.Clusters = shipped.Clusters()
	}
	classes, ok := openClusters(o.Clusters)
	if !ok {
		return nil, errors.New("the table of word classes is damaged: pass what Model.Clusters or PackClusters returned")
	}
	t := &trainer{o: o, labels: labels, classes: classes, dict: newDictionary()}
	t.train = t.prepare(train)
	t.shrink()
	t.dev = t.prepare(dev)
	if o.Folds > 1 {
		if err := t.crossTag(ctx); err != nil {
			return nil, err
		}
	}
	weights, trans, err := t.run(ctx)
	if err != nil {
		return nil, err
	}
	return t.finish(weights, trans, dev)
}

// labelsOf checks the labels of the examples, or collects them.
func labelsOf(examples []Example, given []string) ([]string, error) {
	if len(examples) == 0 {
		return nil, errors.New("there is nothing to train on: give at least one file with sentences")
	}
	labels := slices.Clone(given)
	for _, e := range examples {
		for _, s := range e.Spans {
			for _, label := range strings.Split(s.Label, "|") {
				if label == openLabel || slices.Contains(labels, label) {
					continue
				}
				if given != nil {
					return nil, fmt.Errorf("label %q is none of %q: map it to one of them, or to nothing", label, given)
				}
				labels = append(labels, label)
			}
		}
	}
	if given == nil {
		sort.Strings(labels)
	}
	if len(labels) == 0 || len(labels) > maxLabels {
		return nil, fmt.Errorf("the training data have %d labels, a model holds 1 to %d: map some together", len(labels), maxLabels)
	}
	return labels, nil
}
