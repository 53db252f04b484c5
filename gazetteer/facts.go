package gazetteer

import "github.com/namyab/namyab/gazetteer/internal/ngz"

// items calls yield for the rarer facts of entry i, those that later layers added included.
func (g *Gazetteer) items(i uint32, yield func(ngz.Item) bool) {
	on := true
	each := func(x uint32) {
		if l, k := g.locate(x); l != nil {
			l.f.Items(l.f.Entry(k).Extra, func(it ngz.Item) bool {
				if it.Tag == ngz.TagWithin {
					it.X += int(l.entry)
				}
				on = yield(it)
				return on
			})
		}
	}
	each(i)
	for _, x := range g.added[i] {
		if on {
			each(x)
		}
	}
}

// AppendWithin appends the indices of the entries that entry i lies within, nearest first.
func (g *Gazetteer) AppendWithin(dst []uint32, i uint32) []uint32 {
	g.items(i, func(it ngz.Item) bool {
		switch it.Tag {
		case ngz.TagWithin:
			dst = append(dst, uint32(it.X))
		case ngz.TagWithinID:
			if x, ok := g.indexOf(it.A, len(g.layers)); ok {
				dst = append(dst, x)
			}
		}
		return true
	})
	return dst
}

// Within returns the entries that entry i lies within, nearest first.
func (g *Gazetteer) Within(i uint32) []Entry {
	var out []Entry
	for _, x := range g.AppendWithin(nil, i) {
		if e := g.Entry(x); e.ID != "" {
			out = append(out, e)
		}
	}
	return out
}

// IsWithin reports whether entry i lies within entry area, or is it.
func (g *Gazetteer) IsWithin(i, area uint32) bool {
	found := i == area
	if found {
		return true
	}
	var buf [8]uint32
	for _, x := range g.AppendWithin(buf[:0], i) {
		found = found || x == area
	}
	return found
}

// Refs returns the references of entry i.
func (g *Gazetteer) Refs(i uint32) []Ref {
	var out []Ref
	g.items(i, func(it ngz.Item) bool {
		if it.Tag == ngz.TagRef {
			out = append(out, Ref{it.A, it.B})
		}
		return true
	})
	return out
}

// Roles returns the roles of entry i, in the order of the table.
func (g *Gazetteer) Roles(i uint32) []Role {
	var out []Role
	g.items(i, func(it ngz.Item) bool {
		if it.Tag == ngz.TagRole {
			out = append(out, Role{it.A, it.X, it.Y})
		}
		return true
	})
	return out
}

// Affiliations returns the ids of the bodies that entry i belongs to.
func (g *Gazetteer) Affiliations(i uint32) []string {
	var out []string
	g.items(i, func(it ngz.Item) bool {
		if it.Tag == ngz.TagAffil {
			out = append(out, it.A)
		}
		return true
	})
	return out
}

func (g *Gazetteer) number(i uint32, tag byte) (x, y int) {
	g.items(i, func(it ngz.Item) bool {
		if it.Tag == tag {
			x, y = it.X, it.Y
		}
		return it.Tag != tag
	})
	return x, y
}

// Born returns the year of birth, 0 when unknown.
func (g *Gazetteer) Born(i uint32) int { x, _ := g.number(i, ngz.TagBorn); return x }

// Died returns the year of death, 0 when alive or unknown.
func (g *Gazetteer) Died(i uint32) int { x, _ := g.number(i, ngz.TagDied); return x }

// Valid returns the dates (YYYYMMDD, 0 open) between which entry i existed.
func (g *Gazetteer) Valid(i uint32) (from, to int) { return g.number(i, ngz.TagValid) }

// Population returns the number of inhabitants, 0 when unknown.
func (g *Gazetteer) Population(i uint32) int { _, r := g.rec(i); return int(r.Population) }

// Prior returns how likely entry i is to be meant when a text names it: the natural
// logarithm of a relative frequency, from about -4 (a village) to 10 (a country in the news daily).
func (g *Gazetteer) Prior(i uint32) float64 {
	l, k := g.locate(i)
	if l == nil {
		return 0
	}
	return float64(l.f.EntryPrior(k))
}

// Layer returns where entry i comes from: "embedded", or the name of the user's file.
func (g *Gazetteer) Layer(i uint32) string {
	if l, _ := g.locate(i); l != nil {
		return l.f.Name
	}
	return ""
}

// WordClass returns what the lexicon says of a word in lower case (text.AppendLower).
func (g *Gazetteer) WordClass(lower string) WordClass {
	var c WordClass
	for k := range g.layers {
		t := &g.layers[k].f.Classes
		if from, to := t.Find(ngz.HashString(lower)); from < to {
			c |= WordClass(t.Val(from))
		}
	}
	return c
}
