package pipe

import (
	"slices"
	"unicode/utf8"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// Keys says which fields of an input object are what.
type Keys struct {
	Text, ID, Date string
	StrictDate     bool   // the date field was named: what is no date there is an error
	Into           string // our keys nest under this one
}

// Message is a decoded line of JSON.
type Message struct {
	Text    string
	Date    string // the value of the date field when it is a string; "" when there is none
	DatePos int    // offset of the value in the line
}

// ours are the keys of the record that replace fields of the same name in the input: a
// record that is read again gets new entities, not a second key of the same name. The id
// and the date of the input stay as they are.
var ours = []string{"schema", "offset_unit", "entities", "dropped", "meta"}

// Decode reads one line of JSON: it fills doc's id and kept fields, and returns text and
// date. Of duplicate keys the last counts, as in most parsers, and all are kept. o is
// scratch memory. The error has a column, and doc an id whenever that could be read.
func (k *Keys) Decode(o *Object, line string, doc *record.Doc) (Message, *record.Error) {
	var m Message
	if at := record.Invalid(line); at >= 0 {
		return m, placed(record.Errorf(record.BadUTF8, "byte %#02x is not UTF-8; convert the input, nothing is replaced silently", line[at]), line, at)
	}
	if err := o.Scan(line); err != nil {
		return m, err
	}
	text, id, date, drop := k.find(doc, o, line)
	if err := k.id(doc, line, id); err != nil {
		return m, err
	}
	if text == nil {
		return m, record.Errorf(record.MissingField, "the object has no field %q; name the text field with --field", k.Text)
	}
	if line[text.ValStart] != '"' {
		return m, placed(record.Errorf(record.WrongType, "field %q must be a string", k.Text), line, text.ValStart)
	}
	var bad int
	if m.Text, bad = Unquote(line[text.ValStart:text.ValEnd]); bad >= 0 {
		return m, placed(record.Errorf(record.BadEscape, "half a surrogate pair in field %q is no text", k.Text), line, text.ValStart+bad)
	}
	if date != nil {
		m.DatePos = date.ValStart
		if line[date.ValStart] == '"' {
			m.Date, _ = Unquote(line[date.ValStart:date.ValEnd])
		} else if k.StrictDate && line[date.ValStart] != 'n' {
			return m, placed(record.Errorf(record.BadDate, "field %q must be a string such as 2021-09-06", k.Date), line, date.ValStart)
		}
	}
	keep(doc, o, line, drop)
	return m, nil
}

func placed(err *record.Error, line string, at int) *record.Error {
	err.Column = utf8.RuneCountInString(line[:at]) + 1
	return err
}

// find returns the fields that matter, the last of each name, and which are to be dropped.
// A field "id" or "date" of the input stays whatever it holds: two keys of one name would
// be worse than one that is not ours.
func (k *Keys) find(doc *record.Doc, o *Object, line string) (text, id, date *Field, drop []int) {
	for i := range o.Fields {
		f := &o.Fields[i]
		key, bad := Unquote(line[f.KeyStart:f.KeyEnd])
		if bad >= 0 {
			continue // no key of ours
		}
		doc.HasID = doc.HasID || key == "id"
		doc.HasDate = doc.HasDate || key == "date"
		switch {
		case key == k.Text:
			text = f
		case key == k.ID:
			id = f
		case key == k.Date:
			date = f
		case k.Into != "" && key == k.Into, k.Into == "" && slices.Contains(ours, key):
			drop = append(drop, i)
		}
	}
	return text, id, date, drop
}

// id keeps the id as it stands. An id that is null counts as none.
func (k *Keys) id(doc *record.Doc, line string, f *Field) *record.Error {
	if f == nil {
		return nil
	}
	raw := line[f.ValStart:f.ValEnd]
	switch c := raw[0]; {
	case c == '"':
		id, bad := Unquote(raw)
		if bad >= 0 {
			return placed(record.Errorf(record.BadEscape, "half a surrogate pair in field %q is no text", k.ID), line, f.ValStart+bad)
		}
		doc.ID = id
	case c == '-' || c >= '0' && c <= '9':
		doc.ID = raw
	case c == 'n':
		return nil
	default:
		return placed(record.Errorf(record.WrongType, "field %q must be a string or a number", k.ID), line, f.ValStart)
	}
	doc.RawID = []byte(raw)
	return nil
}

// keep copies the fields of the input, byte for byte, without those that are dropped.
func keep(doc *record.Doc, o *Object, line string, drop []int) {
	if len(o.Fields) == len(drop) {
		doc.Head, doc.Bare = []byte("{"), true
		return
	}
	if len(drop) == 0 {
		last := o.Fields[len(o.Fields)-1]
		doc.Head = []byte(line[:last.End])
		return
	}
	head := append(make([]byte, 0, len(line)), line[:o.Open+1]...)
	first := true
	for i := range o.Fields {
		if slices.Contains(drop, i) {
			continue
		}
		if !first {
			head = append(head, ',')
		}
		first = false
		head = append(head, line[o.Fields[i].Start:o.Fields[i].End]...)
	}
	doc.Head = head
}
