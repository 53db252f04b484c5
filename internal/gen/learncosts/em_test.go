package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// toy holds pairs in which oo stands for u, and once p for b.
func toy() []pair {
	var pairs []pair
	for _, w := range [][2]string{
		{"masood", "masud"}, {"noor", "nur"}, {"gool", "gul"}, {"mahmood", "mahmud"}, {"dawood", "dawud"},
		{"kabool", "kabul"}, {"zabool", "zabul"}, {"bul", "pul"}, {"nur", "nur"}, {"gul", "gul"}, {"masud", "masud"},
	} {
		pairs = append(pairs, pair{w[0], w[1], 4})
	}
	return pairs
}

func TestLearnFindsUnits(t *testing.T) {
	pairs := toy()
	costs := latinCosts(learn(pairs, latinModel), frequencies(pairs))
	oo, ok := costs[operation{"oo", "u"}]
	require.True(t, ok, "oo and u are one operation")
	bp, ok := costs[operation{"b", "p"}]
	require.True(t, ok)
	assert.Less(t, oo, bp)
}

func TestLearnIsReproducible(t *testing.T) {
	pairs := toy()
	f := frequencies(pairs)
	want := string(habitTable(learn(pairs, latinModel), f, len(pairs)))
	for range 3 {
		require.Equal(t, want, string(habitTable(learn(pairs, latinModel), f, len(pairs))))
	}
}

func TestNegativeEvidenceRaisesCosts(t *testing.T) {
	pairs := toy()
	costs := latinCosts(learn(pairs, latinModel), frequencies(pairs))
	words := []different{{"bul", "بل"}, {"pul", "پل"}, {"bar", "بر"}, {"par", "پر"}}
	fitted, err := discriminate(costs, pairs, words)
	require.NoError(t, err)
	assert.Greater(t, fitted[operation{"b", "p"}], fitted[operation{"oo", "u"}])
}

func TestPlausible(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want bool
	}{
		{"panjshir", "panjsheer", true},
		{"khel", "kheyl", true},
		{"haji", "mullah", false},
		{"province", "wardak", false},
	} {
		assert.Equal(t, row.want, plausible(row.a, row.b), "%s %s", row.a, row.b)
	}
}
