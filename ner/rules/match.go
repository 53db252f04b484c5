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
	HonorificName    ID = iota // Gen. Abdul Rashid Dostum, Mr. Karzai: nothing but a person follows
	TitleName                  // President Karzai, Mullah Baradar, Defense Minister Bismillah Khan: the name alone
	PlaceWithState             // Washington, D.C.: one range
	TitleNameLower             // president Karzai, mullah Omar: the title in lower case
	RoleName                   // police chief Abdul Rahman, Spokesman Omar Zwak: the name after a role
	RoleOne                    // resident Samiullah: one word after a role in lower case
	RoleCommaName              // the police chief, Abdul Rahman,
	NameRole                   // Omar Zwak, a spokesman for
	NameAge                    // Samiullah, 34, and Samiullah (34)
	NameWho                    // Samiullah, who goes by one name
	NameSaid                   // Omar Zwak said: two words or more
	OneSaid                    // Zwak said: but also Kabul said
	SaidName                   // said Omar Zwak, told Omar Zwak
	AccordingTo                // according to Omar Zwak
	NameAllKnown               // every word is a known part of names, the first a given name
	NameGivenFirst             // a known given name and others
	PersonShape                // capitalised words of which one is a known part of names
	InitialName                // J. Smith, John F. Kennedy
	CapitalPair                // two or three capitalised words that no list knows
	GivenName                  // one known part of names that is no common word
	KinName                    // his brother Ahmad, son of Ahmad Shah
	NameList                   // a name of two words after a person and a comma or "and"
	Credit                     // [Omar Sobhani/Reuters]: the person and the agency
	Byline                     // By Sharon Smith; Reporting by Josh Smith
	PlaceProvince              // Helmand province: the class word is part of the range
	PlaceDistrict              // Nad Ali district
	PlaceCity                  // Herat city, Chenar village
	PlaceLoc                   // Panjshir Valley, Helmand River
	PlaceFac                   // Bagram Airfield, Salma Dam
	PlaceFacLower              // Pul-e-Charkhi prison
	PlaceFacLong               // Bagram military base, Kabul international airport
	ProvinceList               // Wardak, Kandahar Provinces: names alone
	OfProvince                 // province of Helmand, districts of X, Y and Z: names alone
	FeatureOf                  // Strait of Hormuz, Port of Chabahar
	FeatureBefore              // Lake X, Mount X, Camp X
	CapitalName                // the provincial capital Lashkar Gah; the capital, Doha
	PlacePair                  // in Nahr-e Saraj, Helmand: each of the two
	PlaceIn                    // in X, near X
	PlaceTo                    // from X, to X, across X
	Based                      // Kabul-based, Afghan-born: the name in a compound
	DatelineCity               // KABUL, Afghanistan (Reuters) -
	DatelineBare               // KABUL The Taliban: neither dash nor agency
	DatelineCountry            // the second place of a dateline
	DatelineAgency             // the bracket of a dateline
	OrgOf                      // Ministry of Interior Affairs, University of Kabul, Center for X
	OrgOfAnd                   // Ministry of Rural Rehabilitation and Development: what "and" adds
	OrgIn                      // National Resistance Front in Afghanistan
	OrgWeakOf                  // Army of X: a head that is mostly an ordinary word
	OrgHead                    // Interior Ministry, National Resistance Front
	OrgInner                   // the same with more words of the run behind it
	OrgNationHead              // Afghan Interior Ministry, US State Department: the nation included
	OrgWithoutNation           // … and left out
	OrgWeakHead                // Afghan National Army, Quds Force
	OrgHeadLower               // Haqqani network
	OrgLongLower               // Afghan air force, Pakistani foreign ministry
	OrgBranch                  // the foreign ministry: in lower case altogether
	OrgUnit                    // 205th Corps, 10th Mountain Division
	OrgMedia                   // New York Times, Pajhwok News Agency
	OrgCompany                 // DynCorp Inc.
	AcronymLong                // Long Name (LN): the long name
	AcronymShort               // … and the acronym
	AcronymAgain               // LN elsewhere in the text
	AcronymLoose               // an acronym in brackets after a name whose initials differ
	Acronym                    // a word in capitals in a text that is not
	NationPeople               // Afghan, Afghans: a demonym of the lexicon
	numRules         = iota
)

var ruleNames = [numRules]string{
	"honorific-name", "title-name", "place-with-state", "title-name-lower", "role-name", "role-one", "role-comma-name", "name-role",
	"name-age", "name-who", "name-said", "one-said", "said-name", "according-to", "name-all-known", "name-given-first",
	"person-shape", "initial-name", "capital-pair", "given-name", "kin-name", "name-list", "credit",
	"byline", "place-province", "place-district", "place-city", "place-loc", "place-fac", "place-fac-lower",
	"place-fac-long", "province-list", "of-province", "feature-of", "feature-before", "capital-name",
	"place-pair", "place-in", "place-to", "based", "dateline-city", "dateline-bare", "dateline-country",
	"dateline-agency", "org-of", "org-of-and", "org-in", "org-weak-of", "org-head", "org-inner",
	"org-nation-head", "org-without-nation", "org-weak-head", "org-head-lower", "org-long-lower", "org-branch",
	"org-unit", "org-media", "org-company", "acronym-long", "acronym-short", "acronym-again",
	"acronym-loose", "acronym", "nation-people",
}

// Count is the number of rules: every ID is below it.
const Count = numRules

// String returns the stable name of the rule.
func (id ID) String() string { return ruleNames[id] }
