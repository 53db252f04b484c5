// Package wire reads and writes little-endian values in compiled data. Reading is in place,
// from a string, and bounds-checked: what lies outside reads as zero, so that damaged data
// can give wrong answers but no panic. Openers check lengths up front to turn damage into errors.
package wire

import (
	"encoding/binary"
	"hash/crc32"
	"unsafe"
)

// Blob is a run of compiled bytes. Slicing it costs nothing and copies nothing.
type Blob string

// View returns b as a Blob without a copy. b must not be written to again.
func View(b []byte) Blob { return Blob(unsafe.String(unsafe.SliceData(b), len(b))) }

// U8 returns the byte at offset i, 0 outside.
func (b Blob) U8(i int) byte {
	if uint(i) >= uint(len(b)) {
		return 0
	}
	return b[i]
}

// U16 returns the 16 bits at offset i, 0 outside.
func (b Blob) U16(i int) uint16 {
	if i < 0 || len(b) < 2 || i > len(b)-2 {
		return 0
	}
	return uint16(b[i]) | uint16(b[i+1])<<8
}

// U32 returns the 32 bits at offset i, 0 outside.
func (b Blob) U32(i int) uint32 {
	if i < 0 || len(b) < 4 || i > len(b)-4 {
		return 0
	}
	return uint32(b[i]) | uint32(b[i+1])<<8 | uint32(b[i+2])<<16 | uint32(b[i+3])<<24
}

// U64 returns the 64 bits at offset i, 0 outside.
func (b Blob) U64(i int) uint64 {
	if i < 0 || len(b) < 8 || i > len(b)-8 {
		return 0
	}
	return uint64(b.U32(i)) | uint64(b.U32(i+4))<<32
}

// Slice returns n bytes from offset off, "" when they are not all there.
func (b Blob) Slice(off, n int) Blob {
	if off < 0 || n < 0 || off > len(b) || n > len(b)-off {
		return ""
	}
	return b[off : off+n]
}

// Uvarint reads a base-128 number at offset i and returns it with the offset behind it.
// Damage (an end inside, more than 64 bits) gives 0 and an offset past the end.
func (b Blob) Uvarint(i int) (v uint64, next int) {
	for shift := 0; shift < 64; shift += 7 {
		if uint(i) >= uint(len(b)) {
			return 0, len(b) + 1
		}
		c := b[i]
		i++
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return v, i
		}
	}
	return 0, len(b) + 1
}

// Writer appends little-endian values. The zero Writer is ready.
type Writer struct{ B []byte }

// U8 appends one byte.
func (w *Writer) U8(v byte) { w.B = append(w.B, v) }

// U16 appends 16 bits.
func (w *Writer) U16(v uint16) { w.B = binary.LittleEndian.AppendUint16(w.B, v) }

// U32 appends 32 bits.
func (w *Writer) U32(v uint32) { w.B = binary.LittleEndian.AppendUint32(w.B, v) }

// U64 appends 64 bits.
func (w *Writer) U64(v uint64) { w.B = binary.LittleEndian.AppendUint64(w.B, v) }

// Uvarint appends a base-128 number.
func (w *Writer) Uvarint(v uint64) { w.B = binary.AppendUvarint(w.B, v) }

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Checksum returns the CRC-32C of s. About 0.1 ms per megabyte where the processor helps.
func Checksum(s string) uint32 {
	var buf [4096]byte
	sum := uint32(0)
	for len(s) > 0 {
		n := copy(buf[:], s)
		sum = crc32.Update(sum, castagnoli, buf[:n])
		s = s[n:]
	}
	return sum
}

// ChecksumBytes is Checksum of a byte slice.
func ChecksumBytes(b []byte) uint32 { return crc32.Checksum(b, castagnoli) }
