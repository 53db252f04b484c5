package ner_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner"
)

const optionText = "Hamid Karzai met Taliban envoys in Kandahar. Afghan police closed Salang Tunnel; Karzai left Panjshir Valley."

func TestWithLabels(t *testing.T) {
	all := recognizer(t, plain).Recognize(optionText)
	for _, want := range [][]ner.Label{{ner.Person}, {ner.Org, ner.Norp}, {ner.GPE, ner.Loc, ner.Fac}, ner.Labels[:]} {
		rec, err := ner.New(ner.WithLabels(want...))
		require.NoError(t, err)
		var left []ner.Mention
		for _, m := range all.Mentions {
			for _, l := range want {
				if m.Label == l {
					left = append(left, m)
				}
			}
		}
		assert.Equal(t, left, rec.Recognize(optionText).Mentions, "%v: the same mentions, links and clusters as without", want)
	}
	rec, err := ner.New(ner.WithLabels())
	require.NoError(t, err)
	assert.Equal(t, all, rec.Recognize(optionText), "no labels named: all")
	rec, err = ner.New(ner.WithLabels(ner.Label(200)))
	require.NoError(t, err)
	assert.Empty(t, rec.Recognize(optionText).Mentions)
}

func TestWithCandidates(t *testing.T) {
	all := recognizer(t, explained).Recognize(optionText)
	for n := 1; n <= 4; n++ {
		rec, err := ner.New(ner.WithCandidates(n))
		require.NoError(t, err)
		got := rec.Recognize(optionText)
		require.Len(t, got.Mentions, len(all.Mentions))
		for i, m := range got.Mentions {
			full := all.Mentions[i].Candidates
			require.Len(t, m.Candidates, min(n, len(full)), m.Text)
			for k, c := range m.Candidates {
				assert.Equal(t, full[k].Link, c.Link, "the first %d of the same ranking", n)
				assert.Empty(t, c.Reasons, "reasons are for explanations")
			}
			assert.Empty(t, m.Reasons)
		}
		assert.Nil(t, got.Trace)
	}
	for _, m := range recognizer(t, plain).Recognize(optionText).Mentions {
		assert.Nil(t, m.Candidates, "not asked for")
	}
}

func TestWithMinProbability(t *testing.T) {
	last := -1
	for _, p := range []float64{0, 0.3, 0.6, 0.9, 0.99, 1} {
		rec, err := ner.New(ner.WithMinProbability(p))
		require.NoError(t, err)
		n := 0
		for _, m := range rec.Recognize(strings.Join(dirtyTexts, "\n")).Mentions {
			assert.GreaterOrEqual(t, m.Score, p-1e-4)
			n++
		}
		if last >= 0 {
			assert.LessOrEqual(t, n, last+2, "more certainty gives fewer names (two short names may stand in for a long one)")
		}
		last = n
	}
	assert.Zero(t, last, "nothing is more than certain")
}

func TestNewErrors(t *testing.T) {
	_, err := ner.New(ner.WithTagger("spacy"))
	require.Error(t, err)
	assert.ErrorContains(t, err, `"spacy"`)
	assert.ErrorContains(t, err, "crf, prose, none")
}

func TestLabels(t *testing.T) {
	for _, l := range ner.Labels {
		got, err := ner.ParseLabel(l.String())
		require.NoError(t, err)
		assert.Equal(t, l, got)
	}
	for _, bad := range []string{"", "PER", "person", "MISC", " GPE"} {
		_, err := ner.ParseLabel(bad)
		require.Error(t, err, bad)
		assert.ErrorContains(t, err, "PERSON, ORG, GPE, LOC, FAC, NORP")
	}
	assert.Equal(t, "Label(99)", ner.Label(99).String())
}

// TestRolesAsOfTheDate: the record says what a person was then, not what he became.
func TestRolesAsOfTheDate(t *testing.T) {
	rec := recognizer(t, plain)
	roles := func(date string) string {
		d, err := ner.ParseDate(date)
		require.NoError(t, err)
		doc := rec.RecognizeDated("Hamid Karzai spoke in Kabul.", d)
		require.NotEmpty(t, doc.Mentions)
		require.Equal(t, "Hamid Karzai", doc.Mentions[0].Link.Entry.Name)
		return strings.ToLower(strings.Join(doc.Mentions[0].Link.Roles, "; "))
	}
	assert.Contains(t, roles("2008-05-01"), "president")
	assert.NotContains(t, roles("1998-05-01"), "president of")
	assert.NotEqual(t, roles("2008-05-01"), roles("2018-05-01"))
	for _, m := range rec.Recognize("Kabul is dry.").Mentions {
		assert.Empty(t, m.Link.Roles, "places have no roles")
	}
}

// TestDocumentDate: the date given, else the one that the text gives for itself.
func TestDocumentDate(t *testing.T) {
	rec := recognizer(t, bare)
	const text = "KABUL, January 15, 2011 (Desk) - Hamid Karzai spoke."
	assert.Equal(t, "2011-01-15", rec.Recognize(text).Date.String())
	assert.Equal(t, "2012", rec.RecognizeDated(text, ner.Date{Year: 2012}).Date.String())
	assert.Empty(t, rec.Recognize("Hamid Karzai spoke.").Date.String())
}
