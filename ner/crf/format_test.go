package crf

import (
	"encoding/binary"
	"hash/crc32"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/text"
)

// tinyModel is a valid file with three attributes and two labels.
func tinyModel() []byte {
	const tags = 9
	weights := make([]float32, 3*tags)
	hashes := []uint64{tBias, attr(tLower+reach, hashBytes(2, []byte("kabul"))), attr(tLower+reach, hashBytes(2, []byte("omar")))}
	weights[tagO] = 1
	weights[tags+tagOf(1, posU)] = 3
	weights[2*tags+tagOf(0, posU)] = 3
	r, used := packRows(hashes, weights, tags, 20, 100)
	p := params{scale: 20, slope: 1, rows: uint32(used)}
	return encode(p, []string{"PER", "LOC"}, make([]int16, tags*tags), PackClusters([]Class{{"Kabul", "0101"}, {"Omar", "11"}}), r)
}

func TestTinyModelTags(t *testing.T) {
	m, err := Open(string(tinyModel()))
	require.NoError(t, err)
	assert.Equal(t, []string{"PER", "LOC"}, m.Labels())
	got := m.NewTagger().Tag(nil, text.Tokenize("Omar left Kabul."), nil)
	require.Len(t, got, 2)
	assert.Equal(t, []any{0, 1, uint8(0)}, []any{got[0].First, got[0].Last, got[0].Label})
	assert.Equal(t, []any{2, 3, uint8(1)}, []any{got[1].First, got[1].Last, got[1].Label})
	for _, g := range got {
		assert.Greater(t, g.Prob, float32(0.3))
		assert.Less(t, g.Prob, float32(1))
	}
}

func TestOpenRejects(t *testing.T) {
	good := tinyModel()
	seal := func(b []byte) []byte {
		binary.LittleEndian.PutUint32(b[12:], crc32.Checksum(b[16:], castagnoli))
		return b
	}
	set := func(at int, v uint32) []byte {
		b := append([]byte(nil), good...)
		binary.LittleEndian.PutUint32(b[at:], v)
		return seal(b)
	}
	tests := []struct {
		name, field string
		data        []byte
	}{
		{"nothing", "magic", nil},
		{"another file", "magic", []byte(strings.Repeat("PNG", 100))},
		{"only a header's start", "magic", good[:20]},
		{"another version", "version", set(8, 99)},
		{"torn", "size", good[:len(good)-1]},
		{"with a tail", "size", append(append([]byte(nil), good...), 0)},
		{"one bit wrong", "checksum", append(append([]byte(nil), good[:len(good)-1]...), good[len(good)-1]^1)},
		{"no labels", "labels", set(20, 0)},
		{"too many labels", "labels", set(20, 1000)},
		{"names too long", "length of the sections", set(24, 1<<30)},
		{"classes too long", "length of the sections", set(28, 1<<31)},
		{"buckets no power of two", "buckets", set(32, 3)},
		{"too many buckets", "length of the sections", set(32, 1<<31)},
		{"stride wrong", "stride", set(36, 8)},
		{"scale not a number", "scale and calibration", set(40, 0x7FC00000)},
	}
	for _, tt := range tests {
		_, err := Open(string(tt.data))
		var format *FormatError
		if assert.ErrorAs(t, err, &format, tt.name) {
			assert.Equal(t, tt.field, format.Field, tt.name)
		}
	}
}

// FuzzOpen opens hostile bytes, with a right checksum so that they come far, and tags with
// whatever opens.
func FuzzOpen(f *testing.F) {
	good := tinyModel()
	f.Add(good, "Omar left Kabul.")
	f.Add(good[:100], "x")
	f.Fuzz(func(t *testing.T, data []byte, s string) {
		b := append([]byte(nil), data...)
		if len(b) >= headerSize {
			copy(b, formatMagic)
			binary.LittleEndian.PutUint32(b[8:], formatVersion)
			binary.LittleEndian.PutUint32(b[16:], uint32(len(b)))
			binary.LittleEndian.PutUint32(b[12:], crc32.Checksum(b[16:], castagnoli))
		}
		m, err := Open(string(b))
		if err != nil {
			return
		}
		checkTagged(t, m, text.Tokenize(s))
	})
}

// checkTagged holds what Tag promises of any text and model.
func checkTagged(tb testing.TB, m *Model, doc *text.Doc) []Tagged {
	tb.Helper()
	got := m.NewTagger().Tag(nil, doc, nil)
	last := 0
	for _, g := range got {
		require.LessOrEqual(tb, last, g.First)
		require.Less(tb, g.First, g.Last)
		require.LessOrEqual(tb, g.Last, len(doc.Tokens))
		require.Less(tb, int(g.Label), len(m.Labels()))
		require.True(tb, g.Prob >= 0 && g.Prob <= 1, "%v", g.Prob)
		require.Equal(tb, doc.SentenceOf(g.First), doc.SentenceOf(g.Last-1))
		last = g.Last
	}
	return got
}
