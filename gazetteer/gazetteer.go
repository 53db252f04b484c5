package gazetteer

import (
	_ "embed" // for the compiled data
	"sync"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

//go:generate go run ../internal/gen/gazetteer

//go:embed data/gazetteer.ngz
var embedded string

// Gazetteer is a compiled gazetteer: one or more layers, the later ones laid over the
// earlier. It is immutable and safe for concurrent use.
type Gazetteer struct {
	layers  []layer
	entries uint32
	aliases uint32

	// Set by With; all nil for a single layer.
	dead      map[uint32]struct{} // entries that a later layer suppressed or replaced, and rows that only suppress
	deadNames map[uint32]struct{} // aliases that a later layer suppressed
	same      map[uint32]uint32   // entry that adds names to an entry below -> that entry
	added     map[uint32][]uint32 // the reverse, in order of layers

}

type layer struct {
	f     *ngz.File
	entry uint32 // global index of its first entry
	alias uint32 // global index of its first alias
}

var defaultGazetteer = sync.OnceValue(func() *Gazetteer {
	f, err := ngz.Open(embedded, false) // a test verifies the checksum of what is embedded
	if err != nil {
		return &Gazetteer{} // a build with a blob that is not its own: the same test fails
	}
	return single(f)
})

// Default returns the embedded gazetteer, opened on the first call, which takes well under
// a millisecond: the data are used in place and only the pages that are read are loaded.
func Default() *Gazetteer { return defaultGazetteer() }

// Open opens a compiled gazetteer in place: data is kept and sliced, not decoded. Any bytes
// give an error or a Gazetteer that cannot panic. The checksum is verified, at about a
// millisecond per ten megabytes.
func Open(data string) (*Gazetteer, error) {
	f, err := ngz.Open(data, true)
	if err != nil {
		return nil, err
	}
	return new(Gazetteer).With(single(f)) // With: rows that replace or suppress take no place of their own
}

func single(f *ngz.File) *Gazetteer {
	return &Gazetteer{
		layers:  []layer{{f: f}},
		entries: uint32(f.NumEntries),
		aliases: uint32(f.NumAliases),
	}
}

// Len returns the number of entry indices. Entries that a later layer suppressed or
// replaced keep their index and are the zero Entry.
func (g *Gazetteer) Len() int { return int(g.entries) }

// locate returns the layer of entry i and its index there.
func (g *Gazetteer) locate(i uint32) (*layer, uint32) {
	for k := len(g.layers) - 1; k >= 0; k-- {
		if l := &g.layers[k]; i >= l.entry && i < g.entries {
			return l, i - l.entry
		}
	}
	return nil, 0
}

func (g *Gazetteer) locateAlias(a uint32) (*layer, uint32) {
	for k := len(g.layers) - 1; k >= 0; k-- {
		if l := &g.layers[k]; a >= l.alias && a < g.aliases {
			return l, a - l.alias
		}
	}
	return nil, 0
}

func (g *Gazetteer) rec(i uint32) (*ngz.File, ngz.EntryRec) {
	l, k := g.locate(i)
	if l == nil {
		return nil, ngz.EntryRec{}
	}
	if _, gone := g.dead[i]; gone {
		return nil, ngz.EntryRec{}
	}
	return l.f, l.f.Entry(k)
}

// Entry returns entry i, the zero Entry when there is none.
func (g *Gazetteer) Entry(i uint32) Entry {
	f, r := g.rec(i)
	if f == nil || r.ID == "" {
		return Entry{}
	}
	e := Entry{ID: r.ID, Kind: Kind(r.Kind), Country: r.Country, Index: i}
	if e.Kind >= numKinds {
		e.Kind = NoKind
	}
	if r.End > r.Alias {
		e.Name = f.Alias(r.Alias).Name
	}
	if r.Lat != ngz.NoCoord {
		e.Lat, e.Lon, e.HasPoint = float64(r.Lat)/1e5, float64(r.Lon)/1e5, true
	}
	return e
}

// Kind returns the kind of entry i; cheaper than Entry.
func (g *Gazetteer) Kind(i uint32) Kind {
	l, k := g.locate(i)
	if l == nil {
		return NoKind
	}
	return kindOf(l.f.EntryKind(k))
}

func kindOf(k uint8) Kind {
	if Kind(k) >= numKinds {
		return NoKind
	}
	return Kind(k)
}

// ByID returns the entry of a stable id.
func (g *Gazetteer) ByID(id string) (Entry, bool) {
	i, ok := g.indexOf(id, len(g.layers))
	if !ok {
		return Entry{}, false
	}
	return g.Entry(i), true
}

// indexOf finds the living entry of an id in the first n layers.
func (g *Gazetteer) indexOf(id string, n int) (uint32, bool) {
	for k := n - 1; k >= 0; k-- {
		l := &g.layers[k]
		from, to := l.f.IDs.Find(ngz.HashString(id))
		for ; from < to; from++ {
			v := l.f.IDs.Val(from)
			if l.f.Entry(v).ID != id {
				continue
			}
			i := l.entry + v
			if below, ok := g.same[i]; ok {
				i = below
			}
			if _, gone := g.dead[i]; !gone {
				return i, true
			}
		}
	}
	return 0, false
}

// Alias returns the listed name at alias index a (see Hit.Alias).
func (g *Gazetteer) Alias(a uint32) Alias {
	l, k := g.locateAlias(a)
	if l == nil {
		return Alias{}
	}
	return aliasOf(l.f, l.f.Alias(k))
}

func aliasOf(f *ngz.File, r ngz.AliasRec) Alias {
	return Alias{Name: r.Name, Lang: f.Lang(r), Source: f.Source(r), Class: AliasClass(r.Class)}
}

// Aliases returns the listed names of entry i, the canonical name first.
func (g *Gazetteer) Aliases(i uint32) []Alias {
	dst := g.ownAliases(nil, i)
	for _, x := range g.added[i] {
		dst = g.ownAliases(dst, x)
	}
	return dst
}

func (g *Gazetteer) ownAliases(dst []Alias, i uint32) []Alias {
	l, k := g.locate(i)
	if l == nil {
		return dst
	}
	r := l.f.Entry(k)
	for a := r.Alias; a < r.End; a++ {
		rec := l.f.Alias(a)
		if _, gone := g.deadNames[l.alias+a]; gone || rec.Flags&ngz.FlagSuppress != 0 {
			continue
		}
		dst = append(dst, aliasOf(l.f, rec))
	}
	return dst
}

// HasName reports whether name is the canonical name or an alias of entry i, up to case
// and punctuation.
func (g *Gazetteer) HasName(i uint32, name string) bool {
	want := string(appendPlain(nil, name))
	var buf []byte
	for _, a := range g.Aliases(i) {
		if buf = appendPlain(buf[:0], a.Name); string(buf) == want {
			return true
		}
	}
	return false
}

func appendPlain(dst []byte, name string) []byte { return ngz.AppendWord(dst, name) }
