package gazetteer

import (
	"cmp"
	"slices"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// eachAlias calls yield for the living aliases of a match, in the order of the tables,
// until it returns false. entry is the global index of the entry that the alias names now.
func (g *Gazetteer) eachAlias(x *Match, yield func(l *layer, a uint32, class, flags uint8, entry uint32) bool) {
	if int(x.layer) >= len(g.layers) {
		return
	}
	l := &g.layers[x.layer]
	if x.Tier != Folded {
		g.eachInRun(l, x.from, x.to, yield)
		return
	}
	for i := x.from; i < x.to; i++ {
		pos := l.f.Fold.Val(i)
		if !g.eachInRun(l, pos, l.f.Exact.RunEnd(pos), yield) {
			return
		}
	}
}

func (g *Gazetteer) eachInRun(l *layer, from, to uint32, yield func(l *layer, a uint32, class, flags uint8, entry uint32) bool) bool {
	for ; from < to; from++ {
		a := l.f.Exact.Val(from)
		class, flags, entry := l.f.AliasHead(a)
		if flags&(ngz.FlagNoMatch|ngz.FlagSuppress) != 0 {
			continue
		}
		i, ok := g.living(l, a, entry)
		if ok && !yield(l, a, class, flags, i) {
			return false
		}
	}
	return true
}

// living returns the entry that alias a of a layer names now; false when either is gone.
func (g *Gazetteer) living(l *layer, a, entry uint32) (uint32, bool) {
	i := l.entry + entry
	if len(g.layers) == 1 && len(g.dead) == 0 {
		return i, true
	}
	if _, gone := g.deadNames[l.alias+a]; gone {
		return 0, false
	}
	if below, ok := g.same[i]; ok {
		i = below
	}
	if _, gone := g.dead[i]; gone {
		return 0, false
	}
	return i, true
}

// farAway reports whether entry k of the embedded layer lies neither in Afghanistan nor in a
// country beside it. Of the towns of the world, each of which has one English spelling, some
// is like any Afghan village (Nodeh, Noda).
func farAway(l *layer, k uint32) bool { return l.entry == 0 && !inRegion(l.f.Entry(k).Country) }

// Hits appends the entries that match may mean, best prior first, each once, at most limit
// (0: all). Acronyms count only where the text has them in capitals.
func (g *Gazetteer) Hits(dst []Hit, match Match, limit int) []Hit {
	first := len(dst)
	g.eachAlias(&match, func(l *layer, a uint32, class, _ uint8, entry uint32) bool {
		if AliasClass(class) == Acronym && match.Flags&(AllCaps|AcronymText) == 0 {
			return true
		}
		if AliasClass(class) == Acronym && match.Tier != Exact {
			return true
		}
		for i := first; i < len(dst); i++ {
			if dst[i].Entry == entry {
				return true
			}
		}
		ll, k := g.locate(entry)
		if ll == nil {
			return true
		}
		kind := kindOf(ll.f.EntryKind(k))
		if match.Tier == Fuzzy && kind == Village || match.Tier != Exact && kind.IsSettled() && kind >= City && farAway(ll, k) {
			return true
		}
		dst = append(dst, Hit{
			Entry: entry, Alias: l.alias + a, Kind: kind,
			Class: AliasClass(class), Prior: ll.f.EntryPrior(k),
		})
		// Runs are in order of prior: with one run, the first hits are the best.
		return limit == 0 || len(dst)-first < limit || match.Tier != Exact
	})
	hits := dst[first:]
	slices.SortStableFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Prior, a.Prior), cmp.Compare(a.Entry, b.Entry))
	})
	if limit > 0 && len(hits) > limit {
		dst = dst[:first+limit]
	}
	return dst
}
