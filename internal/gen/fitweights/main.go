// Command fitweights learns the weights by which claims are judged (ner/weights_gen.go):
// for each of the taggers crf, prose and none, how much each fact about a claim says for
// or against span and label being right.
//
//	go run ./internal/gen/fitweights [-train ../shared/corpora/train] [-taggers none,crf,prose]
//
// It learns from the annotated news of the training folder and from testdata/corpus. The
// tagger's own spans on those texts come from models that did not see them (five folds),
// since a model is surer of what it learned than of what it meets. It prints the strict
// F1 that the learned weights reach on folds that they were not learned from.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/gen/respell"
	"github.com/namyab/namyab/internal/gen/tagtrain"
	"github.com/namyab/namyab/ner"
)

const folds = 5

func main() {
	train := flag.String("train", "../shared/corpora/train", "folder of the training corpora")
	taggers := flag.String("taggers", "none,crf,prose", "taggers whose weights are learned; the others keep theirs")
	keep := flag.String("keep", "", "folder that keeps the models of the folds from run to run, while features are tried")
	mistakes := flag.String("mistakes", "", "file for the held-out mistakes on the project's own texts")
	out := flag.String("out", "ner/weights_gen.go", "file to write")
	flag.Parse()
	if err := run(config{*train, *keep, *mistakes, *out}, strings.Split(*taggers, ",")); err != nil {
		log.Fatal(err)
	}
}

type config struct{ train, keep, mistakes, out string }

func run(c config, taggers []string) error {
	docs, err := annotated.Own("testdata")
	if err != nil {
		return err
	}
	news, err := annotated.News(c.train)
	if err != nil {
		return err
	}
	other, err := respell.New(docs, os.DirFS("gazetteer/data"), respeltShare, "claims")
	if err != nil {
		return err
	}
	docs = append(docs, news...)
	docs = append(docs, recased(docs)...)
	docs = append(docs, every(respeltEach, other.Docs)...)
	tables, err := readTables(c.out)
	if err != nil {
		return err
	}
	for _, name := range taggers {
		claims, err := gather(docs, other.Gazetteer, ner.TaggerName(name), c)
		if err != nil {
			return fmt.Errorf("tagger %s: %w", name, err)
		}
		if err := report(os.Stdout, c.mistakes, name, docs, claims); err != nil {
			return err
		}
		tables[name] = learn(claims)
	}
	return writeTables(c.out, tables)
}

// A part of the names in one of so many of the project's own texts is written in spellings
// that are taken out of the gazetteer: it knows nearly all that stand there, and what is met by
// likeness would look like a mistake.
const (
	respeltShare = 0.5
	respeltEach  = 2
)

// every returns one in n texts.
func every(n int, docs []annotated.Doc) (some []annotated.Doc) {
	for i := 0; i < len(docs); i += n {
		some = append(some, docs[i])
	}
	return some
}

// recasedShare is how many texts there are for each that is also read in capitals, as a
// headline and in small letters: few enough to leave the weights of ordinary prose alone.
const recasedShare = 40

// recased returns copies of some texts in the casings that prose is not written in.
func recased(docs []annotated.Doc) []annotated.Doc {
	var out []annotated.Doc
	for k, m := range tagtrain.Manners() {
		if !m.Recased {
			continue
		}
		out = append(out, m.Write(every(recasedShare, docs[min(k, len(docs)):]))...)
	}
	return out
}
