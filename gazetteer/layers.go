package gazetteer

import (
	"fmt"
	"maps"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// With lays further gazetteers over g, in order, and returns the whole; g stays as it is.
// An entry of a later layer adds itself, or its names and facts to the entry of the same id
// below; rows marked replace or suppress take that entry away, rows that suppress names
// take names away. Cost: one look-up for each entry of the layers added.
func (g *Gazetteer) With(extra ...*Gazetteer) (*Gazetteer, error) {
	n := &Gazetteer{
		layers: append([]layer(nil), g.layers...), entries: g.entries, aliases: g.aliases,
		dead: maps.Clone(g.dead), deadNames: maps.Clone(g.deadNames),
		same: maps.Clone(g.same), added: maps.Clone(g.added),
	}
	for _, x := range extra {
		for k := range x.layers {
			if len(n.layers) == 255 {
				return nil, fmt.Errorf("a gazetteer can have 255 layers; lay fewer files over it or join them")
			}
			if uint64(n.entries)+uint64(x.layers[k].f.NumEntries) > 1<<31 {
				return nil, fmt.Errorf("the layers have more than 2^31 entries together")
			}
			n.lay(x.layers[k].f)
		}
	}
	return n, nil
}

func (g *Gazetteer) lay(f *ngz.File) {
	k := len(g.layers)
	l := layer{f: f, entry: g.entries, alias: g.aliases}
	g.layers = append(g.layers, l)
	g.entries += uint32(f.NumEntries)
	g.aliases += uint32(f.NumAliases)
	if k == 0 && f.Name == embeddedName {
		return // the project's own tables only add
	}
	for i := range uint32(f.NumEntries) {
		r := f.Entry(i)
		below, ok := uint32(0), false
		if k > 0 && r.ID != "" {
			below, ok = g.indexOf(r.ID, k)
		}
		switch r.Op {
		case ngz.OpReplace, ngz.OpSuppress:
			if ok {
				g.kill(below)
			}
		case ngz.OpSuppressName:
			g.killNames(f, r, k, below, ok)
		default:
			if ok {
				g.extend(l.entry+i, below)
			}
		}
		if r.Op == ngz.OpSuppress || r.Op == ngz.OpSuppressName {
			g.kill(l.entry + i)
		}
	}
}

// embeddedName is the layer name of the project's own tables.
const embeddedName = "embedded"

func (g *Gazetteer) kill(i uint32) {
	if g.dead == nil {
		g.dead = map[uint32]struct{}{}
	}
	g.dead[i] = struct{}{}
}

func (g *Gazetteer) extend(i, below uint32) {
	if g.same == nil {
		g.same, g.added = map[uint32]uint32{}, map[uint32][]uint32{}
	}
	g.same[i] = below
	g.added[below] = append(append([]uint32(nil), g.added[below]...), i)
}

// killNames takes the names of row r away from entry below, or from every entry of the
// layers under k when the row names no entry.
func (g *Gazetteer) killNames(f *ngz.File, r ngz.EntryRec, k int, below uint32, ok bool) {
	if g.deadNames == nil {
		g.deadNames = map[uint32]struct{}{}
	}
	for a := r.Alias; a < r.End; a++ {
		want := string(appendPlain(nil, f.Alias(a).Name))
		for n := range k {
			l := &g.layers[n]
			from, to := l.f.Exact.Find(nameHash(f.Alias(a).Name))
			for ; from < to; from++ {
				v := l.f.Exact.Val(from)
				rec := l.f.Alias(v)
				i := l.entry + rec.Entry
				if s, has := g.same[i]; has {
					i = s
				}
				if (!ok || i == below) && string(appendPlain(nil, rec.Name)) == want {
					g.deadNames[l.alias+v] = struct{}{}
				}
			}
		}
	}
}

// nameHash returns the hash under which Exact lists a name.
func nameHash(name string) uint64 {
	var n ngz.Namer
	n.Set(name)
	return n.Chain.ExactHash()
}
