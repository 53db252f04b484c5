// Package check holds the invariants of Namyab's output in one place, so that every
// test, fuzz target and command test asks the same questions.
//
// It works on plain values and imports nothing of the module: tests of any package can
// call it without an import cycle, each turning its own mentions into [Mention] values
// in a few lines.
package check

import (
	"errors"
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Unit says what an offset counts, in the words of the record.
type Unit string

// The units.
const (
	Byte      Unit = "byte"
	CodePoint Unit = "codepoint"
	UTF16     Unit = "utf16"
)

// Mention is one mention of an output.
type Mention struct {
	Start, End int // half-open, in the unit that the call names
	Text       string
	Label      string
	LinkID     string // "" for NIL
	Cluster    int
}

// Entries tells whether an id is that of an entry.
type Entries interface{ HasEntry(id string) bool }

// EntryFunc makes a function an Entries.
type EntryFunc func(id string) bool

// HasEntry calls f.
func (f EntryFunc) HasEntry(id string) bool { return f(id) }

var labels = map[string]bool{"PERSON": true, "ORG": true, "GPE": true, "LOC": true, "FAC": true, "NORP": true}

// Mentions checks the mentions of one text and returns every fault found, joined; nil
// when there is none. It holds that
//
//   - offsets are a non-empty half-open range of the text, on character boundaries
//     (of broken UTF-8, each bad byte is a character), and Text is exactly the slice;
//   - mentions are sorted by Start and do not overlap;
//   - a mention is valid UTF-8, and does not begin or end in white space or an unseen mark;
//   - labels are those of the record;
//   - clusters count from 1;
//   - mentions linked to one entry share one cluster, and mentions of one cluster are
//     not linked to two entries;
//   - every linked id is an entry, when entries is not nil.
//
// It takes time linear in the text and the mentions.
func Mentions(text string, unit Unit, mentions []Mention, entries Entries) error {
	c := checker{text: text, unit: unit, bounds: bounds(text, unit),
		clusterOf: map[string]int{}, entryOf: map[int]string{}}
	end := 0
	for i, m := range mentions {
		c.at = fmt.Sprintf("mention %d %q [%d:%d]", i, m.Text, m.Start, m.End)
		if m.Start < end {
			c.fault("begins before %d, where the one before it ends", end)
		}
		end = max(end, m.End)
		c.span(m)
		c.identity(m, entries)
	}
	return errors.Join(c.faults...)
}

type checker struct {
	text   string
	unit   Unit
	bounds map[int]int // offset of each character boundary to its byte offset
	at     string      // the mention that is being checked
	faults []error

	clusterOf map[string]int
	entryOf   map[int]string
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Errorf("%s: %s", c.at, fmt.Sprintf(format, args...)))
}

// span checks offsets, slice and label.
func (c *checker) span(m Mention) {
	start, ok1 := c.bounds[m.Start]
	end, ok2 := c.bounds[m.End]
	switch {
	case !ok1 || !ok2:
		c.fault("is not on character boundaries of the text, in %ss", c.unit)
	case start >= end:
		c.fault("is empty or turned round")
	case c.text[start:end] != m.Text:
		c.fault("the slice of the text is %q", c.text[start:end])
	}
	if first, _ := utf8.DecodeRuneInString(m.Text); isSpace(first) {
		c.fault("begins with white space or an unseen mark")
	}
	if last, _ := utf8.DecodeLastRuneInString(m.Text); isSpace(last) {
		c.fault("ends with white space or an unseen mark")
	}
	if !utf8.ValidString(m.Text) {
		c.fault("holds bytes that are not UTF-8")
	}
	if !labels[m.Label] {
		c.fault("label %q is not one of the record", m.Label)
	}
}

// identity checks link and cluster.
func (c *checker) identity(m Mention, entries Entries) {
	if m.Cluster < 1 {
		c.fault("cluster is %d, expected 1 or more", m.Cluster)
	}
	if m.LinkID == "" {
		return
	}
	if entries != nil && !entries.HasEntry(m.LinkID) {
		c.fault("link id %q is no entry", m.LinkID)
	}
	if k, ok := c.clusterOf[m.LinkID]; ok && k != m.Cluster {
		c.fault("%q is in cluster %d, but was in %d before", m.LinkID, m.Cluster, k)
	}
	if id, ok := c.entryOf[m.Cluster]; ok && id != m.LinkID {
		c.fault("cluster %d means %q, but meant %q before", m.Cluster, m.LinkID, id)
	}
	c.clusterOf[m.LinkID], c.entryOf[m.Cluster] = m.Cluster, m.LinkID
}

// bounds maps the offset of every character boundary, in the unit, to its byte offset.
func bounds(text string, unit Unit) map[int]int {
	m := map[int]int{}
	at := 0
	for i := 0; i < len(text); {
		m[at] = i
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch unit {
		case CodePoint:
			at++
		case UTF16:
			at += max(utf16.RuneLen(r), 1)
		default:
			at += n
		}
	}
	m[at] = len(text)
	return m
}

// isSpace reports white space as people see it: what unicode.IsSpace knows, with the marks
// that nobody sees, which are no space to Unicode but no part of a name either.
func isSpace(r rune) bool {
	switch r {
	case 0xAD, 0x61C, 0xFEFF: // soft hyphen, Arabic letter mark, byte order mark
		return true
	}
	return unicode.IsSpace(r) || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2069
}

// SameSpans checks that two outputs for one text in two units mean the same places:
// as many mentions, with the same byte ranges, labels, links and clusters.
func SameSpans(text string, ua Unit, a []Mention, ub Unit, b []Mention) error {
	if len(a) != len(b) {
		return fmt.Errorf("%d mentions in %ss but %d in %ss", len(a), ua, len(b), ub)
	}
	ba, bb := bounds(text, ua), bounds(text, ub)
	for i := range a {
		x, y := a[i], b[i]
		x.Start, x.End = ba[x.Start], ba[x.End]
		y.Start, y.End = bb[y.Start], bb[y.End]
		if x != y {
			return fmt.Errorf("mention %d is %+v by %ss but %+v by %ss", i, x, ua, y, ub)
		}
	}
	return nil
}
