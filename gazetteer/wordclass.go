package gazetteer

import (
	"fmt"
	"strings"
)

// WordClass is a set of facts about one word of ordinary text, from the lexicon tables
// under data/. Rules, the tagger and the linker read it; the zero value means "an unknown word".
type WordClass uint32

// The bits of a WordClass. The names in the lexicon tables are those of [WordClass.String].
const (
	Common         WordClass = 1 << iota // "common": an English word that is ordinary in lower case (reg, will, may, nor)
	Given                                // "given": a given name (Mohammad, Gul)
	Surname                              // "surname": a family name
	Tribal                               // "tribal": a tribal or place name used as surname (Achakzai, Panjshiri)
	NameConnector                        // "connector": stands inside names (ul, bin, e, wa, de)
	Title                                // "title": stands before a name (Mullah, President, Gen.)
	TitlePart                            // "titlepart": part of a title of several words (Vice, Deputy, Acting, Interior)
	RoleWord                             // "role": a role after or beside a name (spokesman, governor, commander)
	Kin                                  // "kin": brother, son, father
	GPEWord                              // "gpe": province, state, republic
	DistrictWord                         // "district": district, woluswali, county
	CityWord                             // "city": city, town, capital
	VillageWord                          // "village": village, hamlet, qala
	LocWord                              // "loc": valley, river, pass, mountains, desert
	FacWord                              // "fac": airport, base, dam, road, hospital, prison
	OrgWord                              // "org": ministry, front, party, agency, army
	SpeechVerb                           // "speech": said, told, tweeted
	Month                                // "month"
	Weekday                              // "weekday"
	Direction                            // "direction": north, northern, upper
	Demonymic                            // "demonym": an adjective or noun of nationality, people or faith (Afghan, Pashtun, Shia)
	PlacePrep                            // "placeprep": in, near, from, at
	Function                             // "function": articles, prepositions, pronouns, auxiliaries
	AfterTitle                           // "aftertitle": stands after a name (Jr., Khan, Sahib)
	NotName                              // "notname": capitalised words that are no names (Monday, Editor, Reuters-style boilerplate)
	OuterTitle                           // "outertitle": a title that never is part of the name it stands before (Mullah, Gen., Qari)
	numWordClasses = iota
)

var wordClassNames = [numWordClasses]string{
	"common", "given", "surname", "tribal", "connector", "title", "titlepart", "role", "kin",
	"gpe", "district", "city", "village", "loc", "fac", "org", "speech", "month", "weekday",
	"direction", "demonym", "placeprep", "function", "aftertitle", "notname", "outertitle",
}

// Has reports whether any of the given bits is set.
func (c WordClass) Has(any WordClass) bool { return c&any != 0 }

// String lists the names of the set bits, joined by "|", in the order of the constants.
func (c WordClass) String() string {
	var parts []string
	for i, n := range wordClassNames {
		if c&(1<<i) != 0 {
			parts = append(parts, n)
		}
	}
	return strings.Join(parts, "|")
}

// ParseWordClass reads what [WordClass.String] writes.
func ParseWordClass(s string) (WordClass, error) {
	var c WordClass
	for part := range strings.SplitSeq(s, "|") {
		i := indexOf(wordClassNames[:], part)
		if i < 0 {
			return 0, fmt.Errorf("word class %q is not one of %s", part, strings.Join(wordClassNames[:], ", "))
		}
		c |= 1 << i
	}
	return c, nil
}

func indexOf(list []string, s string) int {
	for i, v := range list {
		if v == s {
			return i
		}
	}
	return -1
}
