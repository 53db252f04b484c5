package rules

// Label is the type of mention that a rule proposes, in the order of ner.Label.
type Label uint8

// The labels.
const (
	Person Label = iota
	Org
	GPE
	Loc
	Fac
	Norp
)

var labelNames = [...]string{"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"}

// String returns the label as it stands in the record.
func (l Label) String() string { return labelNames[l] }

// Match is one proposal: Tokens[First:Last] of the doc are a mention, says Rule.
type Match struct {
	First, Last int // half-open range of token indices
	Label       Label
	Rule        ID
}

// ID names a rule. The numbers may change from version to version; the names do not.
type ID uint8

// The rules.
const (
	TitleName       ID = iota // Gen. Abdul Rashid Dostum: the name after titles and roles
	TitleNameLower            // president Karzai, commander Ahmad: the title in lower case
	RoleName                  // police chief Abdul Rahman, spokesman Omar Zwak: the name after a role
	NameRole                  // Omar Zwak, a spokesman for …
	NameAge                   // Samiullah, 34,
	NameAppositive            // Samiullah, who goes by one name
	NameSaid                  // Omar Zwak said; said Omar Zwak; told
	OneSaid                   // the same of a single word: Zwak said, but Kabul said, too
	AccordingTo               // according to Omar Zwak
	PersonShape               // two or more capitalised words of which one is a known part of names
	GivenName                 // one known given name that is no common word
	SurnameInitial            // J. Smith, John F. Kennedy
	KinName                   // his brother Ahmad, son of Ahmad Shah
	Credit                    // [Omar Sobhani/Reuters]: the person
	CreditAgency              // … and the agency
	Byline                    // By Sharon Smith; Reporting by Josh Smith
	NameList                  // Ahmad Khan, Josh Smith and X Y: a name in a list with a surer one
	PlaceProvince             // Helmand province: the range with the class word
	PlaceDistrict             // Nad Ali district
	PlaceCity                 // Herat city, Deh Sabz village
	PlaceLoc                  // Panjshir Valley, Helmand River, Hindu Kush mountains
	PlaceFac                  // Bagram Airfield, Salma Dam, Pul-e-Charkhi prison
	OfProvince                // province of Helmand, city of Herat, districts of X, Y and Z: names alone
	ProvinceList              // Wardak, Kandahar Provinces: names alone
	LocOf                     // Valley of X, Lake X, Mount X
	FacOf                     // Hospital of X, Port of X
	PlacePair                 // Nahr-e Saraj, Helmand: a place before a surer one
	PlaceIn                   // in X, near X, from X: a preposition of place before a capitalised word
	Based                     // Kabul-based, Afghan-born, anti-Taliban, US-led: the name in a compound
	DatelineCity              // KABUL, Afghanistan (Reuters) -
	DatelineCountry           // …
	DatelineAgency            // …
	OrgOf                     // Ministry of Interior Affairs, University of Kabul, Center for X
	OrgHead                   // Interior Ministry, National Resistance Front, Kabul University
	OrgNationHead             // Afghan Interior Ministry: the nationality included
	OrgUnit                   // 205th Corps, 10th Mountain Division, Afghan National Army
	OrgMedia                  // TOLOnews, Pajhwok News Agency, New York Times
	OrgCompany                // DynCorp Inc.
	AcronymLong               // Long Name (LN): the long name
	AcronymShort              // … and the acronym
	AcronymAgain              // LN elsewhere in the text
	Acronym                   // a word in capitals in a text that is not
	NationPeople              // Afghan troops, an Afghan: a demonym of the lexicon
	numRules        = iota
)

var ruleNames = [numRules]string{
	"title-name", "title-name-lower", "role-name", "name-role", "name-age", "name-appositive", "name-said", "one-said",
	"according-to", "person-shape", "given-name", "initial-surname", "kin-name", "credit", "credit-agency", "byline",
	"name-list", "place-province", "place-district", "place-city", "place-loc", "place-fac", "of-province",
	"province-list", "loc-of", "fac-of", "place-pair", "place-in", "based", "dateline-city", "dateline-country",
	"dateline-agency", "org-of", "org-head", "org-nation-head", "org-unit", "org-media", "org-company", "acronym-long",
	"acronym-short", "acronym-again", "acronym", "nation-people",
}

// Count is the number of rules: every ID is below it.
const Count = numRules

// String returns the stable name of the rule.
func (id ID) String() string { return ruleNames[id] }
