package gazetteer

import (
	"io"

	"github.com/namyab/namyab/internal/text"
)

// Gazetteer is a compiled gazetteer: one or more layers, the later ones laid over the
// earlier. It is immutable and safe for concurrent use.
type Gazetteer struct{}

// Default returns the embedded gazetteer, opened on the first call.
func Default() *Gazetteer { return &Gazetteer{} }

// Open opens a compiled gazetteer in place: data is kept and sliced, not decoded.
func Open(data string) (*Gazetteer, error) { return &Gazetteer{}, nil }

// With lays further gazetteers over g, in order.
func (g *Gazetteer) With(extra ...*Gazetteer) (*Gazetteer, error) { return g, nil }

// Len returns the number of entry indices; entries that a later layer suppressed or
// replaced keep their index and are the zero Entry.
func (g *Gazetteer) Len() int { return 0 }

// Entry returns entry i, the zero Entry when there is none.
func (g *Gazetteer) Entry(i uint32) Entry { return Entry{} }

// ByID returns the entry of a stable id.
func (g *Gazetteer) ByID(id string) (Entry, bool) { return Entry{}, false }

// Alias returns the listed name at alias index a (see Hit.Alias).
func (g *Gazetteer) Alias(a uint32) Alias { return Alias{} }

// Aliases returns the listed names of entry i, the canonical name first.
func (g *Gazetteer) Aliases(i uint32) []Alias { return nil }

// Within returns the entries that entry i lies within, nearest first.
func (g *Gazetteer) Within(i uint32) []Entry { return nil }

// AppendWithin appends the indices of the entries that entry i lies within, nearest first.
func (g *Gazetteer) AppendWithin(dst []uint32, i uint32) []uint32 { return dst }

// Refs returns the references of entry i.
func (g *Gazetteer) Refs(i uint32) []Ref { return nil }

// Roles returns the roles of entry i.
func (g *Gazetteer) Roles(i uint32) []Role { return nil }

// Affiliations returns the ids of the bodies that entry i belongs to.
func (g *Gazetteer) Affiliations(i uint32) []string { return nil }

// Born returns the year of birth, 0 when unknown.
func (g *Gazetteer) Born(i uint32) int { return 0 }

// Died returns the year of death, 0 when alive or unknown.
func (g *Gazetteer) Died(i uint32) int { return 0 }

// Valid returns the dates (YYYYMMDD, 0 open) between which entry i existed.
func (g *Gazetteer) Valid(i uint32) (from, to int) { return 0, 0 }

// Population returns the number of inhabitants, 0 when unknown.
func (g *Gazetteer) Population(i uint32) int { return 0 }

// Prior returns how likely entry i is to be meant when a text names it: natural logarithm
// of a relative frequency, from about -4 (a village) to 10 (a country in the news daily).
func (g *Gazetteer) Prior(i uint32) float64 { return 0 }

// Layer returns where entry i comes from: "embedded", or the name of the user's file.
func (g *Gazetteer) Layer(i uint32) string { return "" }

// WordClass returns what the lexicon says of a word in lower case (text.AppendLower).
func (g *Gazetteer) WordClass(lower string) WordClass { return 0 }

// Matcher finds listed names in texts. It holds scratch memory: one goroutine at a time.
type Matcher struct{}

// NewMatcher makes a Matcher over g.
func (g *Gazetteer) NewMatcher() *Matcher { return &Matcher{} }

// Match appends the matches of doc to dst: by First, then longest first, then tier.
func (m *Matcher) Match(dst []Match, doc *text.Doc) []Match { return dst }

// Classes returns the word class of every token of the doc last matched; valid until the next call of Match.
func (m *Matcher) Classes() []WordClass { return nil }

// Hits appends the entries that match may mean, best prior first, at most limit (0: all).
func (g *Gazetteer) Hits(dst []Hit, match Match, limit int) []Hit { return dst }

// Edit is one edit between two spellings.
type Edit struct {
	From, To string
	Cost     float64
}

// Found is one answer of a look-up.
type Found struct {
	Entry Entry
	Score float64 // 0..1, see the README's response curve; not a probability
	Alias Alias   // the listed name that was met
	Tier  Tier
	Edits []Edit // the edits between the spelling and the alias; only with Options.Edits
}

// Options narrows a Search. The zero Options means: all kinds, everywhere, 10 answers, DefaultMinScore.
type Options struct {
	Kinds    []Kind
	Within   string                                // id of an entry that answers must lie within
	Limit    int                                   // 0: 10
	MinScore float64                               // 0: DefaultMinScore; negative: no threshold
	Mask     func(entry uint32, alias string) bool // listed names to ignore, for measuring
	Edits    bool                                  // fill Found.Edits
}

// Lookup returns the entries that a spelling means, best first.
func (g *Gazetteer) Lookup(name string, kinds ...Kind) []Found { return nil }

// Search is Lookup with options.
func (g *Gazetteer) Search(name string, o Options) []Found { return nil }

// Export writes one JSON object per entry and line.
func (g *Gazetteer) Export(w io.Writer) error { return nil }

// Stats counts what a gazetteer holds.
type Stats struct {
	Entries, Aliases, Words, Bytes int
	Kinds                          []KindCount
}

// KindCount is the number of entries and listed names of one kind.
type KindCount struct {
	Kind             Kind
	Entries, Aliases int
}

// Stats counts entries and aliases by kind, in the published order of kinds.
func (g *Gazetteer) Stats() Stats { return Stats{} }
