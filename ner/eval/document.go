package eval

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// Labels lists the labels in the order in which reports list them. Any other label
// found in the data is reported after these, sorted.
var Labels = []string{"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"}

// Unit says what an offset counts. The zero Unit is code points.
type Unit uint8

// The units, as they stand in the record's offset_unit.
const (
	CodePoint Unit = iota // "codepoint"
	Byte                  // "byte"
	UTF16                 // "utf16"
)

// String returns the unit as it stands in a record.
func (u Unit) String() string { return [...]string{"codepoint", "byte", "utf16"}[u] }

// ParseUnit reads a unit as it stands in a record; "" means code points.
func ParseUnit(s string) (Unit, error) {
	switch s {
	case "codepoint", "":
		return CodePoint, nil
	case "byte":
		return Byte, nil
	case "utf16":
		return UTF16, nil
	}
	return 0, fmt.Errorf("offset_unit is %q, expected codepoint, byte or utf16", s)
}

// Entity is one mention, gold or predicted.
type Entity struct {
	Start, End int    // half-open, in the unit of the document
	Text       string // the slice, as the file gives it
	Label      string // PERSON, ORG, GPE, LOC, FAC, NORP; any other string is kept

	Norm     string // gold: canonical name of the thing meant; several right answers separated by ";"; "" unknown
	Optional bool   // gold: doubtful, counts neither for nor against

	LinkID   string // predicted: id of the entry; "" is NIL
	LinkName string // predicted: its name
	LinkKind string // predicted: its kind
	Cluster  int    // predicted: from 1; 0 when the file has none
}

// Doc is one document with its mentions, sorted by Start.
type Doc struct {
	ID       string
	Text     string // "" in predictions that do not repeat the text
	Date     string // YYYY-MM-DD where known
	Genre    string // wire, release, ngo, headline, tweet, transcript, report; "" unknown
	Unit     Unit   // of every offset; gold is always CodePoint
	Entities []Entity
	Error    string // predicted: the message of an in-band error record
	Line     int    // where the document starts in its file, from 1
}

// Bytes returns the half-open byte range of e in d.Text. The offsets must have been
// checked, as the readers of this package do. It takes O(len(Text)) time unless the
// unit is Byte.
func (d *Doc) Bytes(e Entity) (start, end int) {
	if d.Unit == Byte {
		return e.Start, e.End
	}
	m := newOffsets(d.Text, d.Unit)
	start, _ = m.toByte(e.Start)
	end, _ = m.toByte(e.End)
	return start, end
}

// sortEntities puts entities into reading order. The order among equal spans is total,
// so that reports do not hang on the order of the file.
func sortEntities(es []Entity) {
	sort.SliceStable(es, func(i, j int) bool {
		a, b := es[i], es[j]
		switch {
		case a.Start != b.Start:
			return a.Start < b.Start
		case a.End != b.End:
			return a.End < b.End
		}
		return a.Label < b.Label
	})
}

// offsets turns offsets of one unit into bytes and code points.
type offsets struct {
	at  []int // byte offset of each unit boundary; -1 inside a surrogate pair or a rune
	cps []int // code point offset of each unit boundary
}

func newOffsets(text string, u Unit) offsets {
	var o offsets
	cp := 0
	for i := 0; i < len(text); cp++ {
		r, n := utf8.DecodeRuneInString(text[i:])
		o.at, o.cps = append(o.at, i), append(o.cps, cp)
		inner := 0
		switch {
		case u == Byte:
			inner = n - 1
		case u == UTF16 && r > 0xFFFF:
			inner = 1
		}
		for range inner {
			o.at, o.cps = append(o.at, -1), append(o.cps, -1)
		}
		i += n
	}
	o.at, o.cps = append(o.at, len(text)), append(o.cps, cp)
	return o
}

// toByte returns the byte offset of unit offset i, and whether i is a boundary.
func (o offsets) toByte(i int) (int, bool) {
	if i < 0 || i >= len(o.at) || o.at[i] < 0 {
		return 0, false
	}
	return o.at[i], true
}

// toCodePoint returns the code point offset of unit offset i, and whether i is a boundary.
func (o offsets) toCodePoint(i int) (int, bool) {
	if i < 0 || i >= len(o.cps) || o.cps[i] < 0 {
		return 0, false
	}
	return o.cps[i], true
}

// checkEntities reports the first entity whose offsets do not cut its text out of the document.
func (d *Doc) checkEntities() error {
	o := newOffsets(d.Text, d.Unit)
	for i, e := range d.Entities {
		s, ok1 := o.toByte(e.Start)
		t, ok2 := o.toByte(e.End)
		if !ok1 || !ok2 || s >= t {
			return fmt.Errorf("entity %d: start %d, end %d is no range of the text, which has %d %ss",
				i+1, e.Start, e.End, len(o.at)-1, d.Unit)
		}
		if got := d.Text[s:t]; e.Text != "" && got != e.Text {
			return fmt.Errorf("entity %d: text is %q but the slice %d:%d of the document is %q; check the offset unit (%s)",
				i+1, e.Text, e.Start, e.End, got, d.Unit)
		}
	}
	return nil
}
