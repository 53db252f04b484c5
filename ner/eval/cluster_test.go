package eval

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// clustered makes a document whose mentions are numbered by position; a letter is the
// cluster of a mention, a dot a mention that the side does not have.
func clustered(gold bool, letters string) []Entity {
	var es []Entity
	for i, c := range letters {
		if c == '.' {
			continue
		}
		e := ent(10*i, 10*i+5, "PERSON")
		if gold {
			e.Norm = string(c)
		} else {
			e.Cluster = int(c)
		}
		es = append(es, e)
	}
	return es
}

func TestClusterScores(t *testing.T) {
	for _, c := range []struct {
		name, gold, pred string
		b3p, b3r         float64 // over all mentions
		ceafp, ceafr     float64
	}{
		{"equal", "aabbc", "xxyyz", 1, 1, 1, 1},
		{"all in one", "aabb", "xxxx", .5, 1, 2.0 * 2 / 6, 2.0 * 2 / 6 / 2},
		{"all apart", "aaaa", "wxyz", 1, .25, 2.0 / 5 / 4, 2.0 / 5},
		// Luo (2005), figure 1: key {1..5}{6,7}{8..12}; system (b) {1..5}{6..12}
		{"Luo b", "aaaaabbccccc", "xxxxxyyyyyyy", 0.761904761904762, 1, (1 + 10.0/12) / 2, (1 + 10.0/12) / 3},
		// system (c) {1..5,8..12}{6,7}
		{"Luo c", "aaaaabbccccc", "xxxxxyyxxxxx", 0.583333333333333, 1, (1 + 10.0/15) / 2, (1 + 10.0/15) / 3},
		{"one missed", "aab", "xx.", 1, 2.0 / 3, 1, .5},
		{"one spurious", "aa.", "xxy", 2.0 / 3, 1, .5, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			gold, pred := clustered(true, c.gold), clustered(false, c.pred)
			s := Score([]Doc{{Entities: gold}}, []Doc{{Entities: pred}}, nil).Clusters[1]
			assert.Equal(t, "all", s.Mentions)
			assert.InDelta(t, c.b3p, s.BCubed.Precision, 1e-9, "B3 P")
			assert.InDelta(t, c.b3r, s.BCubed.Recall, 1e-9, "B3 R")
			assert.InDelta(t, c.ceafp, s.CEAFe.Precision, 1e-9, "CEAF-e P")
			assert.InDelta(t, c.ceafr, s.CEAFe.Recall, 1e-9, "CEAF-e R")
		})
	}
}

func TestMatchedClustersLeaveTheRestOut(t *testing.T) {
	s := Score([]Doc{{Entities: clustered(true, "aab")}}, []Doc{{Entities: clustered(false, "xx.z")}}, nil).Clusters[0]
	assert.Equal(t, "matched", s.Mentions)
	assert.Equal(t, 1.0, s.BCubed.F1)
	assert.Equal(t, 1.0, s.CEAFe.F1)
}

func TestClusterKeys(t *testing.T) {
	gold := goldKeys([]Entity{ent(0, 1, "ORG", "Islamic State;ISKP"), ent(2, 3, "ORG", "ISKP; Islamic-State"), ent(4, 5, "ORG", "iskp;islamic state"), ent(6, 7, "ORG"), ent(8, 9, "ORG")})
	assert.Equal(t, gold[0], gold[2], "order and case of alternatives do not matter")
	assert.NotEqual(t, gold[0], gold[1], "punctuation is removed, not replaced")
	assert.NotEqual(t, gold[3], gold[4], "mentions without norm are apart")
	pred := predKeys([]Entity{{Cluster: 1}, {Cluster: 1, LinkID: "x"}, {LinkID: "x"}, {LinkID: "x"}, {}, {}})
	assert.Equal(t, pred[0], pred[1])
	assert.NotEqual(t, pred[1], pred[2])
	assert.Equal(t, pred[2], pred[3])
	assert.NotEqual(t, pred[4], pred[5])
}

// bruteForce is the twin of bestAssignment: it tries every choice.
func bruteForce(pairs []weighted) float64 {
	if len(pairs) == 0 {
		return 0
	}
	first, rest := pairs[0], pairs[1:]
	var compatible []weighted
	for _, p := range rest {
		if p.gold != first.gold && p.pred != first.pred {
			compatible = append(compatible, p)
		}
	}
	return max(bruteForce(rest), first.weight+bruteForce(compatible))
}

func TestAssignmentAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		rows, cols := 1+r.IntN(6), 1+r.IntN(6)
		var pairs []weighted
		for i := range rows {
			for j := range cols {
				if r.IntN(10) < 4 {
					pairs = append(pairs, weighted{cell{i, j}, float64(1+r.IntN(20)) / 20})
				}
			}
		}
		if len(pairs) > 16 {
			pairs = pairs[:16]
		}
		assert.InDelta(t, bruteForce(pairs), bestAssignment(pairs), 1e-9, "%v", pairs)
	}
}
