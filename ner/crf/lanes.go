package crf

import (
	"encoding/binary"
	"math/bits"
)

// Adding up weights, eight at a time in ordinary 64-bit words: a row's bytes are spread
// over two words of four 16-bit lanes each, the even bytes and the odd ones. Bytes carry
// a bias of 128, so that lanes only grow and never borrow from each other; up to 257 rows
// fit before a lane could overflow.

const (
	evenBytes       = 0x00FF00FF00FF00FF
	maxRowsPerToken = 250
	bias            = 128
)

// addRow adds one row of weights to sum, which has two words for each eight bytes of it.
func addRow(sum []uint64, row []byte) {
	if len(row) == 32 && len(sum) == 8 { // up to 7 labels: the shipped model
		s := (*[8]uint64)(sum)
		a, b := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:])
		c, d := binary.LittleEndian.Uint64(row[16:]), binary.LittleEndian.Uint64(row[24:])
		s[0] += a & evenBytes
		s[1] += a >> 8 & evenBytes
		s[2] += b & evenBytes
		s[3] += b >> 8 & evenBytes
		s[4] += c & evenBytes
		s[5] += c >> 8 & evenBytes
		s[6] += d & evenBytes
		s[7] += d >> 8 & evenBytes
		return
	}
	for k := 0; k+1 < len(sum); k += 2 {
		x := binary.LittleEndian.Uint64(row[k*4:])
		sum[k] += x & evenBytes
		sum[k+1] += x >> 8 & evenBytes
	}
}

// addSum adds one sum to another.
func addSum(sum, other []uint64) {
	if len(sum) == 8 && len(other) == 8 {
		s, o := (*[8]uint64)(sum), (*[8]uint64)(other)
		for i := range s {
			s[i] += o[i]
		}
		return
	}
	for i := range sum {
		sum[i] += other[i]
	}
}

// spread writes the lanes of a sum of n rows as signed scores.
func spread(out []int32, sum []uint64, n int) {
	off := int32(n * bias)
	for t := 0; t < len(out); t++ {
		k := t >> 3 << 1
		out[t] = int32(sum[k+t&1]>>(uint(t&7)>>1<<4)&0xFFFF) - off
	}
}

// trailingLane returns the number of the lowest 16-bit lane with its high bit set.
func trailingLane(z uint64) int { return bits.TrailingZeros64(z) >> 4 }
