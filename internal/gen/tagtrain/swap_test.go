package tagtrain

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/gen/annotated"
)

// bracketed makes a text of "[name|LABEL]" marks.
func bracketed(id, s string) annotated.Doc {
	d := annotated.Doc{ID: id}
	for {
		before, rest, found := strings.Cut(s, "[")
		d.Text += before
		if !found {
			return d
		}
		mark, after, _ := strings.Cut(rest, "]")
		name, label, _ := strings.Cut(mark, "|")
		d.Names = append(d.Names, annotated.Name{Start: len(d.Text), End: len(d.Text) + len(name), Label: label})
		d.Text += name
		s = after
	}
}

// surfaces lists the names of a text, and what stands between them.
func surfaces(d annotated.Doc) (names, between []string) {
	at := 0
	for _, n := range d.Names {
		names, between = append(names, d.Text[n.Start:n.End]), append(between, d.Text[at:n.Start])
		at = n.End
	}
	return names, append(between, d.Text[at:])
}

func TestSwap(t *testing.T) {
	n := newNames(gazetteer.Default(), forTraining)
	for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
		d := bracketed(id, "[Ahmad Massoud|PERSON] left [Kabul|GPE] with the [TTP|ORG]. [Massoud|PERSON] saw [Kabul|GPE] burn, "+
			"[Afghanistan|GPE] weep. [MASSOUD|PERSON] wrote as [احمد مسعود|PERSON] in [Bazarak district|GPE].")
		got, ok := swap(d, n, 1)
		require.True(t, ok)
		again, _ := swap(d, n, 1)
		assert.Equal(t, got, again, "the same text and seed give the same names")
		was, around := surfaces(d)
		names, between := surfaces(got)
		assert.Equal(t, around, between, "only names change")
		for i := range names {
			assert.Equal(t, d.Names[i].Label, got.Names[i].Label)
		}
		assert.Equal(t, was[5], names[5], "countries stay")
		assert.Equal(t, was[7], names[7], "native letters stay")
		assert.Equal(t, names[1], names[4], "one name is swapped for one name")
		assert.Equal(t, strings.ToUpper(names[6]), names[6], "capitals stay capitals")
		if names[0] != was[0] && names[3] != was[3] {
			assert.Equal(t, lastWord(names[0]), names[3], "a part is swapped for a part")
		}
	}
}

// TestShares: no name for measuring comes from an entry whose names teach.
func TestShares(t *testing.T) {
	train, measure := newNames(gazetteer.Default(), forTraining), newNames(gazetteer.Default(), forMeasuring)
	for s, list := range measure.pool {
		if s.form == words && s.kind == gazetteer.Person {
			assert.Greater(t, len(list), 200)
			assert.Greater(t, len(train.pool[s]), 3*len(list))
		}
	}
}

func TestDirty(t *testing.T) {
	const text = "He left. \"[Ahmad Massoud|PERSON]'s men, or what was left of them, held [Panjshir|GPE],\" [Amrullah Saleh|PERSON] wrote. "
	d := bracketed("dirt", strings.Repeat(text, 20))
	got := dirty(d, 1)
	assert.Equal(t, got, dirty(d, 1))
	was, _ := surfaces(d)
	names, _ := surfaces(got)
	plain := strings.NewReplacer("\u00a0", " ", "  ", " ", "’", "'")
	for i := range names {
		assert.Equal(t, was[i], plain.Replace(names[i]))
	}
	for _, dirt := range []string{"\u00a0", "  ", "“", "”", "’s", "left.“"} {
		assert.Contains(t, got.Text, dirt)
	}
	assert.NotContains(t, got.Text, "\"")
}
