package crf

import (
	"context"
	"errors"

	"github.com/namyab/namyab/internal/text"
)

// Input is one file of training or development data in CoNLL style: one token and its
// tag a line (first and last column, white space between), blank line between sentences,
// "-DOCSTART-" lines between documents. BIO-1, BIO-2 and BILOU/IOBES tags are read.
type Input struct {
	Name   string            // for errors: the file name
	Text   string            // the content
	Map    map[string]string // tag name → label; "" drops the tag (its tokens are O); nil keeps all names; "*" is the default of names not listed
	Weight float64           // how much a sentence of it counts; 0 means 1
}

// Progress is what the callback of a running training is told after each epoch.
type Progress struct {
	Epoch, Epochs int
	Loss          float64 // negative log-likelihood a token
	DevF1         float64 // strict span F1 on the dev set, 0..1; 0 without a dev set
	Best          bool    // best epoch so far
}

// Options steer TrainFiles. The zero value of every field but Train has a sensible default.
type Options struct {
	Train      []Input
	Dev        []Input                    // early stopping and calibration; without it all epochs run
	Labels     []string                   // order of Model.Labels; default: sorted names met in Train
	GoldTokens bool                       // keep the tokens of the files; default: re-tokenise their text as Recognize does
	Hints      func(doc *text.Doc) []Hint // knowledge at training time; nil for none
	Clusters   []byte                     // word classes, as Model.Clusters returns them; nil for none
	Seed       uint64                     // same data, same seed: same bytes, on any number of cores
	Epochs     int                        // at most; default 12
	Patience   int                        // epochs without gain on dev before stopping; default 3
	MinCount   int                        // attributes met less often are dropped; default 2
	Rows       int                        // attributes kept in the model; default 131072 (4 MiB for up to 7 labels)
	Progress   func(Progress)
}

// TrainFiles trains a model and returns the bytes of its file, for Open. It stops with
// ctx's error when ctx is done. Errors name file and line.
func TrainFiles(ctx context.Context, o Options) ([]byte, error) {
	return nil, errors.New("crf: training is not written yet")
}
