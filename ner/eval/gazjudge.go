package eval

import (
	"sort"
	"sync"

	"github.com/namyab/namyab/gazetteer"
)

var placeKinds = func() map[string]bool {
	m := map[string]bool{}
	for _, k := range gazetteer.Kinds() {
		if k.IsPlace() {
			m[k.String()] = true
		}
	}
	return m
}()

// gazetteerJudge is an [Atlas] over a gazetteer.
type gazetteerJudge struct {
	g      *gazetteer.Gazetteer
	byName func() map[string][]uint32 // key of a listed name to entry indices, ascending
}

var _ Atlas = (*gazetteerJudge)(nil)

// NewJudge makes a judge of g, with coordinates. It is cheap; the first question makes
// an index of every listed name, in time and memory linear in their number.
func NewJudge(g *gazetteer.Gazetteer) Atlas {
	return &gazetteerJudge{g: g, byName: sync.OnceValue(func() map[string][]uint32 { return indexNames(g) })}
}

func indexNames(g *gazetteer.Gazetteer) map[string][]uint32 {
	m := map[string][]uint32{}
	add := func(name string, i uint32) {
		k := Key(name)
		if l := m[k]; k != "" && (len(l) == 0 || l[len(l)-1] != i) {
			m[k] = append(l, i)
		}
	}
	for i := range uint32(g.Len()) {
		e := g.Entry(i)
		if e.ID == "" {
			continue // suppressed or replaced by a later layer
		}
		add(e.Name, i)
		for _, a := range g.Aliases(i) {
			add(a.Name, i)
		}
	}
	return m
}

// Names implements [Judge].
func (j *gazetteerJudge) Names(id string) (names []string, kind string, ok bool) {
	e, ok := j.g.ByID(id)
	if !ok {
		return nil, "", false
	}
	names = append(names, e.Name)
	for _, a := range j.g.Aliases(e.Index) {
		names = append(names, a.Name)
	}
	return names, e.Kind.String(), true
}

// meant returns the entries that a norm may mean, ascending, each once.
func (j *gazetteerJudge) meant(norm string) []gazetteer.Entry {
	t := newTarget(norm)
	keys := []string{t.key}
	if t.bare != "" {
		keys = append(keys, t.bare)
	}
	seen := map[uint32]bool{}
	var out []gazetteer.Entry
	for _, k := range keys {
		for _, i := range j.byName()[k] {
			if e := j.g.Entry(i); !seen[i] && t.admits(e.Kind.String(), k) {
				seen[i] = true
				out = append(out, e)
			}
		}
	}
	sort.Slice(out, func(a, b int) bool { return out[a].Index < out[b].Index })
	return out
}

// Kinds implements [Judge].
func (j *gazetteerJudge) Kinds(norm string) []string {
	seen := map[string]bool{}
	var kinds []string
	for _, e := range j.meant(norm) {
		if k := e.Kind.String(); !seen[k] {
			seen[k] = true
			kinds = append(kinds, k)
		}
	}
	sort.Strings(kinds)
	return kinds
}

// Where implements [Atlas].
func (j *gazetteerJudge) Where(id string) (Place, bool) {
	e, ok := j.g.ByID(id)
	if !ok {
		return Place{}, false
	}
	return j.place(e), true
}

// Locate implements [Atlas]: among the places that norm may mean it takes the one with
// the highest prior, then the first in the gazetteer.
func (j *gazetteerJudge) Locate(norm string) (Place, bool) {
	var best gazetteer.Entry
	bestPrior := 0.0
	for _, e := range j.meant(norm) {
		if !e.Kind.IsPlace() || !e.HasPoint {
			continue
		}
		if p := j.g.Prior(e.Index); best.ID == "" || p > bestPrior {
			best, bestPrior = e, p
		}
	}
	if best.ID == "" {
		return Place{}, false
	}
	return j.place(best), true
}

func (j *gazetteerJudge) place(e gazetteer.Entry) Place {
	p := Place{ID: e.ID, Lat: e.Lat, Lon: e.Lon, HasPoint: e.HasPoint}
	for _, u := range append([]gazetteer.Entry{e}, j.g.Within(e.Index)...) {
		switch {
		case u.Kind == gazetteer.Province && p.Adm1 == "":
			p.Adm1 = u.ID
		case u.Kind == gazetteer.District && p.Adm2 == "":
			p.Adm2 = u.ID
		}
	}
	return p
}
