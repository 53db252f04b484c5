package rules

import (
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// shape looks at the words of a name alone.
func (f *finder) shape(first, end int) {
	n, known, given, middle := 0, 0, false, false
	for i := first; i < end; i++ {
		if f.doc.Tokens[i].Kind != text.Word || !f.doc.Tokens[i].Is(text.Initial) {
			continue
		}
		if f.initial(i) {
			middle = middle || n > 0 || i == first
		} else if f.is(i, nameBits) || afghanShape(f.doc.Surface(i)) {
			known++
			given = given || n == 0 && (f.is(i, gazetteer.Given) || afghanShape(f.doc.Surface(i)))
		}
		n++
	}
	switch {
	case n == 1 && known == 1 && !f.is(first, gazetteer.Common) && !f.determined(first):
		f.propose(first, end, Person, GivenName)
	case n < 2:
	case middle:
		f.person(first, end, InitialName)
	case given && known == n:
		f.person(first, end, NameAllKnown)
	case given:
		f.person(first, end, NameGivenFirst)
	case known > 0:
		f.person(first, end, PersonShape)
	case n <= 3 && f.sent.Casing != text.Title && !f.determined(first) && !f.commonIn(first, end):
		f.propose(first, end, Person, CapitalPair)
	}
}

func (f *finder) commonIn(first, end int) bool {
	for i := first; i < end; i++ {
		if f.is(i, gazetteer.Common) {
			return true
		}
	}
	return false
}

// afghanShape reports whether a word has a form that only personal names have.
func afghanShape(s string) bool {
	if len(s) < 6 {
		return false
	}
	for _, end := range [...]string{"ullah", "uddin", "udin", "ollah", "odin", "oddin", "ulhaq", "zada", "zadah", "zadeh", "khail", "khel", "zai", "yar"} {
		if len(s) > len(end)+1 && strings.HasSuffix(s, end) {
			return true
		}
	}
	return strings.HasPrefix(s, "Abdul") || strings.HasPrefix(s, "Ghulam") || strings.HasPrefix(s, "Moham") || strings.HasPrefix(s, "Muham")
}
