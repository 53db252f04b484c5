package rules

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// Cue is a set of facts about the words around a range of tokens: evidence for a linker.
type Cue uint32

// The cues. A class word stands directly before ("province of" counts) or after the range,
// or ends it.
const (
	CueTitle      Cue = 1 << iota // a title directly before: Gen., President
	CueRole                       // a role before or after: spokesman, governor
	CueProvince                   // province, state, beside the range or ending it
	CueDistrict                   // district
	CueCity                       // city, town, capital
	CueVillage                    // village
	CueValley                     // valley
	CueRiver                      // river
	CueMountain                   // mountain, pass, range
	CueAirport                    // airport, airfield
	CueBase                       // base, camp
	CueDam                        // dam
	CueFacility                   // any other built thing
	CueOrgWord                    // ministry, party, front …
	CueSpeech                     // said, told, next to it
	CueIn                         // in, at, near, from, to, of before it: a preposition of place
	CueKin                        // brother, son, father beside it
	CueRuled                      // "governor of", "mayor of", "capital of" before it
	CuePossessive                 // 's after it
	CueAge                        // ", 34," after it
	CuePeople                     // people, tribe, fighters, forces after it: used as an adjective
	CueCountry                    // ", Afghanistan"-like: a comma and another capitalised word after it
)

// Cues returns what the words around Tokens[first:last] say of it. It costs a few look-ups.
func Cues(doc *text.Doc, class []gazetteer.WordClass, first, last int) Cue { return 0 }
