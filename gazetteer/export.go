package gazetteer

import "io"

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
