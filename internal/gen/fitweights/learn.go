package main

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strings"

	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/gen/maxent"
	"github.com/namyab/namyab/internal/gen/respell"
	"github.com/namyab/namyab/ner"
)

// table is one learned table: feature, label, {plain, full}.
type table [][7][2]float64

// A feature has a weight of its own and one for each label; the latter is pulled to zero
// harder, so that a rare label (FAC) leans on what all labels teach.
const (
	pullShared = 1.0
	pullLabel  = 2.0
	epochs     = 40
	rate       = 0.3
)

func learn(examples []example) table {
	names, _ := ner.FeatureNames()
	out := make(table, len(names))
	for which, echo := range [...]bool{false, true} {
		w := fit(examples, len(names), echo)
		for f := range names {
			for l := 1; l <= 6; l++ {
				out[f][l][which] = w[f*7] + w[f*7+l]
			}
		}
	}
	return out
}

func fit(examples []example, n int, echo bool) []float64 {
	groups := make([]maxent.Group, 0, len(examples))
	for i := range examples {
		e := &examples[i]
		if !echo && e.echoOnly {
			continue
		}
		alt := columns(e, echo)
		groups = append(groups, maxent.Group{Alternatives: [][]int32{alt, nil}, Right: []bool{e.right, !e.right}})
	}
	l2 := make([]float64, n*7)
	for i := range l2 {
		l2[i] = pullLabel
		if i%7 == 0 {
			l2[i] = pullShared
		}
	}
	return maxent.Fit(groups, maxent.Options{Features: n * 7, L2: l2, Epochs: epochs, Rate: rate})
}

// columns numbers the features of an example for the learner.
func columns(e *example, echo bool) []int32 {
	feats := e.features
	if !echo {
		feats = feats[:len(feats)-e.echo]
	}
	out := make([]int32, 0, 2*len(feats))
	for _, f := range feats {
		out = append(out, int32(f*7), int32(f*7+int(e.label)))
	}
	return out
}

// report prints strict F1 on folds held out from the learning of weights.
func report(w io.Writer, mistakes, name string, docs []annotated.Doc, examples []example) error {
	var list strings.Builder
	names, _ := ner.FeatureNames()
	type count struct{ right, pred, gold int }
	var counts [4]count // news, our own, either in other casings, our own in other spellings
	cut := 0.4
	for fold := range folds {
		var train, test []example
		for _, e := range examples {
			if e.fold == fold {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		weights := fit(train, len(names), true)
		byDoc := map[int][]scored{}
		for i := range test {
			g := maxent.Group{Alternatives: [][]int32{columns(&test[i], true), nil}, Right: []bool{true, false}}
			p, _ := maxent.Posterior(&g, weights)
			byDoc[test[i].doc] = append(byDoc[test[i].doc], scored{&test[i], p[0]})
		}
		for i := range docs {
			if annotated.Fold(&docs[i], folds) != fold {
				continue
			}
			c := &counts[0]
			switch {
			case respell.Is(&docs[i]):
				c = &counts[3]
			case annotated.Varied(&docs[i]):
				c = &counts[2]
			case docs[i].Own:
				c = &counts[1]
			}
			for _, n := range docs[i].Names {
				if !n.Optional {
					c.gold++
				}
			}
			chosen := choose(byDoc[i], cut)
			for _, s := range chosen {
				c.pred++
				if s.right {
					c.right++
				}
			}
			if docs[i].Own && !annotated.Varied(&docs[i]) {
				listMistakes(&list, &docs[i], chosen)
			}
		}
	}
	for i, kind := range [...]string{"news", "own", "recased", "respelt"} {
		c := counts[i]
		p, r := float64(c.right)/float64(c.pred), float64(c.right)/float64(c.gold)
		_, _ = fmt.Fprintf(w, "%s, %s: held-out strict P %.4f R %.4f F1 %.4f\n", name, kind, p, r, 2*p*r/(p+r))
	}
	if mistakes == "" {
		return nil
	}
	return os.WriteFile(mistakes, []byte(list.String()), 0o644)
}

// listMistakes writes the wrong choices and the missed names of a text, with what stands
// around them.
func listMistakes(b *strings.Builder, d *annotated.Doc, chosen []scored) {
	around := func(start, end int) string {
		from, to := max(0, start-50), min(len(d.Text), end+40)
		return strings.ToValidUTF8(strings.ReplaceAll(d.Text[from:start]+"["+d.Text[start:end]+"]"+d.Text[end:to], "\n", " "), "")
	}
	for _, s := range chosen {
		if !s.right {
			fmt.Fprintf(b, "%s\twrong %.2f\t%s\t%s\n", d.ID, s.p, s.label, around(s.start, s.end))
		}
	}
	for _, n := range d.Names {
		met := n.Optional
		for _, s := range chosen {
			met = met || s.right && s.start == n.Start && s.end == n.End
		}
		if !met {
			fmt.Fprintf(b, "%s\tmissed\t%s\t%s\n", d.ID, n.Label, around(n.Start, n.End))
		}
	}
}

type scored struct {
	*example
	p float64
}

// choose is a slow twin of the resolver: weighted interval scheduling.
func choose(list []scored, cut float64) []scored {
	kept := list[:0:0]
	for _, s := range list {
		if s.p > cut {
			kept = append(kept, s)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].end < kept[j].end })
	best := make([]float64, len(kept)+1)
	prev := make([]int, len(kept))
	for k, s := range kept {
		for j := k; j > 0; j-- {
			if kept[j-1].end <= s.start {
				prev[k] = j
				break
			}
		}
		best[k+1] = max(best[k], best[prev[k]]+s.p-cut)
	}
	var out []scored
	for k := len(kept); k > 0; {
		if best[k] == best[k-1] {
			k--
			continue
		}
		out = append(out, kept[k-1])
		k = prev[k-1]
	}
	return out
}
