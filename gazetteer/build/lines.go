package build

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxLine bounds one line of a table; longer ones are a defect.
const maxLine = 1 << 20

// lines reads a table line by line and reports what is wrong with whole lines.
type lines struct {
	r    *bufio.Reader
	file string
	p    *problems
	line int
	long []byte
}

func newLines(r io.Reader, file string, p *problems) *lines {
	return &lines{r: bufio.NewReaderSize(r, 1<<16), file: file, p: p}
}

// next returns the next line without its end; nil at the end of the file. The bytes are
// good until the next call.
func (l *lines) next() ([]byte, error) {
	l.line++
	s, err := l.r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		s, err = l.rest(s)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: line %d: %w", l.file, l.line, err)
	}
	if len(s) == 0 && err != nil {
		return nil, nil
	}
	s = bytes.TrimSuffix(s, []byte("\n"))
	if n := len(s); n > 0 && s[n-1] == '\r' {
		l.p.add(l.file, l.line, n, "carriage-return", "expected a line that ends in LF, found CR LF")
		s = s[:n-1]
	}
	if l.line == 1 && bytes.HasPrefix(s, []byte("\uFEFF")) {
		l.p.add(l.file, 1, 1, "byte-order-mark", "expected plain UTF-8, found a byte order mark; save the file without it")
		s = s[3:]
	}
	if s == nil {
		s = []byte{}
	}
	return s, nil
}

// rest reads on to the end of a line that is longer than the buffer.
func (l *lines) rest(s []byte) ([]byte, error) {
	l.long = append(l.long[:0], s...)
	for {
		s, err := l.r.ReadSlice('\n')
		if len(l.long) <= maxLine {
			l.long = append(l.long, s...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if len(l.long) > maxLine {
			l.p.add(l.file, l.line, 1, "too-long", "expected a line of at most %d bytes", maxLine)
			l.long = l.long[:0]
		}
		return l.long, err
	}
}

// isPlain reports whether a line is printable ASCII (and tabs) without doubled spaces or
// spaces beside tabs, so that the checks of single fields can be spared.
func isPlain(s []byte) bool {
	prev := byte('\t')
	for _, c := range s {
		if c >= 0x7f || c < ' ' && c != '\t' || c == ' ' && (prev == ' ' || prev == '\t') || c == '\t' && prev == ' ' {
			return false
		}
		prev = c
	}
	return prev != ' '
}

// header maps the columns of a TSV file to fields.
func header(s, file string, line int, p *problems) []field {
	var out []field
	seen := map[field]bool{}
	col := 1
	for name := range strings.SplitSeq(s, "\t") {
		fl := numFields
		for i, n := range fieldNames {
			if n == name {
				fl = field(i)
			}
		}
		switch {
		case fl == numFields:
			p.add(file, line, col, "column-unknown", "column %q is not one of %s", name, strings.Join(fieldNames[:], ", "))
		case seen[fl]:
			p.add(file, line, col, "column-duplicate", "column %q stands twice", name)
			fl = numFields
		}
		seen[fl] = true
		out = append(out, fl)
		col += len(name) + 1
	}
	return out
}

// tsv reads rows. each is called for every row that could be read; the row is its to keep.
type tsv struct {
	*lines
	strict   bool // one of the project's tables: every column, comments at the top
	unheaded bool // the header may stand behind what is read
	cols     []field
	next     func() *row // not nil: gives rows to fill, with memory to use again
}

func (t *tsv) read(each func(*row)) error {
	for {
		s, err := t.lines.next()
		if err != nil || s == nil {
			if err == nil && t.cols == nil && !t.unheaded {
				t.p.add(t.file, max(t.line-1, 1), 1, "no-header", "expected a header line with at least the column name, found none")
			}
			return err
		}
		if len(s) == 0 || s[0] == '#' {
			continue
		}
		if t.cols == nil {
			t.cols = header(string(s), t.file, t.line, t.p)
			t.need()
			continue
		}
		if r := t.row(s); r != nil {
			each(r)
		}
	}
}

func (t *tsv) need() {
	has := map[field]bool{}
	for _, c := range t.cols {
		has[c] = true
	}
	for fl := fID; fl <= fNote; fl++ {
		if !has[fl] && (t.strict || fl == fName && !has[fID]) {
			t.p.add(t.file, t.line, 1, "column-missing", "the header has no column %q", fieldNames[fl])
		}
	}
}

// blank returns an empty row: a new one, or the next with its memory kept.
func (t *tsv) blank() *row {
	if t.next == nil {
		return &row{place: place{file: t.file, line: t.line, cols: make([]int, numFields)}, prior: -1}
	}
	b := t.next()
	if b.cols == nil {
		b.cols = make([]int, numFields)
	}
	clear(b.cols)
	*b = row{
		place: place{file: t.file, line: t.line, cols: b.cols}, prior: -1,
		aliases: b.aliases[:0], within: b.within[:0], affils: b.affils[:0], roles: b.roles[:0], refs: b.refs[:0],
	}
	return b
}

func (t *tsv) row(s []byte) *row {
	r := t.blank()
	f := filler{r: r, p: t.p, plain: isPlain(s), strict: t.strict}
	line := string(s) // one copy; the fields share it
	n, off := 0, 0
	var latSet, lonSet bool
	for {
		end := strings.IndexByte(line[off:], '\t')
		val := line[off:]
		if end >= 0 {
			val = line[off : off+end]
		}
		if n < len(t.cols) && t.cols[n] < numFields {
			fl := t.cols[n]
			r.cols[fl] = off + 1
			latSet = latSet || fl == fLat && val != ""
			lonSet = lonSet || fl == fLon && val != ""
			f.set(fl, val)
		}
		n++
		if end < 0 {
			break
		}
		off += end + 1
	}
	if n != len(t.cols) {
		t.p.add(t.file, t.line, 1, "column-count", "expected %d fields as in the header, found %d", len(t.cols), n)
		return nil
	}
	f.finish(latSet, lonSet)
	return r
}

// finish checks what concerns several fields of a row.
func (f *filler) finish(lat, lon bool) {
	r := f.r
	r.hasPoint = lat && lon
	if lat != lon {
		f.bad(fLat, 0, "lonely-coordinate", "expected latitude and longitude together")
	}
	if r.born > 0 && r.died > 0 && r.died < r.born {
		f.bad(fDied, 0, "died-before-born", "born in %d, died in %d", r.born, r.died)
	}
	if r.from > 0 && r.to > 0 && r.to/10000 < r.from/10000 {
		f.bad(fTo, 0, "date-order", "valid from %d to %d", r.from, r.to)
	}
	f.names()
}

func (f *filler) names() {
	r := f.r
	for i, a := range r.aliases {
		if a.name == r.name && a.lang == "" && a.class == 0 && !a.suppress {
			f.bad(fAliases, 0, "alias-is-name", "the alias %q only repeats the name", a.name)
		}
		for _, b := range r.aliases[:i] {
			if a.name == b.name && a.lang == b.lang {
				f.bad(fAliases, 0, "alias-duplicate", "the alias %q stands twice", a.name)
				break
			}
		}
	}
}
