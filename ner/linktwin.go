package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/text"
)

// Names that a unit shares with a place inside it: Kandahar the province and Kandahar the
// city, a district and its village.

// weighTwin marks a province and its capital of one name, since which of the two is meant
// is the commonest doubt of all, with the words that decide it.
func (s *scratch) weighTwin(m *named, r *reading, rs []reading) {
	if m.label != GPE || m.class != gazetteer.NoKind {
		return
	}
	weighSeat(m, r, rs)
	switch r.kind {
	case gazetteer.Province:
		if s.link.hasTwin(m, r) {
			r.add(lTwinCity, m.label)
		}
		switch {
		case s.officeOf(m):
			r.add(lOfficeOf, m.label)
		case s.governorNear(m):
			r.add(lGovernorNear, m.label)
		}
	case gazetteer.City, gazetteer.Town, gazetteer.District:
		if s.link.hasTwin(m, r) {
			r.add(lTwinProvince, m.label)
		}
		if r.kind != gazetteer.District && s.dateline(m) {
			r.add(lDateline, m.label)
		}
	}
}

// seatLikeness is how near the name of a village and that of its district must be for the
// one to stand for the other: Garmsir and Garmser, Gayan and Giyan.
const seatLikeness = 0.8

// seatOf returns the district that a village or town shares its name with, or noEntry.
func seatOf(g *gazetteer.Gazetteer, e *gazetteer.Entry, within []uint32) uint32 {
	if e.Kind < gazetteer.City || e.Kind > gazetteer.Village || len(within) == 0 || g.Kind(within[0]) != gazetteer.District {
		return noEntry
	}
	district := g.Entry(within[0]).Name
	for _, a := range g.Aliases(e.Index) {
		if a.Lang == "" && romanize.Default().Compare(a.Name, district) >= seatLikeness {
			return within[0]
		}
	}
	return noEntry
}

// lendSeats gives a name that is listed for a village the district of which that is the
// seat, though it spells its name otherwise. A town is meant by its own name, but where the
// text says that it speaks of a district.
func (s *scratch) lendSeats(g *gazetteer.Gazetteer, m *named, start int) {
	l := &s.link
	if m.label != GPE {
		return
	}
	for k := start + 1; k < min(len(l.readings), start+1+maxSeats); k++ {
		seat := s.entryFacts(g, l.readings[k].entry).seat
		tier := gazetteer.Folded
		if l.readings[k].kind != gazetteer.Village {
			if m.class != gazetteer.District {
				continue
			}
			tier = l.readings[k].tier
		}
		if seat == noEntry {
			continue
		}
		if j := l.withEntry(start, len(l.readings), seat); j >= 0 {
			l.readings[j].tier = min(l.readings[j].tier, tier)
			continue
		}
		l.readings = append(l.readings, s.readingOf(g, seat, tier))
	}
}

// maxSeats bounds the readings that are looked at for their district.
const maxSeats = 8

// weighSeat marks a district and a village or town of its name inside it: the spelling of
// the one serves the other, and reports mean the district.
func weighSeat(m *named, r *reading, rs []reading) {
	switch r.kind {
	case gazetteer.District:
		for k := 1; k < len(rs); k++ {
			if o := &rs[k]; (o.kind == gazetteer.Village || o.kind == gazetteer.Town) && holds(o, r.entry) {
				r.add(lSeatDistrict, m.label)
				if o.tier < r.tier {
					r.add(lSeatSpelt, m.label)
				}
				break
			}
		}
	case gazetteer.Village, gazetteer.Town:
		for k := 1; k < len(rs); k++ {
			if o := &rs[k]; o.kind == gazetteer.District && holds(r, o.entry) {
				if r.kind == gazetteer.Town {
					r.add(lSeatTown, m.label)
				} else {
					r.add(lSeatVillage, m.label)
				}
				break
			}
		}
	}
}

// governorNear reports whether "governor of X", "X governor", "X provincial council"
// stand around the name.
func (s *scratch) governorNear(m *named) bool {
	for k := max(0, m.first-3); k < min(int32(len(s.doc.Tokens)), m.last+3); k++ {
		if k == m.first {
			k = m.last - 1
			continue
		}
		for _, w := range [...]string{"governor", "provincial", "province", "gubernatorial", "districts"} {
			if s.low(k, w) {
				return true
			}
		}
	}
	return false
}

// officeOf reports whether the name says of what somebody is governor, police chief or member
// of parliament: "the Balkh governor", "Balkh's police chief", "MP from Balkh".
func (s *scratch) officeOf(m *named) bool {
	n := int32(len(s.doc.Tokens))
	k := m.last
	if k < n && s.doc.Tokens[k].Kind == text.Clitic {
		k++
	}
	if k < n && s.anyLow(k, offices[:]) || k+1 < n && s.low(k, "police") && s.anyLow(k+1, chiefs[:]) {
		return true
	}
	k = m.first - 1
	if k < 1 || !s.low(k, "of") && !s.low(k, "for") && !s.low(k, "from") {
		return false
	}
	return s.anyLow(k-1, offices[:]) || k >= 2 && s.low(k-2, "police") && s.anyLow(k-1, chiefs[:])
}

var (
	offices = [...]string{"governor", "governors", "governorship", "gubernatorial", "provincial", "mp", "mps", "lawmaker", "lawmakers", "senator"}
	chiefs  = [...]string{"chief", "commander", "headquarters", "command", "spokesman"}
)

// dateline reports whether the name opens a line in capitals and a comma, bracket or dash
// follows: "KABUL, Afghanistan (Reuters) -".
func (s *scratch) dateline(m *named) bool {
	t := &s.doc.Tokens[m.first]
	if !t.Is(text.Caps) || int(m.last) >= len(s.doc.Tokens) {
		return false
	}
	switch s.doc.Text[s.doc.Tokens[m.last].Start] {
	case ',', '(', '-', '|', ':':
		return true
	}
	return s.doc.Tokens[m.last].Kind == text.Punct
}

// weighTwinContext gives the province of two such readings what the words around the name
// say: in "Zhari district of Kandahar" and "Helmand and Kandahar" the province is meant, in
// "near Kandahar" and "Jalalabad and Kandahar" the city.
func (s *scratch) weighTwinContext(i int, r *reading) {
	l := &s.link
	m := &l.named[i]
	if m.label != GPE || m.class != gazetteer.NoKind || r.kind != gazetteer.Province || !l.hasTwin(m, r) {
		return
	}
	if f := s.twinBefore(m); f > 0 {
		r.add(f, m.label)
	}
	if m.last < int32(len(s.doc.Tokens)) && s.doc.Tokens[m.last].Kind == text.Clitic {
		r.add(lTwinPossessive, m.label)
	}
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(l.named) {
			continue
		}
		o := &l.named[k]
		between := s.between(min(i, k))
		switch b := &l.readings[o.best]; {
		case b.nil_ || between == betweenFar:
		case k < i && holds(b, r.entry) && b.kind != gazetteer.City:
			r.add(lTwinHolds, m.label)
		case between != betweenList:
		case b.kind == gazetteer.Province && !l.hasTwin(o, b):
			r.add(lTwinAmongProvinces, m.label)
		case (b.kind == gazetteer.City || b.kind == gazetteer.Town) && !l.hasTwin(o, b):
			r.add(lTwinAmongCities, m.label)
		}
	}
}

// hasTwin reports whether the name of reading r of m is that of a province and of a city in it.
func (l *linkScratch) hasTwin(m *named, r *reading) bool {
	for k := m.readings.from + 1; k < m.readings.to; k++ {
		o := &l.readings[k]
		if r.kind == gazetteer.Province && (o.kind == gazetteer.City || o.kind == gazetteer.Town) && holds(o, r.entry) ||
			r.kind != gazetteer.Province && o.kind == gazetteer.Province && holds(r, o.entry) {
			return true
		}
	}
	return false
}

const (
	betweenFar  = iota
	betweenList // a comma, "and" or "or"
	betweenIn   // a comma, "in", "of", a class word
)

// between says what stands between mention i and the next.
func (s *scratch) between(i int) int {
	from, to := s.link.named[i].last, s.link.named[i+1].first
	if to-from > 3 || from >= to {
		return betweenFar
	}
	kind := betweenList
	for k := from; k < to; k++ {
		switch {
		case s.low(k, ","), s.low(k, "and"), s.low(k, "or"), s.low(k, "&"), s.doc.Tokens[k].Kind == text.Number: // Badghis 9, Farah 12
		case s.low(k, "in"), s.low(k, "("), s.low(k, "of"), s.low(k, "the"), s.classKind(k) != gazetteer.NoKind:
			kind = betweenIn
		default:
			return betweenFar
		}
	}
	return kind
}

// twinBefore returns the feature of the word before a name, or 0.
func (s *scratch) twinBefore(m *named) int {
	k := m.first - 1
	switch {
	case m.unitOf:
		return lTwinUnitOf
	case k < 0:
		return lTwinStart
	case s.low(k, "in"):
		return lTwinIn
	case s.low(k, "of"):
		return s.twinOf(k - 1)
	case s.anyLow(k, towards[:]):
		return lTwinTo
	case s.anyLow(k, beside[:]):
		return lTwinNear
	case s.anyLow(k, across[:]):
		return lTwinAcross
	case s.doc.Tokens[k].Kind == text.Punct && s.doc.Text[s.doc.Tokens[k].Start] != ',':
		return lTwinStart
	}
	return 0
}

// twinOf tells "north of X", "streets of X" and "parts of X" apart.
func (s *scratch) twinOf(k int32) int {
	switch {
	case k > 0 && s.low(k-1, "the") && s.anyLow(k, courses[:4]):
		return lTwinAcross // "in the west of Ghazni"
	case k >= 0 && s.anyLow(k, courses[:]):
		return lTwinNear
	case k >= 0 && s.anyLow(k, parts[:]):
		return lTwinAcross
	}
	return lTwinOf
}

var (
	towards = [...]string{"to", "toward", "towards", "into", "from", "at", "reach", "reached", "leave", "left", "enter", "entered"}
	beside  = [...]string{"near", "outside", "around", "beyond", "between", "past", "via"}
	across  = [...]string{"across", "throughout", "rural", "most", "parts", "whole", "southern", "northern", "eastern", "western", "central"}
	courses = [...]string{"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "outside",
		"streets", "centre", "center", "suburb", "suburbs", "edge", "miles", "kilometres", "kilometers", "km", "bazaar", "mayor", "siege", "city"}
	parts = [...]string{"parts", "part", "areas", "districts", "villages", "all", "most", "half", "north", "countryside", "governor", "capital", "chief"}
)
