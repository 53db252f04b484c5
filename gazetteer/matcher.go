package gazetteer

import "github.com/namyab/namyab/internal/text"

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
