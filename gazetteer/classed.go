package gazetteer

import (
	"strings"
	"sync"

	"github.com/namyab/namyab/gazetteer/romanize"
)

// classed.go: names of places with the word for what they are, and without it: Khawak and
// Khawak Pass, Tarnak Rod and Tarnak River, Qaleh Shahrak and Shahrak.

// classSense is a set of what class words say of a place.
type classSense uint16

const (
	senseSettled classSense = 1 << iota
	senseArea
	senseRiver
	senseLake
	sensePass
	senseValley
	senseMountain
	senseDesert
	senseDam
	senseAir
	senseRoad
	senseBridge
	senseBorder
)

// placeWords are class words of English, Dari and Pashto; they are compared by match key.
var placeWords = map[classSense]string{
	senseSettled:  "city town village deh qala kot kalay kelay kili qarya shahr bazar qishlaq markaz",
	senseArea:     "province district woluswali wuluswali hukumati alaqadari wilayat nahia",
	senseRiver:    "river rud rod darya nahr",
	senseLake:     "lake hamun",
	sensePass:     "pass kotal kandaw",
	senseValley:   "valley dara wadi",
	senseMountain: "mountain mountains mount mt koh ghar range hill hills peak",
	senseDesert:   "desert dasht reg",
	senseDam:      "dam band",
	senseAir:      "airport airfield airbase base camp international military",
	senseRoad:     "road highway street",
	senseBridge:   "bridge pul",
	senseBorder:   "border crossing bandar port",
}

var senseOfKey = sync.OnceValue(func() map[string]classSense {
	senses := map[string]classSense{}
	var key [64]byte
	for sense, list := range placeWords {
		for w := range strings.FieldsSeq(list) {
			senses[string(romanize.AppendKey(key[:0], w))] |= sense
		}
	}
	return senses
})

// senseOfKind is what an entry is in any case, whether its name says so or not.
func senseOfKind(k Kind) classSense {
	switch k {
	case City, Town, Village:
		return senseSettled
	case Province, District:
		return senseArea | senseSettled
	case River:
		return senseRiver
	case Lake:
		return senseLake | senseDam
	case Pass:
		return sensePass
	case Valley:
		return senseValley
	case Mountain:
		return senseMountain
	case Desert, Region:
		return senseDesert
	case Airport, Base:
		return senseAir
	case Dam:
		return senseDam
	case Road:
		return senseRoad
	case Bridge:
		return senseBridge
	case BorderCrossing:
		return senseBorder
	}
	return 0
}

// minBare is the least length in bytes of what may be left of a name.
const minBare = 3

// bareName returns the name without the class words at its ends, and what these say. A name
// of nothing else keeps them.
func bareName(name string) (string, classSense) {
	var sense classSense
	bare := name
	for {
		word, rest := firstWord(bare)
		x := senseOf(word)
		if x == 0 || len(rest) < minBare {
			break
		}
		bare, sense = withoutLink(rest), sense|x
	}
	for {
		rest, word := lastWord(bare)
		x := senseOf(word)
		if x == 0 || len(rest) < minBare {
			return bare, sense
		}
		bare, sense = rest, sense|x
	}
}

func senseOf(word string) classSense {
	if len(word) < 2 || len(word) > 13 {
		return 0
	}
	var key [32]byte
	return senseOfKey()[string(romanize.AppendKey(key[:0], word))]
}

func isGap(c byte) bool { return c == ' ' || c == '-' || c == '.' }

// firstWord and lastWord part a word from the rest of a name; both are empty where the name
// has one word.
func firstWord(name string) (word, rest string) {
	for i := 0; i < len(name); i++ {
		if isGap(name[i]) {
			return name[:i], strings.TrimLeft(name[i:], " -.")
		}
	}
	return "", ""
}

func lastWord(name string) (rest, word string) {
	for i := len(name) - 1; i >= 0; i-- {
		if isGap(name[i]) {
			return strings.TrimRight(name[:i], " -."), name[i+1:]
		}
	}
	return "", ""
}

// withoutLink drops an ezafe or "of" that followed a class word.
func withoutLink(name string) string {
	word, rest := firstWord(name)
	if word != "" && len(rest) >= minBare && (word == "of" || romanize.IsConnector(word)) {
		return rest
	}
	return name
}

// The costs of a comparison without class words, in nats.
const (
	nearEnough = 1.5 // the names agree with them
	bareCost   = 0.5
	apartCost  = 1.5 // for each sense that only one name has, and that the kind does not imply
)

// bareLikeness returns the likeness of the query and a place of that name without class
// words, where it is greater than x, the one with them.
func (s *searcher) bareLikeness(x likeness, name string, kind Kind) likeness {
	if !s.latin || x.other || x.spelling <= nearEnough {
		return x
	}
	if !s.hasBare {
		s.hasBare = true
		s.bare, s.sense = bareName(s.name)
	}
	bare, sense := bareName(name)
	if sense|s.sense == 0 {
		return x
	}
	apart := alone(sense, s.sense|senseOfKind(kind)) + alone(s.sense, sense|senseOfKind(kind))
	cost := bareCost + apartCost*float64(apart)
	if x.spelling <= cost {
		return x
	}
	d, ok := romanize.Default().Distance(s.bare, bare, x.spelling-cost)
	if !ok {
		return x
	}
	return likeness{
		judged: romanize.Default().Judge(s.bare, bare), spelling: d, letters: s.lettersOf(s.bare, bare),
		fuzzy: x.fuzzy, missing: x.missing, bare: true, apart: apart,
	}
}

// alone is 1 where class words say what the other name and the kind do not. A word of two
// senses (rod, a river or a road) shares either.
func alone(sense, others classSense) int {
	if sense != 0 && sense&others == 0 {
		return 1
	}
	return 0
}

// leaveTitles measures the spelling of a person's name without the titles before it, where
// the names have other titles and nothing else that parts them.
func (s *searcher) leaveTitles(x *likeness, name string) {
	j := &x.judged
	if x.other || j.OnlyA+j.OnlyB > 0 || j.TitlesA+j.TitlesB == 0 {
		return
	}
	query := withoutTitles(s.name)
	name = withoutTitles(name)
	x.untitled = true
	x.spelling, x.letters = between(query, name), s.lettersOf(query, name)
}

// withoutTitles returns the name without the titles at its front.
func withoutTitles(name string) string {
	for {
		word, rest := firstWord(name)
		if rest == "" || !romanize.IsTitle(word) {
			return name
		}
		name = rest
	}
}
