package crf

import "strings"

// Hint says in bits what the callers' knowledge (gazetteer hits, lexicon classes) holds
// of one token. Hints are evidence, never decisions: the model learns a weight for each
// bit at the token itself and at its neighbours, and is trained with the hints of a share of
// the sentences withheld, so that it also finds names that no gazetteer lists.
//
// The caller that tags must make its hints as the caller that trained did. A nil slice
// of hints means that nothing is known; the zero Hint, that this token has none.
type Hint uint32

// The bits of a hint. A token may carry begin and continue bits of several kinds when
// hits overlap; Exact, Folded, Acronym and Ambiguous describe the best hit that covers it.
const (
	BeginPerson   Hint = 1 << iota // first token of a hit whose entry is a person
	BeginOrg                       // … an armed group, party, government body, company, media outlet …
	BeginGPE                       // … a country, province, district, city, town, village
	BeginLoc                       // … a valley, river, mountain, pass, desert, region
	BeginFac                       // … an airport, base, dam, road, bridge, building
	BeginNorp                      // … a people, tribe, religion, nationality, or a demonym alias
	InsidePerson                   // any later token of such a hit
	InsideOrg                      //
	InsideGPE                      //
	InsideLoc                      //
	InsideFac                      //
	InsideNorp                     //
	EndHit                         // last token of the longest hit that covers it
	Exact                          // the best hit is a listed alias as written
	Folded                         // the best hit is by fold key or by learned distance
	Acronym                        // the best hit is by an acronym alias in capitals
	Ambiguous                      // a common English word in lower-case use (Khan and Bagh do not count, "March" does)
	Given                          // known given name
	Surname                        // known surname
	Tribal                         // known tribal or -zai name
	Connector                      // name connector: ul, al, e, i, bin
	TitleWord                      // title or part of one: Mullah, Gen., President
	RoleWord                       // spokesman, governor, commander
	KinWord                        // son, brother
	GPEWord                        // province, district, city, village
	LocWord                        // valley, river, pass
	FacWord                        // airport, dam, base
	OrgWord                        // ministry, front, party
	SpeechWord                     // said, told
	DateWord                       // month or weekday
	DirectionWord                  // north, southern
	RuleHit                        // covered by a span that a hand-written pattern proposes
)

// numHints is the number of bits of a Hint.
const numHints = 32

// hitBits are the bits that say "a listed name covers this token": together they make one more
// attribute, since which kinds a name may be of is more than the sum of them.
const hitBits = BeginPerson | BeginOrg | BeginGPE | BeginLoc | BeginFac | BeginNorp |
	InsidePerson | InsideOrg | InsideGPE | InsideLoc | InsideFac | InsideNorp |
	EndHit | Exact | Folded | Acronym | RuleHit

var hintNames = [numHints]string{
	"b-person", "b-org", "b-gpe", "b-loc", "b-fac", "b-norp",
	"i-person", "i-org", "i-gpe", "i-loc", "i-fac", "i-norp",
	"end", "exact", "folded", "acronym", "ambiguous", "given", "surname", "tribal", "connector",
	"title", "role", "kin", "gpe-word", "loc-word", "fac-word", "org-word", "speech", "date", "direction", "rule",
}

// Begin returns the bit for the first token of a hit of the kind-th label in the order
// PERSON, ORG, GPE, LOC, FAC, NORP (0 to 5).
func Begin(kind int) Hint { return BeginPerson << kind }

// Inside returns the bit for a later token of a hit of the kind-th label (0 to 5).
func Inside(kind int) Hint { return InsidePerson << kind }

// String lists the names of the bits, for explanations: "b-gpe+exact".
func (h Hint) String() string {
	var names []string
	for i, n := range hintNames {
		if h&(1<<i) != 0 {
			names = append(names, n)
		}
	}
	return strings.Join(names, "+")
}
