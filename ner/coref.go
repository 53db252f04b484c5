package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/text"
)

// Co-reference of names inside one text. The rules are numbered, so that explanations can
// cite them; they follow GATE's OrthoMatcher (Bontcheva et al. 2002) and the precise
// sieves of Lee et al. 2013 in taking a shorter form for the fuller one nearest before it.
//
//	1  same entry
//	2  same words, up to case
//	3  same match key: another spelling of the same name
//	4  the last word of a fuller name ("Karzai" after "Hamid Karzai")
//	5  its first word ("Bismillah" after "Bismillah Muhammadi")
//	6  its first and last word, others left out
//	7  the initials of a body ("NRF" after "National Resistance Front")
//	8  the learned distance says that the words are one ("Zyrnoov" for "Zhirnov")
//	10 the word after Mohammad, Abdul or Sayed, by which such a man is called ("Omar" after
//	   "Mohammad Omar Sediqi")
//	9  a given name after a word of kinship, with the surname of the kin (see kin.go)
//
// Rules 2 and 3 make one cluster; 4 to 8 find the fuller name (the antecedent), whose
// identity then is evidence for the shorter one. Rule 1 speaks last: mentions of one
// entry are one cluster whatever their words.
const (
	corefNone uint8 = 0
	corefLast uint8 = iota + 3
	corefFirst
	corefEnds
	corefInitials
	corefDistance
	_ // 9, see kin.go
	corefInner
)

// corefTables are the tables in which fuller names are looked for, by word.
type corefTables struct {
	last, first, ends, initials, inner map[uint64]int32 // latest mention with this key
	recent                             []int32          // latest people with several words, newest last
}

func (t *corefTables) reset() {
	if t.last == nil {
		t.last, t.first = make(map[uint64]int32), make(map[uint64]int32)
		t.ends, t.initials = make(map[uint64]int32), make(map[uint64]int32)
		t.inner = make(map[uint64]int32)
	}
	clear(t.last)
	clear(t.first)
	clear(t.ends)
	clear(t.initials)
	clear(t.inner)
	t.recent = t.recent[:0]
}

// maxRecent bounds how many people rule 8 compares a name with.
const maxRecent = 12

// findFuller looks for the fuller name of every shorter one: the nearest before it, else
// the first after it. It takes linear time.
func (s *scratch) findFuller() {
	l := &s.link
	l.coref.reset()
	for i := range l.named {
		m := &l.named[i]
		m.ante, m.anteRule = -1, corefNone
		if m.label == Person || m.label == Org {
			s.fullerOf(i)
			s.noteFull(i)
		}
	}
	l.coref.reset()
	for i := len(l.named) - 1; i >= 0; i-- {
		m := &l.named[i]
		if m.label != Person && m.label != Org {
			continue
		}
		if m.ante < 0 {
			s.fullerOf(i)
		}
		s.noteFull(i)
	}
	s.chainNamesakes()
}

func (l *linkScratch) wordsOf(i int) []uint64 {
	sp := l.words.spans[i]
	return l.words.words[sp.from:sp.to]
}

// fullerOf tries rules 4 to 8 on mention i.
func (s *scratch) fullerOf(i int) {
	l := &s.link
	m := &l.named[i]
	w := l.wordsOf(i)
	if len(w) == 0 {
		return
	}
	label := uint64(m.label)
	try := func(table map[uint64]int32, key uint64, rule uint8) bool {
		j, ok := table[key^label]
		if ok && len(l.wordsOf(int(j))) > len(w) {
			m.ante, m.anteRule = j, rule
		}
		return m.ante >= 0
	}
	if len(w) == 2 && m.label == Person && try(l.coref.first, mix(w[0], w[1]), corefFirst) {
		return
	}
	if len(w) > 1 && s.listed(m) {
		return // "Ahmad Massoud" is a whole name, though "Ahmad Shah Massoud" stands before it
	}
	switch {
	case m.label == Org:
		if len(w) == 1 && !try(l.coref.initials, s.capitalsKey(m), corefInitials) {
			try(l.coref.last, w[0], corefLast)
		}
	case len(w) > 1:
		try(l.coref.ends, mix(w[0], w[len(w)-1]), corefEnds)
	default:
		if try(l.coref.last, w[0], corefLast) || try(l.coref.first, w[0], corefFirst) || try(l.coref.inner, w[0], corefInner) {
			return
		}
		s.nearSpelling(i)
	}
}

// listed reports whether a person's name of several words is a listed name as it stands.
func (s *scratch) listed(m *named) bool {
	if m.label != Person {
		return false
	}
	for k := m.readings.from + 1; k < m.readings.to; k++ {
		if r := &s.link.readings[k]; r.tier == gazetteer.Exact && r.class == gazetteer.NameAlias {
			return true
		}
	}
	return false
}

// capitalsKey hashes the letters of an acronym, dots left out.
func (s *scratch) capitalsKey(m *named) uint64 {
	h := uint64(hashBasis)
	for _, b := range []byte(s.doc.Text[s.doc.Tokens[m.first].Start:s.doc.Tokens[m.last-1].End]) {
		if isLetter(b) {
			h = hashByte(h, b|0x20)
		}
	}
	return h
}

// initialsKey hashes the first letters of the words of a body, small words left out.
func (s *scratch) initialsKey(m *named) uint64 {
	h := uint64(hashBasis)
	for k := m.first; k < m.last; k++ {
		t := &s.doc.Tokens[k]
		if t.Kind == text.Word && t.Is(text.Initial) {
			h = hashByte(h, s.doc.Text[t.Start]|0x20)
		}
	}
	return h
}

// noteFull enters a name of several words into the tables.
func (s *scratch) noteFull(i int) {
	l := &s.link
	m := &l.named[i]
	w := l.wordsOf(i)
	if len(w) < 2 {
		return
	}
	label := uint64(m.label)
	last := w[len(w)-1] ^ label
	if m.label == Org {
		l.coref.initials[s.initialsKey(m)^label] = int32(i)
		l.coref.last[last] = int32(i)
		return
	}
	if _, ok := l.coref.last[last]; !ok || !s.relative(m) {
		l.coref.last[last] = int32(i)
	}
	l.coref.first[w[0]^label] = int32(i)
	if len(w) > 2 {
		l.coref.ends[mix(w[0], w[len(w)-1])^label] = int32(i)
		l.coref.first[mix(w[0], w[1])^label] = int32(i)
		if s.calledByNext(m.head) {
			l.coref.inner[w[1]^label] = int32(i)
		}
	}
	if n := len(l.coref.recent); n > 0 && l.named[l.coref.recent[n-1]].key == m.key {
		l.coref.recent[n-1] = int32(i)
		return
	}
	if len(l.coref.recent) >= maxRecent {
		copy(l.coref.recent, l.coref.recent[1:])
		l.coref.recent = l.coref.recent[:maxRecent-1]
	}
	l.coref.recent = append(l.coref.recent, int32(i))
}

// relative reports whether a name only says whose kin somebody is: after "Ahmad Massoud,
// son of Ahmad Shah Massoud" a bare Massoud is the son.
func (s *scratch) relative(m *named) bool {
	k := m.first - 1
	if k >= 1 && s.class[k].Has(gazetteer.Title) {
		k--
	}
	return k >= 1 && s.low(k, "of") && s.class[k-1].Has(gazetteer.Kin)
}

// spellingNear is the similarity from which two single words are one name inside a text,
// where the prior for that is far higher than between any two names of the world.
const spellingNear = 0.8

// nearSpelling is rule 8: a lone surname spelt so differently that the keys part.
func (s *scratch) nearSpelling(i int) {
	l := &s.link
	m := &l.named[i]
	if m.readings.to-m.readings.from > 1 {
		return // a listed name speaks for itself
	}
	own := s.doc.Slice(int(m.head), int(m.tail))
	if len(own) < 5 {
		return
	}
	for k := len(l.coref.recent) - 1; k >= 0; k-- {
		o := &l.named[l.coref.recent[k]]
		last := s.doc.Surface(int(o.tail) - 1)
		if len(last) >= 5 && own[0]|0x20 == last[0]|0x20 && s.nearWords(own, last) {
			m.ante, m.anteRule = l.coref.recent[k], corefDistance
			return
		}
	}
}

// nearWords reports whether two words are one name in two spellings: similar by the learned
// distance, or of the same consonants, three at least, which foreign names keep when their
// vowels are guessed at (Zhirnov, Zyrnoov).
func (s *scratch) nearWords(a, b string) bool {
	if romanize.Default().Compare(a, b) >= spellingNear {
		return true
	}
	l := &s.link
	l.buf = romanize.AppendSkeleton(l.buf[:0], a)
	n := len(l.buf)
	l.buf = romanize.AppendSkeleton(l.buf, b)
	return n >= 3 && string(l.buf[:n]) == string(l.buf[n:])
}
