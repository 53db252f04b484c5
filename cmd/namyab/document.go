package main

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/namyab/namyab/cmd/namyab/internal/htmlin"
	"github.com/namyab/namyab/cmd/namyab/internal/pipe"
	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/ner"
)

const bom = "\ufeff"

// answer appends the answer to one unit.
func (x *extractor) answer(dst []byte, u *pipe.Unit) []byte {
	eol := x.eol
	if u.CRLF {
		eol = "\r\n"
	}
	if u.Blank && x.mode.Framed() {
		if x.jsonl {
			dst = append(dst, eol...)
		}
		return dst
	}
	d := &record.Doc{Index: u.Index, ID: unitID(u, x.mode), File: u.File, Line: u.Line, EOL: eol, Err: u.Err}
	if d.Err == nil {
		d.Err = x.document(d, u)
	}
	u.Failed = d.Err != nil
	return x.writer.Append(dst, d)
}

// unitID names a document that has no name of its own: the file, with the line where a
// line is a document.
func unitID(u *pipe.Unit, mode pipe.Mode) string {
	switch {
	case u.Line == 0 && u.File != "": // the file could not be read
		return u.File
	case mode.Framed() && u.File == "":
		return "line-" + strconv.Itoa(u.Line)
	case mode.Framed():
		return u.File + ":" + strconv.Itoa(u.Line)
	case u.File == "":
		return "stdin"
	}
	return u.File
}

// document fills d from the bytes of a unit.
func (x *extractor) document(d *record.Doc, u *pipe.Unit) *record.Error {
	raw := string(u.Data) // one copy: mentions share its memory, the reader uses its own again
	date := x.date
	switch x.mode {
	case pipe.JSONLines:
		var o pipe.Object
		m, err := x.keys.Decode(&o, raw, d)
		if err == nil && m.Date != "" {
			date, err = x.dateOf(m, raw)
		}
		if err != nil {
			err.Line = u.Line
			return err
		}
		x.recognize(d, m.Text, date, false)
		return nil
	case pipe.HTMLFile:
		if err := invalid(raw, u); err != nil {
			return err
		}
		x.html(d, raw, u, date)
		return nil
	}
	if err := invalid(raw, u); err != nil {
		return err
	}
	if u.BOM {
		raw = bom + raw
	}
	x.recognize(d, raw, date, u.Cut)
	return nil
}

// invalid returns the error for bytes that are not UTF-8, with line and column. A character
// that the limit of --max-doc cut in two is none.
func invalid(s string, u *pipe.Unit) *record.Error {
	at := record.Invalid(s)
	if at < 0 || u.Cut && at >= len(s)-utf8.UTFMax {
		return nil
	}
	err := record.Errorf(record.BadUTF8, "byte %#02x is not UTF-8; convert the input, nothing is replaced silently", s[at])
	if at == 0 && (strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff")) {
		err.Message = "the input begins as UTF-16 does; convert it: iconv -f UTF-16 -t UTF-8"
	}
	line, column := record.Place(s, at)
	err.Line, err.Column = u.Line+line-1, column
	return err
}

// dateOf reads the date field. What is no date is passed over unless the field was named.
func (x *extractor) dateOf(m pipe.Message, line string) (ner.Date, *record.Error) {
	d, err := ner.ParseDate(strings.TrimSpace(m.Date))
	if err == nil {
		return d, nil
	}
	if !x.keys.StrictDate {
		return x.date, nil
	}
	bad := record.Errorf(record.BadDate, "%v", err)
	bad.Column = utf8.RuneCountInString(line[:m.DatePos]) + 1
	return d, bad
}

// recognize finds the mentions of a text. A byte order mark is not analysed, but counted.
func (x *extractor) recognize(d *record.Doc, text string, date ner.Date, cut bool) {
	d.Source = text
	d.Text = strings.TrimPrefix(text, bom)
	d.Base = len(text) - len(d.Text)
	if len(d.Text) > x.maxDoc || cut {
		d.Text, d.Truncated = d.Text[:cutAt(d.Text, x.maxDoc)], true
	}
	doc := x.rec.RecognizeDated(d.Text, date)
	x.fill(d, doc)
	for i := range d.Entities {
		e := &d.Entities[i]
		e.Start, e.End = e.From+d.Base, e.To+d.Base
		e.Text = d.Text[e.From:e.To]
	}
}

// html finds the mentions of the running text of a page and places them in the page.
func (x *extractor) html(d *record.Doc, raw string, u *pipe.Unit, date ner.Date) {
	d.Truncated = u.Cut
	if u.Cut {
		raw = raw[:cutAt(raw, len(raw))]
	}
	p := htmlin.Read([]byte(raw))
	d.Source, d.Text, d.Mapped = raw, p.Shown, true
	base := 0
	if u.BOM {
		d.Source, base = bom+raw, len(bom)
	}
	x.fill(d, x.rec.RecognizeDated(p.Text, date))
	kept := d.Entities[:0]
	for _, e := range d.Entities {
		start, end, ok := p.Source(e.From, e.To)
		if !ok {
			continue
		}
		e.Start, e.End = start+base, end+base
		e.Text = p.Shown[e.From:e.To]
		kept = append(kept, e)
	}
	d.Entities = kept
}

func (x *extractor) fill(d *record.Doc, doc *ner.Document) {
	d.Date = doc.Date.String()
	if doc.Trace != nil {
		d.Dropped = doc.Trace.Dropped
	}
	d.Entities = make([]record.Entity, 0, len(doc.Mentions))
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		label := x.labels.Name(m.Label)
		if label == "" {
			continue
		}
		d.Entities = append(d.Entities, record.Entity{From: m.Start, To: m.End, Label: label, Mention: m})
	}
}

// cutAt returns where to cut s at or before limit: after a paragraph, a line, a sentence or
// a word, if one of them ends in the last 64 KiB, else between two characters. A character
// that is cut in two at the end of s is left out.
func cutAt(s string, limit int) int {
	limit = min(limit, len(s))
	window := s[max(0, limit-64<<10):limit]
	for _, sep := range []string{"\n\n", "\n", ". ", " "} {
		if i := strings.LastIndex(window, sep); i > 0 {
			return limit - len(window) + i + len(sep)
		}
	}
	for limit > 0 && limit < len(s) && !utf8.RuneStart(s[limit]) {
		limit--
	}
	for n := 1; n < utf8.UTFMax && n <= limit && limit == len(s); n++ {
		if utf8.RuneStart(s[limit-n]) && !utf8.FullRuneInString(s[limit-n:]) {
			return limit - n
		}
	}
	return limit
}
