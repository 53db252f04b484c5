package format

import (
	"strings"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// brat is the standoff format of the brat annotation tool: T lines for mentions, N lines
// for identities, one "* Equiv" line for each cluster of two or more. Offsets count code
// points, as brat does. brat keeps one file a document; in a run of several, each after the
// first follows a line "# doc ID".
type brat struct{}

func (brat) Header() string  { return "" }
func (brat) Between() string { return "" }
func (brat) Footer() string  { return "" }

func (brat) Append(dst []byte, d *record.Doc) []byte {
	if d.Index > 0 {
		dst = append(append(append(dst, "# doc "...), oneLine(d.ID)...), '\n')
	}
	if d.Err != nil {
		return append(append(append(dst, "# error: "...), oneLine(d.Err.Error())...), '\n')
	}
	cur := record.NewCursor(record.CodePoint, d.Source)
	for i := range d.Entities {
		dst = appendT(dst, d, i, &cur)
	}
	norms := 0
	for i := range d.Entities {
		l := &d.Entities[i].Mention.Link
		if l.NIL() {
			continue
		}
		norms++
		dst = record.AppendInt(append(dst, 'N'), norms)
		dst = append(dst, "\tReference T"...)
		dst = record.AppendInt(dst, i+1)
		dst = append(dst, " namyab:"...)
		dst = append(dst, l.Entry.ID...)
		dst = append(append(append(dst, '\t'), l.Entry.Name...), '\n')
	}
	return appendEquiv(dst, d)
}

// appendT appends one text-bound annotation. A mention that runs over a line end is written
// as fragments, since brat allows no line end inside one.
func appendT(dst []byte, d *record.Doc, i int, cur *record.Cursor) []byte {
	x := &d.Entities[i]
	dst = record.AppendInt(append(dst, 'T'), i+1)
	dst = append(append(append(dst, '\t'), x.Label...), ' ')
	rest := d.Source[x.Start:x.End]
	at := x.Start
	for n := 0; rest != ""; n++ {
		part := rest
		if k := strings.IndexAny(rest, "\r\n"); k >= 0 {
			part = rest[:k]
		}
		if part != "" {
			if n > 0 {
				dst = append(dst, ';')
			}
			dst = append(record.AppendInt(dst, cur.At(at)), ' ')
			dst = record.AppendInt(dst, cur.At(at+len(part)))
		}
		skip := len(part)
		for skip < len(rest) && (rest[skip] == '\r' || rest[skip] == '\n') {
			skip++
		}
		rest, at = rest[skip:], at+skip
	}
	return append(append(append(dst, '\t'), oneLine(x.Text)...), '\n')
}

// appendEquiv appends the clusters, in order of their first mention.
func appendEquiv(dst []byte, d *record.Doc) []byte {
	done := make([]bool, len(d.Entities))
	for i := range d.Entities {
		c := d.Entities[i].Mention.Cluster
		if done[i] || c == 0 {
			continue
		}
		line := record.AppendInt([]byte("*\tEquiv T"), i+1)
		size := 1
		for j := i + 1; j < len(d.Entities); j++ {
			if d.Entities[j].Mention.Cluster == c {
				done[j] = true
				size++
				line = record.AppendInt(append(line, " T"...), j+1)
			}
		}
		if size > 1 {
			dst = append(append(dst, line...), '\n')
		}
	}
	return dst
}
