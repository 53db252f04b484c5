package ner

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// randomClaims makes n claims over a short text, each range and label once, as the flow
// hands them over. With coarse probabilities sums are exact and ties are common.
func randomClaims(rnd *rand.Rand, n int, coarse bool) []claim {
	type key struct {
		first, last int32
		label       Label
	}
	seen := map[key]bool{}
	var claims []claim
	for len(claims) < n {
		first := int32(rnd.IntN(14))
		k := key{first, first + 1 + int32(rnd.IntN(4)), Labels[rnd.IntN(len(Labels))]}
		if seen[k] {
			continue
		}
		seen[k] = true
		p := rnd.Float32()
		if coarse {
			p = float32(rnd.IntN(9)) / 8
		}
		claims = append(claims, claim{first: k.first, last: k.last, label: k.label, prob: p})
	}
	return claims
}

// bruteForce is the slow twin of resolver.choose: it looks at every subset of the claims
// above the cut. Of sets with equal gain and size, the one whose claims come earlier by
// (end, start, label) wins, compared from the last claim back.
func bruteForce(claims []claim, cut float32) (kept []int32, gain float64) {
	var ids []int32
	for i := range claims {
		if claims[i].prob > cut {
			ids = append(ids, int32(i))
		}
	}
	slices.SortFunc(ids, func(a, b int32) int {
		x, y := &claims[a], &claims[b]
		if x.last != y.last {
			return int(x.last - y.last)
		}
		if x.first != y.first {
			return int(x.first - y.first)
		}
		return int(x.label) - int(y.label)
	})
	best := uint32(0)
	for set := uint32(1); set < 1<<len(ids); set++ {
		g, ok := gainOf(claims, ids, set, cut)
		if !ok {
			continue
		}
		if g > gain || g == gain && bits.OnesCount32(set) < bits.OnesCount32(best) {
			best, gain = set, g
		}
	}
	for k, id := range ids {
		if best&(1<<k) != 0 {
			kept = append(kept, id)
		}
	}
	return kept, gain
}

// gainOf sums the gain of a set of claims; ok is false when two of them overlap.
func gainOf(claims []claim, ids []int32, set uint32, cut float32) (gain float64, ok bool) {
	end := int32(0)
	for k, id := range ids {
		if set&(1<<k) == 0 {
			continue
		}
		if claims[id].first < end {
			return 0, false
		}
		end = claims[id].last
		gain += float64(claims[id].prob - cut)
	}
	return gain, true
}

func TestChooseIsBruteForce(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var r resolver
	for round := range 1500 {
		claims := randomClaims(rnd, rnd.IntN(13), true)
		want, _ := bruteForce(claims, 0.375)
		got := r.choose(nil, claims, 0.375)
		require.Equal(t, want, got, "round %d: %+v", round, claims)
	}
}

// With any probabilities sums are rounded, so that two sets may be equally good; the gain
// is what counts then.
func TestChooseGainsMost(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var r resolver
	for range 1500 {
		claims := randomClaims(rnd, rnd.IntN(13), false)
		_, want := bruteForce(claims, defaultMinProbability)
		got := r.choose(nil, claims, defaultMinProbability)
		sum := 0.0
		for _, id := range got {
			sum += float64(claims[id].prob - defaultMinProbability)
		}
		require.InDelta(t, want, sum, 1e-6)
		requireApart(t, claims, got, defaultMinProbability)
	}
}

// requireApart holds what the rest of the flow relies on: sorted, no overlaps, above the cut.
func requireApart(t *testing.T, claims []claim, kept []int32, cut float32) {
	t.Helper()
	end := int32(0)
	for _, id := range kept {
		c := &claims[id]
		require.GreaterOrEqual(t, c.first, end, "overlap or order: %+v", claims)
		require.Greater(t, c.prob, cut)
		end = c.last
	}
}

func TestChooseDoesNotHeedTheOrderOfClaims(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	var r resolver
	pick := func(claims []claim) (out []claim) {
		for _, id := range r.choose(nil, claims, 0.375) {
			out = append(out, claims[id])
		}
		return out
	}
	for range 200 {
		claims := randomClaims(rnd, 2+rnd.IntN(40), true)
		want := pick(claims)
		for range 5 {
			rnd.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
			require.Equal(t, want, pick(claims))
		}
	}
}

func TestChoose(t *testing.T) {
	c := func(first, last int32, label Label, p float32) claim {
		return claim{first: first, last: last, label: label, prob: p}
	}
	for _, tc := range []struct {
		name   string
		claims []claim
		want   []int32
	}{
		{"nothing", nil, nil},
		{"at the cut", []claim{c(0, 1, GPE, 0.375)}, nil},
		{"neighbours both stand", []claim{c(0, 1, GPE, 0.5), c(1, 2, GPE, 0.5)}, []int32{0, 1}},
		{"the likelier label", []claim{c(0, 2, GPE, 0.5), c(0, 2, Person, 0.75)}, []int32{1}},
		{"the likelier span", []claim{c(0, 3, Org, 0.5), c(1, 2, GPE, 0.875)}, []int32{1}},
		{"two short ones outweigh a long one", []claim{c(0, 3, Org, 0.75), c(0, 1, GPE, 0.625), c(2, 3, GPE, 0.625)}, []int32{1, 2}},
		{"tie: fewer claims", []claim{c(0, 3, Org, 0.625), c(0, 1, GPE, 0.5), c(2, 3, GPE, 0.5)}, []int32{0}},
		{"tie: the one that ends first", []claim{c(0, 3, Org, 0.5), c(0, 2, Org, 0.5)}, []int32{1}},
		{"tie: the smaller label", []claim{c(0, 2, Norp, 0.5), c(0, 2, Person, 0.5)}, []int32{1}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var r resolver
			assert.Equal(t, tc.want, r.choose(nil, tc.claims, 0.375))
			assert.Equal(t, append([]int32{-7}, tc.want...), r.choose([]int32{-7}, tc.claims, 0.375), "appends to dst")
		})
	}
}
