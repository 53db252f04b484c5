package gazetteer_test

import (
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/namyab/namyab/gazetteer"
)

// choice is one pair of the development tables: the answers to a spelling, and which are right.
type choice struct {
	class   string
	name    string
	fold    int
	answers []gazetteer.Ranked
	right   []bool
	present bool // a right one is among them
	weight  float64
}

type weights [len(gazetteer.RankWeights)][len(gazetteer.RankWeights[0])]float64

// choices gathers the answers to the pairs. Those of the embedded gazetteer are asked for
// with their kinds and without.
func choices(t *testing.T) (out []choice) {
	t.Helper()
	ask := func(g *gazetteer.Gazetteer, class, variant string, weight float64, kinds []gazetteer.Kind, right func(gazetteer.Entry) bool) {
		h := fnv.New32a()
		_, _ = h.Write([]byte(strings.ToLower(variant)))
		c := choice{class: class, name: variant, fold: int(h.Sum32()>>7) & 1, weight: weight, answers: gazetteer.RankedOf(g, variant, kinds)}
		for _, a := range c.answers {
			c.right = append(c.right, right(a.Entry))
		}
		c.present = slices.Contains(c.right, true)
		out = append(out, c)
	}
	g := gazetteer.Default()
	for _, p := range gazetteer.PlacePairs(t) {
		right := func(e gazetteer.Entry) bool {
			return e.Name == p.Canonical || g.HasName(e.Index, p.Canonical) || strings.TrimPrefix(e.ID, "loc/") == p.ID
		}
		open := 1.0
		if p.Class == "village" {
			open = 0.05 // there are many, of whom nobody asks
		}
		ask(g, p.Class, p.Variant, 1, gazetteer.KindsOfPlace(p.Class), right)
		ask(g, "open "+p.Class, p.Variant, open, nil, right)
	}
	for _, p := range gazetteer.ActorPairs(t) {
		right := func(e gazetteer.Entry) bool { return e.Name == p.Canonical || g.HasName(e.Index, p.Canonical) }
		ask(g, p.Class, p.Variant, 3, gazetteer.KindsOfActor(p.Class), right) // there are few
		ask(g, "open "+p.Class, p.Variant, 3, nil, right)
	}
	pairs, names, find := twoLists(t)
	list := userOnly(t, names)
	for _, p := range pairs {
		ask(list, "two lists", p[0], 6, []gazetteer.Kind{gazetteer.Person}, func(e gazetteer.Entry) bool { return find(e.Name) == find(p[1]) })
	}
	toLatin, toNative, latin, native := bothScripts(t)
	for i, list := range []*gazetteer.Gazetteer{userOnly(t, latin), userOnly(t, native)} {
		for _, p := range [][][2]string{toLatin, toNative}[i] {
			ask(list, "other script", p[0], 0.3, []gazetteer.Kind{gazetteer.Person}, func(e gazetteer.Entry) bool { return e.Name == p[1] })
		}
	}
	return out
}

func weigh(w *weights, a *gazetteer.Ranked) float64 {
	sum := 0.0
	for i, v := range a.Traits {
		sum += w[a.Family][i] * v
	}
	return sum
}

// learn fits the weights by AdaGrad on the log-likelihood of the right answers.
func learn(cs []choice, use func(*choice) bool) (w weights) {
	var squares weights
	var p, r []float64
	for epoch := range 40 {
		rate := 0.15 / (1 + float64(epoch)/8)
		for i := range cs {
			c := &cs[i*stride%len(cs)] // mixed, and always the same way
			if !c.present || !use(c) {
				continue
			}
			p, r = posterior(c, &w, p[:0], r[:0])
			var grad weights
			for k, a := range c.answers {
				for n, v := range a.Traits {
					grad[a.Family][n] += (r[k] - p[k]) * v
				}
			}
			for f := range grad {
				hold(&w, f)
				for n, d := range grad[f] {
					d = c.weight*d - 0.001*w[f][n]
					squares[f][n] += d * d
					w[f][n] += rate * d / (math.Sqrt(squares[f][n]) + 1e-8)
				}
			}
		}
	}
	for f := range w {
		hold(&w, f)
	}
	return w
}

// stride is a prime that divides no number of pairs.
const stride = 7919

// mostAlien is the most that a place abroad may weigh: the pairs hold none, and cities of the
// world have one English spelling.
const mostAlien = -2.0

// hold keeps weights where they make sense: more edits are never better, and the famous are
// asked for more often than the pairs, which have every name once, say.
func hold(all *weights, family int) {
	w := &all[family]
	for i := range gazetteer.TraitTitles {
		w[i] = min(w[i], 0)
	}
	w[gazetteer.TraitTitles] = max(w[gazetteer.TraitTitles], 0)
	w[gazetteer.TraitFame] = max(w[gazetteer.TraitFame], 0.1)
	if family == 0 {
		w[gazetteer.TraitAlien] = min(w[gazetteer.TraitAlien], mostAlien)
	}
}

// posterior appends the probability of each answer, and the same among the right ones.
func posterior(c *choice, w *weights, p, r []float64) (all, right []float64) {
	best := math.Inf(-1)
	for k := range c.answers {
		p = append(p, weigh(w, &c.answers[k]))
		best = max(best, p[k])
	}
	sum, sumRight := 0.0, 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - best)
		sum += p[k]
		if c.right[k] {
			sumRight += p[k]
		}
	}
	for k := range p {
		q := 0.0
		if c.right[k] {
			q = p[k] / max(sumRight, 1e-300)
		}
		r = append(r, q)
		p[k] /= sum
	}
	return p, r
}

// lost describes why answer at stands before the best right one.
func (c *choice) lost(w *weights, at int) string {
	s := fmt.Sprintf("%s: %s; %s %.1f", c.class, c.name, c.answers[at].Entry.Name, c.answers[at].Traits)
	best := -1
	for k, r := range c.right {
		if r && (best < 0 || weigh(w, &c.answers[k]) > weigh(w, &c.answers[best])) {
			best = k
		}
	}
	if best < 0 {
		return s + "; none"
	}
	return fmt.Sprintf("%s; %s %.1f", s, c.answers[best].Entry.Name, c.answers[best].Traits)
}

// TestRankWeights learns the weights of the ranking on one half of the development pairs and
// tests them on the other, both ways round; with PRINT=1 it prints the weights learned on all.
func TestRankWeights(t *testing.T) {
	cs := choices(t)
	right, n := map[string]int{}, map[string]int{}
	loss := map[string]float64{}
	var lost []string
	for fold := range 2 {
		w := learn(cs, func(c *choice) bool { return c.fold != fold })
		for i := range cs {
			c := &cs[i]
			if c.fold != fold {
				continue
			}
			n[c.class]++
			if c.present {
				p, _ := posterior(c, &w, nil, nil)
				q := 0.0
				for k := range p {
					if c.right[k] {
						q += p[k]
					}
				}
				loss[c.class] -= math.Log(max(q, 1e-9))
			}
			best, at := math.Inf(-1), -1
			for k := range c.answers {
				if v := weigh(&w, &c.answers[k]); v > best {
					best, at = v, k
				}
			}
			if at >= 0 && c.right[at] {
				right[c.class]++
			} else if at >= 0 {
				lost = append(lost, c.lost(&w, at))
			}
		}
	}
	for _, class := range slices.Sorted(maps.Keys(loss)) {
		t.Logf("%-42s %.4f nats", class, loss[class]/float64(n[class]))
	}
	gazetteer.Report(t, right, n, lost)
	var w weights
	for f := range w {
		w[f] = gazetteer.RankWeights[f]
	}
	for _, w := range []weights{w, learn(cs, func(*choice) bool { return true })} {
		ok := map[string]int{}
		for i := range cs {
			c := &cs[i]
			best, at := math.Inf(-1), -1
			for k := range c.answers {
				if v := weigh(&w, &c.answers[k]); v > best {
					best, at = v, k
				}
			}
			if at >= 0 && c.right[at] {
				ok[c.class]++
			}
		}
		t.Log("SHIPPED", ok)
	}
	assert.GreaterOrEqual(t, float64(right["village"])/float64(n["village"]), 0.90)
	assert.GreaterOrEqual(t, float64(right["district"])/float64(n["district"]), 0.96)
	if os.Getenv("PRINT") != "" {
		w := learn(cs, func(*choice) bool { return true })
		t.Logf("%.2f", w)
	}
}
