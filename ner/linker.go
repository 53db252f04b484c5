package ner

import (
	"math"
	"sort"

	"github.com/namyab/namyab/gazetteer"
)

// Linking decides identity, and nothing else does. Every mention gets its readings (NIL
// and the entries whose names it meets); each reading is the sum of the weights of its
// features (linkfeatures.go), first of those that it has by itself, then of those that
// the rest of the text gives it; the best reading wins, and its softmax probability is
// the score of the link. Fuller names are read before shorter ones, so that "Massoud" can
// lean on "Ahmad Massoud" before or after it.

// identify links the kept claims and forms clusters. The outcome stands in s.link.named.
func (s *scratch) identify(g *gazetteer.Gazetteer, kept []int32, date Date) {
	l := &s.link
	l.begin(g)
	for _, c := range kept {
		cl := &s.claims[c]
		m := named{claim: c, first: cl.first, last: cl.last, label: cl.label, ante: -1}
		s.splitClass(&m)
		if m.head != m.first || m.tail != m.last {
			cl.name = s.matchOf(m.head, m.tail)
		}
		l.named = append(l.named, m)
	}
	s.keyNames()
	s.gatherReadings(g)
	s.lendBracketed()
	l.lendTitled()
	s.findFuller()
	s.lendReadings()
	s.lendKin(g)
	l.noteClasses()
	for i := range l.named {
		s.weighStatic(&l.named[i])
	}
	s.dropAnchors(g)
	when := moment{date: date, year: date.Year}
	if when.year == 0 {
		when.year = latestYear(&s.doc)
	}
	for _, i := range l.inOrder() {
		m := &l.named[i]
		s.weighContext(g, int(i), when)
		m.best, _ = l.lead(m)
		l.settleFuller(m)
		l.seen[m.key^uint64(m.label)] = i
	}
	l.agree()
	l.formClusters()
}

func (l *linkScratch) begin(g *gazetteer.Gazetteer) {
	if l.seen == nil {
		l.seen = make(map[uint64]int32)
		l.meant = make(map[uint32]int32)
		l.classes = make(map[uint64]uint64)
		l.states = make(map[uint32]bool)
		if home, ok := g.ByID("loc/AF"); ok {
			l.home = home.Index
		}
	}
	clear(l.seen)
	clear(l.classes)
	l.named = l.named[:0]
}

// matchOf returns the gazetteer match of exactly the tokens first to last, or -1.
func (s *scratch) matchOf(first, last int32) int32 {
	k := sort.Search(len(s.matches), func(k int) bool { return s.matches[k].First >= int(first) })
	for ; k < len(s.matches) && s.matches[k].First == int(first); k++ {
		if s.matches[k].Last == int(last) {
			return int32(k)
		}
	}
	return -1
}

// noteClasses remembers which kinds the text asks for by name: after "Kandahar province"
// a bare Kandahar is more likely the province.
func (l *linkScratch) noteClasses() {
	for i := range l.named {
		if m := &l.named[i]; m.class != gazetteer.NoKind {
			l.classes[m.key] |= 1 << m.class
		}
	}
}

// lendReadings gives a shorter name the readings of the fuller one that its own listed
// names do not have.
func (s *scratch) lendReadings() {
	l := &s.link
	l.spare = l.spare[:0]
	for i := range l.named {
		m := &l.named[i]
		if m.ante < 0 {
			continue
		}
		a := &l.named[m.ante]
		if m.anteRule == corefInitials && l.narrow(m, a) {
			continue
		}
		from := len(l.spare)
		l.spare = append(l.spare, l.readings[m.readings.from:m.readings.to]...)
		for k := a.readings.from + 1; k < min(a.readings.to, a.readings.from+5); k++ {
			r := l.readings[k]
			if r.added || r.nil_ || l.withEntry(int(m.readings.from), int(m.readings.to), r.entry) >= 0 {
				continue
			}
			r.added, r.class = true, gazetteer.Short
			l.spare = append(l.spare, r)
		}
		if n := len(l.spare) - from; n > int(m.readings.to-m.readings.from) {
			start := len(l.readings)
			l.readings = append(l.readings, l.spare[from:]...)
			l.reread(m, start)
		}
		l.spare = l.spare[:0]
	}
}

// narrow gives an acronym that the text explains the readings of the long name in place of its
// own, if that has any: whatever else AFF may be, here it is the Afghanistan Freedom Front.
func (l *linkScratch) narrow(m, long *named) bool {
	if long.readings.to-long.readings.from < 2 {
		return false
	}
	start := len(l.readings)
	l.readings = append(l.readings, reading{nil_: true})
	for k := long.readings.from + 1; k < min(long.readings.to, long.readings.from+5); k++ {
		r := l.readings[k]
		r.added, r.class = true, gazetteer.Short
		if j := l.withEntry(int(m.readings.from), int(m.readings.to), r.entry); j >= 0 {
			r = l.readings[j]
		}
		l.readings = append(l.readings, r)
	}
	l.reread(m, start)
	return true
}

// lendTitled gives a bare name that is in no table the readings of the same name that stands
// with a title elsewhere: after "Mullah Shirin" a Shirin is he.
func (l *linkScratch) lendTitled() {
	clear(l.byKey)
	if l.byKey == nil {
		l.byKey = make(map[uint64]int32)
	}
	for i := range l.named {
		m := &l.named[i]
		if m.label != Person || m.words != 1 {
			continue
		}
		if m.readings.to-m.readings.from > 1 {
			if _, met := l.byKey[m.key]; !met {
				l.byKey[m.key] = int32(i)
			}
		} else if j, met := l.byKey[m.key]; met {
			titled := l.named[j].readings
			start := len(l.readings)
			l.readings = append(l.readings, l.readings[titled.from:titled.to]...)
			l.reread(m, start)
			for k := range l.readings[start:] {
				l.readings[start:][k].titled = false
			}
		}
	}
}

// inOrder returns the mentions in the order in which they are decided: places and fuller
// names by position, then the shorter names that lean on them.
func (l *linkScratch) inOrder() []int32 {
	l.order = l.order[:0]
	for pass := range 2 {
		for i := range l.named {
			if (l.named[i].ante >= 0) == (pass == 1) {
				l.order = append(l.order, int32(i))
			}
		}
	}
	return l.order
}

// probability returns the softmax of reading k among the readings of m.
func (l *linkScratch) probability(m *named, k int32) float64 {
	best := float64(l.readings[m.best].score)
	sum := 0.0
	for j := m.readings.from; j < m.readings.to; j++ {
		sum += math.Exp(float64(l.readings[j].score) - best)
	}
	return math.Exp(float64(l.readings[k].score)-best) / sum
}

// formClusters numbers the things of the text from 1 in order of first mention. Linked
// mentions of one entry are one thing (rule 1); mentions without an entry join their
// fuller name when that has none either, else those of the same label and key.
func (l *linkScratch) formClusters() {
	clear(l.byEntry)
	clear(l.byKey)
	if l.byEntry == nil {
		l.byEntry, l.byKey = make(map[uint32]int32), make(map[uint64]int32)
	}
	next := int32(1)
	for i := range l.named {
		m := &l.named[i]
		r := &l.readings[m.best]
		if !r.nil_ {
			if l.byEntry[r.entry] == 0 {
				l.byEntry[r.entry] = next
				next++
			}
			m.cluster = l.byEntry[r.entry]
			continue
		}
		full := m
		for full.ante >= 0 && l.readings[l.named[full.ante].best].nil_ {
			full = &l.named[full.ante] // always to a name of more words: the chain ends
		}
		key := full.key ^ uint64(full.label)
		if l.byKey[key] == 0 {
			l.byKey[key] = next
			next++
		}
		m.cluster = l.byKey[key]
	}
}
