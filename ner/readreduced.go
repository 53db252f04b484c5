package ner

import (
	"slices"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/text"
)

// Readings of names that are listed in no such form: with whose they are before them ("the
// Afghan Wolesi Jirga"), with what they are behind them ("Junbish party"), or with another form
// of theirs in brackets ("World Food Organization Programme (WFP)").

// readReduced adds, where the name of a body is not listed, the readings of what is left of it
// without a nationality before it or a common noun behind it.
func (s *scratch) readReduced(g *gazetteer.Gazetteer, m *named, start int) {
	l := &s.link
	if m.label == Fac {
		s.readBuilt(g, m, start)
		return
	}
	if m.label != Org || m.last-m.first < 2 || len(l.readings) > start+1 {
		return
	}
	if land, ok := s.landOf(g, m.first); ok {
		s.readMatches(g, m, s.matchOf(m.first+1, m.last), start)
		l.keep(start, func(r *reading) bool { return r.land == land })
	}
	if kinds := s.bodyNoun(m.last - 1); kinds != nil && len(l.readings) == start+1 {
		s.readMatches(g, m, s.matchOf(m.first, m.last-1), start)
		l.keep(start, func(r *reading) bool { return slices.Contains(kinds, r.kind) })
	}
	for k := start + 1; k < len(l.readings); k++ {
		l.readings[k].tier = max(gazetteer.Folded, l.readings[k].tier)
	}
}

// builtScore is the least similarity of what the text calls a thing to what a table calls it.
const builtScore = 0.85

// readBuilt looks up what is built and named with a word that says what it is, when that is
// listed under another such word alone: "Bagram military base" is an airfield.
func (s *scratch) readBuilt(g *gazetteer.Gazetteer, m *named, start int) {
	l := &s.link
	if m.classFrom != classInside {
		return
	}
	for k := start + 1; k < len(l.readings); k++ {
		if classFits(m.class, l.readings[k].kind) {
			return
		}
	}
	l.buf = append(l.buf[:0], s.doc.Slice(int(m.first), int(m.last))...)
	found := l.built.seek(g, l.buf, gazetteer.Options{Kinds: builtKinds, Limit: 1, MinScore: builtScore})
	e := found.first()
	if e == noEntry || l.withEntry(start, len(l.readings), e) >= 0 {
		return
	}
	l.readings = append(l.readings, s.readingOf(g, e, gazetteer.Exact))
}

// builtKinds are the kinds of what is built.
var builtKinds = slices.DeleteFunc(gazetteer.Kinds(), func(k gazetteer.Kind) bool { return !k.IsBuilt() })

// keep drops the readings after start, NIL aside, that the test refuses.
func (l *linkScratch) keep(start int, test func(*reading) bool) {
	n := start + 1
	for k := start + 1; k < len(l.readings); k++ {
		if test(&l.readings[k]) {
			l.readings[n] = l.readings[k]
			n++
		}
	}
	l.readings = l.readings[:n]
}

// landOf returns the country of which token k is the name or the demonym.
func (s *scratch) landOf(g *gazetteer.Gazetteer, k int32) ([2]byte, bool) {
	match := s.matchOf(k, k+1)
	if match < 0 {
		return [2]byte{}, false
	}
	for _, h := range s.hits[s.facts[match].hits.from:s.facts[match].hits.to] {
		if h.Kind == gazetteer.Country {
			return s.entryFacts(g, h.Entry).land, true
		}
	}
	return [2]byte{}, false
}

// bodyNouns are common nouns behind the names of bodies, with what such bodies are.
var bodyNouns = map[string][]gazetteer.Kind{
	"party": {gazetteer.Party, gazetteer.ArmedGroup}, "movement": {gazetteer.Party, gazetteer.ArmedGroup},
	"group": {gazetteer.ArmedGroup, gazetteer.Company}, "militants": {gazetteer.ArmedGroup}, "militia": {gazetteer.ArmedGroup, gazetteer.Party},
	"newspaper": {gazetteer.Media}, "daily": {gazetteer.Media}, "magazine": {gazetteer.Media}, "weekly": {gazetteer.Media},
	"tv": {gazetteer.Media}, "television": {gazetteer.Media}, "channel": {gazetteer.Media}, "radio": {gazetteer.Media}, "agency": {gazetteer.Media},
	"corp": {gazetteer.Company}, "corp.": {gazetteer.Company}, "corporation": {gazetteer.Company}, "co": {gazetteer.Company}, "co.": {gazetteer.Company},
	"company": {gazetteer.Company}, "ltd": {gazetteer.Company}, "ltd.": {gazetteer.Company}, "inc": {gazetteer.Company}, "inc.": {gazetteer.Company},
	"headquarters": {gazetteer.Military, gazetteer.Police, gazetteer.IGO, gazetteer.Government},
}

func (s *scratch) bodyNoun(k int32) []gazetteer.Kind {
	t := &s.doc.Tokens[k]
	var buf [16]byte
	if t.Len() > len(buf) {
		return nil
	}
	return bodyNouns[string(text.AppendLower(buf[:0], s.doc.Text[t.Start:t.End]))]
}

// lendBracketed gives a name that is in no table the readings of the other form of it that
// stands in brackets right behind it. The mentions are those of s.link.named.
func (s *scratch) lendBracketed() {
	l := &s.link
	for i := 0; i+1 < len(l.named); i++ {
		m, o := &l.named[i], &l.named[i+1]
		if m.label != o.label || m.label != Org && m.label != Person || m.readings.to-m.readings.from > 1 || o.readings.to-o.readings.from < 2 {
			continue
		}
		if !s.inBrackets(m.last, o) || m.label == Org && !s.shortens(o, m) || m.label == Person && romanize.Default().Compare(s.doc.Slice(int(m.head), int(m.tail)), s.doc.Slice(int(o.head), int(o.tail))) < romanize.DefaultThreshold {
			continue
		}
		start := len(l.readings)
		l.readings = append(l.readings, reading{nil_: true})
		for k := o.readings.from + 1; k < o.readings.to; k++ {
			r := l.readings[k]
			if m.label == Org {
				r.class = gazetteer.NameAlias
			}
			l.readings = append(l.readings, r)
		}
		l.reread(m, start)
	}
}

// inBrackets reports whether mention o fills brackets that open at token k.
func (s *scratch) inBrackets(k int32, o *named) bool {
	return o.first == k+1 && int(o.last) < len(s.doc.Tokens) && s.low(k, "(") && s.low(o.last, ")")
}

// shortens reports whether mention o is an acronym whose letters begin words of m, in order.
func (s *scratch) shortens(o, m *named) bool {
	t := &s.doc.Tokens[o.first]
	if o.last != o.first+1 || !t.Is(text.Caps) {
		return false
	}
	letters := s.doc.Text[t.Start:t.End]
	k := m.first
	for i := range len(letters) {
		for ; k < m.last && s.doc.Text[s.doc.Tokens[k].Start] != letters[i]; k++ {
		}
		if k == m.last {
			return false
		}
		k++
	}
	return true
}
