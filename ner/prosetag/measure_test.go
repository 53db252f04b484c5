package prosetag

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/eval"
)

// leastRecall is a little below what prose reaches with this adapter on both files.
var leastRecall = map[string]float64{"PERSON": 0.55, "GPE": 0.72}

// TestMeasure logs what prose alone is worth on the evaluation data (go test -run
// Measure -v): the numbers by which its vote is weighed,
// and holds the recall that the alignment must not lose.
func TestMeasure(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, name := range []string{"seeds.jsonl", "dev.jsonl"} {
		f, err := os.Open(filepath.Join("..", "..", "..", "shared", "eval", name))
		if os.IsNotExist(err) {
			t.Skip("the evaluation data are not beside the checkout")
		}
		require.NoError(t, err)
		gold, err := eval.ReadGold(f)
		require.NoError(t, err)
		require.NoError(t, f.Close())
		var pred []eval.Doc
		tagger := New()
		for _, g := range gold {
			doc := text.Tokenize(g.Text)
			p := eval.Doc{ID: g.ID, Unit: eval.Byte}
			for _, s := range tagger.Tag(nil, doc) {
				p.Entities = append(p.Entities, eval.Entity{Start: doc.Tokens[s.First].Start,
					End: doc.Tokens[s.Last-1].End, Label: s.Label})
			}
			pred = append(pred, p)
		}
		pred, err = eval.Align(gold, pred)
		require.NoError(t, err)
		r := eval.Score(gold, pred, nil)
		for _, c := range append(r.Spans[0].Labels, r.Strict()) {
			if least := leastRecall[c.Label]; c.Recall < least {
				t.Errorf("%s: recall of %s is %.3f, expected %.2f or more", name, c.Label, c.Recall, least)
			}
			t.Logf("%s %-7s P %.3f R %.3f F1 %.3f", name, c.Label, c.Precision, c.Recall, c.F1)
		}
	}
}
