package gazetteer

// Tier says how a text met a listed name. Lower is better: exact beats folded beats fuzzy.
type Tier uint8

// The tiers.
const (
	Exact  Tier = iota // equal up to case and punctuation
	Folded             // equal match key of romanize
	Fuzzy              // within the learned edit distance
)

// String returns exact, folded or fuzzy.
func (t Tier) String() string { return [...]string{"exact", "folded", "fuzzy"}[t%3] }

// MatchFlag holds doubts about a match; the finder above decides what they are worth.
type MatchFlag uint8

// The flags of a match.
const (
	LowerCase     MatchFlag = 1 << iota // the text is in lower case though the listed name is not
	CommonWord                          // every word of it is an ordinary English word
	SentenceStart                       // its first word opens a sentence, so that its capital means nothing
	AllCaps                             // every word is in capitals
	NamePart                            // it is one word that is also a personal or tribal name
	AcronymText                         // at least one of its hits is an acronym
)

// Match is one way in which a run of whole tokens meets listed names. There is one Match
// per span, tier, key and layer of the gazetteer (so a fuzzy span can have several); its entries are read with
// [Gazetteer.Hits]. A Match is a small value, valid with the Gazetteer that made it.
type Match struct {
	First, Last int // token range, half-open
	Tier        Tier
	Flags       MatchFlag
	Cost        float32 // 0 for exact; distance of keys for the others, in the unit of romanize.Compare: 1-score

	layer    uint8
	from, to uint32 // range of postings
}

// Hit is one entry that a Match may mean.
type Hit struct {
	Entry uint32 // index: see Gazetteer.Entry
	Alias uint32 // index of the listed name that was met: see Gazetteer.Alias
	Kind  Kind
	Class AliasClass
	Prior float32 // as Gazetteer.Prior
}
