package crf

import "encoding/binary"

// Adding up weights, eight at a time in ordinary 64-bit words: a row's bytes are spread
// over two words of four 16-bit lanes each, the even bytes and the odd ones. Bytes carry
// a bias of 128, so that lanes only grow and never borrow from each other; up to 257 rows
// fit before a lane could overflow.

const (
	evenBytes       = 0x00FF00FF00FF00FF
	maxRowsPerToken = 250
	bias            = 128
)

// addRows adds the rows in the given slots to sum, which has two words for each eight
// bytes of a row.
func addRows(sum []uint64, weights []byte, stride int, slots []uint32) {
	if stride == 32 { // 6 or 7 labels: the shipped model
		addRows32((*[8]uint64)(sum), weights, slots)
		return
	}
	for _, slot := range slots {
		row := weights[int(slot)*stride : int(slot)*stride+stride]
		for k := 0; k+1 < len(sum); k += 2 {
			x := binary.LittleEndian.Uint64(row[k*4:])
			sum[k] += x & evenBytes
			sum[k+1] += x >> 8 & evenBytes
		}
	}
}

func addRows32(sum *[8]uint64, weights []byte, slots []uint32) {
	s0, s1, s2, s3, s4, s5, s6, s7 := sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6], sum[7]
	for _, slot := range slots {
		row := weights[int(slot)*32 : int(slot)*32+32]
		a, b := binary.LittleEndian.Uint64(row), binary.LittleEndian.Uint64(row[8:])
		c, d := binary.LittleEndian.Uint64(row[16:]), binary.LittleEndian.Uint64(row[24:])
		s0 += a & evenBytes
		s1 += a >> 8 & evenBytes
		s2 += b & evenBytes
		s3 += b >> 8 & evenBytes
		s4 += c & evenBytes
		s5 += c >> 8 & evenBytes
		s6 += d & evenBytes
		s7 += d >> 8 & evenBytes
	}
	sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6], sum[7] = s0, s1, s2, s3, s4, s5, s6, s7
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
