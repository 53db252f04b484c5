// Package ngz is the format of compiled gazetteers: the layout of the file, the hashes that
// the compiler and the matcher must agree on, and the tables that both sides read.
//
// # The file
//
// All numbers are little-endian. The file is
//
//	 0  8 bytes  magic "NamyabGZ"
//	 8  u32      Format, the version of this layout
//	12  u32      romanize.Version, the version of the match keys inside
//	16  u32      CRC-32C of every byte from offset 24 on
//	20  u32      number of sections
//	24  u64      length of the whole file
//	32  u32 pairs (offset, length) of the sections, in the order of the constants below
//	    the sections, each at a multiple of 4
//
// Entry records have EntrySize bytes, and one more record than there are entries closes
// the ranges of aliases:
//
//	 0 u32 id, offset into Strings    4 u8 length of the id    5 u8 kind    6 u8 op    7 u8 flags
//	 8 2 bytes country               10 i16 prior, thousandths
//	12 u32 first alias               16 i32 latitude, 1e-5 degrees; NoCoord: none    20 i32 longitude
//	24 u32 population                28 u32 offset into Extra, 0: nothing there
//
// Alias records have AliasSize bytes; the first of an entry is its canonical name:
//
//	0 u32 name, offset into Strings  4 u8 length   5 u8 class (low 4 bits) and flags
//	6 u8 language   7 u16 source (at 7..8)   9 u24 entry
//
// Extra holds the rarer facts of an entry as a list of items, each a tag byte and base-128
// numbers; strings are (offset, length) into Strings. The tag TagEnd closes the list.
//
// A hash table (see Table) maps 64-bit hashes to runs of 32-bit values. Exact maps the hash
// of a name's words to its alias records, one run for each distinct name, best prior first.
// Fold maps the hash of a match key to the positions in Exact where the runs of the names
// with that key begin. Words of names are kept once each: WordRecs has their match keys and
// their postings (positions in Exact again), Skeletons finds them by consonant skeleton with
// up to one consonant left out.
package ngz

// Magic opens every compiled gazetteer.
const Magic = "NamyabGZ"

// Format is the version of the layout.
const Format = 1

// HeaderSize is the size of the fixed part of the header.
const HeaderSize = 32

// ChecksumFrom is the offset from which bytes are summed.
const ChecksumFrom = 24

// The sections.
const (
	SecMeta      = iota // u32 number of entries, u32 number of aliases, string (offset, length) layer name
	SecEntries          //
	SecAliases          //
	SecExtra            //
	SecStrings          //
	SecLangs            // u32 pairs (offset, length) into Strings
	SecSources          // same
	SecIDs              // Table: hash of id -> entry
	SecExact            // Table: hash of words -> alias
	SecFold             // Table: hash of key -> position in Exact
	SecClasses          // Table: hash of lower-case word -> WordClass bits
	SecPrefixes         // Bloom: word prefixes of names, letter prefixes of keys
	SecWordRecs         // WordSize bytes each
	SecSkeletons        // Table: hash of skeleton -> word
	SecPostings         // u32 positions in Exact
	NumSections
)

// Sizes of the records.
const (
	EntrySize = 32
	AliasSize = 12
	WordSize  = 12 // u32 key offset into Strings, u8 length, u24 number of postings (saturated), u32 first posting
)

// NoCoord marks an entry without coordinates.
const NoCoord = -1 << 31

// The operations of an entry in a user's layer.
const (
	OpAdd          = iota // a new entry, or more names for the entry of that id below
	OpReplace             // the entry of that id below goes, this one stands
	OpSuppress            // the entry of that id below goes
	OpSuppressName        // the listed aliases of the entry below go (of any entry when the id is empty)
)

// The tags of Extra.
const (
	TagEnd      = iota
	TagWithin   // entry of the same file
	TagWithinID // string: id, resolved when layers are laid
	TagRef      // string scheme, string value
	TagRole     // string text, from, to
	TagAffil    // string id
	TagBorn     // year
	TagDied     // year
	TagValid    // from, to
)

// MaxName is the longest name, in bytes.
const MaxName = 255

// MaxEntries bounds the number of entries of one file (24 bits).
const MaxEntries = 1<<24 - 1
