package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// Whom a bare surname means when a text names several people of that surname. Not the
// nearest full name alone decides, but how each bearer was brought in: whether he is the
// only one so far, named first or last, at the head of a sentence, or merely as somebody's
// brother (the factors of Lappin & Leass 1994, here with learned weights). Every bearer
// named in full is weighed, and NIL stands for one whom no table has.

const (
	maxNamesakes = 16 // full names looked at before a bare surname
	maxBearers   = 6  // different people among them
)

// bearer is a person whom the text names in full and whose surname stands bare elsewhere.
type bearer struct {
	nil_   bool
	entry  uint32
	key    uint64 // of the name, when there is no entry
	full   int32  // the nearest mention with the full name, or -1
	rank   int32  // among those named in full, from the nearest, 0
	bare   int32  // among those named by the surname alone, from the nearest, 1; 0 for never
	near   bool   // in the sentence of the bare name, or the one before
	lead   bool   // at the head of its sentence
	kin    bool   // named only as kin of somebody
	before bool   // before the bare name, not only after it
}

// chainNamesakes links every name to the nearest before it that ends with the same word,
// and every name of one word to the nearest full one after it.
func (s *scratch) chainNamesakes() {
	l := &s.link
	clear(l.coref.last)
	for i := range l.named {
		m := &l.named[i]
		m.namesake, m.later, m.fullBefore = -1, -1, false
		if key, ok := l.surname(i); ok {
			if j, met := l.coref.last[key]; met {
				m.namesake = j
				m.fullBefore = l.named[j].fullBefore || l.full(int(j))
			}
			l.coref.last[key] = int32(i)
		}
	}
	clear(l.coref.last)
	for i := len(l.named) - 1; i >= 0; i-- {
		key, ok := l.surname(i)
		if !ok {
			continue
		}
		if l.full(i) {
			l.coref.last[key] = int32(i)
		} else if j, met := l.coref.last[key]; met {
			l.named[i].later = j
		}
	}
}

// full reports whether a name says more than a surname.
func (l *linkScratch) full(i int) bool { return len(l.wordsOf(i)) > 1 || l.named[i].numbered }

// surname returns the key of the last word of a person's name.
func (l *linkScratch) surname(i int) (uint64, bool) {
	w := l.wordsOf(i)
	if l.named[i].label != Person || len(w) == 0 {
		return 0, false
	}
	return w[len(w)-1], true
}

// gatherBearers lists the people whose surname mention i may be, the nearest first.
func (s *scratch) gatherBearers(i int) {
	l := &s.link
	m := &l.named[i]
	l.bearers, l.fulls, l.bares, l.before = l.bearers[:0], 0, 0, 0
	if m.label != Person || m.words != 1 || m.numbered {
		return
	}
	l.another = m.first > 0 && (s.low(m.first-1, "another") || s.low(m.first-1, "other"))
	n := 0
	for j := m.namesake; j >= 0 && n < maxNamesakes; j = l.named[j].namesake {
		s.noteBearer(m, j, true)
		n++
	}
	l.before = len(l.bearers)
	if m.later >= 0 {
		s.noteBearer(m, m.later, false)
	}
	l.mark = s.marked(m)
}

func (s *scratch) noteBearer(m *named, j int32, before bool) {
	l := &s.link
	o := &l.named[j]
	r := &l.readings[o.best]
	var b *bearer
	for k := range l.bearers {
		if x := &l.bearers[k]; x.nil_ == r.nil_ && (x.nil_ && x.key == o.key || !x.nil_ && x.entry == r.entry) {
			b = x
			break
		}
	}
	kin := s.namedAsKin(o)
	if b == nil {
		if len(l.bearers) == maxBearers {
			return
		}
		l.bearers = append(l.bearers, bearer{nil_: r.nil_, entry: r.entry, key: o.key, full: -1, kin: true, before: before})
		b = &l.bearers[len(l.bearers)-1]
	}
	if !l.full(int(j)) {
		l.bares++
		if b.bare == 0 {
			b.bare = l.bares
		}
		b.kin = false
		return
	}
	if b.full < 0 {
		b.full, b.rank = j, l.fulls
		l.fulls++
	}
	b.kin = b.kin && kin
	if !before {
		return
	}
	b.lead = b.lead || s.leads(o)
	b.near = b.near || s.sentence(int(m.first))-s.sentence(int(o.first)) <= 1
}

// leads reports whether a name stands at the head of its sentence, titles aside.
func (s *scratch) leads(m *named) bool {
	first := int32(s.doc.Sentences[s.sentence(int(m.first))].First)
	if m.first-first > titleReach {
		return false
	}
	for k := m.first - 1; k >= first; k-- {
		t := &s.doc.Tokens[k]
		if t.Kind == text.Word && !s.class[k].Has(gazetteer.Title|gazetteer.TitlePart|gazetteer.RoleWord) && !s.low(k, "the") {
			return false
		}
	}
	return true
}

// namedAsKin reports whether a name is brought in as that of somebody's kin: "his brother,
// Hamid Karzai", "a cousin of President Hamid Karzai", "Hamid Karzai, his brother".
func (s *scratch) namedAsKin(m *named) bool {
	k := m.first - 1
	for k >= 0 && (s.class[k].Has(gazetteer.Title|gazetteer.TitlePart) || s.low(k, ",") || s.low(k, "the") || s.low(k, "of") || s.low(k, "late")) {
		k--
	}
	if k >= 0 && s.class[k].Has(gazetteer.Kin) {
		return true
	}
	k = m.last
	if n := int32(len(s.doc.Tokens)); k+2 >= n || !s.low(k, ",") {
		return false
	}
	for k++; k < min(int32(len(s.doc.Tokens)), m.last+4); k++ {
		if s.doc.Tokens[k].Kind == text.Punct {
			return false
		}
		if s.class[k].Has(gazetteer.Kin) {
			return s.low(m.last+1, "his") || s.low(m.last+1, "her") || s.low(m.last+1, "their")
		}
	}
	return false
}

// marked reports whether something beside a bare surname says that another bearer may be
// meant than the one named before: a title, a role, "the elder", "another".
func (s *scratch) marked(m *named) bool {
	l := &s.link
	if l.topRank > 0 || l.another {
		return true
	}
	if young, old := s.generation(m); young || old {
		return true
	}
	k := m.first - 1
	return k >= 0 && s.class[k].Has(gazetteer.Title|gazetteer.TitlePart|gazetteer.RoleWord) && !s.low(k, "mr") && !s.low(k, "mr.")
}

// open reports whether fame and office may decide who a bare surname is: not where one
// bearer alone was named in full and nothing speaks of another.
func (l *linkScratch) open() bool { return l.before != 1 || l.mark }

// weighBearers gives a reading what the bearers of the surname say of it.
func (l *linkScratch) weighBearers(m *named, r *reading) {
	if m.bare() && !r.nil_ && l.open() {
		weighFame(m, r)
	}
	if len(l.bearers) == 0 {
		return
	}
	var own *bearer
	for k := range l.bearers {
		if b := &l.bearers[k]; b.nil_ == r.nil_ && (b.nil_ || b.entry == r.entry) {
			own = b
			break
		}
	}
	switch {
	case own == nil && l.before == 0:
		r.add(lBearerOtherLater, m.label)
	case own == nil && !l.open():
		r.add(lBearerOther, m.label)
	case own == nil && l.before == 1:
		r.add(lBearerOtherMarked, m.label)
	case own == nil:
		r.add(lBearerOthers, m.label)
	case !own.before && l.before > 0:
		r.add(lBearerLater, m.label)
	case !own.before:
		r.add(lBearerNext, m.label)
	default:
		l.weighBearer(m, r, own)
	}
}

func weighFame(m *named, r *reading) {
	switch {
	case r.prior < 3:
		r.add(lBearerLittle, m.label)
	case r.prior < 7:
		r.add(lBearerKnown, m.label)
	default:
		r.add(lBearerFamous, m.label)
	}
}

func (l *linkScratch) weighBearer(m *named, r *reading, own *bearer) {
	if l.another && own.rank == 0 && own.bare <= 1 {
		r.add(lAnother, m.label)
	}
	switch {
	case !l.open():
		r.add(lBearerSole, m.label)
		return // nobody to be told from
	case l.before == 1:
		r.add(lBearerSoleMarked, m.label)
	case own.full < 0:
		r.add(lBearerBare, m.label)
	case own.rank == 0:
		r.add(lBearerLast, m.label)
	case own.rank == l.fulls-1:
		r.add(lBearerFirst, m.label)
	default:
		r.add(lBearerMiddle, m.label)
	}
	switch {
	case l.bares == 0:
	case own.bare == 1:
		r.add(lBearerSame, m.label)
	case own.bare > 1:
		r.add(lBearerBefore, m.label)
	default:
		r.add(lBearerNever, m.label)
	}
	if own.kin {
		r.add(lBearerKin, m.label)
	}
	if own.lead {
		r.add(lBearerLead, m.label)
	}
	if own.near {
		r.add(lBearerNear, m.label)
	}
}

// settleFuller makes the full name of the person chosen the fuller name of the bare one,
// so that clusters and explanations follow the choice.
func (l *linkScratch) settleFuller(m *named) {
	r := &l.readings[m.best]
	for k := range l.bearers {
		if b := &l.bearers[k]; b.full >= 0 && b.nil_ == r.nil_ && (b.nil_ || b.entry == r.entry) {
			m.ante, m.anteRule = b.full, corefLast
			return
		}
	}
}

// bears reports whether an entry is one of the bearers.
func (l *linkScratch) bears(entry uint32) bool {
	for k := range l.bearers {
		if b := &l.bearers[k]; !b.nil_ && b.entry == entry {
			return true
		}
	}
	return false
}
