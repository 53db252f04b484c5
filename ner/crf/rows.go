package crf

import "encoding/binary"

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

// find returns the offset of an attribute's row in weights, -1 without one.
func (r *rows) find(attr uint64) int {
	a, b := r.buckets(attr)
	want := uint64(fingerprint(attr)) * everyLane
	if at := matchLane(binary.LittleEndian.Uint64(r.prints[a*8:]) ^ want); at >= 0 {
		return (int(a)*slotsPerBucket + at) * r.stride
	}
	if at := matchLane(binary.LittleEndian.Uint64(r.prints[b*8:]) ^ want); at >= 0 {
		return (int(b)*slotsPerBucket + at) * r.stride
	}
	return -1
}

// matchLane returns the lowest 16-bit lane of x that is 0, -1 without one.
func matchLane(x uint64) int {
	// Lanes above a zero lane may show a false zero by the borrow; the lowest is always true.
	z := (x - everyLane) &^ x & highBits
	if z == 0 {
		return -1
	}
	return trailingLane(z)
}
