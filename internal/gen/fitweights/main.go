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
	"github.com/namyab/namyab/ner"
)

const folds = 5

func main() {
	train := flag.String("train", "../shared/corpora/train", "folder of the training corpora")
	taggers := flag.String("taggers", "none,crf,prose", "taggers whose weights are learned; the others keep theirs")
	out := flag.String("out", "ner/weights_gen.go", "file to write")
	flag.Parse()
	if err := run(*train, strings.Split(*taggers, ","), *out); err != nil {
		log.Fatal(err)
	}
}

func run(train string, taggers []string, out string) error {
	docs, err := annotated.Own("testdata/corpus")
	if err != nil {
		return err
	}
	news, err := annotated.News(train)
	if err != nil {
		return err
	}
	docs = append(docs, news...)
	tables, err := readTables(out)
	if err != nil {
		return err
	}
	for _, name := range taggers {
		claims, err := gather(docs, ner.TaggerName(name), train)
		if err != nil {
			return fmt.Errorf("tagger %s: %w", name, err)
		}
		report(os.Stdout, name, docs, claims)
		tables[name] = learn(claims)
	}
	return writeTables(out, tables)
}
