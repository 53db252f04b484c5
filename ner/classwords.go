package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// Words that say what kind of place a name is of, in it or beside it.

// splitClass finds the class word of a mention ("Helmand province", "Kunar River",
// "province of Helmand") and narrows the name to what stands beside it.
func (s *scratch) splitClass(m *named) {
	m.head, m.tail = m.first, m.last
	if m.label != GPE && m.label != Loc && m.label != Fac {
		return
	}
	if m.last-m.first > 1 {
		if k := s.classKind(m.last - 1); k != gazetteer.NoKind {
			m.class, m.classFrom, m.tail = k, classInside, m.last-1
			for m.tail-m.head > 1 && s.qualifies(m.tail-1) {
				m.tail--
			}
			return
		}
		if k := s.classKind(m.first); k != gazetteer.NoKind && s.doc.Tokens[m.first+1].Kind == text.Word {
			m.class, m.classFrom, m.head = k, classInside, m.first+1
			return
		}
	}
	s.classBeside(m)
}

// listFollows reports whether more names follow m: "the cities of Herat, Kandahar and …".
func (s *scratch) listFollows(m *named) bool {
	k := m.last
	return int(k)+1 < len(s.doc.Tokens) && (s.low(k, ",") || s.low(k, "and")) && s.doc.Tokens[k+1].Is(text.Initial)
}

// unitEndsAt reports whether the mention noted last is a place and ends before token k: the
// district of "Zhari district of Kandahar", not the nation of "the Afghan city of Kandahar".
func (l *linkScratch) unitEndsAt(k int32) bool {
	n := len(l.named)
	return n > 0 && l.named[n-1].last == k && l.named[n-1].label != Norp
}

// qualifies reports whether token i narrows a class word without being part of the name:
// "Bagram military base", "Herat regional hospital".
func (s *scratch) qualifies(i int32) bool {
	for _, w := range [...]string{"air", "military", "international", "provincial", "regional", "central", "main"} {
		if s.low(i, w) {
			return true
		}
	}
	return false
}

// classBeside looks for "X and Y provinces", "district of X", "X, a district in".
func (s *scratch) classBeside(m *named) {
	doc := &s.doc
	if m.first >= 2 && s.low(m.first-1, "of") {
		if k := s.classKind(m.first - 2); k != gazetteer.NoKind {
			if s.link.unitEndsAt(m.first-2) || s.link.unitEndsAt(m.first-1) || s.plural(m.first-2) && !s.listFollows(m) {
				m.unitOf = true // "Zhari district of Kandahar", "two districts of Kandahar"
				return
			}
			m.class, m.classFrom = k, classBefore
			return
		}
	}
	if m.first >= 1 {
		if k := s.classKind(m.first - 1); k != gazetteer.NoKind && k != gazetteer.Province {
			m.class, m.classFrom = k, classBefore
			return
		}
	}
	if k := s.listHead(m); k >= 0 {
		m.class, m.classFrom = s.classKind(k), classList
		return
	}
	// a list that ends in a class word: every comma and "and" may be followed by a name
	for k := m.last; k < int32(len(doc.Tokens)) && k < m.last+24; k++ {
		t := &doc.Tokens[k]
		switch {
		case t.Kind == text.Punct && doc.Text[t.Start] == ',', s.low(k, "and"), s.low(k, "or"):
			continue
		case s.classKind(k) != gazetteer.NoKind && k > m.last:
			if kind := s.classKind(k); s.plural(k) {
				m.class, m.classFrom = kind, classList
			}
			return
		case t.Kind == text.Word && t.Is(text.Initial), t.Kind == text.Punct && doc.Text[t.Start] == '-':
			continue
		default:
			return
		}
	}
}

// maxList bounds the tokens of a list that are looked back over for its head.
const maxList = 48

// listHead returns the plural class word that opens the list in which m stands ("the districts
// of Khanabad and Kunduz", "districts: Aliabad, Archi, Kunduz"), or -1.
func (s *scratch) listHead(m *named) int32 {
	for k := m.first - 1; k >= max(0, m.first-maxList); k-- {
		t := &s.doc.Tokens[k]
		switch {
		case s.low(k, ","), s.low(k, "and"), s.low(k, "-"), t.Kind == text.Word && t.Is(text.Initial):
		case k > 0 && (s.low(k, "of") || s.low(k, ":")) && s.classKind(k-1) != gazetteer.NoKind && s.plural(k-1):
			return k - 1
		default:
			return -1
		}
	}
	return -1
}

func (s *scratch) plural(i int32) bool { return s.doc.Text[s.doc.Tokens[i].End-1]|0x20 == 's' }

// low reports whether token i is the given word, without regard to (ASCII) case.
func (s *scratch) low(i int32, word string) bool {
	t := &s.doc.Tokens[i]
	if t.End-t.Start != len(word) {
		return false
	}
	for k := range len(word) {
		b := s.doc.Text[t.Start+k]
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		if b != word[k] {
			return false
		}
	}
	return true
}

// classKinds are the class words that ask for one kind of place.
var classKinds = map[string]gazetteer.Kind{
	"province": gazetteer.Province, "provinces": gazetteer.Province, "wilayat": gazetteer.Province, "velayat": gazetteer.Province,
	"state": gazetteer.Province, "states": gazetteer.Province,
	"district": gazetteer.District, "districts": gazetteer.District, "county": gazetteer.District, "tehsil": gazetteer.District, "woluswali": gazetteer.District, "wuleswali": gazetteer.District,
	"city": gazetteer.City, "cities": gazetteer.City, "neighborhood": gazetteer.Town, "neighbourhood": gazetteer.Town, "town": gazetteer.Town, "towns": gazetteer.Town,
	"village": gazetteer.Village, "villages": gazetteer.Village, "hamlet": gazetteer.Village,
	"valley": gazetteer.Valley, "valleys": gazetteer.Valley, "river": gazetteer.River, "rivers": gazetteer.River,
	"lake": gazetteer.Lake, "mountain": gazetteer.Mountain, "mountains": gazetteer.Mountain, "mount": gazetteer.Mountain,
	"pass": gazetteer.Pass, "kotal": gazetteer.Pass, "desert": gazetteer.Desert, "region": gazetteer.Region,
	"airport": gazetteer.Airport, "airfield": gazetteer.Base, "airbase": gazetteer.Base, "base": gazetteer.Base,
	"dam": gazetteer.Dam, "road": gazetteer.Road, "highway": gazetteer.Road, "tunnel": gazetteer.Road,
	"bridge": gazetteer.Bridge, "crossing": gazetteer.BorderCrossing,
	"prison": gazetteer.Building, "hospital": gazetteer.Building, "hotel": gazetteer.Building, "mosque": gazetteer.Building, "palace": gazetteer.Building,
}

// classKind returns the kind that token i asks for as a class word, or NoKind. The
// lexicon's bits keep the map look-up to the few words that can be one.
func (s *scratch) classKind(i int32) gazetteer.Kind {
	if !s.class[i].Has(placeClass) {
		return gazetteer.NoKind
	}
	t := &s.doc.Tokens[i]
	if t.End-t.Start > 12 {
		return gazetteer.NoKind
	}
	var buf [12]byte
	low := text.AppendLower(buf[:0], s.doc.Text[t.Start:t.End])
	return classKinds[string(low)]
}
