// Command bench compares the spelling comparison of gazetteer/romanize with methods of
// public Go libraries on the same pairs of names, and prints one table:
//
//	cd internal/bench && go run . -data ../../../shared/data
//	cd internal/bench && go run -tags gpl . -data ../../../shared/data
//
// The second line measures Double Metaphone too, of a library under the GPL.
//
// It is a module of its own so that the libraries measured here are no dependency of
// the program. What favours whom is written in BIAS.md.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	data := flag.String("data", "../../../shared/data", "folder of the fact tables")
	flag.Parse()
	if err := run(*data); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(data string) error {
	set, err := readPairs(data)
	if err != nil {
		return err
	}
	fmt.Printf("%d pairs of one name (held out of learning), %d of two names\n\n", len(set.same), len(set.different))
	fmt.Println("| method | AUC | places | villages | persons | best F1 | at | lookalikes at or above | µs a pair |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|")
	for _, m := range methods {
		start := time.Now()
		same, different := m.all(set.same), m.all(set.different)
		perPair := float64(time.Since(start).Microseconds()) / float64(len(same)+len(different))
		f1, at := bestF1(same, different)
		fmt.Printf("| %s | %.4f | %.4f | %.4f | %.4f | %.3f | %.2f | %d of %d | %.2f |\n", m.name, auc(same, different),
			auc(m.group(set.same, "place"), m.group(set.different, "place")),
			auc(m.group(set.same, "village"), m.group(set.different, "place")),
			auc(m.group(set.same, "person"), m.group(set.different, "person")), f1, at,
			above(m.group(set.different, "place lookalike", "person lookalike", "group lookalike"), at), set.lookalikes, perPair)
	}
	fmt.Println()
	curve(set)
	return nil
}

// curve prints how the score of Compare responds: the share of pairs at or above it.
func curve(set *pairSet) {
	ours := methods[0]
	same, different := ours.all(set.same), ours.all(set.different)
	fmt.Println("| score at least | one name | two names |")
	fmt.Println("|---|---|---|")
	for _, at := range []float64{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99} {
		fmt.Printf("| %.2f | %.3f | %.4f |\n", at, float64(above(same, at))/float64(len(same)), float64(above(different, at))/float64(len(different)))
	}
}
