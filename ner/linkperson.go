package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
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

// titleReach is how many words before a name may belong to its title, and after it to an
// apposition.
const titleReach = 7

// appendTitleWords collects the words that say what a person is: the title before the
// name back to a stop, and the apposition after it ("X, the governor of Y,").
func (s *scratch) appendTitleWords(dst []uint32, m *named) []uint32 {
	if m.label != Person {
		return dst
	}
	doc := &s.doc
	for k := m.first - 1; k >= max(0, m.first-titleReach); k-- {
		t := &doc.Tokens[k]
		if t.Kind == text.Punct && doc.Text[t.Start] != '-' && doc.Text[t.Start] != ',' {
			break
		}
		if h, ok := roleWord(doc.Text[t.Start:t.End]); ok {
			dst = append(dst, h)
		}
	}
	n := int32(len(doc.Tokens))
	if m.last+1 < n && s.low(m.last, "of") { // King Abdullah of Jordan
		if h, ok := roleWord(doc.Surface(int(m.last + 1))); ok {
			dst = append(dst, h)
		}
		return dst
	}
	if m.last >= n || doc.Text[doc.Tokens[m.last].Start] != ',' && !s.low(m.last, "is") && !s.low(m.last, "was") {
		return dst
	}
	for k := m.last + 1; k < min(n, m.last+1+titleReach); k++ {
		t := &doc.Tokens[k]
		if t.Kind == text.Punct && doc.Text[t.Start] != '-' {
			break
		}
		if h, ok := roleWord(doc.Text[t.Start:t.End]); ok {
			dst = append(dst, h)
		}
	}
	return dst
}

func (s *scratch) weighPerson(g *gazetteer.Gazetteer, m *named, r *reading, f *entryFacts, when moment) {
	s.weighRoles(m, r, f, when)
	weighLife(m, r, f, when, s.speaks(m))
	for _, b := range f.bodies {
		if s.link.meant[b] > 0 {
			r.add(lBody, m.label)
			break
		}
	}
	s.weighGeneration(g, m, r, f)
}

// weighRoles counts the words of the title that one role of the entry has.
func (s *scratch) weighRoles(m *named, r *reading, f *entryFacts, when moment) {
	now := when.number()
	best, bestNow := 0, false
	office, later := false, len(f.roles) > 0 && now > 0
	for i := range f.roles {
		role := &f.roles[i]
		held := role.dated && now > 0 && heldAt(role.from, role.to, now)
		office = office || held
		later = later && role.from > widen(now)
		n := overlap(s.link.titleWords, role.words)
		if n > best || n == best && n > 0 && held {
			best, bestNow = n, held || !role.dated
		}
	}
	switch {
	case best >= 3:
		r.add(lRole3, m.label)
	case best == 2:
		r.add(lRole2, m.label)
	case best == 1:
		r.add(lRole1, m.label)
	case len(f.roles) > 0 && m.first > 0 && s.class[m.first-1].Has(gazetteer.Title|gazetteer.RoleWord):
		r.add(lRoleNone, m.label)
	}
	if best > 0 && now > 0 {
		if bestNow {
			r.add(lRoleNow, m.label)
		} else {
			r.add(lRoleStale, m.label)
		}
	}
	if office {
		r.add(lInOffice, m.label)
	}
	if later {
		r.add(lNotYet, m.label)
	}
}

func overlap(a, b []uint32) int {
	n := 0
	for i, x := range a {
		for _, y := range b {
			if x == y && !contains(a[:i], x) {
				n++
				break
			}
		}
	}
	return n
}

func contains(list []uint32, x uint32) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// heldAt reports whether now (YYYYMMDD, zeros for what is unknown) falls between from and
// to. Years alone are whole years: a role to 2014 still holds in December 2014.
func heldAt(from, to, now int) bool {
	if from > 0 && widen(now) < from {
		return false
	}
	return to == 0 || now <= widen(to)
}

// widen makes a date without month or day the last day of its year or month.
func widen(d int) int {
	if d%10000 == 0 {
		return d + 1231
	}
	if d%100 == 0 {
		return d + 31
	}
	return d
}

func weighLife(m *named, r *reading, f *entryFacts, when moment, speaks bool) {
	year := when.year
	if year == 0 {
		return
	}
	if f.died > 0 && f.died < year {
		r.add(lDead, m.label)
		if speaks {
			r.add(lDeadSpeaks, m.label)
		}
	}
	if f.born > 0 && f.born+15 > year {
		r.add(lUnborn, m.label)
	}
}

// speaks reports whether a verb of speech stands right beside the name: the dead are
// quoted in other words.
func (s *scratch) speaks(m *named) bool {
	n := int32(len(s.doc.Tokens))
	return m.last < n && s.class[m.last].Has(gazetteer.SpeechVerb) ||
		m.first > 0 && s.class[m.first-1].Has(gazetteer.SpeechVerb)
}

// weighGeneration heeds Jr. and Sr., "the late", "son of" and "father of". Who is the
// younger of two with one name is read from the years of birth of the readings.
func (s *scratch) weighGeneration(g *gazetteer.Gazetteer, m *named, r *reading, f *entryFacts) {
	young, old := s.generation(m)
	if !young && !old {
		return
	}
	younger, older := true, true
	for k := m.readings.from + 1; k < m.readings.to; k++ {
		o := &s.link.readings[k]
		if o.entry == r.entry || o.kind != gazetteer.Person {
			continue
		}
		b := s.entryFacts(g, o.entry)
		if b.born == 0 || f.born == 0 {
			continue
		}
		younger = younger && f.born > b.born
		older = older && f.born < b.born
	}
	if young && younger {
		r.add(lJunior, m.label)
	}
	if old && older {
		r.add(lSenior, m.label)
	}
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
	if m.first == 0 {
		return false, false
	}
	k := m.first - 1
	if s.low(k, "young") || s.low(k, "younger") || s.low(k, "junior") || s.low(k, "son") || s.low(k, "daughter") {
		return true, false
	}
	if s.low(k, "elder") || s.low(k, "senior") || s.low(k, "father") || s.low(k, "late") {
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
