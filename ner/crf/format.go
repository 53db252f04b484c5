package crf

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"strings"
	"unsafe"
)

// The model file. All numbers are little-endian; offsets are implied by the lengths.
//
//	magic     8 bytes  "NYCRF" 0 0 0
//	version   u32      formatVersion: changes with any change of layout, hash or attributes
//	crc       u32      CRC-32C of everything after this field
//	size      u32      of the whole file
//	labels    u32      n, 1 to 15
//	names     u32      bytes of the names of the labels, each ended by a 0 byte
//	classes   u32      bytes of the table of word classes, see clusters
//	buckets   u32      a power of two; each has 4 slots
//	stride    u32      bytes of a row: 4n+1 rounded up to 8
//	scale     f32      a weight of 1 is scale steps
//	slope     f32      calibration: logit(p) = slope·logit(marginal) + offset
//	offset    f32
//	rows      u32      slots in use, for information
//	names, then zero bytes up to a multiple of 8
//	transitions        (4n+1)² × i16
//	classes
//	then zero bytes up to a multiple of 8
//	prints             buckets × 4 × u16: fingerprints of attributes, 0 is an empty slot
//	weights            buckets × 4 × stride bytes: a weight of w steps is the byte w+128
//
// A model of 6 labels with 2^17 slots takes 4.5 MiB; reading is checking the sum.

const (
	formatMagic   = "NYCRF\x00\x00\x00"
	formatVersion = 1
	headerSize    = 8 + 12*4 + 4
)

// FormatError says what is wrong with the bytes of a model.
type FormatError struct {
	Field           string
	Expected, Found string
}

// Error says what was expected and found, and what to do.
func (e *FormatError) Error() string {
	return fmt.Sprintf("model file: %s: expected %s, found %s; train the model again with this version, or fetch the file again",
		e.Field, e.Expected, e.Found)
}

// params are the numbers of a header.
type params struct {
	labels, names, classes, buckets, stride uint32
	scale, slope, offset                    float32
	rows                                    uint32
	sum                                     uint32 // the checksum, as read
}

// Open reads a model file without copying it (its tables only on rare processors): the
// Model keeps data. Any bytes give an
// error or a value that cannot panic; errors are of type *FormatError. It takes the time
// of one checksum, about half a millisecond.
func Open(data string) (*Model, error) {
	b := unsafe.Slice(unsafe.StringData(data), len(data)) // only ever read
	if len(b) < headerSize || string(b[:8]) != formatMagic {
		return nil, &FormatError{"magic", fmt.Sprintf("%q and a header of %d bytes", formatMagic[:5], headerSize), describe(b)}
	}
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
	f32 := func(at int) float32 { return math.Float32frombits(u32(at)) }
	if v := u32(8); v != formatVersion {
		return nil, &FormatError{"version", fmt.Sprint(formatVersion), fmt.Sprint(v)}
	}
	if size := u32(16); uint64(size) != uint64(len(b)) {
		return nil, &FormatError{"size", fmt.Sprintf("%d bytes, as the header says", size), fmt.Sprintf("%d bytes", len(b))}
	}
	if want, got := u32(12), crc32.Checksum(b[16:], castagnoli); want != got {
		return nil, &FormatError{"checksum", fmt.Sprintf("%08x", want), fmt.Sprintf("%08x", got)}
	}
	p := params{
		labels: u32(20), names: u32(24), classes: u32(28), buckets: u32(32), stride: u32(36),
		scale: f32(40), slope: f32(44), offset: f32(48), rows: u32(52), sum: u32(12),
	}
	return openSections(b, p)
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func describe(b []byte) string { return fmt.Sprintf("%q… (%d bytes)", b[:min(len(b), 8)], len(b)) }

// openSections cuts the file into its sections after checking every length.
func openSections(b []byte, p params) (*Model, error) {
	if p.labels < 1 || p.labels > maxLabels {
		return nil, &FormatError{"labels", fmt.Sprintf("1 to %d", maxLabels), fmt.Sprint(p.labels)}
	}
	tags := int(4*p.labels + 1)
	if int(p.stride) != (tags+7)/8*8 {
		return nil, &FormatError{"stride", fmt.Sprint((tags + 7) / 8 * 8), fmt.Sprint(p.stride)}
	}
	if p.buckets == 0 || p.buckets&(p.buckets-1) != 0 {
		return nil, &FormatError{"buckets", "a power of two", fmt.Sprint(p.buckets)}
	}
	if !(p.scale >= 1 && p.scale <= 1024) || !(p.slope > 0 && p.slope < 100) || !(p.offset > -100 && p.offset < 100) {
		return nil, &FormatError{"scale and calibration", "small positive numbers", fmt.Sprint(p.scale, p.slope, p.offset)}
	}
	at := [6]uint64{0: headerSize}
	at[1] = (at[0] + uint64(p.names) + 7) &^ 7
	at[2] = at[1] + uint64(tags*tags*2)
	at[3] = (at[2] + uint64(p.classes) + 7) &^ 7
	at[4] = at[3] + uint64(p.buckets)*slotsPerBucket*2
	at[5] = at[4] + uint64(p.buckets)*slotsPerBucket*uint64(p.stride)
	if at[5] != uint64(len(b)) {
		return nil, &FormatError{"length of the sections", fmt.Sprintf("%d bytes", at[5]), fmt.Sprintf("%d bytes", len(b))}
	}
	names := strings.Split(string(b[at[0]:at[0]+uint64(p.names)]), "\x00")
	if len(names) != int(p.labels)+1 || names[p.labels] != "" {
		return nil, &FormatError{"names", fmt.Sprintf("%d names", p.labels), fmt.Sprintf("%q", names)}
	}
	classes, ok := openClusters(b[at[2] : at[2]+uint64(p.classes)])
	if !ok {
		return nil, &FormatError{"word classes", "a table whose length fits its header", fmt.Sprintf("%d bytes", p.classes)}
	}
	return newModel(p, names[:p.labels], b[at[1]:at[2]], b[at[2]:at[2]+uint64(p.classes)], classes,
		rows{prints: b[at[3]:at[4]], weights: b[at[4]:at[5]], stride: int(p.stride), mask: uint64(p.buckets) - 1}), nil
}

// encode writes a model file.
func encode(p params, names []string, transitions []int16, classes []byte, r rows) []byte {
	joined := strings.Join(names, "\x00") + "\x00"
	b := append(make([]byte, 0, headerSize+len(joined)+len(classes)+len(r.prints)+len(r.weights)+4096), formatMagic...)
	put := func(vs ...uint32) {
		for _, v := range vs {
			b = binary.LittleEndian.AppendUint32(b, v)
		}
	}
	put(formatVersion, 0, 0, uint32(len(names)), uint32(len(joined)), uint32(len(classes)), uint32(r.mask+1), uint32(r.stride))
	put(math.Float32bits(p.scale), math.Float32bits(p.slope), math.Float32bits(p.offset), p.rows)
	put(0) // keeps the header a multiple of 4 and the sections where headerSize says
	b = append(b, joined...)
	b = pad(b)
	for _, t := range transitions {
		b = binary.LittleEndian.AppendUint16(b, uint16(t))
	}
	b = pad(append(b, classes...))
	b = append(append(b, r.prints...), r.weights...)
	binary.LittleEndian.PutUint32(b[16:], uint32(len(b)))
	binary.LittleEndian.PutUint32(b[12:], crc32.Checksum(b[16:], castagnoli))
	return b
}

func pad(b []byte) []byte {
	for len(b)%8 != 0 {
		b = append(b, 0)
	}
	return b
}
