package gazetteer

import "github.com/namyab/namyab/gazetteer/romanize"

// Edit is one edit between two spellings.
type Edit = romanize.Edit

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
