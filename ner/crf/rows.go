package crf

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// rows is the table of weights, read in place. An attribute's hash names two buckets of
// four slots; a 16-bit fingerprint says which slot, if any, is its own. The fingerprints
// stand apart from the weights and are small enough for the second-level cache, so that
// an attribute that the model does not know (most joint ones) costs no access to the
// weights. A table indexed by the hash alone would need no fingerprints, but must read a row for every
// attribute, right or wrong, and mixes the weights of those that collide.
type rows struct {
	prints  []byte
	weights []byte
	stride  int
	mask    uint64
}

const slotsPerBucket = 4

// fingerprint returns the fingerprint of an attribute, never 0.
func fingerprint(attr uint64) uint16 { return uint16(attr>>48) | 1 }

// buckets returns the two buckets of an attribute.
func (r *rows) buckets(attr uint64) (uint64, uint64) {
	return attr & r.mask, (attr >> 24) & r.mask
}

const (
	everyLane = 0x0001000100010001
	highBits  = 0x8000800080008000
)

// find returns the slot of an attribute and 1, or any slot and 0. It does not branch: about half
// of the attributes of a text are unknown, and no processor can guess which.
func (r *rows) find(attr uint64) (slot uint32, ok int) {
	a, b := r.buckets(attr)
	want := uint64(fingerprint(attr)) * everyLane
	x := binary.LittleEndian.Uint64(r.prints[a*8:]) ^ want
	y := binary.LittleEndian.Uint64(r.prints[b*8:]) ^ want
	// A lane of 0 has its high bit set below; a lane above one may too, by the borrow, but the
	// lowest is always true.
	zx := (x - everyLane) &^ x & highBits
	zy := (y - everyLane) &^ y & highBits
	z, at := zx, a
	if zx == 0 {
		z, at = zy, b
	}
	if z != 0 {
		ok = 1
	}
	return uint32(at)*slotsPerBucket + uint32(bits.TrailingZeros64(z)>>4)&3, ok
}

// slots appends the slots of those attributes that the table holds.
func (r *rows) slots(dst []uint32, attrs []uint64) []uint32 {
	n := len(dst)
	dst = slices.Grow(dst, len(attrs))
	dst = dst[:n+len(attrs)]
	for _, a := range attrs {
		at, ok := r.find(a)
		dst[n] = at
		n += ok
	}
	return dst[:n]
}
