package main

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// information is what the exchange makes large, computed from the tokens alone.
func information(t *corpusText, class []int32, k int) float64 {
	pairs, left, right := map[[2]int32]int{}, make([]int, k), make([]int, k)
	for i := 1; i < len(t.tokens); i++ {
		a, b := class[t.tokens[i-1]], class[t.tokens[i]]
		pairs[[2]int32{a, b}]++
		left[a]++
		right[b]++
	}
	table := newExchanger(t, k).xlogx
	sum := 0.0
	for a := range int32(k) {
		for b := range int32(k) {
			sum += table[pairs[[2]int32{a, b}]]
		}
		sum -= table[left[a]] + table[right[a]]
	}
	return sum
}

func TestExchangeFindsTheWordsThatAreAlike(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	names, places := []string{"Omar", "Karim", "Nadia", "Latif"}, []string{"Kabul", "Herat", "Balkh", "Ghor"}
	counts := map[string]int{}
	var sentences [][]string
	for range 400 {
		s := strings.Fields(names[rng.IntN(4)] + " went to " + places[rng.IntN(4)] + " today")
		for _, w := range s {
			counts[w]++
		}
		sentences = append(sentences, s)
	}
	text := number(sentences, counts, 1)
	e := newExchanger(text, 6)
	before := information(text, e.class, 6)
	for e.round() > 0 {
		after := information(text, e.class, 6)
		require.Greater(t, after, before, "each round gains")
		before = after
	}
	of := map[string]int32{}
	for i, w := range text.words {
		of[w] = e.class[i]
	}
	for i := range 4 {
		assert.Equal(t, of["Omar"], of[names[i]])
		assert.Equal(t, of["Kabul"], of[places[i]])
	}
	assert.NotEqual(t, of["Omar"], of["Kabul"])
	seen := map[string]bool{}
	for c, p := range e.tree()[1:] {
		assert.False(t, seen[p], "class %d has the path of another", c+1)
		seen[p] = true
	}
}
