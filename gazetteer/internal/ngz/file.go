package ngz

import (
	"fmt"

	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/wire"
)

// File is an opened file: sections sliced out of it, tables checked for length.
// It is immutable. Every accessor answers zero values for what lies outside.
type File struct {
	Sec                                   [NumSections]wire.Blob
	IDs, Exact, Fold, Classes             Table
	Skeletons                             Table
	Prefixes                              Bloom
	NumEntries, NumAliases, NumWords      int
	Name                                  string // name of the layer
	Size                                  int    // bytes of the whole file
	entries, aliases, extra, strings, wds wire.Blob
	postings                              wire.Blob
}

// Open opens data in place. With check the checksum is verified too, at about 0.1 ms per
// megabyte; without it damage can give wrong answers, but never a panic.
func Open(data string, check bool) (*File, error) {
	b := wire.Blob(data)
	if len(b) < HeaderSize+8*NumSections || string(b[:8]) != Magic {
		return nil, fmt.Errorf("compiled gazetteer: expected a file that begins with %q and has at least %d bytes, found %d bytes; was it made by gazetteer build?", Magic, HeaderSize+8*NumSections, len(b))
	}
	if v := b.U32(8); v != Format {
		return nil, fmt.Errorf("compiled gazetteer: this program reads layout %d, the file has layout %d; build it again", Format, v)
	}
	if v := b.U32(12); v != romanize.Version {
		return nil, fmt.Errorf("compiled gazetteer: this program makes match keys of version %d, the file holds version %d; build it again", romanize.Version, v)
	}
	if n := b.U64(24); n != uint64(len(b)) {
		return nil, fmt.Errorf("compiled gazetteer: header says %d bytes, the file has %d; it is cut short or has something appended", n, len(b))
	}
	if n := b.U32(20); n != NumSections {
		return nil, fmt.Errorf("compiled gazetteer: expected %d sections, found %d; build it again", NumSections, n)
	}
	if check {
		if got, want := wire.Checksum(data[ChecksumFrom:]), b.U32(16); got != want {
			return nil, fmt.Errorf("compiled gazetteer: checksum %08x, the header says %08x; the file is damaged", got, want)
		}
	}
	f := &File{Size: len(b)}
	for i := range f.Sec {
		off, n := int(b.U32(HeaderSize+8*i)), int(b.U32(HeaderSize+8*i+4))
		if off < HeaderSize+8*NumSections || off > len(b) || n > len(b)-off {
			return nil, fmt.Errorf("compiled gazetteer: section %d (offset %d, %d bytes) lies outside the file of %d bytes", i, off, n, len(b))
		}
		f.Sec[i] = b[off : off+n]
	}
	return f, f.open()
}

func (f *File) open() error {
	meta := f.Sec[SecMeta]
	f.NumEntries, f.NumAliases = int(meta.U32(0)), int(meta.U32(4))
	f.entries, f.aliases, f.extra = f.Sec[SecEntries], f.Sec[SecAliases], f.Sec[SecExtra]
	f.strings, f.wds, f.postings = f.Sec[SecStrings], f.Sec[SecWordRecs], f.Sec[SecPostings]
	f.NumWords = max(len(f.wds)/WordSize-1, 0)
	f.Name = f.Str(meta.U32(8), int(meta.U32(12)))
	if f.NumEntries > MaxEntries || len(f.entries) != (f.NumEntries+1)*EntrySize || len(f.aliases) != f.NumAliases*AliasSize {
		return fmt.Errorf("compiled gazetteer: %d entries and %d aliases do not fit sections of %d and %d bytes", f.NumEntries, f.NumAliases, len(f.entries), len(f.aliases))
	}
	for _, t := range []struct {
		sec int
		t   *Table
	}{{SecIDs, &f.IDs}, {SecExact, &f.Exact}, {SecFold, &f.Fold}, {SecClasses, &f.Classes}, {SecSkeletons, &f.Skeletons}} {
		var ok bool
		if *t.t, ok = OpenTable(f.Sec[t.sec]); !ok {
			return fmt.Errorf("compiled gazetteer: the table in section %d does not have the length that it states", t.sec)
		}
	}
	var ok bool
	if f.Prefixes, ok = OpenBloom(f.Sec[SecPrefixes]); !ok {
		return fmt.Errorf("compiled gazetteer: the prefix set does not have the length that it states")
	}
	return nil
}

// Str returns n bytes of the string pool.
func (f *File) Str(off uint32, n int) string { return string(f.strings.Slice(int(off), n)) }

// EntryRec is the fixed record of an entry.
type EntryRec struct {
	ID         string
	Kind, Op   uint8
	Country    string
	Prior      float64
	Alias, End uint32 // its aliases, half-open
	Lat, Lon   int32
	Population uint32
	Extra      uint32
}

// Entry returns the record of entry i, the zero record outside.
func (f *File) Entry(i uint32) EntryRec {
	if i >= uint32(f.NumEntries) {
		return EntryRec{}
	}
	o := int(i) * EntrySize
	b := f.entries
	r := EntryRec{
		ID: f.Str(b.U32(o), int(b.U8(o+4))), Kind: b.U8(o + 5), Op: b.U8(o + 6),
		Prior: float64(int16(b.U16(o+10))) / 1000,
		Alias: b.U32(o + 12), Lat: int32(b.U32(o + 16)), Lon: int32(b.U32(o + 20)),
		Population: b.U32(o + 24), Extra: b.U32(o + 28), End: b.U32(o + 12 + EntrySize),
	}
	if b.U8(o+8) != 0 {
		r.Country = string(b.Slice(o+8, 2))
	}
	if n := uint32(f.NumAliases); r.End > n || r.Alias > r.End {
		r.Alias, r.End = 0, 0
	}
	return r
}

// EntryKind returns the kind of entry i.
func (f *File) EntryKind(i uint32) uint8 {
	if i >= uint32(f.NumEntries) {
		return 0
	}
	return f.entries.U8(int(i)*EntrySize + 5)
}

// EntryPrior returns the prior of entry i.
func (f *File) EntryPrior(i uint32) float32 {
	return float32(int16(f.entries.U16(int(i)*EntrySize+10))) / 1000
}

// The flags of an alias, in the byte of its class.
const (
	ClassMask    = 0x0f
	FlagLower    = 0x10 // the name is written in lower case
	FlagNoMatch  = 0x20 // look-up only: it cannot be met in running text
	FlagSuppress = 0x40 // the row takes this name away
)

// AliasRec is the record of an alias.
type AliasRec struct {
	Name         string
	Class, Flags uint8
	Entry        uint32
	lang         uint8
	source       uint16
}

// Alias returns the record of alias a, the zero record outside.
func (f *File) Alias(a uint32) AliasRec {
	o := int(a) * AliasSize
	b := f.aliases
	if a >= uint32(f.NumAliases) {
		return AliasRec{}
	}
	c := b.U8(o + 5)
	return AliasRec{
		Name:  f.Str(b.U32(o), int(b.U8(o+4))),
		Class: c & ClassMask, Flags: c &^ ClassMask, lang: b.U8(o + 6), source: b.U16(o + 7),
		Entry: b.U32(o+8) >> 8,
	}
}

// AliasHead returns the class with flags and the entry of alias a; cheaper than Alias.
func (f *File) AliasHead(a uint32) (class, flags uint8, entry uint32) {
	o := int(a) * AliasSize
	c := f.aliases.U8(o + 5)
	return c & ClassMask, c &^ ClassMask, f.aliases.U32(o+8) >> 8
}

// Lang returns the language of an alias.
func (f *File) Lang(a AliasRec) string { return f.listed(SecLangs, int(a.lang)) }

// Source returns the source of an alias.
func (f *File) Source(a AliasRec) string { return f.listed(SecSources, int(a.source)) }

func (f *File) listed(sec, i int) string {
	return f.Str(f.Sec[sec].U32(8*i), int(f.Sec[sec].U32(8*i+4)))
}

// Item is one item of Extra; which fields are set depends on the tag.
type Item struct {
	Tag  byte
	A, B string
	X, Y int
}

// Items calls yield for each item of the extra facts at offset off, until it returns false.
func (f *File) Items(off uint32, yield func(Item) bool) {
	if off == 0 {
		return
	}
	b := f.extra
	i := int(off)
	num := func() int {
		v, next := b.Uvarint(i)
		i = next
		return int(v & (1<<40 - 1))
	}
	str := func() string {
		o := num()
		return f.Str(uint32(o), num())
	}
	for i < len(b) {
		it := Item{Tag: b.U8(i)}
		i++
		switch it.Tag {
		case TagWithin, TagBorn, TagDied:
			it.X = num()
		case TagWithinID, TagAffil:
			it.A = str()
		case TagRef:
			it.A, it.B = str(), str()
		case TagRole:
			it.A, it.X, it.Y = str(), num(), num()
		case TagValid:
			it.X, it.Y = num(), num()
		default:
			return
		}
		if i > len(b) || !yield(it) {
			return
		}
	}
}

// WordKey returns the match key of word w and its range of Posting.
func (f *File) WordKey(w uint32) (key string, from, to uint32) {
	o := int(w) * WordSize
	from, to = f.wds.U32(o+8), f.wds.U32(o+8+WordSize)
	if w >= uint32(f.NumWords) || from > to || int(to) > len(f.postings)/4 {
		return "", 0, 0
	}
	return f.Str(f.wds.U32(o), int(f.wds.U8(o+4))), from, to
}

// Posting returns the position in Exact at index p.
func (f *File) Posting(p uint32) uint32 { return f.postings.U32(int(p) * 4) }
