// Command learncosts learns the edit costs of gazetteer/romanize from attested pairs
// of spellings:
//
//	go run ./internal/gen/learncosts -data ../shared/data -out gazetteer/romanize
//
// It writes costs.tsv (how far an edit parts two romanisations), habits.tsv (how often
// scribes make it) and native.tsv (Perso-Arabic letters and the Latin ones that stand for
// them). The method is that of Ristad and Yianilos,
// "Learning string-edit distance" (IEEE PAMI 20(5), 1998): expectation-maximisation of a
// memoryless transducer over all alignments of each pair, here with units of up to two
// letters (three on the Latin side of native ones, as Jiampojamarn, Kondrak and Sherif,
// NAACL 2007), since oo↔u or kh↔h is one decision of a scribe and not two.
//
// Pairs whose canonical name falls into the held-out third ([heldout]) are never learned
// from; internal/bench measures on them. The same data give the same bytes: files are
// read in a fixed order, iterations are fixed, sums run over sorted keys and costs are
// rounded to hundredths.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the fact tables")
	out := flag.String("out", "gazetteer/romanize", "folder that the learned tables are written to")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "learncosts:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	corpus, err := readCorpus(data)
	if err != nil {
		return err
	}
	prob := learn(corpus.latin, latinModel)
	freq := frequencies(corpus.latin)
	costs, err := discriminate(latinCosts(prob, freq), corpus.latin, corpus.words)
	if err != nil {
		return err
	}
	native := learn(corpus.native, nativeModel)
	if err := os.WriteFile(filepath.Join(out, "costs.tsv"), latinTable(costs, corpus), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "habits.tsv"), habitTable(prob, freq, len(corpus.latin)), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "native.tsv"), nativeTable(native, len(corpus.native)), 0o644)
}
