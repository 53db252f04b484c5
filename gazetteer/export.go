package gazetteer

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// exported is the shape of one line of Export.
type exported struct {
	ID           string            `json:"id"`
	Name         string            `json:"name"`
	Kind         string            `json:"kind"`
	Aliases      []exportedAlias   `json:"aliases"`
	Refs         map[string]string `json:"refs,omitempty"` // encoding/json writes keys in order
	Within       []string          `json:"within,omitempty"`
	Country      string            `json:"country,omitempty"`
	Lat          *float64          `json:"lat,omitempty"`
	Lon          *float64          `json:"lon,omitempty"`
	Population   int               `json:"population,omitempty"`
	Roles        []string          `json:"roles,omitempty"`
	Affiliations []string          `json:"affiliations,omitempty"`
	Born         string            `json:"born,omitempty"`
	Died         string            `json:"died,omitempty"`
	From         string            `json:"from,omitempty"`
	To           string            `json:"to,omitempty"`
	Layer        string            `json:"layer,omitempty"` // the user's file that the entry comes from
}

type exportedAlias struct {
	Name   string `json:"name"`
	Lang   string `json:"lang"`
	Source string `json:"source"`
	Class  string `json:"class,omitempty"`
}

// Export writes one JSON object per living entry and line, in order of index. The aliases
// do not repeat the canonical name. A user gazetteer of the lines has the same entries.
func (g *Gazetteer) Export(w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for i := range g.entries {
		e := g.Entry(i)
		if _, below := g.same[i]; below || e.ID == "" {
			continue
		}
		if err := enc.Encode(g.export(e)); err != nil {
			return fmt.Errorf("export of %s: %w", e.ID, err)
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func (g *Gazetteer) export(e Entry) exported {
	i := e.Index
	x := exported{
		ID: e.ID, Name: e.Name, Kind: e.Kind.String(), Aliases: []exportedAlias{}, Country: e.Country,
		Population: g.Population(i), Affiliations: g.Affiliations(i),
		Born: DateString(g.Born(i) * 10000), Died: DateString(g.Died(i) * 10000),
	}
	for k, a := range g.Aliases(i) {
		if k == 0 || a.Name == e.Name && a.Class == NameAlias {
			continue // a later layer that adds names repeats the canonical one
		}
		class := ""
		if a.Class != NameAlias {
			class = a.Class.String()
		}
		x.Aliases = append(x.Aliases, exportedAlias{a.Name, a.Lang, a.Source, class})
	}
	for _, r := range g.Refs(i) {
		if x.Refs == nil {
			x.Refs = map[string]string{}
		}
		x.Refs[r.Scheme] = r.Value
	}
	for _, p := range g.Within(i) {
		x.Within = append(x.Within, p.ID)
	}
	if e.HasPoint {
		x.Lat, x.Lon = &e.Lat, &e.Lon
	}
	for _, r := range g.Roles(i) {
		x.Roles = append(x.Roles, r.String())
	}
	from, to := g.Valid(i)
	x.From, x.To = DateString(from), DateString(to)
	if l := g.Layer(i); l != embeddedName {
		x.Layer = l
	}
	return x
}

// DateString writes a number YYYYMMDD as YYYY, YYYY-MM or YYYY-MM-DD, and 0 as "".
func DateString(d int) string {
	y, m, day := d/10000, d/100%100, d%100
	switch {
	case d == 0:
		return ""
	case m == 0:
		return fmt.Sprintf("%04d", y)
	case day == 0:
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// String returns the role as it stands in the tables: text, or text (from-to), or text (from-).
func (r Role) String() string {
	switch {
	case r.From == 0 && r.To == 0:
		return r.Text
	case r.From == r.To:
		return r.Text + " (" + DateString(r.From) + ")"
	}
	return r.Text + " (" + DateString(r.From) + "-" + DateString(r.To) + ")"
}

// Stats counts what a gazetteer holds.
type Stats struct {
	Entries int         `json:"entries"`
	Aliases int         `json:"aliases"` // canonical names included
	Names   int         `json:"names"`   // distinct names, up to case and punctuation
	Keys    int         `json:"keys"`    // match keys with a name
	Words   int         `json:"words"`   // words of the lexicon
	Bytes   int         `json:"bytes"`   // compiled size
	Layers  []string    `json:"layers"`
	Kinds   []KindCount `json:"kinds"`
}

// KindCount is the number of entries and listed names of one kind.
type KindCount struct {
	Kind    Kind `json:"-"`
	Entries int  `json:"entries"`
	Aliases int  `json:"aliases"`
}

// MarshalJSON writes the kind as its published word.
func (k KindCount) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `{"kind":%q,"entries":%d,"aliases":%d}`, k.Kind.String(), k.Entries, k.Aliases), nil
}

// Stats counts the living entries and their aliases by kind, in the published order of
// kinds. It reads every entry.
func (g *Gazetteer) Stats() Stats {
	var s Stats
	var kinds [numKinds]KindCount
	for i := range g.entries {
		_, r := g.rec(i)
		if r.ID == "" {
			continue
		}
		n := int(r.End - r.Alias)
		s.Aliases += n
		if _, below := g.same[i]; below {
			continue
		}
		k := kindOf(r.Kind)
		s.Entries++
		kinds[k].Entries++
		kinds[k].Aliases += n
	}
	for i := range g.layers {
		f := g.layers[i].f
		s.Words += f.Classes.Len()
		s.Names += countRuns(&f.Exact)
		s.Keys += f.Fold.Len()
		s.Bytes += f.Size
		s.Layers = append(s.Layers, f.Name)
	}
	for k := range kinds {
		if kinds[k].Entries > 0 {
			kinds[k].Kind = Kind(k)
			s.Kinds = append(s.Kinds, kinds[k])
		}
	}
	return s
}

func countRuns(t *ngz.Table) int {
	n := 0
	for pos := uint32(0); int(pos) < t.Len(); pos = t.RunEnd(pos) {
		n++
	}
	return n
}
