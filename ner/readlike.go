package ner

import (
	"slices"

	"github.com/namyab/namyab/gazetteer"
)

// Readings of names that no table writes so: the next article brings a spelling nobody listed.
// The matcher has met what is near enough to be found in running text; here the span and the
// label are known, so that more may be tried. What is like a name need not be it: how much
// likeness says is learned, from texts in which names were written in other spellings (see
// internal/gen/respell).

// leastLike is the least likeness of an entry that is tried, of what Search calls a score.
const leastLike = 0.5

// minLikeWord is the length in bytes of the shortest name of one word that is tried.
const minLikeWord = 5

// readLike adds the entries whose names are likest to a name that is met nowhere as it is
// written, or only as that of something else than its class word says: the Kundus river is not
// Kundus.
func (s *scratch) readLike(g *gazetteer.Gazetteer, m *named, start int) {
	l := &s.link
	kinds := likeKinds[m.label]
	if kinds == nil || !s.mayBeRespelt(m) {
		return
	}
	for k := start + 1; k < len(l.readings); k++ {
		r := &l.readings[k]
		if r.tier == gazetteer.Exact && (m.classFrom != classInside || classFits(m.class, r.kind)) {
			return
		}
	}
	l.buf = append(l.buf[:0], s.doc.Slice(int(m.first), int(m.last))...)
	found := l.likes[m.label].seek(g, l.buf, gazetteer.Options{Kinds: kinds, Limit: maxAnswers, MinScore: leastLike, Worded: true})
	var met [maxAnswers]bool // names by which readings were added
	for _, a := range found.list[:found.n] {
		if a.fuller || m.words == 1 && s.obscure(g, a.entry) {
			continue // a name with a word more is no spelling of this one
		}
		if k := l.withEntry(start, len(l.readings), a.entry); k >= 0 {
			l.readings[k].likeness = a.likeness
			continue
		}
		r := s.readingOf(g, a.entry, gazetteer.Fuzzy)
		r.alias, r.class, r.likeness, r.again = a.alias, a.class, a.likeness, met[a.name]
		met[a.name] = true
		l.readings = append(l.readings, r)
	}
}

// mayBeRespelt reports whether a name is long enough to tell, and no ordinary word. What the
// tables know of a man does not tell him from his son, Jr.
func (s *scratch) mayBeRespelt(m *named) bool {
	if m.numbered || s.junior(m.tail-1) {
		return false
	}
	if m.words > 1 || m.classFrom == classInside {
		return true
	}
	no := gazetteer.Common | gazetteer.Function
	if m.label == Person {
		no |= gazetteer.Given
	}
	return s.doc.Tokens[m.head].Len() >= minLikeWord && !s.class[m.head].Has(no)
}

// leastRenowned is the prior of the least of the places abroad whose names are expected in odd
// spellings: there are thirty thousand, and one of them is like anything.
const leastRenowned = 2

// obscure reports whether an entry is a place abroad that few know. A user's own place without a
// country is none.
func (s *scratch) obscure(g *gazetteer.Gazetteer, entry uint32) bool {
	switch s.entryFacts(g, entry).land {
	case [2]byte{}, [2]byte{'A', 'F'}:
		return false
	}
	return g.Kind(entry).IsPlace() && g.Prior(entry) < leastRenowned
}

// likeKinds are the kinds that a name of a label is sought among: any place for any label of
// places, but for villages, which are too many.
var likeKinds = func() (of [len(labelNames)][]gazetteer.Kind) {
	place := slices.DeleteFunc(gazetteer.Kinds(), func(k gazetteer.Kind) bool { return !k.IsPlace() || k == gazetteer.Village })
	of[Person] = personKind
	of[Org] = slices.DeleteFunc(gazetteer.Kinds(), func(k gazetteer.Kind) bool { return kindLabel(k) != Org })
	of[GPE], of[Loc], of[Fac] = place, place, place
	return of
}()
