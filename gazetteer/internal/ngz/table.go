package ngz

import (
	"cmp"
	"math/bits"
	"slices"
	"sync/atomic"

	"github.com/namyab/namyab/internal/wire"
)

// Table maps 64-bit hashes to runs of 32-bit values, in place.
//
//	0 u32 bits b   4 u32 number n   8 u32 × (2^b + 1) bucket starts   u32 × n checks   u32 × n values
//
// The top b bits of a hash choose the bucket, its low 32 bits are the check; buckets hold
// four to eight values, sorted by check. Two different keys meet with a chance of about 2^-30;
// this was preferred to storing the keys, which would double the file. A probe touches two
// cache lines where an open-addressed table with separate postings touched three.
type Table struct {
	starts, checks, vals wire.Blob
	shift                uint
	n                    int
}

// OpenTable checks the lengths of a table; ok is false for damage.
func OpenTable(b wire.Blob) (t Table, ok bool) {
	nb := b.U32(0)
	n := int(b.U32(4))
	if len(b) < 8 || nb > 28 {
		return Table{}, false
	}
	s := (1<<nb + 1) * 4
	if len(b) != 8+s+8*n {
		return Table{}, false
	}
	return Table{
		starts: b[8 : 8+s], checks: b[8+s : 8+s+4*n], vals: b[8+s+4*n:],
		shift: 64 - uint(nb), n: n,
	}, true
}

// Len returns the number of values.
func (t *Table) Len() int { return t.n }

// Find returns the range of the values of hash h; empty when there are none.
func (t *Table) Find(h uint64) (from, to uint32) {
	if t.n == 0 {
		return 0, 0
	}
	b := int(h >> t.shift)
	if t.shift == 64 {
		b = 0
	}
	lo, hi := t.starts.U32(4*b), t.starts.U32(4*b+4)
	if hi > uint32(t.n) {
		hi = uint32(t.n)
	}
	if lo >= hi {
		return 0, 0
	}
	c := uint32(h)
	for hi-lo > 16 { // a bucket with a very common name: halve
		mid := lo + (hi-lo)/2
		if t.checks.U32(int(mid)*4) < c {
			lo = mid + 1
		} else if t.checks.U32(int(mid)*4) > c {
			hi = mid
		} else {
			return t.around(mid, lo, hi, c)
		}
	}
	for lo < hi && t.checks.U32(int(lo)*4) < c {
		lo++
	}
	from = lo
	for lo < hi && t.checks.U32(int(lo)*4) == c {
		lo++
	}
	return from, lo
}

// around widens mid, a place of check c within [lo,hi), to the whole run of c.
func (t *Table) around(mid, lo, hi, c uint32) (from, to uint32) {
	l, r := lo, mid
	for l < r {
		m := l + (r-l)/2
		if t.checks.U32(int(m)*4) < c {
			l = m + 1
		} else {
			r = m
		}
	}
	from = l
	l, r = mid, hi
	for l < r {
		m := l + (r-l)/2
		if t.checks.U32(int(m)*4) <= c {
			l = m + 1
		} else {
			r = m
		}
	}
	return from, l
}

// RunEnd returns the end of the run of equal checks that begins at from.
// A run never crosses into the next bucket with the same check but for a 2^-32 accident.
func (t *Table) RunEnd(from uint32) uint32 {
	c := t.checks.U32(int(from) * 4)
	to := from
	for int(to) < t.n && t.checks.U32(int(to)*4) == c {
		to++
	}
	return to
}

// Val returns value i, 0 outside.
func (t *Table) Val(i uint32) uint32 { return t.vals.U32(int(i) * 4) }

// Pair is one hash and value on the way into a Table.
type Pair struct {
	Hash uint64
	Val  uint32
	Rank int32 // order inside a run: lower first; then by Val
}

// TableSize returns how many bytes WriteTable writes for n pairs.
func TableSize(n int) int { return 8 + 4*(1<<tableBits(n)+1) + 8*n }

func tableBits(n int) int { return bits.Len(uint(n / 8)) }

// WriteTable appends the table of the pairs of all lists to w. It may sort them.
func WriteTable(w *wire.Writer, lists ...[]Pair) {
	n := 0
	for _, l := range lists {
		n += len(l)
	}
	nb := tableBits(n)
	shift := 64 - uint(nb)
	pairs := sorted(lists, n, shift)
	w.B = slices.Grow(w.B, TableSize(n))
	w.U32(uint32(nb))
	w.U32(uint32(n))
	bucket := func(h uint64) uint64 {
		if shift == 64 {
			return 0
		}
		return h >> shift
	}
	next := uint64(0)
	for i := range pairs {
		for b := bucket(pairs[i].Hash); next <= b; next++ {
			w.U32(uint32(i))
		}
	}
	for ; next <= 1<<nb; next++ {
		w.U32(uint32(n))
	}
	for i := range pairs {
		w.U32(uint32(pairs[i].Hash))
	}
	for i := range pairs {
		w.U32(pairs[i].Val)
	}
}

// sorted returns the n pairs of lists by bucket, check, rank, value. Buckets are dealt out
// first, and hold a handful each.
func sorted(lists [][]Pair, n int, shift uint) []Pair {
	out := make([]Pair, n)
	if shift == 64 {
		out = slices.Concat(lists...)
		slices.SortFunc(out, comparePairs)
		return out
	}
	starts := make([]uint32, 1<<(64-shift)+1)
	for _, l := range lists {
		for i := range l {
			starts[l[i].Hash>>shift]++
		}
	}
	at := uint32(0)
	for i, k := range starts {
		starts[i] = at
		at += k
	}
	for _, l := range lists {
		for i := range l {
			b := l[i].Hash >> shift
			out[starts[b]] = l[i]
			starts[b]++
		}
	}
	from := uint32(0)
	for _, to := range starts[:len(starts)-1] { // each is the end of its bucket by now
		if run := out[from:to]; len(run) <= 12 {
			insertionSort(run)
		} else {
			slices.SortFunc(run, comparePairs)
		}
		from = to
	}
	return out
}

func insertionSort(run []Pair) {
	for i := 1; i < len(run); i++ {
		x := run[i]
		j := i
		for ; j > 0 && comparePairs(x, run[j-1]) < 0; j-- {
			run[j] = run[j-1]
		}
		run[j] = x
	}
}

// comparePairs orders the pairs of one bucket.
func comparePairs(a, b Pair) int {
	if x, y := uint32(a.Hash), uint32(b.Hash); x != y {
		return cmp.Compare(x, y)
	}
	if a.Rank != b.Rank {
		return cmp.Compare(a.Rank, b.Rank)
	}
	return cmp.Compare(a.Val, b.Val)
}

// Bloom is a set of hashes that may answer yes to a stranger (about one in fifty at 10 bits
// a member), never no to a member.
//
//	0 u32 log2 of the number of bits   4 u32 0   the bits
type Bloom struct {
	bits wire.Blob
	mask uint64
}

// OpenBloom checks the length of a set; ok is false for damage.
func OpenBloom(b wire.Blob) (f Bloom, ok bool) {
	nb := b.U32(0)
	if len(b) < 8 || nb < 3 || nb > 34 || len(b) != 8+1<<(nb-3) {
		return Bloom{}, false
	}
	return Bloom{bits: b[8:], mask: 1<<nb - 1}, true
}

// Has reports whether h may be a member.
func (f *Bloom) Has(h uint64) bool {
	i, j := h&f.mask, (h>>29^h>>3)&f.mask
	if int(j>>3) >= len(f.bits) || int(i>>3) >= len(f.bits) {
		return false
	}
	return f.bits[i>>3]>>(i&7)&1 != 0 && f.bits[j>>3]>>(j&7)&1 != 0
}

// BloomMaker collects the members of a Bloom.
type BloomMaker struct {
	words []uint32
	mask  uint64
	log   uint32
}

// NewBloomMaker makes room for n members.
func NewBloomMaker(n int) *BloomMaker {
	nb := max(bits.Len(uint(n*8)), 6)
	return &BloomMaker{words: make([]uint32, 1<<(nb-5)), mask: 1<<nb - 1, log: uint32(nb)}
}

// Add adds h. It is safe for concurrent use, and the order does not show in the result.
func (m *BloomMaker) Add(h uint64) {
	m.set(h & m.mask)
	m.set((h>>29 ^ h>>3) & m.mask)
}

func (m *BloomMaker) set(i uint64) {
	w, bit := &m.words[i>>5], uint32(1)<<(i&31)
	if atomic.LoadUint32(w)&bit == 0 {
		atomic.OrUint32(w, bit)
	}
}

// Size returns how many bytes Write writes.
func (m *BloomMaker) Size() int { return 8 + 4*len(m.words) }

// Write appends the set to w.
func (m *BloomMaker) Write(w *wire.Writer) {
	w.B = slices.Grow(w.B, m.Size())
	w.U32(m.log)
	w.U32(0)
	for _, x := range m.words {
		w.U32(x)
	}
}
