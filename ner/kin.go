package ner

import (
	"slices"
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/text"
)

// "His son Sirajuddin": a given name after a word of kinship takes the surname of the people
// named before it (co-reference rule 9). The whole name is then looked up, and what is found
// becomes one more reading.

const (
	kinReach    = 8   // tokens between the word of kinship and the name
	kinBack     = 12  // names looked back over for a surname
	kinAhead    = 4   // then ahead
	kinSurnames = 5   // surnames tried
	kinScore    = 0.9 // least similarity of the made name to a listed one
)

// lendKin adds the readings that kinship gives.
func (s *scratch) lendKin(g *gazetteer.Gazetteer) {
	l := &s.link
	for i := range l.named {
		m := &l.named[i]
		if m.label != Person || m.words > 2 || len(l.wordsOf(i)) == 0 || m.ante >= 0 && m.anteRule != corefFirst {
			continue
		}
		switch {
		case s.kinBefore(m):
			s.kinReadings(g, i, true)
		case m.words == 1 && m.ante < 0 && s.class[m.head].Has(gazetteer.Given):
			s.kinReadings(g, i, false)
		}
	}
}

// kinBefore reports whether a word of kinship stands before the name in its clause.
func (s *scratch) kinBefore(m *named) bool {
	for k := m.first - 1; k >= max(0, m.first-kinReach); k-- {
		t := &s.doc.Tokens[k]
		if s.class[k].Has(gazetteer.Kin) {
			return true
		}
		if t.Kind == text.Punct && strings.IndexByte(".!?;", s.doc.Text[t.Start]) >= 0 {
			return false
		}
	}
	return false
}

// kinReadings adds the people whose name is that of mention i with a surname of the text;
// told says that a word of kinship stands before it.
func (s *scratch) kinReadings(g *gazetteer.Gazetteer, i int, told bool) {
	l := &s.link
	m := &l.named[i]
	var tried [kinSurnames]uint64
	n := 0
	for step := 0; step < kinBack+kinAhead && n < kinSurnames; step++ {
		k := i - 1 - step
		if step >= kinBack {
			k = i + 1 + step - kinBack
		}
		if k < 0 || k >= len(l.named) {
			continue
		}
		o := &l.named[k]
		w := l.wordsOf(k)
		if o.label != Person || len(w) == 0 || slices.Contains(tried[:n], w[len(w)-1]) || w[len(w)-1] == l.wordsOf(i)[0] {
			continue
		}
		tried[n] = w[len(w)-1]
		n++
		l.buf = romanize.AppendKey(l.buf[:0], s.doc.Surface(int(o.tail)-1))
		if !romanize.IsPlain(l.buf) {
			continue // Jan Mohammad's kin are not called Mohammad
		}
		if e := s.member(g, i, o); e != noEntry {
			s.addKin(g, m, e, told)
		}
	}
}

// noAlias stands for the name by which a reading was met that no table lists.
const noAlias = ^uint32(0)

// noEntry stands for "nobody" among remembered answers.
const noEntry = ^uint32(0)

// member looks up the name of mention i with the surname of o, and remembers the answer by the
// keys of their words: a text repeats its families, and no string need be made to know.
func (s *scratch) member(g *gazetteer.Gazetteer, i int, o *named) uint32 {
	l := &s.link
	h := mix(hashBasis, hashBytes(l.buf)) // the key of the surname
	for _, w := range l.wordsOf(i) {
		h = mix(h, w)
	}
	if e, ok := l.members[h]; ok {
		return e
	}
	if l.members == nil || len(l.members) >= maxMembers {
		l.members = make(map[uint64]uint32)
	}
	m := &l.named[i]
	name := s.doc.Slice(int(m.head), int(m.tail)) + " " + s.doc.Surface(int(o.tail)-1)
	e := noEntry
	if found := g.Search(name, gazetteer.Options{Kinds: personKind, Limit: 1, MinScore: kinScore, Keyed: true}); len(found) > 0 {
		e = found[0].Entry.Index
	}
	l.members[h] = e
	return e
}

// maxMembers bounds the names remembered.
const maxMembers = 1 << 16

var personKind = []gazetteer.Kind{gazetteer.Person}

// search looks up a name that stands in no table as it is, and remembers the answer: texts
// repeat their names. The memory is of one set of kinds a name.
func (l *linkScratch) search(g *gazetteer.Gazetteer, name string, least float64, kinds []gazetteer.Kind) uint32 {
	if e, ok := l.sought[name]; ok {
		return e
	}
	if l.sought == nil || len(l.sought) >= maxRemembered {
		l.sought = make(map[string]uint32)
	}
	e := noEntry
	if found := g.Search(name, gazetteer.Options{Kinds: kinds, Limit: 1, MinScore: least}); len(found) > 0 {
		e = found[0].Entry.Index
	}
	l.sought[strings.Clone(name)] = e
	return e
}

// addKin gives m one more reading, unless it has it already.
func (s *scratch) addKin(g *gazetteer.Gazetteer, m *named, entry uint32, told bool) {
	l := &s.link
	if l.has(int(m.readings.from), int(m.readings.to), entry) {
		for k := m.readings.from; k < m.readings.to; k++ {
			if r := &l.readings[k]; !r.nil_ && r.entry == entry {
				r.kin, r.family = told, !told
			}
		}
		return
	}
	r := reading{entry: entry, alias: noAlias, kind: gazetteer.Person, class: gazetteer.Short, added: true, kin: told, family: !told,
		prior: float32(g.Prior(entry)), land: s.entryFacts(g, entry).land}
	start := int32(len(l.readings))
	l.readings = append(l.readings, l.readings[m.readings.from:m.readings.to]...)
	l.readings = append(l.readings, r)
	m.readings = span32{start, int32(len(l.readings))}
	m.best = start
}

// ownKin reports whether a name that follows a word of kinship would, read as entry, make
// somebody his own kin: "Massoud … his son Ahmad" is not Ahmad Shah Massoud.
func (s *scratch) ownKin(m *named, entry uint32) bool {
	l := &s.link
	if !s.namedAsKin(m) {
		return false
	}
	sent := s.sentence(int(m.first))
	for k := l.at - 1; k >= max(0, l.at-kinBack); k-- {
		o := &l.named[k]
		if o.label != Person {
			continue
		}
		if sent-s.sentence(int(o.first)) > 1 {
			return false
		}
		if b := &l.readings[o.best]; !b.nil_ && b.entry == entry {
			return true
		}
	}
	return false
}

// kinOfUnknown reports whether a name follows a word of kinship and the person named last
// before it is in no table.
func (s *scratch) kinOfUnknown(m *named) bool {
	l := &s.link
	if !s.namedAsKin(m) {
		return false
	}
	for k := l.at - 1; k >= max(0, l.at-kinBack); k-- {
		if o := &l.named[k]; o.label == Person {
			return l.readings[o.best].nil_
		}
	}
	return false
}
