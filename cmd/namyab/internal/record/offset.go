package record

import (
	"fmt"
	"unicode/utf8"
)

// Unit is what offsets count.
type Unit uint8

// The units, as they stand in the record.
const (
	CodePoint Unit = iota // "codepoint": Python, jq
	Byte                  // "byte": UTF-8, Go
	UTF16                 // "utf16": JavaScript, Java
)

// String returns the unit as it stands in the record.
func (u Unit) String() string { return [...]string{"codepoint", "byte", "utf16"}[u] }

// ParseUnit reads a unit as it stands in the record.
func ParseUnit(s string) (Unit, error) {
	for u := CodePoint; u <= UTF16; u++ {
		if u.String() == s {
			return u, nil
		}
	}
	return 0, fmt.Errorf("offset unit %q is not codepoint, byte or utf16", s)
}

// Cursor turns byte offsets of one text into another unit. Offsets asked for in rising
// order cost one pass over the text in all; going back starts again from the beginning.
type Cursor struct {
	unit  Unit
	text  string
	at    int // bytes
	count int // units before at
}

// NewCursor returns a cursor at the beginning of text.
func NewCursor(u Unit, text string) Cursor { return Cursor{unit: u, text: text} }

// At returns the position of byte offset off in the cursor's unit.
func (c *Cursor) At(off int) int {
	if c.unit == Byte {
		return off
	}
	if off < c.at {
		c.at, c.count = 0, 0
	}
	part := c.text[c.at:off]
	c.count += utf8.RuneCountInString(part)
	if c.unit == UTF16 {
		for i := 0; i < len(part); i++ {
			if part[i] >= 0xf0 { // first byte of a code point beyond U+FFFF: two units
				c.count++
			}
		}
	}
	c.at = off
	return c.count
}
