// Command shipcrf trains the model that ships, from the corpora beside the checkout and
// the project's own annotated texts:
//
//	go run ./internal/gen/shipcrf
//
// writes ner/crf/model.ncrf, the same bytes on any machine that computes float32 as amd64 does.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/gen/tagtrain"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/crf"
)

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("shipcrf", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("o", "ner/crf/model.ncrf", "file to write")
	own := flags.String("own", "testdata", "folder of the project's annotated texts")
	shared := flags.String("shared", "../shared/corpora/train", "folder of the training corpora")
	plain := flags.Bool("no-hints", false, "train without the gazetteer")
	var o crf.Options
	flags.IntVar(&o.Epochs, "epochs", 0, "epochs, 0 for the recipe's")
	flags.IntVar(&o.Folds, "folds", 0, "folds, 0 for the recipe's, 1 for none")
	flags.Float64Var(&o.Dropout, "drop", 0, "dropout, 0 for the recipe's")
	flags.Float64Var(&o.HintDrop, "hintdrop", 0, "hint dropout, 0 for the recipe's")
	recipe := tagtrain.Shipped
	flags.BoolVar(&recipe.Vary, "vary", recipe.Vary, "add headlines and other casings")
	flags.Float64Var(&recipe.Coarse, "coarse", recipe.Coarse, "weight of the corpora with coarser labels, 0 for none")
	if flags.Parse(args) != nil {
		return 2
	}
	if !*plain {
		o.Hints = ner.Hints(gazetteer.Default())
	}
	o.Progress = func(p crf.Progress) {
		fmt.Fprintf(stderr, "epoch %d of %d: loss %.5f, %d attributes\n", p.Epoch, p.Epochs, p.Loss, p.Attributes)
	}
	if err := ship(*out, *own, *shared, recipe, o); err != nil {
		fmt.Fprintln(stderr, "shipcrf:", err)
		return 1
	}
	return 0
}

func ship(out, own, shared string, r tagtrain.Recipe, o crf.Options) error {
	docs, err := annotated.Own(filepath.Clean(own))
	if err != nil {
		return err
	}
	news, err := annotated.News(shared)
	if err != nil {
		return err
	}
	model, err := tagtrain.Train(context.Background(), append(docs, news...), shared, r, o)
	if err != nil {
		return err
	}
	return os.WriteFile(out, model, 0o644)
}
