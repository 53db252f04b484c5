// Command shipcrf trains the model that ships, from the corpora beside the checkout and
// the project's own annotated texts:
//
//	go run ./internal/gen/shipcrf
//
// writes ner/crf/model.ncrf, the same bytes on any machine that computes float32 as amd64 does.
// Its flags change the recipe, to see what each part of it is worth. What a model finds is
// measured on gold files or folders named after the flags, or by -measure on texts held out:
//
//	go run ./internal/gen/shipcrf -no-clusters -o bare.ncrf testdata/articles
//	go run ./internal/gen/shipcrf -swap 0 -measure 5
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

// job is what the command line asks for.
type job struct {
	out, own, shared string
	folds            int      // to hold out, 0 for none
	gold             []string // to measure on
	recipe           tagtrain.Recipe
	options          crf.Options
}

func run(args []string, stderr io.Writer) int {
	j, err := parse(args, stderr)
	if err != nil {
		return 2
	}
	j.options.Progress = func(p crf.Progress) {
		fmt.Fprintf(stderr, "epoch %d of %d: loss %.5f, %d attributes\n", p.Epoch, p.Epochs, p.Loss, p.Attributes)
	}
	if err := j.ship(); err != nil {
		fmt.Fprintln(stderr, "shipcrf:", err)
		return 1
	}
	return 0
}

func parse(args []string, stderr io.Writer) (job, error) {
	j := job{recipe: tagtrain.Shipped}
	flags := flag.NewFlagSet("shipcrf", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&j.out, "o", "ner/crf/model.ncrf", "file to write")
	flags.StringVar(&j.own, "own", "testdata", "folder of the project's annotated texts")
	flags.StringVar(&j.shared, "shared", "../shared/corpora/train", "folder of the training corpora")
	flags.IntVar(&j.folds, "measure", 0, "write nothing, but hold out so many fifths of the texts, one after the other, and measure on them")
	flags.IntVar(&j.options.Epochs, "epochs", 0, "epochs, 0 for the recipe's")
	flags.IntVar(&j.options.Folds, "folds", 0, "folds, 0 for the recipe's, 1 for none")
	flags.Float64Var(&j.options.Dropout, "drop", 0, "dropout, 0 for the recipe's")
	flags.Float64Var(&j.options.HintDrop, "hintdrop", 0, "hint dropout, 0 for the recipe's")
	flags.Float64Var(&j.recipe.Swap, "swap", j.recipe.Swap, "share of the texts added with other names")
	flags.BoolVar(&j.recipe.Vary, "vary", j.recipe.Vary, "add headlines and other casings")
	flags.Float64Var(&j.recipe.Dirt, "dirt", j.recipe.Dirt, "share of the texts added with lost spaces and curly quotes")
	flags.Float64Var(&j.recipe.Coarse, "coarse", j.recipe.Coarse, "weight of the corpora with coarser labels, 0 for none")
	noHints := flags.Bool("no-hints", false, "train without the gazetteer")
	noClusters := flags.Bool("no-clusters", false, "train without word classes")
	noEvidence := flags.Bool("no-evidence", false, "train without what the rest of the document says")
	noSkeletons := flags.Bool("no-skeletons", false, "train without how words sound")
	if err := flags.Parse(args); err != nil {
		return j, err
	}
	j.gold = flags.Args()
	if !*noHints {
		j.options.Hints = ner.Hints(gazetteer.Default())
	}
	if *noClusters {
		j.options.Clusters = []byte{}
	}
	if *noEvidence {
		j.options.Without |= crf.Evidence
	}
	if *noSkeletons {
		j.options.Without |= crf.Skeletons
	}
	return j, nil
}

func (j *job) ship() error {
	docs, err := annotated.Own(filepath.Clean(j.own))
	if err != nil {
		return err
	}
	news, err := annotated.News(j.shared)
	if err != nil {
		return err
	}
	docs = append(docs, news...)
	s := scores{}
	if j.folds > 0 {
		if err := s.heldOut(docs, j); err != nil {
			return err
		}
		return s.write(os.Stdout, []string{"news", "own"})
	}
	model, err := tagtrain.Train(context.Background(), docs, j.shared, j.recipe, j.options)
	if err != nil {
		return err
	}
	if err := os.WriteFile(j.out, model, 0o644); err != nil || len(j.gold) == 0 {
		return err
	}
	sets, err := s.onGold(model, j)
	if err != nil {
		return err
	}
	return s.write(os.Stdout, sets)
}
