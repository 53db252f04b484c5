package ner

import (
	"github.com/namyab/namyab/gazetteer"
)

// moment is the time of a text: its date, or the latest year that it names.
type moment struct {
	date Date
	year int // of the date, or the latest year named, or 0
}

// number returns the time as YYYYMMDD, 0 when nothing is known.
func (w moment) number() int {
	if w.date.Year > 0 {
		return w.date.number()
	}
	return w.year * 10000
}

func (s *scratch) weighPerson(g *gazetteer.Gazetteer, m *named, k int32, f *entryFacts, when moment) {
	r := &s.link.readings[k]
	s.weighRoles(m, k, f, when)
	s.weighLife(m, r, f, when)
	for _, b := range f.bodies {
		if s.link.meant[b] > 0 {
			r.add(lBody, m.label)
			break
		}
	}
	s.weighGeneration(g, m, r, f)
	s.weighSex(m, r, f)
	s.weighCleric(m, r)
	if m.words == 1 && s.ownKin(m, r.entry) {
		r.add(lOwnKin, m.label)
	}
}

// weighGeneration heeds Jr. and Sr., "the late", "son of" and "father of". Who is the
// younger of two with one name is read from the years of birth of the readings.
func (s *scratch) weighGeneration(g *gazetteer.Gazetteer, m *named, r *reading, f *entryFacts) {
	young, old := s.generation(m)
	if !young && !old {
		return
	}
	own := f.birth()
	younger, older := own > 0, own > 0
	for k := m.readings.from + 1; k < m.readings.to; k++ {
		o := &s.link.readings[k]
		if o.entry == r.entry || o.kind != gazetteer.Person || !s.link.family(o) {
			continue
		}
		if born := s.entryFacts(g, o.entry).birth(); born > 0 {
			younger = younger && own >= born
			older = older && own <= born
		}
	}
	if young && younger {
		r.add(lJunior, m.label)
	}
	if old && older {
		r.add(lSenior, m.label)
	}
	if own > 0 && (young && !younger || old && !older) {
		r.add(lAgeClash, m.label)
	}
}

// kinPrior is how well known somebody is at least who is thought of, unnamed, when a text
// speaks of the elder and the younger of a family.
const kinPrior = 3

// family reports whether a reading is one whom "the elder" and "the younger" set apart:
// those of the surname whom the text names when there are two, else the well known too.
func (l *linkScratch) family(r *reading) bool {
	return l.bears(r.entry) || len(l.bearers) < 2 && r.prior >= kinPrior
}

// lifeSpan is how old people are taken to have died whose birth is not known.
const lifeSpan = 60

// birth returns the year of birth, guessed from that of death or from a role such as "son
// of X", or 0.
func (f *entryFacts) birth() int {
	switch {
	case f.born > 0:
		return f.born
	case f.died > 0:
		return f.died - lifeSpan
	}
	return f.age
}

// generation reports whether the words around a name make its bearer the younger or the
// older of a family: "Massoud Jr.", "the young Massoud", "Massoud's father".
func (s *scratch) generation(m *named) (young, old bool) {
	n := int32(len(s.doc.Tokens))
	tail := m.last - 1
	if s.low(tail, "jr.") || s.low(tail, "jr") || m.last < n && (s.low(m.last, "jr.") || s.low(m.last, "jr")) {
		return true, false
	}
	if s.low(tail, "sr.") || s.low(tail, "sr") || m.last < n && (s.low(m.last, "sr.") || s.low(m.last, "sr")) {
		return false, true
	}
	if m.last+1 < n && (s.low(m.last, "the") || m.last+2 < n && s.low(m.last, ",") && s.low(m.last+1, "the")) {
		k := m.last + 1
		if s.low(m.last, ",") {
			k++
		}
		switch { // "Massoud the younger", "Massoud, the elder,"
		case s.low(k, "younger"), s.low(k, "son"):
			return true, false
		case s.low(k, "elder"), s.low(k, "father"):
			return false, true
		}
	}
	if m.first == 0 {
		return false, false
	}
	k := m.first - 1
	if s.low(k, "young") || s.low(k, "younger") || s.low(k, "junior") {
		return true, false
	}
	if s.low(k, "elder") || s.low(k, "senior") || s.low(k, "late") || s.low(k, "old") {
		return false, true
	}
	if k >= 1 && s.low(k, "of") && (s.low(k-1, "son") || s.low(k-1, "daughter") || s.low(k-1, "sons")) {
		return false, true
	}
	return false, false
}

// weighGone marks units that did not exist at the date.
func weighGone(m *named, r *reading, f *entryFacts, when moment) {
	now := when.number()
	if now > 0 && (f.from > 0 || f.to > 0) && !heldAt(f.from, f.to, now) {
		r.add(lGone, m.label)
	}
}
