package rules

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// Cue is a set of facts about the words around a range of tokens: evidence for a linker.
type Cue uint32

// The cues. A class word stands directly after the range, or before it ("province of"
// counts), or is its last word.
const (
	CueTitle      Cue = 1 << iota // a title directly before: Gen., President
	CueRole                       // a role before or after: spokesman, governor
	CueProvince                   // province, county
	CueDistrict                   // district
	CueCity                       // city, town
	CueVillage                    // village
	CueValley                     // valley
	CueRiver                      // river
	CueMountain                   // mountain, pass, hills
	CueAirport                    // airport, airfield
	CueBase                       // base, camp, outpost
	CueDam                        // dam
	CueFacility                   // any other built thing
	CueOrgWord                    // ministry, party, front …
	CueSpeech                     // said, told, next to it
	CueIn                         // a preposition of place before it: in, near, from, to
	CueKin                        // brother, son, father before it
	CueRuled                      // "governor of", "mayor of", "capital of" before it
	CuePossessive                 // 's after it
	CueAge                        // ", 34," after it
	CuePeople                     // forces, fighters, tribe after it: it is used as an adjective
	CueCountry                    // a comma and another capitalised word after it: Nad Ali, Helmand
	CuePlural                     // the class word is a plural and may belong to a list: Helmand and Kandahar provinces
)

// maxCueList is how far, in tokens, a plural class word is looked for behind a list.
const maxCueList = 16

// Cues returns what the words around Tokens[first:last] say of it, within its sentence.
// class is as in [Find]. The cost is a few look-ups, without allocation; ranges outside
// the doc have no cues. Safe for concurrent use.
func Cues(doc *text.Doc, class []gazetteer.WordClass, first, last int) Cue {
	if first < 0 || first >= last || last > len(doc.Tokens) {
		return 0
	}
	c := cuer{doc: doc, class: class, sent: doc.Sentences[doc.SentenceOf(first)]}
	cue := c.inside(first, last)
	cue |= c.before(first)
	return cue | c.after(last)
}

// cuer looks words up on demand: cues are asked of few ranges, so nothing is worked out for
// the whole text.
type cuer struct {
	doc   *text.Doc
	class []gazetteer.WordClass
	sent  text.Sentence
}

func (c *cuer) word(i int) (word, gazetteer.WordClass) {
	if i < c.sent.First || i >= c.sent.Last {
		return 0, 0
	}
	var class gazetteer.WordClass
	if i < len(c.class) {
		class = c.class[i]
	}
	return lookUp(c.doc, i), class
}

func (c *cuer) surface(i int) string {
	if i < c.sent.First || i >= c.sent.Last {
		return ""
	}
	return c.doc.Surface(i)
}

// place returns the cue of token i as a class word of a place or an organisation.
func (c *cuer) place(i int) Cue {
	w, class := c.word(i)
	if w&(wPlace|wOrgHead) == 0 && class&placeWords == 0 {
		return 0
	}
	cue := Cue(0)
	if w&wPlural != 0 {
		cue = CuePlural
	}
	var buf [longestWord + 4]byte
	s := c.doc.Surface(i)
	if len(s) > longestWord {
		return cue
	}
	switch string(text.AppendLower(buf[:0], s)) {
	case "village", "villages", "hamlet", "qala", "kalay", "kalai":
		return cue | CueVillage
	case "valley", "valleys", "dara", "gorge":
		return cue | CueValley
	case "river", "rivers", "creek":
		return cue | CueRiver
	case "mountain", "mountains", "hill", "hills", "pass", "range", "peak", "kotal":
		return cue | CueMountain
	case "airport", "airports", "airfield", "airstrip":
		return cue | CueAirport
	case "base", "bases", "camp", "outpost", "airbase", "garrison":
		return cue | CueBase
	case "dam", "dams":
		return cue | CueDam
	}
	switch {
	case w&wGPE != 0 || class.Has(gazetteer.GPEWord):
		cue |= CueProvince
	case w&wDistrict != 0 || class.Has(gazetteer.DistrictWord):
		cue |= CueDistrict
	case w&wCity != 0 || class.Has(gazetteer.CityWord):
		cue |= CueCity
	case class.Has(gazetteer.VillageWord):
		cue |= CueVillage
	case w&wOrgHead != 0 || class.Has(gazetteer.OrgWord):
		cue |= CueOrgWord
	case w&wFac != 0 || class.Has(gazetteer.FacWord):
		cue |= CueFacility
	}
	return cue
}

const placeWords = gazetteer.GPEWord | gazetteer.DistrictWord | gazetteer.CityWord | gazetteer.VillageWord |
	gazetteer.LocWord | gazetteer.FacWord | gazetteer.OrgWord

// inside looks at the last word of the range.
func (c *cuer) inside(first, last int) Cue {
	if last-first < 2 {
		return 0
	}
	return c.place(last - 1)
}

func (c *cuer) before(first int) Cue {
	var cue Cue
	i := first - 1
	switch c.surface(i) {
	case "the", "The", "a", "an":
		i--
	}
	w, class := c.word(i)
	if w&wTitle != 0 || class.Has(gazetteer.Title) {
		cue |= CueTitle
	}
	if w&wRole != 0 || class.Has(gazetteer.RoleWord) {
		cue |= CueRole
	}
	if w&wSpeech != 0 || class.Has(gazetteer.SpeechVerb) {
		cue |= CueSpeech
	}
	if w&wPlacePrep != 0 {
		cue |= CueIn
	}
	if w&wKin != 0 || class.Has(gazetteer.Kin) {
		cue |= CueKin
	}
	if w&wCapital != 0 {
		cue |= CueCity
	}
	if w&(wCity|wDistrict) != 0 && w&wPlural == 0 {
		cue |= c.place(i) // the city Herat
	}
	if c.surface(i) == "of" {
		cue |= c.place(i - 1)
		if w, class := c.word(i - 1); w&(wRole|wCapital) != 0 || class.Has(gazetteer.RoleWord) {
			cue |= CueRuled
		}
		if w, class := c.word(i - 1); w&wKin != 0 || class.Has(gazetteer.Kin) {
			cue |= CueKin
		}
		return cue
	}
	return cue | c.listBefore(first)
}

// listBefore: "the districts of X, Y and Z" speaks for Z too.
func (c *cuer) listBefore(first int) Cue {
	for i, n := first-1, 0; i > c.sent.First && n < maxCueList; i, n = i-1, n+1 {
		t := &c.doc.Tokens[i]
		s := c.doc.Surface(i)
		if s == "of" {
			if cue := c.place(i - 1); cue&CuePlural != 0 {
				return cue
			}
			return 0
		}
		if t.Kind == text.Word && !t.Is(text.Initial) && s != "and" && len(s) > 2 || t.Kind == text.Punct && s != "," && s != "-" {
			return 0
		}
	}
	return 0
}

func (c *cuer) after(last int) Cue {
	var cue Cue
	w, class := c.word(last)
	if last < c.sent.Last {
		cue |= c.place(last)
	}
	if w&wRole != 0 || class.Has(gazetteer.RoleWord) {
		cue |= CueRole
	}
	if w&wSpeech != 0 || class.Has(gazetteer.SpeechVerb) {
		cue |= CueSpeech
	}
	if w&wPeople != 0 {
		cue |= CuePeople
	}
	if last >= c.sent.Last {
		return cue
	}
	if c.doc.Tokens[last].Kind == text.Clitic {
		return cue | CuePossessive
	}
	if c.surface(last) == "," && last+1 < c.sent.Last {
		switch t := c.doc.Tokens[last+1]; {
		case t.Kind == text.Number && t.Len() <= 2:
			cue |= CueAge
		case t.Kind == text.Word && t.Is(text.Initial):
			cue |= CueCountry
		}
	}
	return cue | c.listAfter(last)
}

// listAfter: "Helmand, Kandahar and Zabul provinces" speaks for Helmand too.
func (c *cuer) listAfter(last int) Cue {
	s := c.surface(last)
	if s != "," && s != "and" && s != "or" {
		return 0
	}
	for i, n := last, 0; i < c.sent.Last && n < maxCueList; i, n = i+1, n+1 {
		if cue := c.place(i); cue&CuePlural != 0 {
			return cue
		}
		t := &c.doc.Tokens[i]
		s := c.doc.Surface(i)
		if t.Kind == text.Word && !t.Is(text.Initial) && s != "and" && s != "or" && len(s) > 2 || t.Kind == text.Punct && s != "," && s != "-" {
			return 0
		}
	}
	return 0
}
