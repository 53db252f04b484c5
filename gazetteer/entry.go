// Package gazetteer holds what Namyab knows: entries (places, people, bodies, peoples),
// their names in every spelling met, and the matchers over them.
package gazetteer

// Kind is the type of an entry.
type Kind uint8

// The kinds of entry, in the order of the published list.
const (
	NoKind Kind = iota
	Country
	Province
	District
	City
	Town
	Village
	Valley
	River
	Lake
	Mountain
	Pass
	Desert
	Region
	Airport
	Base
	Dam
	Road
	Bridge
	BorderCrossing
	Building
	Person
	ArmedGroup
	Party
	Government
	Military
	Police
	Intelligence
	IGO
	NGO
	Media
	Company
	People
	Tribe
	Religion
	Nationality
	numKinds
)

// Entry is one thing that the gazetteer knows. The zero Entry means "none".
// Strings share the memory of the compiled data; an Entry is a value and may be kept.
type Entry struct {
	ID       string // stable, readable, never reused: per/…, org/…, loc/AF08
	Name     string // the canonical English name; provinces and districts without the class word
	Kind     Kind
	Country  string  // ISO 3166-1 alpha-2 where it is, or whose it is; "" when unknown
	Lat      float64 // degrees, WGS 84; see HasPoint
	Lon      float64
	HasPoint bool
	Index    uint32 // position in the gazetteer that returned it
}

// AliasClass says what sort of name an alias is.
type AliasClass uint8

// The classes of alias.
const (
	NameAlias AliasClass = iota // a full name in some spelling
	Acronym                     // TTP, UNAMA: matched only in capitals
	Demonym                     // Afghan, Russians: a NORP mention that means the country or people
	Short                       // a part that stands for the whole: Karzai, Massoud, Interior Ministry
	Nickname                    // Lion of Panjshir
	Former                      // a name no longer used
	Code                        // airport and other codes: look-up only, never matched in text
)

// Alias is a listed name of an entry.
type Alias struct {
	Name   string
	Lang   string // BCP 47 (prs, ps, ru …), "" for English or romanised
	Source string // where it is attested
	Class  AliasClass
}

// Ref is a reference to the entry in another register.
type Ref struct{ Scheme, Value string } // wikidata Q…, pcode AF08, iso3166_2 AF-PAN, geonames …

// Role is what a person or body was, and when. Dates are YYYYMMDD numbers with zeros for
// what is unknown (20210000 is "2021"); 0 is open.
type Role struct {
	Text     string
	From, To int
}
