package crf

// Adding up weights, eight at a time in ordinary 64-bit words: a row's bytes are spread
// over two words of four 16-bit lanes each, the even bytes and the odd ones. A row's bytes
// carry a bias of 128, so that its lanes never borrow from each other. Sums carry none:
// a word of a sum is the number Σ lane·2^16k with signed lanes, which is right modulo 2^64
// whatever the order of the additions, and is taken apart once, at the end.

const (
	evenBytes = 0x00FF00FF00FF00FF
	bias      = 128

	// maxRowsPerToken bounds the rows of one token: a sum of 250 weights of at most 127
	// steps fits a lane. A word has at most 28 context-free attributes of its own and 28 of
	// its neighbours, 21 joint ones, 30 of evidence, 100 of hints and 7 of votes.
	maxRowsPerToken = 250
)

// sumWords is how many words the sum of rows with that many tags has: those of the last
// eight bytes that hold no tag are left out.
func sumWords(tags int) int {
	last := tags - 1
	if last&7 == 0 {
		return last>>2&^1 | 1
	}
	return last>>2&^1 + 2
}

// shippedWords is the length of a sum of the shipped model: 6 labels, 25 tags.
const shippedWords = 7

// addRows adds the rows in the given slots to sum.
func (r *rows) addRows(sum []uint64, slots []uint32) {
	if len(sum) == shippedWords && r.stride == 32 {
		addRows25((*[shippedWords]uint64)(sum), r.weights8, slots)
		return
	}
	stride := r.stride / 8
	for _, slot := range slots {
		row := r.weights8[int(slot)*stride : int(slot)*stride+stride]
		for k := range sum {
			sum[k] += row[k>>1] >> (k & 1 << 3) & evenBytes
		}
	}
	for k := range sum {
		sum[k] -= uint64(len(slots)) * bias * everyLane
	}
}

// addRows25 is addRows for rows of 25 tags.
func addRows25(sum *[shippedWords]uint64, weights []uint64, slots []uint32) {
	off := uint64(len(slots)) * bias * everyLane
	s0, s1, s2, s3, s4, s5, s6 := sum[0]-off, sum[1]-off, sum[2]-off, sum[3]-off, sum[4]-off, sum[5]-off, sum[6]-off
	for _, slot := range slots {
		row := (*[4]uint64)(weights[int(slot)*4:])
		a, b, c := row[0], row[1], row[2]
		s0 += a & evenBytes
		s1 += a >> 8 & evenBytes
		s2 += b & evenBytes
		s3 += b >> 8 & evenBytes
		s4 += c & evenBytes
		s5 += c >> 8 & evenBytes
		s6 += row[3]&0xFF | bias*(everyLane-1)
	}
	sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6] = s0, s1, s2, s3, s4, s5, s6
}

// addSum adds one sum, or several in a row, to others.
func addSum(sum, other []uint64) {
	if len(sum) == shippedWords && len(other) == shippedWords {
		s, o := (*[shippedWords]uint64)(sum), (*[shippedWords]uint64)(other)
		s[0] += o[0]
		s[1] += o[1]
		s[2] += o[2]
		s[3] += o[3]
		s[4] += o[4]
		s[5] += o[5]
		s[6] += o[6]
		return
	}
	for i, x := range other[:len(sum)] {
		sum[i] += x
	}
}

// spread writes the lanes of a sum as signed scores.
func spread(out []int32, sum []uint64) {
	const off = 0x8000
	for k, x := range sum {
		x += off * everyLane
		t := k>>1<<3 + k&1
		if t+6 < len(out) {
			o := out[t : t+7 : t+7]
			o[0] = int32(x&0xFFFF) - off
			o[2] = int32(x>>16&0xFFFF) - off
			o[4] = int32(x>>32&0xFFFF) - off
			o[6] = int32(x>>48) - off
			continue
		}
		for ; t < len(out) && t < (k>>1+1)<<3; t += 2 {
			out[t] = int32(x&0xFFFF) - off
			x >>= 16
		}
	}
}
