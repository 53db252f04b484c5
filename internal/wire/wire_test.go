package wire

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhatLiesOutsideIsZero(t *testing.T) {
	w := Writer{}
	w.U8(7)
	w.U16(0x1234)
	w.U32(0xdeadbeef)
	w.U64(0x0102030405060708)
	w.Uvarint(300)
	b := View(w.B)
	assert.Equal(t, byte(7), b.U8(0))
	assert.Equal(t, uint16(0x1234), b.U16(1))
	assert.Equal(t, uint32(0xdeadbeef), b.U32(3))
	assert.Equal(t, uint64(0x0102030405060708), b.U64(7))
	v, next := b.Uvarint(15)
	assert.Equal(t, uint64(300), v)
	assert.Equal(t, len(b), next)
	for _, i := range []int{-1, -1 << 62, len(b), len(b) - 1, 1 << 62} {
		assert.Zero(t, b.U32(i))
		assert.Zero(t, b.U64(i))
		assert.Zero(t, b.Slice(i, 1<<62))
	}
	assert.Zero(t, b.U16(len(b)-1))
	assert.Zero(t, b.U8(-1))
	v, next = Blob("\xff\xff").Uvarint(0)
	assert.Zero(t, v)
	assert.Greater(t, next, 2)
	assert.Equal(t, ChecksumBytes(w.B), Checksum(string(b)))
}
