package ner

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner/eval"
)

// givenSpans makes the scratch that the linker would see had Resolve kept exactly the
// marked names, so that tests of linking do not hang on the weights of claims. The text is
// in bracket format without its header: "[Hamid Karzai|PERSON] spoke."
func givenSpans(t testing.TB, marked string) (s *scratch, kept []int32) {
	t.Helper()
	docs, err := eval.ReadBracketed(strings.NewReader("## t\n"+marked), "given")
	require.NoError(t, err)
	require.Len(t, docs, 1)
	d := docs[0]
	g := gazetteer.Default()
	s = &scratch{matcher: g.NewMatcher()}
	s.doc.Reset(d.Text)
	s.lookUp(g)
	for _, e := range d.Entities {
		start, end := d.Bytes(e)
		label, err := ParseLabel(e.Label)
		require.NoError(t, err)
		first, last := tokensAt(t, s, start, end)
		s.claims = append(s.claims, claim{first: first, last: last, label: label, prob: 1,
			match: s.matchOf(first, last), name: -1})
		kept = append(kept, int32(len(kept)))
	}
	s.kept = kept
	return s, kept
}

// tokensAt returns the tokens that cover exactly the given bytes.
func tokensAt(t testing.TB, s *scratch, start, end int) (first, last int32) {
	t.Helper()
	first = -1
	for i := range s.doc.Tokens {
		if s.doc.Tokens[i].Start == start {
			first = int32(i)
		}
		if s.doc.Tokens[i].End == end && first >= 0 {
			return first, int32(i) + 1
		}
	}
	require.Fail(t, "no tokens", "%q is not whole tokens", s.doc.Text[start:end])
	return 0, 0
}

// linkGiven links the marked names of a text as of a date, "" for none.
func linkGiven(t testing.TB, marked, date string) *scratch {
	t.Helper()
	d, err := ParseDate(date)
	require.NoError(t, err)
	s, kept := givenSpans(t, marked)
	s.identify(gazetteer.Default(), kept, d)
	return s
}

// surfaceOf returns what mention i looks like in the text.
func (s *scratch) surfaceOf(i int) string {
	m := &s.link.named[i]
	return s.doc.Slice(int(m.first), int(m.last))
}

func TestGivenSpans(t *testing.T) {
	s, kept := givenSpans(t, "[پنجشیر|GPE] and [Pol-e Khumri|GPE]’s [U.S.|GPE]-led men.")
	require.Len(t, kept, 3)
	var got []string
	for i := range s.claims {
		got = append(got, s.doc.Slice(int(s.claims[i].first), int(s.claims[i].last)))
	}
	require.Equal(t, []string{"پنجشیر", "Pol-e Khumri", "U.S."}, got)
	require.True(t, utf8.ValidString(s.doc.Text))
}

// entryID returns the number of an entry of the embedded tables, 0 for "".
func entryID(t testing.TB, id string) uint32 {
	t.Helper()
	if id == "" {
		return 0
	}
	e, ok := gazetteer.Default().ByID(id)
	require.True(t, ok, id)
	return e.Index
}
