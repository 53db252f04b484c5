package eval

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Genres are the genres that a bracketed document may state.
var Genres = []string{"wire", "release", "ngo", "headline", "tweet", "transcript", "report"}

// SyntaxError is a mistake in a bracketed file.
type SyntaxError struct {
	File      string // "" when the reader was given none
	Line, Col int    // from 1; Col counts code points
	Msg       string // what was expected, what was found
}

// Error returns file:line:column: message.
func (e *SyntaxError) Error() string {
	f := e.File
	if f != "" {
		f += ":"
	}
	return fmt.Sprintf("%s%d:%d: %s", f, e.Line, e.Col, e.Msg)
}

// ReadBracketed reads text with bracketed mentions, the format in which annotated text
// is written by hand:
//
//	#! a comment
//	## doc-1 date=2021-09-06 genre=wire
//	[Ahmad Masood|PERSON|Ahmad Massoud] spoke in [Panjsheer|GPE|Panjshir Province].
//
// A line "## id" begins a document; date and genre may follow the id. A mention is
// [surface|LABEL|norm]; the norm may be left out with its bar (unknown), and a label
// with "?" before it is doubtful (optional). A backslash before [ ] | or \ makes it an
// ordinary character; anywhere else it is an error. The text is the lines joined by
// "\n" without the markup, with blank lines at both ends cut off. A line that begins
// with "#!" is a comment. Offsets of the result are code points.
//
// The format is read strictly: the error is a [*SyntaxError] with file (as given in
// name, "" for none), line and column of the first mistake. It takes linear time.
func ReadBracketed(r io.Reader, name string) ([]Doc, error) {
	p := bracketParser{file: name, seen: map[string]int{}}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), maxLine)
	for sc.Scan() {
		p.line++
		if err := p.take(strings.TrimSuffix(sc.Text(), "\r")); err != nil {
			return nil, err
		}
	}
	if err := sc.Err(); err != nil {
		return nil, err
	}
	p.finish()
	if len(p.docs) == 0 {
		return nil, p.errorf(1, "no document found: expected a line that begins with \"## \"")
	}
	return p.docs, nil
}

type bracketParser struct {
	file string
	line int
	docs []Doc
	seen map[string]int // id to the line it was first met on

	text  strings.Builder // text of the last document so far
	runes int             // its length in code points
	blank int             // blank lines held back: they count only when text follows
}

func (p *bracketParser) errorf(col int, format string, args ...any) error {
	return &SyntaxError{File: p.file, Line: max(p.line, 1), Col: col, Msg: fmt.Sprintf(format, args...)}
}

// take reads one line.
func (p *bracketParser) take(line string) error {
	if !utf8.ValidString(line) {
		return p.errorf(1, "the line is not valid UTF-8")
	}
	switch {
	case strings.HasPrefix(line, "#!"):
		return nil
	case strings.HasPrefix(line, "## "):
		return p.header(line)
	case strings.TrimSpace(line) == "":
		p.blank++
		return nil
	case len(p.docs) == 0:
		return p.errorf(1, "text before the first document: expected a line \"## id\"")
	}
	if p.text.Len() > 0 {
		for range p.blank + 1 {
			p.plain("\n")
		}
	}
	p.blank = 0
	return p.body(line)
}

// header reads "## id date=… genre=…".
func (p *bracketParser) header(line string) error {
	p.finish()
	f := strings.Fields(line[len("## "):])
	if len(f) == 0 {
		return p.errorf(4, "expected an id after \"## \"")
	}
	d := Doc{ID: f[0], Line: p.line}
	if was, dup := p.seen[d.ID]; dup {
		return p.errorf(4, "id %q was used on line %d already", d.ID, was)
	}
	p.seen[d.ID] = p.line
	for _, w := range f[1:] {
		key, val, _ := strings.Cut(w, "=")
		switch {
		case key == "date" && validDate(val):
			d.Date = val
		case key == "genre" && slices.Contains(Genres, val):
			d.Genre = val
		default:
			return p.errorf(column(line, strings.Index(line, w)), "found %q, expected date=YYYY-MM-DD or genre=%s",
				w, strings.Join(Genres, "|"))
		}
	}
	p.docs = append(p.docs, d)
	return nil
}

func (p *bracketParser) plain(s string) {
	p.text.WriteString(s)
	p.runes += utf8.RuneCountInString(s)
}

// body reads one line of text with its mentions.
func (p *bracketParser) body(line string) error {
	for i := 0; i < len(line); {
		switch line[i] {
		case '[':
			n, err := p.mention(line, i)
			if err != nil {
				return err
			}
			i = n
		case ']', '|':
			return p.errorf(column(line, i), "%q outside a mention: write \\%c for the character itself", line[i], line[i])
		default:
			s, n, err := p.literal(line, i)
			if err != nil {
				return err
			}
			p.plain(s)
			i = n
		}
	}
	return nil
}

// literal reads the character at byte i, with its backslash when it has one.
func (p *bracketParser) literal(line string, i int) (s string, next int, err error) {
	if line[i] != '\\' {
		_, n := utf8.DecodeRuneInString(line[i:])
		return line[i : i+n], i + n, nil
	}
	if i+1 < len(line) && strings.IndexByte(`[]|\`, line[i+1]) >= 0 {
		return line[i+1 : i+2], i + 2, nil
	}
	return "", 0, p.errorf(column(line, i), `a backslash must stand before one of [ ] | \`)
}

// mention reads [surface|LABEL|norm] at byte i and returns where it ends.
func (p *bracketParser) mention(line string, i int) (next int, err error) {
	open := column(line, i)
	fields, starts := []string{""}, []int{i + 1}
	for i++; ; {
		if i >= len(line) {
			return 0, p.errorf(open, "the mention that begins here has no ] on this line")
		}
		switch line[i] {
		case '[':
			return 0, p.errorf(column(line, i), "a mention inside a mention: close the first with ], or write \\[")
		case '|':
			fields, starts = append(fields, ""), append(starts, i+1)
			i++
			continue
		case ']':
			if err := p.add(line, fields, starts); err != nil {
				return 0, err
			}
			return i + 1, nil
		}
		s, n, err := p.literal(line, i)
		if err != nil {
			return 0, err
		}
		fields[len(fields)-1] += s
		i = n
	}
}

// add checks the fields of one mention and adds it to the document.
func (p *bracketParser) add(line string, fields []string, starts []int) error {
	if len(fields) < 2 || len(fields) > 3 {
		return p.errorf(column(line, starts[min(len(fields)-1, 3)]-1), "a mention with %d fields: expected [surface|LABEL|norm] or [surface|LABEL]", len(fields))
	}
	surface, label, norm := fields[0], fields[1], ""
	if surface == "" || strings.TrimSpace(surface) != surface {
		return p.errorf(column(line, starts[0]), "surface %q: expected text without space at its ends", surface)
	}
	label, optional := strings.CutPrefix(label, "?")
	if !slices.Contains(Labels, label) {
		return p.errorf(column(line, starts[1]), "label %q: expected one of %s", label, strings.Join(Labels, ", "))
	}
	if len(fields) == 3 {
		norm = fields[2]
		if strings.TrimSpace(norm) != norm {
			return p.errorf(column(line, starts[2]), "norm %q has space at its ends", norm)
		}
		for alt := range strings.SplitSeq(norm, ";") {
			if norm != "" && Key(alt) == "" {
				return p.errorf(column(line, starts[2]), "norm %q has an empty alternative", norm)
			}
		}
	}
	start := p.runes
	p.plain(surface)
	d := &p.docs[len(p.docs)-1]
	d.Entities = append(d.Entities, Entity{Start: start, End: p.runes, Text: surface, Label: label, Norm: norm, Optional: optional})
	return nil
}

// finish ends the document that is being read.
func (p *bracketParser) finish() {
	if n := len(p.docs); n > 0 {
		p.docs[n-1].Text = p.text.String()
	}
	p.text.Reset()
	p.runes, p.blank = 0, 0
}

// column turns a byte index of a line into a column from 1.
func column(line string, i int) int { return utf8.RuneCountInString(line[:i]) + 1 }

func validDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
