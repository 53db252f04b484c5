// Package record is the published record: what one document became, and its JSON.
package record

import (
	"fmt"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner"
)

// Schema is the version of the record.
const Schema = "namyab/1"

// Doc is the result for one document, from which every format is written.
type Doc struct {
	Index int    // place in the run, from 0
	ID    string // decoded; for display and for formats other than JSON
	RawID []byte // the id as it stands in the input's JSON; nil: ID is ours
	Head  []byte // kept fields of the input: its object without the closing brace; nil when the input was no JSON
	Bare  bool   // Head holds no field, so no comma follows it

	HasID, HasDate bool // Head holds the id, the date

	EOL  string // how the answer's line ends; "" for "\n"
	File string // input file, "" for standard input
	Line int    // line of the input where the document begins, from 1

	Source string // what offsets count into: the text, or the raw bytes of an HTML file
	Text   string // the text as a reader sees it
	Base   int    // where Text begins in Source: after a byte order mark
	Mapped bool   // Text is not a slice of Source: an HTML page

	Date      string
	Entities  []Entity
	Dropped   []ner.Dropped // with explanations: what Resolve did not keep
	Truncated bool          // something was left out; see --max-doc, --max-output-bytes
	Err       *Error        // the document could not be read
}

// Entity is one mention with its place in Source and in Text.
type Entity struct {
	Start, End int // half-open byte offsets into Doc.Source
	From, To   int // half-open byte offsets into Doc.Text
	Text       string
	Label      string // as it is to be written, after --labels-map
	Mention    *ner.Mention
}

// LineEnd returns how the answer's line ends.
func (d *Doc) LineEnd() string {
	if d.EOL == "" {
		return "\n"
	}
	return d.EOL
}

// Facts is what the record needs of the gazetteer beyond the entry.
type Facts interface {
	Refs(entry uint32) []gazetteer.Ref
	Within(entry uint32) []gazetteer.Entry
	Aliases(entry uint32) []gazetteer.Alias
	Layer(entry uint32) string
}

var _ Facts = (*gazetteer.Gazetteer)(nil)

// Code names a reason for which a document could not be read. Codes are stable.
type Code string

// The codes of in-band errors.
const (
	BadJSON      Code = "bad-json"      // the line is no JSON value
	NotObject    Code = "not-object"    // the line is JSON, but no object
	TooDeep      Code = "too-deep"      // nested deeper than the reader goes
	MissingField Code = "missing-field" // there is no text field
	WrongType    Code = "wrong-type"    // a field has a value of the wrong type
	BadEscape    Code = "bad-escape"    // half a surrogate pair, which no UTF-8 text can hold
	BadDate      Code = "bad-date"      // the date field is no date
	BadUTF8      Code = "invalid-utf8"  // bytes that are not UTF-8
	LineTooLong  Code = "line-too-long" // longer than --max-line
	Unreadable   Code = "unreadable"    // the file cannot be opened or read
	BadArchive   Code = "bad-archive"   // gzip or zstd data that are damaged or cut short
)

// Codes lists every code with its meaning, in the order of the documentation.
func Codes() []struct {
	Code    Code
	Meaning string
} {
	return []struct {
		Code    Code
		Meaning string
	}{
		{BadJSON, "the line is not one JSON value (torn, trailing text, control character …)"},
		{NotObject, "the line is JSON but not an object"},
		{TooDeep, "nested deeper than 1000 levels"},
		{MissingField, "the object has no text field (see --field)"},
		{WrongType, "the text is no string, or the id neither string nor number"},
		{BadEscape, "the text or id holds half a surrogate pair (\\ud800), which is no text"},
		{BadDate, "the field named by --date-field holds no date"},
		{BadUTF8, "bytes that are not UTF-8; line and column say where"},
		{LineTooLong, "the line is longer than --max-line; reading goes on after it"},
		{Unreadable, "the file cannot be opened or read, or is a directory"},
		{BadArchive, "gzip or zstd data are damaged or end early"},
	}
}

// Error is an error in a document's place. Line and Column count from 1; 0 is "no place".
// Columns count code points, for BadUTF8 those before the bad byte.
type Error struct {
	Code         Code
	Message      string
	Line, Column int
}

// Error returns code and message.
func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

// Errorf makes an Error without a place.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}
