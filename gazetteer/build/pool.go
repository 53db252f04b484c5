package build

import (
	"hash/maphash"

	"github.com/namyab/namyab/internal/wire"
)

// pool holds every string of a blob once. Its own table of offsets costs 12 bytes a string
// where a map of strings would cost about 100.
type pool struct {
	bytes []byte
	slots []slot
	n     int
	seed  maphash.Seed
	plain bool // add keeps every string, for lists too long to look each up
}

// slot is one place of the table of a pool.
type slot struct {
	off, len uint32 // off is one more than the offset; 0: free
	number   uint32 // how many strings came before
}

func newPool() *pool {
	return &pool{slots: make([]slot, 1<<12), seed: maphash.MakeSeed()}
}

// add returns the offset of s in the pool.
func (p *pool) add(s string) uint32 {
	if s == "" {
		return 0
	}
	if p.plain {
		p.bytes = append(p.bytes, s...)
		return uint32(len(p.bytes) - len(s))
	}
	return p.put(s).off - 1
}

// put returns the place of s, which it makes when it is new. s must not be empty.
func (p *pool) put(s string) slot {
	if p.n*3 > len(p.slots)*2 {
		p.grow()
	}
	i := p.find(s)
	if p.slots[i].off == 0 {
		p.slots[i] = slot{uint32(len(p.bytes)) + 1, uint32(len(s)), uint32(p.n)}
		p.bytes = append(p.bytes, s...)
		p.n++
	}
	return p.slots[i]
}

func (p *pool) find(s string) uint64 {
	mask := uint64(len(p.slots) - 1)
	i := maphash.String(p.seed, s) & mask
	for ; p.slots[i].off != 0; i = (i + 1) & mask {
		o, n := p.slots[i].off-1, p.slots[i].len
		if int(n) == len(s) && string(p.bytes[o:o+n]) == s {
			break
		}
	}
	return i
}

func (p *pool) grow() {
	old := p.slots
	p.slots = make([]slot, 2*len(old))
	mask := uint64(len(p.slots) - 1)
	for _, s := range old {
		if s.off == 0 {
			continue
		}
		i := maphash.Bytes(p.seed, p.bytes[s.off-1:s.off-1+s.len]) & mask
		for p.slots[i].off != 0 {
			i = (i + 1) & mask
		}
		p.slots[i] = s
	}
}

// str writes offset and length of s.
func (p *pool) str(w *wire.Writer, s string) {
	w.Uvarint(uint64(p.add(s)))
	w.Uvarint(uint64(len(s)))
}

// numbered gives small numbers to the languages and sources, 0 to the empty one.
type numbered struct {
	index map[string]int
	list  []string
	limit int
}

func newNumbered(limit int) *numbered {
	return &numbered{index: map[string]int{"": 0}, list: []string{""}, limit: limit}
}

// of returns the number of s, 0 when there are too many.
func (n *numbered) of(s string) (int, bool) {
	if i, ok := n.index[s]; ok {
		return i, true
	}
	if len(n.list) >= n.limit {
		return 0, false
	}
	n.index[s] = len(n.list)
	n.list = append(n.list, s)
	return len(n.list) - 1, true
}

func (n *numbered) write(w *wire.Writer, p *pool) {
	for _, s := range n.list {
		w.U32(p.add(s))
		w.U32(uint32(len(s)))
	}
}
