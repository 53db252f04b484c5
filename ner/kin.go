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

// noEntry stands for "nobody" among remembered answers.
const noEntry = ^uint32(0)

var personKind = []gazetteer.Kind{gazetteer.Person}

// member looks up the name of mention i with the surname of o.
func (s *scratch) member(g *gazetteer.Gazetteer, i int, o *named) uint32 {
	l := &s.link
	m := &l.named[i]
	l.buf = append(l.buf[:0], s.doc.Slice(int(m.head), int(m.tail))...)
	l.buf = append(l.buf, ' ')
	l.buf = append(l.buf, s.doc.Surface(int(o.tail)-1)...)
	found := l.members.seek(g, l.buf, gazetteer.Options{Kinds: personKind, Limit: 1, MinScore: kinScore, Keyed: true})
	return found.first()
}

// addKin gives m one more reading, unless it has it already.
func (s *scratch) addKin(g *gazetteer.Gazetteer, m *named, entry uint32, told bool) {
	l := &s.link
	if k := l.withEntry(int(m.readings.from), int(m.readings.to), entry); k >= 0 {
		l.readings[k].kin, l.readings[k].family = told, !told
		return
	}
	r := s.readingOf(g, entry, gazetteer.Exact)
	r.class, r.added, r.kin, r.family = gazetteer.Short, true, told, !told
	start := len(l.readings)
	l.readings = append(l.readings, l.readings[m.readings.from:m.readings.to]...)
	l.readings = append(l.readings, r)
	l.reread(m, start)
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
