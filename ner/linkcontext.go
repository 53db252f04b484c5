package ner

import (
	"math"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// anchor is a place that the text names beyond much doubt.
type anchor struct {
	entry    uint32
	named    int32
	lat, lon float64
}

type landCount struct {
	land [2]byte
	n    int32
}

// maxAnchors bounds the places against which distances are measured.
const maxAnchors = 64

// anchorMargin is by how much the best reading must beat the second for its mention to
// serve as evidence for others, in log-odds.
const anchorMargin = 1.0

// dropAnchors reads every mention by its own evidence alone and notes the places, countries
// and bodies that come out sure.
func (s *scratch) dropAnchors(g *gazetteer.Gazetteer) {
	l := &s.link
	l.anchors, l.lands = l.anchors[:0], l.lands[:0]
	clear(l.meant)
	clear(l.states)
	for i := range l.named {
		m := &l.named[i]
		best, margin := l.lead(m)
		m.best = best
		r := &l.readings[best]
		if r.nil_ || margin < anchorMargin {
			continue
		}
		l.meant[r.entry]++
		if r.kind == gazetteer.Country && r.class != gazetteer.Demonym {
			l.states[r.entry] = true
		}
		if r.kind.IsPlace() || r.class == gazetteer.Demonym {
			l.countLand(r.land)
			if r.kind != gazetteer.Country {
				s.dropAnchor(g, r.entry, int32(i))
			}
		}
	}
}

// dropAnchor notes a sure place once; one that several mentions name serves them all.
func (s *scratch) dropAnchor(g *gazetteer.Gazetteer, entry uint32, named int32) {
	l := &s.link
	for k := range l.anchors {
		if l.anchors[k].entry == entry {
			l.anchors[k].named = -1
			return
		}
	}
	if len(l.anchors) < maxAnchors {
		if f := s.entryFacts(g, entry); f.hasPoint {
			l.anchors = append(l.anchors, anchor{entry: entry, named: named, lat: f.lat, lon: f.lon})
		}
	}
}

func (l *linkScratch) countLand(land [2]byte) {
	if land == [2]byte{} {
		return
	}
	for i := range l.lands {
		if l.lands[i].land == land {
			l.lands[i].n++
			return
		}
	}
	l.lands = append(l.lands, landCount{land, 1})
}

// lead returns the best reading of a mention and its lead over the second.
func (l *linkScratch) lead(m *named) (best int32, margin float32) {
	best = m.readings.from
	second := float32(math.Inf(-1))
	for k := m.readings.from + 1; k < m.readings.to; k++ {
		switch sc := l.readings[k].score; {
		case sc > l.readings[best].score, sc == l.readings[best].score && l.readings[k].entry < l.readings[best].entry:
			second = l.readings[best].score
			best = k
		case sc > second:
			second = sc
		}
	}
	return best, l.readings[best].score - second
}

// weighCredit weighs a body that stands behind a stroke: there the press names itself, under a
// photograph ("Watan Yar/EPA").
func (s *scratch) weighCredit(m *named, r *reading) {
	switch {
	case m.label != Org || m.first == 0 || !s.low(m.first-1, "/"):
	case r.kind == gazetteer.Media:
		r.add(lCredit, m.label)
	default:
		r.add(lCreditOther, m.label)
	}
}

// weighContext adds to the readings of mention i what the rest of the text says of them.
func (s *scratch) weighContext(g *gazetteer.Gazetteer, i int, when moment) {
	l := &s.link
	m := &l.named[i]
	l.at = i
	l.titleWords = s.appendTitleWords(l.titleWords[:0], m)
	beside := l.landBeside(s, i)
	if m.label == Person {
		s.rankRoles(g, m, when)
		l.mourned = s.mourned(m)
	}
	s.gatherBearers(i)
	if m.label == GPE || m.label == Loc || m.label == Fac {
		s.findHomes(i)
	}
	for k := m.readings.from; k < m.readings.to; k++ {
		r := &l.readings[k]
		s.weighFuller(m, r)
		if m.label == Person {
			l.weighBearers(m, r)
		}
		if r.nil_ {
			continue
		}
		f := s.entryFacts(g, r.entry)
		l.weighLand(m, r, beside)
		s.weighCredit(m, r)
		if r.kind.IsPlace() && m.label != Norp && m.label != Org {
			l.reading = k
			s.weighPlace(i, r, f)
			s.weighTwinContext(i, r)
			weighGone(m, r, f, when)
		}
		if r.kind == gazetteer.Person {
			s.weighPerson(g, m, k, f, when)
		}
		if r.kind.IsPeople() || r.class == gazetteer.Demonym {
			s.weighPeople(i, r)
		}
	}
}

// weighFuller compares a reading with those of the fuller name and of the same surface.
func (s *scratch) weighFuller(m *named, r *reading) {
	l := &s.link
	if m.ante >= 0 {
		a := &l.readings[l.named[m.ante].best]
		switch {
		case r.nil_ && a.nil_ && (m.anteRule == corefFirst || m.anteRule == corefInner):
			r.add(lNILFirstNIL, m.label)
		case r.nil_ && a.nil_:
			r.add(lNILAnteNIL, m.label)
		case r.nil_:
			r.add(lNILAnteKnown, m.label)
		case len(l.bearers) > 0: // see weighBearers
		default:
			f := anteFeatures(m)
			if !a.nil_ && a.entry == r.entry {
				r.add(f.same, m.label)
			} else {
				r.add(f.other, m.label)
			}
		}
		switch {
		case !r.added:
		case m.anteRule == corefEnds:
			r.add(lEndsAdded, m.label)
		default:
			r.add(lAnteAdded, m.label)
		}
	}
	if r.nil_ {
		if m.words == 1 && m.label == Person && s.kinOfUnknown(m) {
			r.add(lNILKin, m.label)
		}
		return
	}
	if r.kin {
		r.add(lKin, m.label)
	}
	if r.family {
		r.add(lFamily, m.label)
	}
	if r.titled {
		r.add(lTitled, m.label)
	}
	if before, ok := l.seen[m.key^uint64(m.label)]; ok && !m.bare() {
		b := &l.readings[l.named[before].best]
		if !b.nil_ && b.entry == r.entry {
			r.add(lAgainSame, m.label)
		} else {
			r.add(lAgainOther, m.label)
		}
	}
	if kinds, ok := l.classes[m.key]; ok && m.class == gazetteer.NoKind && r.kind.IsPlace() {
		if kinds&(1<<r.kind) != 0 {
			r.add(lNamedAgain, m.label)
		} else {
			r.add(lNamedOther, m.label)
		}
	}
}

// anteFeatures returns what agreement and disagreement with the fuller name are called,
// which depends on the rule that found it.
func anteFeatures(m *named) (f struct{ same, other int }) {
	f.same, f.other = lAnteSame, lAnteOther
	switch m.anteRule {
	case corefEnds:
		f.same, f.other = lEndsSame, lEndsOther
	case corefFirst:
		f.same, f.other = lFirstSame, lFirstOther
	case corefInner:
		f.same, f.other = lInnerSame, lInnerOther
	}
	return f
}

// landReach is how many tokens may stand between a country and the body or office of it.
const landReach = 6

// landBeside returns the country of the mention that stands right before mention i
// ("Pakistan's Foreign Ministry", "Russian Ambassador"), or zero.
func (l *linkScratch) landBeside(s *scratch, i int) [2]byte {
	if land := l.landAfter(s, i); land != [2]byte{} {
		return land
	}
	if i == 0 {
		return [2]byte{}
	}
	p, m := &l.named[i-1], &l.named[i]
	r := &l.readings[p.best]
	if r.nil_ || r.kind != gazetteer.Country || m.first-p.last > landReach || s.crossesStop(p.last, m.first) {
		return [2]byte{}
	}
	for k := p.last; k < m.first; k++ {
		if s.class[k].Has(gazetteer.SpeechVerb) {
			return [2]byte{} // "an official in Afghanistan told AFP"
		}
	}
	return r.land
}

// landAfter returns the country of which mention i is a body: "Security Council of Tajikistan".
func (l *linkScratch) landAfter(s *scratch, i int) [2]byte {
	if i+1 == len(l.named) || l.named[i].label != Org || !s.low(l.named[i].last, "of") {
		return [2]byte{}
	}
	o := &l.named[i+1]
	if r := &l.readings[o.best]; o.first-l.named[i].last <= 2 && !r.nil_ && r.kind == gazetteer.Country {
		return r.land
	}
	return [2]byte{}
}

// crossesStop reports whether a full stop, comma or bracket stands between two tokens.
func (s *scratch) crossesStop(from, to int32) bool {
	for k := from; k < to; k++ {
		if t := &s.doc.Tokens[k]; t.Kind == text.Punct && s.doc.Text[t.Start] != '-' {
			return true
		}
	}
	return false
}

func (l *linkScratch) weighLand(m *named, r *reading, beside [2]byte) {
	if r.land == [2]byte{} || r.kind == gazetteer.Country {
		return
	}
	if beside != [2]byte{} && (m.label == Org || m.label == Person) {
		if beside == r.land {
			r.add(lCountryBeside, m.label)
		} else {
			r.add(lCountryOther, m.label)
		}
	}
	most, n := [2]byte{}, int32(0)
	met := false
	for _, c := range l.lands {
		if c.n > n {
			most, n = c.land, c.n
		}
		met = met || c.land == r.land
	}
	if most == r.land {
		r.add(lFocus, m.label)
	}
	if met {
		r.add(lCountryNamed, m.label)
	} else if len(l.lands) > 0 {
		r.add(lCountryUnnamed, m.label)
	}
}
