package crf

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLanesAddUpLikeNumbers compares sums in lanes with plain ones, for each number of
// labels and up to the most rows a token may have, at both ends of their range.
func TestLanesAddUpLikeNumbers(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for labels := 1; labels <= maxLabels; labels++ {
		tags := 4*labels + 1
		r := rows{stride: (tags + 7) / 8 * 8}
		const slots = 8
		r.weights = make([]byte, slots*r.stride)
		for s := range slots {
			for k := range tags {
				w := rng.IntN(255) - 127
				if s < 2 {
					w = 127 - 254*s
				}
				r.weights[s*r.stride+k] = byte(w + bias)
			}
		}
		r.view()
		for _, n := range []int{0, 1, 2, 60, maxRowsPerToken} {
			for _, kinds := range []int{1, 2, slots} {
				checkLanes(t, rng, &r, tags, n, kinds)
			}
		}
	}
}

func checkLanes(t *testing.T, rng *rand.Rand, r *rows, tags, n, kinds int) {
	t.Helper()
	want, got := make([]int32, tags), make([]int32, tags)
	sum, part := make([]uint64, sumWords(tags)), make([]uint64, sumWords(tags))
	for i := range n {
		slot := rng.IntN(kinds)
		for k := range tags {
			want[k] += int32(r.weights[slot*r.stride+k]) - bias
		}
		if i%3 == 0 {
			clear(part)
			r.addRows(part, []uint32{uint32(slot)})
			addSum(sum, part)
			continue
		}
		r.addRows(sum, []uint32{uint32(slot)})
	}
	spread(got, sum)
	require.Equal(t, want, got, "%d tags, %d rows", tags, n)
}

func TestWordsOfUnalignedBytes(t *testing.T) {
	b := make([]byte, 40)
	for i := range b {
		b[i] = byte(i + 1)
	}
	for from := range 9 {
		got := words(b[from : from+24])
		require.Len(t, got, 3)
		for i, w := range got {
			require.Equal(t, binary.LittleEndian.Uint64(b[from+8*i:]), w)
		}
	}
	require.Empty(t, words(nil))
}
