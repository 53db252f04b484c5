package main

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"github.com/namyab/namyab/gazetteer/romanize"
)

// discriminate.go: negative evidence. Expectation-maximisation asks how often scribes
// exchange two letters. Whether two words are one name also depends on how often the
// exchange parts two names: mm for m is rare among spellings and yet says nothing
// against a name, while n for m is met in slips and parts Nasim from Nasin. So the
// costs are fitted once more, as the weights of a logistic regression on the operations
// of the cheapest alignment, for pairs of one word against pairs of different words that
// the current costs take for near; then words are aligned and searched anew.

const (
	rounds     = 5
	steps      = 150
	rate       = 0.08
	pull       = 2.0 // towards the costs of expectation-maximisation, in pairs a nat
	neighbours = 3
	reach      = 12.0 // nats: words further apart teach nothing
)

// different is a Latin word with the native one it stands for.
type different struct{ latin, native string }

type example struct {
	ops    []int
	weight float64
	same   bool
}

type regression struct {
	ops   []operation
	id    map[operation]int
	prior []float64
	cost  []float64
	bias  float64
}

// discriminate returns the costs fitted to both kinds of pairs.
func discriminate(costs map[operation]float64, pairs []pair, words []different) (map[operation]float64, error) {
	r := &regression{id: map[operation]int{}, bias: 6}
	for _, op := range sortedOps(costs) {
		r.number(op, costs[op])
	}
	negatives := map[[2]string]bool{}
	for round := 0; round < rounds; round++ {
		table, err := romanize.ParseCosts(r.table())
		if err != nil {
			return nil, err
		}
		mine(table, words, negatives)
		r.fit(r.examples(pairs, negatives))
	}
	out := map[operation]float64{}
	for i, op := range r.ops {
		out[op] = r.cost[i] * 6 / r.bias // one half at 6 nats, whatever the fit
	}
	return out, nil
}

func (r *regression) number(op operation, cost float64) int {
	if i, ok := r.id[op]; ok {
		return i
	}
	r.id[op] = len(r.ops)
	r.ops = append(r.ops, op)
	r.prior = append(r.prior, cost)
	r.cost = append(r.cost, cost)
	return len(r.ops) - 1
}

func (r *regression) table() string {
	var b strings.Builder
	for i, op := range r.ops {
		fmt.Fprintf(&b, "%s\t%s\t%.4f\n", op.a, op.b, r.cost[i])
	}
	return b.String()
}

// canonical puts the longer unit first, then the lesser: the table holds an operation once.
func canonical(a, b string) operation {
	if len(a) < len(b) || len(a) == len(b) && a > b {
		a, b = b, a
	}
	return operation{a, b}
}

// mine adds the nearest different words of each word.
func mine(c *romanize.Costs, words []different, found map[[2]string]bool) {
	type near struct {
		d float64
		w string
	}
	for i, x := range words {
		var list []near
		for j, y := range words {
			if i == j || x.latin == y.latin || !apart(x.native, y.native) {
				continue
			}
			if d, ok := c.Distance(x.latin, y.latin, reach); ok {
				list = append(list, near{d, y.latin})
			}
		}
		sort.SliceStable(list, func(a, b int) bool { return list[a].d < list[b].d })
		for _, n := range list[:min(neighbours, len(list))] {
			a, b := x.latin, n.w
			if a > b {
				a, b = b, a
			}
			found[[2]string{a, b}] = true
		}
	}
}

func (r *regression) examples(pairs []pair, negatives map[[2]string]bool) []example {
	var list []example
	for _, p := range pairs {
		if p.a != p.b && !negatives[[2]string{p.a, p.b}] {
			list = append(list, example{r.uses(p.a, p.b), 1, true})
		}
	}
	same := float64(len(list))
	keys := make([][2]string, 0, len(negatives))
	for k := range negatives {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i][0] < keys[j][0] || keys[i][0] == keys[j][0] && keys[i][1] < keys[j][1]
	})
	for _, k := range keys {
		list = append(list, example{r.uses(k[0], k[1]), same / float64(len(keys)), false})
	}
	return list
}

// uses returns the numbers of the operations of the cheapest alignment.
func (r *regression) uses(a, b string) []int {
	x, y := latinModel.symbols(a), latinModel.symbols(b)
	type cell struct {
		cost   float64
		di, dj int
		op     operation
	}
	width := len(y) + 1
	grid := make([]cell, (len(x)+1)*width)
	for i := 0; i <= len(x); i++ {
		for j := 0; j <= len(y); j++ {
			best := cell{cost: math.Inf(1)}
			if i+j == 0 {
				best.cost = 0
			}
			latinModel.steps(x, y, i, j, func(di, dj int, op operation) {
				if c := grid[(i-di)*width+j-dj].cost + r.costOf(op); c < best.cost {
					best = cell{c, di, dj, op}
				}
			})
			grid[i*width+j] = best
		}
	}
	var out []int
	for i, j := len(x), len(y); i > 0 || j > 0; {
		c := grid[i*width+j]
		if c.op.a != c.op.b {
			out = append(out, r.number(canonical(c.op.a, c.op.b), r.costOf(c.op)))
		}
		i, j = i-c.di, j-c.dj
	}
	return out
}

// costOf is the cost of an operation as it stands; one that no pair attests costs capCost
// where it is of single letters, as in romanize.
func (r *regression) costOf(op operation) float64 {
	if op.a == op.b {
		return 0
	}
	if i, ok := r.id[canonical(op.a, op.b)]; ok {
		return r.cost[i]
	}
	if (len(op.a) < 2 || isPlaced(op.a)) && (len(op.b) < 2 || isPlaced(op.b)) {
		return capCost
	}
	return math.Inf(1)
}

// fit descends the gradient of the logistic loss with steps of AdaGrad.
func (r *regression) fit(list []example) {
	square := make([]float64, len(r.ops)+1)
	for step := 0; step < steps; step++ {
		grad := make([]float64, len(r.ops)+1)
		for _, e := range list {
			z := r.bias
			for _, op := range e.ops {
				z -= r.cost[op]
			}
			g := 1 / (1 + math.Exp(-z)) // the probability of "same"
			if e.same {
				g--
			}
			g *= e.weight
			for _, op := range e.ops {
				grad[op] -= g
			}
			grad[len(r.ops)] += g
		}
		for i := range r.cost {
			g := grad[i] + pull*(r.cost[i]-r.prior[i])
			square[i] += g * g
			if g != 0 {
				r.cost[i] -= rate * g / math.Sqrt(square[i]+1e-9)
			}
			r.cost[i] = min(max(r.cost[i], r.least(i)), capCost)
		}
		g := grad[len(r.ops)]
		square[len(r.ops)] += g * g
		if g != 0 {
			r.bias -= rate * g / math.Sqrt(square[len(r.ops)]+1e-9)
		}
	}
}

// minDrop is the least cost of a letter left out. The negative evidence has no words that a
// short vowel parts, since natives do not write it; that does not make it nothing.
const minDrop = 2.0

func (r *regression) least(op int) float64 {
	if isPlaced(r.ops[op].a) {
		return minDrop
	}
	return minCost
}

// apart reports whether two native words are certainly different names: their
// consonants differ, or the long vowels و and ی that they have.
func apart(a, b string) bool {
	return bareForm(a) != bareForm(b)
}

var barer = strings.NewReplacer("ا", "", "آ", "", "ه", "", "ع", "", "ح", "", "ص", "س", "ث", "س", "ذ", "ز", "ض", "ز", "ظ", "ز",
	"ط", "ت", "ټ", "ت", "ق", "ک", "ډ", "د", "ړ", "ر", "ڼ", "ن", "ې", "ی", "څ", "س", "ځ", "ز")

func bareForm(native string) string {
	s := barer.Replace(native)
	// A doubled letter is written once or twice.
	var out []rune
	for _, r := range s {
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}
