package gazetteer

import (
	"strings"
	"unicode"

	"github.com/namyab/namyab/internal/text"
)

// personal says whether a query is made of the words of personal names.
type personal uint8

const (
	notAsked personal = iota
	isPersonal
	notPersonal
)

// personalVillage is what is left of the score of a village with a like name, where a query
// without kind reads as the name of a person: half the villages are called after somebody.
const personalVillage = 0.8

// obscurePerson is what is left of the score of a hardly known person with a like name, where
// no kind was asked for: of the many who bear such a name somebody else is meant. Up to
// obscure a prior counts as hardly known.
const (
	obscurePerson = 0.875
	obscure       = 0.0
)

// doubt returns what is left of the score of an entry met under a name that is not written
// as listed, where no kind was asked for. A list laid over the embedded one is not doubted: its
// people are those who are looked for.
func (s *searcher) doubt(k Kind, prior float64, l *layer) float64 {
	switch {
	case k == Village && s.isPersonal():
		return personalVillage
	case k == Person && prior <= obscure && l == &s.g.layers[0]:
		return obscurePerson
	}
	return 1
}

// isPersonal reports whether the query has several words, each a part of personal names.
func (s *searcher) isPersonal() bool {
	if s.person == notAsked {
		s.person = notPersonal
		if len(s.namer.Words) > 1 && s.allPersonal() {
			s.person = isPersonal
		}
	}
	return s.person == isPersonal
}

func (s *searcher) allPersonal() bool {
	for w := range strings.FieldsFuncSeq(s.name, notInWord) {
		s.plain = text.AppendLower(s.plain[:0], w)
		c := s.g.WordClass(string(s.plain))
		if !c.Has(Given|Surname|Tribal|Title|AfterTitle|NameConnector) || c.Has(VillageWord|LocWord|FacWord|CityWord) {
			return false
		}
	}
	return true
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
}
