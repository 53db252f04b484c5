package ner_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner"
)

func sum(rs []ner.Reason) float64 {
	total := 0.0
	for _, r := range rs {
		total += r.Weight
	}
	return total
}

// checkReasons holds that explanations add up: the reasons of a claim to the log-odds of
// its score, the reasons of the readings to the log-odds that order them and whose softmax
// is the score of the link.
func checkReasons(t testing.TB, d *ner.Document) {
	t.Helper()
	for i := range d.Mentions {
		m := &d.Mentions[i]
		require.InDelta(t, m.Score, sigmoid(sum(m.Reasons)), 2e-3, "%q: reasons of the span", m.Text)
		checkLink(t, m)
	}
	require.NotNil(t, d.Trace)
	for i := range d.Trace.Dropped {
		x := &d.Trace.Dropped[i]
		require.InDelta(t, x.Score, sigmoid(sum(x.Reasons)), 2e-3, "%q: reasons of the dropped claim", x.Text)
		require.Equal(t, x.Text, d.Text[x.Start:x.End])
		require.NotEmpty(t, x.Why)
	}
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// checkLink compares the scores of all readings of a mention, NIL among them, with the
// softmax of their sums.
func checkLink(t testing.TB, m *ner.Mention) {
	t.Helper()
	scores := []float64{sum(m.NILReasons)}
	require.NotEmpty(t, m.NILReasons, "%q: NIL is always a reading", m.Text)
	for _, c := range m.Candidates {
		scores = append(scores, sum(c.Reasons))
	}
	z := 0.0
	best := 0
	for k, s := range scores {
		z += math.Exp(s)
		if s > scores[best] {
			best = k
		}
	}
	for k := range m.Candidates {
		c := &m.Candidates[k]
		require.InDelta(t, math.Exp(scores[k+1])/z, c.Score, 2e-3, "%q: reasons of %s", m.Text, c.Entry.ID)
		require.False(t, c.NIL())
		if k > 0 {
			require.GreaterOrEqual(t, scores[k]+1e-4, scores[k+1], "%q: candidates are ranked", m.Text)
		}
	}
	switch {
	case m.Link.NIL():
		require.GreaterOrEqual(t, scores[0]+1e-4, scores[best], "%q is NIL although an entry scores higher", m.Text)
	default:
		require.NotEmpty(t, m.Candidates)
		require.Equal(t, m.Candidates[0].Link, m.Link, "%q: the link is the first candidate", m.Text)
	}
}

// TestReasonsAddUp holds it over the project's own texts.
func TestReasonsAddUp(t *testing.T) {
	rec := recognizer(t, explained)
	for i, d := range ownTexts(t) {
		if testing.Short() && i%10 != 0 {
			continue
		}
		date, err := ner.ParseDate(d.Date)
		require.NoError(t, err)
		checkReasons(t, rec.RecognizeDated(d.Text, date))
	}
}

// TestExplainNamesCoref: the explanation cites the rule and the fuller name.
func TestExplainNamesCoref(t *testing.T) {
	d := recognizer(t, explained).Recognize("Hamid Karzai spoke in Kabul on Monday. Karzai said the road was open.")
	require.NotEmpty(t, d.Mentions)
	m := d.Mentions[len(d.Mentions)-1]
	require.Equal(t, "Karzai", m.Text)
	assert.Equal(t, "Hamid Karzai", m.Fuller)
	assert.Equal(t, "4 last word of a fuller name", m.Coref)
	assert.Len(t, d.Trace.Tokens, 15)
}

// TestFeatureNames: every feature has a name of its own, since tables and explanations are
// read by it.
func TestFeatureNames(t *testing.T) {
	claims, links := ner.FeatureNames()
	for _, names := range [][]string{claims, links} {
		seen := map[string]bool{}
		for i, n := range names {
			assert.NotEmpty(t, n, "feature %d", i)
			assert.False(t, seen[n], "feature name %q is used twice", n)
			seen[n] = true
		}
	}
}
