package ner_test

import (
	"math"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

// TestCalibrated measures how far the score of a mention is from the share of mentions
// with that score whose span and label are right: the expected calibration error over ten
// bins (Guo et al. 2017).
func TestCalibrated(t *testing.T) {
	rec, err := ner.New()
	require.NoError(t, err)
	articles, err := filepath.Glob("../testdata/articles/*.txt")
	require.NoError(t, err)
	for name, paths := range map[string][]string{"dev": {filepath.Join(evalFolder, "dev.jsonl")}, "articles": articles} {
		t.Run(name, func(t *testing.T) {
			var gold []eval.Doc
			for _, path := range paths {
				gold = append(gold, readGold(t, path)...)
			}
			var bins [10]struct{ n, right, sum float64 }
			total := 0.0
			for _, g := range gold {
				d := rec.Recognize(g.Text)
				pred := predicted(g.ID, d)
				for _, p := range eval.Pair(g.Entities, pred.Entities) {
					if p.Pred < 0 || p.Outcome == eval.IgnoredMention {
						continue
					}
					score := d.Mentions[p.Pred].Score
					b := &bins[min(9, int(score*10))]
					b.n++
					b.sum += score
					total++
					if p.Outcome == eval.SameSpanLabel {
						b.right++
					}
				}
			}
			ece := 0.0
			for i, b := range bins {
				if b.n > 0 {
					t.Logf("score %.1f–%.1f: %4.0f mentions, mean score %.3f, right %.3f", float64(i)/10, float64(i+1)/10, b.n, b.sum/b.n, b.right/b.n)
					ece += math.Abs(b.sum-b.right) / total
				}
			}
			t.Logf("expected calibration error %.4f", ece)
			assert.LessOrEqual(t, ece, 0.05)
		})
	}
}
