package build

import (
	"math"
	"strings"
	"unicode"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/internal/wire"
)

// writer lays rows out. Rows are written as they come; the tables over them at the end.
type writer struct {
	entries, aliases, extra wire.Writer
	strings                 *pool
	langs, sources          *numbered
	index                   func(id string) (uint32, bool) // resolves parents; nil: keep their ids
	numEntries, numAliases  int
	exact, ids              []ngz.Pair
	names                   []written // by alias
	walkers                 []*walker
	numbers                 [][]uint32      // by walker and name: the alias that it became, or notListed
	set                     *ngz.BloomMaker // of prefixes
	classes                 []ngz.Pair
	seen                    []uint64 // what list has listed of the entry in hand
}

// written is what Fold needs of an alias.
type written struct {
	key   uint64 // match key, 0: none
	prior int16  // of the entry
}

func newWriter() *writer {
	w := &writer{strings: newPool(), langs: newNumbered(1 << 8), sources: newNumbered(1 << 16)}
	w.extra.U8(ngz.TagEnd) // offset 0 means: nothing there
	return w
}

// walk makes n walkers for names with so many prefixes in a file of so many bytes.
func (w *writer) walk(n, prefixes, size int) {
	w.set = ngz.NewBloomMaker(prefixes)
	for range n {
		w.walkers = append(w.walkers, newWalker(w.set, size))
	}
	w.numbers = make([][]uint32, n)
}

// reserve makes room for so many entries and bytes of text, before the first row. What make
// gives is not touched before it is used, unlike what slices.Grow does.
func (w *writer) reserve(entries, aliases, text int) {
	w.entries.B = make([]byte, 0, (entries+1)*ngz.EntrySize)
	w.aliases.B = make([]byte, 0, aliases*ngz.AliasSize)
	w.strings.bytes = make([]byte, 0, text)
	w.exact = make([]ngz.Pair, 0, aliases)
	w.ids = make([]ngz.Pair, 0, entries)
	w.names = make([]written, 0, aliases)
}

// add writes a row whose names walker k has taken apart.
func (w *writer) add(r *row, k int) {
	prior := priorOf(r)
	e := &w.entries
	e.U32(w.strings.add(r.id))
	e.U8(byte(len(r.id)))
	e.U8(byte(r.kind))
	e.U8(r.op)
	e.U8(0)
	country := [2]byte{}
	copy(country[:], r.country)
	e.B = append(e.B, country[:]...)
	e.U16(uint16(prior))
	e.U32(uint32(w.numAliases))
	if r.hasPoint {
		e.U32(uint32(int32(math.Round(r.lat * 1e5))))
		e.U32(uint32(int32(math.Round(r.lon * 1e5))))
	} else {
		e.U32(1 << 31)
		e.U32(1 << 31)
	}
	e.U32(r.population)
	e.U32(w.extras(r))
	w.ids = append(w.ids, ngz.Pair{Hash: ngz.HashString(r.id), Val: uint32(w.numEntries)})
	w.seen = w.seen[:0]
	if r.name != "" {
		w.alias(r, alias{name: r.name, source: r.source, facts: r.facts}, prior, k)
	}
	for _, a := range r.aliases {
		if a.source == "" {
			a.source = r.source
		}
		w.alias(r, a, prior, k)
	}
	w.numEntries++
}

func (w *writer) alias(r *row, a alias, prior int16, k int) {
	if len(a.name) > ngz.MaxName {
		return
	}
	lang, _ := w.langs.of(a.lang)
	source, _ := w.sources.of(a.source)
	flags := a.facts.flags
	if a.suppress || r.op == ngz.OpSuppress || r.op == ngz.OpSuppressName {
		flags |= ngz.FlagSuppress
	}
	name := w.strings.add(a.name)
	b := &w.aliases
	b.U32(name)
	b.U8(byte(len(a.name)))
	b.U8(flags | byte(a.class))
	b.U8(byte(lang))
	b.U16(uint16(source))
	b.U8(byte(w.numEntries))
	b.U16(uint16(w.numEntries >> 8))
	x := written{prior: prior}
	if flags&ngz.FlagSuppress == 0 {
		x.key = a.facts.key
		w.list(&a.facts, flags, prior, k)
	}
	w.names = append(w.names, x)
	w.numAliases++
}

// list lists the alias in hand in Exact, unless its entry has the name already. "Washington,
// D.C." is no such name for "Washington D.C.": the comma keeps it from being met in texts.
func (w *writer) list(f *nameFacts, flags byte, prior int16, k int) {
	once := f.exact
	if flags&ngz.FlagNoMatch != 0 {
		once = ^once
	}
	if f.exact == 0 || contains(w.seen, once) {
		return
	}
	w.seen = append(w.seen, once)
	rank := -int32(prior)
	if flags&ngz.FlagNoMatch != 0 {
		rank += 1 << 20
	}
	w.exact = append(w.exact, ngz.Pair{Hash: f.exact, Val: uint32(w.numAliases), Rank: rank})
	if w.numbers[k] == nil {
		w.numbers[k] = make([]uint32, 0, cap(w.names))
	}
	for uint32(len(w.numbers[k])) < f.number {
		w.numbers[k] = append(w.numbers[k], notListed)
	}
	w.numbers[k] = append(w.numbers[k], uint32(w.numAliases))
}

func contains(list []uint64, h uint64) bool {
	for _, x := range list {
		if x == h {
			return true
		}
	}
	return false
}

func isLower(s string) bool {
	return strings.IndexFunc(s, unicode.IsUpper) < 0 && strings.IndexFunc(s, unicode.IsLower) >= 0
}

// extras writes the rarer facts of a row and returns their offset.
func (w *writer) extras(r *row) uint32 {
	if len(r.within)+len(r.refs)+len(r.roles)+len(r.affils)+r.born+r.died+r.from+r.to == 0 {
		return 0
	}
	x := &w.extra
	off := uint32(len(x.B))
	for _, id := range r.within {
		if i, ok := w.resolve(id); ok {
			x.U8(ngz.TagWithin)
			x.Uvarint(uint64(i))
			continue
		}
		x.U8(ngz.TagWithinID)
		w.strings.str(x, id)
	}
	for _, ref := range r.refs {
		x.U8(ngz.TagRef)
		w.strings.str(x, ref.scheme)
		w.strings.str(x, ref.value)
	}
	for _, ro := range r.roles {
		x.U8(ngz.TagRole)
		w.strings.str(x, ro.text)
		x.Uvarint(uint64(ro.from))
		x.Uvarint(uint64(ro.to))
	}
	for _, id := range r.affils {
		x.U8(ngz.TagAffil)
		w.strings.str(x, id)
	}
	w.dates(r)
	x.U8(ngz.TagEnd)
	return off
}

func (w *writer) resolve(id string) (uint32, bool) {
	if w.index == nil {
		return 0, false
	}
	return w.index(id)
}

func (w *writer) dates(r *row) {
	x := &w.extra
	if r.born > 0 {
		x.U8(ngz.TagBorn)
		x.Uvarint(uint64(r.born))
	}
	if r.died > 0 {
		x.U8(ngz.TagDied)
		x.Uvarint(uint64(r.died))
	}
	if r.from > 0 || r.to > 0 {
		x.U8(ngz.TagValid)
		x.Uvarint(uint64(r.from))
		x.Uvarint(uint64(r.to))
	}
}
