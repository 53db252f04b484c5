package main

import (
	"fmt"
	"io"

	"github.com/namyab/namyab/internal/gen/maxent"
	"github.com/namyab/namyab/ner"
)

// tally counts decisions.
type tally struct{ right, all int }

func (t *tally) add(right bool) {
	t.all++
	if right {
		t.right++
	}
}

func (t *tally) String() string {
	return fmt.Sprintf("%5d decisions, %.4f right", t.all, float64(t.right)/float64(max(t.all, 1)))
}

// report prints how many decisions weights learned without their fold get right: on the texts
// as they are, and on those with spellings that no table has. It lists the mistakes.
func report(decisions []decision, list io.Writer) {
	_, names := ner.FeatureNames()
	var byLabel [rowWidth]tally
	var all, respelt tally
	for fold := range folds {
		w := fit(decisions, len(names), fold)
		for i := range decisions {
			d := &decisions[i]
			if d.fold != fold {
				continue
			}
			best, p := d.best(w)
			right := d.group.Right[best]
			if d.respelt {
				respelt.add(right)
				continue
			}
			byLabel[d.label].add(right)
			all.add(right)
			if !right {
				fmt.Fprintf(list, "%s\t%s %.2f\t%s\n", d.names[best], ner.Label(d.label), p, d.where)
			}
		}
	}
	for l := range byLabel {
		if byLabel[l].all > 0 {
			fmt.Printf("%-7s %s\n", ner.Label(l), &byLabel[l])
		}
	}
	fmt.Printf("all     %s on texts held out\nrespelt %s\n", &all, &respelt)
}

// best returns the likeliest reading and its probability.
func (d *decision) best(w []float64) (int, float64) {
	p, _ := maxent.Posterior(&d.group, w)
	best := 0
	for k := range p {
		if p[k] > p[best] {
			best = k
		}
	}
	return best, p[best]
}
