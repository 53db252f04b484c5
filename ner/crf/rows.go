package crf

import (
	"encoding/binary"
	"math/bits"
	"runtime"
	"slices"
	"unsafe"
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

	// The same bytes as little-endian words, see words.
	buckets8, weights8 []uint64
}

// view makes the words of the bytes.
func (r *rows) view() { r.buckets8, r.weights8 = words(r.prints), words(r.weights) }

// readsUnaligned tells whether the processor reads words at any address: embedded files
// begin anywhere.
const readsUnaligned = runtime.GOARCH == "amd64" || runtime.GOARCH == "arm64"

// words returns bytes as little-endian words: in place where the machine can read them so,
// which spares half of the instructions of reading, else as a copy.
func words(b []byte) []uint64 {
	n := len(b) / 8
	p := unsafe.SliceData(b)
	if n > 0 && binary.NativeEndian.Uint16([]byte{1, 0}) == 1 && (readsUnaligned || uintptr(unsafe.Pointer(p))%8 == 0) {
		return unsafe.Slice((*uint64)(unsafe.Pointer(p)), n)
	}
	w := make([]uint64, n)
	for i := range w {
		w[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return w
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

// find returns the slot of an attribute and 1, or any slot and 0.
func (r *rows) find(attr uint64) (slot uint32, ok int) {
	var one [1]uint32
	found := r.slots(one[:0], []uint64{attr})
	return one[0], len(found)
}

// slots appends the slots of those attributes that the table holds. It does not branch: about
// half of the attributes of a text are unknown, and no processor can guess which.
func (r *rows) slots(dst []uint32, attrs []uint64) []uint32 {
	n := len(dst)
	dst = slices.Grow(dst, len(attrs))
	dst = dst[:n+len(attrs)]
	table, mask := r.buckets8, r.mask
	for _, attr := range attrs {
		a, b := attr&mask, attr>>24&mask
		want := uint64(fingerprint(attr)) * everyLane
		z := zeroLanes(table[a] ^ want)
		zb := zeroLanes(table[b] ^ want)
		if z == 0 {
			z, a = zb, b
		}
		dst[n] = uint32(a)*slotsPerBucket + uint32(bits.TrailingZeros64(z)>>4)&3
		if z != 0 {
			n++
		}
	}
	return dst[:n]
}

// zeroLanes sets the high bit of the lanes that are 0. That of a lane above one may be set
// too, by the borrow, but the lowest is always true.
func zeroLanes(x uint64) uint64 { return (x - everyLane) &^ x & highBits }
