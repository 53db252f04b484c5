package eval

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shared opens a file of the evaluation data, which stand beside the checkout and are
// not part of it.
func shared(t *testing.T, name string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "eval", name))
	if os.IsNotExist(err) {
		t.Skip("the evaluation data are not beside the checkout")
	}
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	return f
}

// A system that answers with the gold mentions and clusters scores 1 everywhere.
func TestGoldAgainstItself(t *testing.T) {
	for _, name := range []string{"seeds.jsonl", "dev.jsonl"} {
		t.Run(name, func(t *testing.T) {
			gold, err := ReadGold(shared(t, name))
			require.NoError(t, err)
			pred, err := Align(gold, asPredictions(gold))
			require.NoError(t, err)
			r := Score(gold, pred, nil)
			for _, s := range r.Spans {
				assert.Equal(t, 1.0, s.Overall.F1, s.Scheme)
			}
			for _, c := range r.Clusters {
				assert.InDelta(t, 1, c.BCubed.F1, 1e-9)
				assert.InDelta(t, 1, c.CEAFe.F1, 1e-9)
			}
			assert.Equal(t, r.Doubtful, r.Ignored)
			assert.Empty(t, Mistakes(gold, pred, nil))
		})
	}
}

// asPredictions keeps of gold documents what a system would give.
func asPredictions(gold []Doc) []Doc {
	var out []Doc
	for _, g := range gold {
		clusters := map[string]int{}
		p := Doc{ID: g.ID}
		for i, k := range goldKeys(g.Entities) {
			e := g.Entities[i]
			if clusters[k] == 0 {
				clusters[k] = len(clusters) + 1
			}
			e.Cluster, e.Norm, e.Optional = clusters[k], "", false
			p.Entities = append(p.Entities, e)
		}
		out = append(out, p)
	}
	return out
}
