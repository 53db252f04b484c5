package crf

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// every calls f with each legal sequence of n tags, as bruteforce twin of the recurrences.
func every(labels, n int, f func(tags []uint8)) {
	tags := make([]uint8, n)
	var at func(i int)
	at = func(i int) {
		for t := range 4*labels + 1 {
			if i == 0 && !starts(t) || i > 0 && !legal(int(tags[i-1]), t) {
				continue
			}
			tags[i] = uint8(t)
			if i+1 < n {
				at(i + 1)
			} else if ends(t) {
				f(tags)
			}
		}
	}
	at(0)
}

// lattice is a random sentence: emissions and transitions.
type lattice struct {
	labels, n   int
	emissions   []int32
	transitions []int32
}

func randomLattice(rng *rand.Rand, labels, n, size int) lattice {
	tags := 4*labels + 1
	l := lattice{labels, n, make([]int32, n*tags), make([]int32, tags*tags)}
	for i := range l.emissions {
		l.emissions[i] = int32(rng.IntN(2*size+1) - size)
	}
	for i := range l.transitions {
		l.transitions[i] = int32(rng.IntN(size+1) - size/2)
	}
	return l
}

func (l *lattice) score(tags []uint8) int32 {
	width := 4*l.labels + 1
	s := int32(0)
	for i, t := range tags {
		s += l.emissions[i*width+int(t)]
		if i > 0 {
			s += l.transitions[int(tags[i-1])*width+int(t)]
		}
	}
	return s
}

func TestViterbiFindsTheBestPath(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for round := range 400 {
		l := randomLattice(rng, 1+round%3, 1+round%5, 1+rng.IntN(60))
		want := int32(illegal)
		every(l.labels, l.n, func(tags []uint8) { want = max(want, l.score(tags)) })
		c := newChain(l.labels, l.transitions)
		var p path
		got := make([]uint8, l.n)
		best := p.best(&c, spreadOf(&c), l.emissions, l.n, got)
		require.Equal(t, want, best, "round %d", round)
		require.Equal(t, want, l.score(got), "round %d: the tags must score what was promised", round)
	}
}

// The loops for 6 labels are written apart.
func TestSixLabels(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for round := range 40 {
		l := randomLattice(rng, 6, 1+round%4, 1+rng.IntN(60))
		want := int32(illegal)
		every(l.labels, l.n, func(tags []uint8) { want = max(want, l.score(tags)) })
		c := newChain(l.labels, l.transitions)
		var p path
		got := make([]uint8, l.n)
		require.Equal(t, want, p.best(&c, spreadOf(&c), l.emissions, l.n, got), "round %d", round)
		require.Equal(t, want, l.score(got), "round %d: the tags must score what was promised", round)
	}
	for range 3 {
		l := randomLattice(rng, 6, 3, 3)
		all := 0.0
		every(l.labels, l.n, func(tags []uint8) { all += math.Exp(float64(l.score(tags))) })
		s, c, psi := runSums(&l)
		checkSpans(t, &l, s, c, psi, all)
	}
}

func TestViterbiPathsAreLegal(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		l := randomLattice(rng, 1+rng.IntN(maxLabels), 1+rng.IntN(40), 100)
		c := newChain(l.labels, l.transitions)
		var p path
		got := make([]uint8, l.n)
		p.best(&c, spreadOf(&c), l.emissions, l.n, got)
		require.True(t, starts(int(got[0])))
		require.True(t, ends(int(got[l.n-1])))
		for i := 1; i < l.n; i++ {
			require.True(t, legal(int(got[i-1]), int(got[i])), "%d then %d", got[i-1], got[i])
		}
	}
}

func TestMarginalsSumAllPaths(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for round := range 150 {
		l := randomLattice(rng, 1+round%2, 1+round%5, 1+rng.IntN(4))
		width := 4*l.labels + 1
		all, at := 0.0, make([]float64, l.n*width)
		every(l.labels, l.n, func(tags []uint8) {
			w := math.Exp(float64(l.score(tags)))
			all += w
			for i, t := range tags {
				at[i*width+int(t)] += w
			}
		})
		s, c, psi := runSums(&l)
		for i := range at {
			require.InDelta(t, at[i]/all, float64(s.forward[i]*s.backward[i]), 1e-4, "round %d", round)
		}
		checkSpans(t, &l, s, c, psi, all)
	}
}

func runSums(l *lattice) (*sums, *chain[float32], []float32) {
	exps := make([]float32, len(l.transitions))
	for i, w := range l.transitions {
		exps[i] = float32(math.Exp(float64(w)))
	}
	psi := make([]float32, len(l.emissions))
	for i, w := range l.emissions {
		psi[i] = float32(math.Exp(float64(w)))
	}
	c := newChain(l.labels, exps)
	s := &sums{}
	s.run(&c, psi, l.n, 0)
	return s, &c, psi
}

// checkSpans compares the probability of each possible span with the share of the paths that hold it.
func checkSpans(t *testing.T, l *lattice, s *sums, c *chain[float32], psi []float32, all float64) {
	t.Helper()
	for label := range l.labels {
		for first := range l.n {
			for last := first + 1; last <= l.n; last++ {
				want := 0.0
				wanted := make([]uint8, l.n)
				writeTags(wanted, first, last, label)
				every(l.labels, l.n, func(tags []uint8) {
					for i := first; i < last; i++ {
						if tags[i] != wanted[i] {
							return
						}
					}
					want += math.Exp(float64(l.score(tags)))
				})
				assert.InDelta(t, want/all, float64(s.span(c, psi, first, last, label)), 1e-4)
			}
		}
	}
}

func TestLegalTransitions(t *testing.T) {
	tests := []struct {
		name string
		a, b int
		want bool
	}{
		{"O then O", tagO, tagO, true},
		{"O then B", tagO, tagOf(1, posB), true},
		{"O then U", tagO, tagOf(1, posU), true},
		{"O then I", tagO, tagOf(1, posI), false},
		{"O then L", tagO, tagOf(1, posL), false},
		{"B then I of the same", tagOf(1, posB), tagOf(1, posI), true},
		{"B then L of the same", tagOf(1, posB), tagOf(1, posL), true},
		{"B then I of another", tagOf(1, posB), tagOf(0, posI), false},
		{"B then O", tagOf(1, posB), tagO, false},
		{"B then B", tagOf(1, posB), tagOf(1, posB), false},
		{"I then L", tagOf(2, posI), tagOf(2, posL), true},
		{"I then O", tagOf(2, posI), tagO, false},
		{"L then B of another", tagOf(0, posL), tagOf(1, posB), true},
		{"L then I", tagOf(0, posL), tagOf(0, posI), false},
		{"U then U", tagOf(0, posU), tagOf(1, posU), true},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, legal(tt.a, tt.b), tt.name)
	}
}
