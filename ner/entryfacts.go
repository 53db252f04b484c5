package ner

import (
	"strings"

	"github.com/namyab/namyab/gazetteer"
)

// entryFacts is what the linker asks of an entry, read once and remembered in the
// scratch: the gazetteer keeps these facts in a compact form that is slower to read.
type entryFacts struct {
	within     []uint32 // nearest first
	land       [2]byte
	lat, lon   float64
	hasPoint   bool
	born, died int
	age        int // a year of birth guessed from a role such as "son of X", or 0
	from, to   int // validity, YYYYMMDD, 0 open
	roles      []roleWords
	bodies     []uint32
	seat       uint32 // the district whose seat it is, by its name, or noEntry
	woman      bool   // a woman, by her given name
}

// roleWords is one role as hashed words, with the time it was held.
type roleWords struct {
	words    []uint32
	from, to int // YYYYMMDD, 0 open or unknown
	dated    bool
}

// maxRemembered bounds the memory of the scratch; past it the memory starts anew.
const maxRemembered = 1 << 14

func (s *scratch) entryFacts(g *gazetteer.Gazetteer, i uint32) *entryFacts {
	l := &s.link
	if f, ok := l.facts[i]; ok {
		return f
	}
	if l.facts == nil || len(l.facts) >= maxRemembered {
		l.facts = make(map[uint32]*entryFacts)
	}
	e := g.Entry(i)
	f := &entryFacts{lat: e.Lat, lon: e.Lon, hasPoint: e.HasPoint, within: g.AppendWithin(nil, i),
		born: g.Born(i), died: g.Died(i), woman: e.Kind == gazetteer.Person && isWoman(e.Name)}
	copy(f.land[:], e.Country)
	f.seat = seatOf(g, &e, f.within)
	f.from, f.to = g.Valid(i)
	for _, r := range g.Roles(i) {
		w := roleWords{from: r.From, to: r.To, dated: r.From != 0 || r.To != 0}
		w.words = appendRoleWords(nil, r.Text)
		f.roles = append(f.roles, w)
		f.age = max(f.age, ageOf(r.Text))
	}
	for _, id := range g.Affiliations(i) {
		if b, ok := g.ByID(id); ok {
			f.bodies = append(f.bodies, b.Index)
		}
	}
	l.facts[i] = f
	return f
}

// appendRoleWords hashes the words of a role that say something: four letters or more,
// cut to five, so that defence and defense, minister and ministry meet.
func appendRoleWords(dst []uint32, s string) []uint32 {
	for i := 0; i < len(s); {
		for i < len(s) && !isLetter(s[i]) {
			i++
		}
		from := i
		for i < len(s) && isLetter(s[i]) {
			i++
		}
		if h, ok := roleWord(s[from:i]); ok {
			dst = append(dst, h)
		}
	}
	return dst
}

func isLetter(b byte) bool { b |= 0x20; return b >= 'a' && b <= 'z' }

// roleWord hashes the first five letters of a word, with c for s; ok is false for words
// that say nothing about a role.
func roleWord(w string) (h uint32, ok bool) {
	if len(w) < 4 {
		return 0, false
	}
	switch w {
	case "with", "from", "that", "this", "said", "told", "former", "Former", "later", "under", "over", "since", "until", "acting", "Acting":
		return 0, false
	}
	h = 2166136261
	for i := 0; i < min(5, len(w)); i++ {
		b := w[i] | 0x20
		if b == 's' {
			b = 'c'
		}
		h = (h ^ uint32(b)) * 16777619
	}
	return h, true
}

// ageOf guesses a year of birth from a role that is a kinship: sons are young, fathers old.
// It serves only to compare kin whose years are not known.
func ageOf(role string) int {
	first, _, _ := strings.Cut(role, " ")
	switch strings.ToLower(first) {
	case "son", "daughter", "nephew", "niece", "grandson":
		return youngBorn
	case "father", "mother", "uncle", "grandfather":
		return oldBorn
	}
	return 0
}

const youngBorn, oldBorn = 1985, 1925
