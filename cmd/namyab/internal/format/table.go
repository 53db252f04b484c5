package format

import (
	"strings"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// table is one row a mention, with a header row: CSV as RFC 4180 has it (CR LF, quotes
// doubled), or TSV, where tab, line ends and backslash inside a value are written \t, \n,
// \r and \\. A document that could not be read is a row with its error.
type table struct {
	e     *record.Encoder
	quote func(dst []byte, s string) []byte
	sep   byte
	end   string
}

var columns = [...]string{"doc", "start", "end", "text", "label", "id", "name", "kind", "lat", "lon", "cluster", "method", "score", "error"}

func (t *table) Header() string {
	return strings.Join(columns[:], string(t.sep)) + t.end
}
func (t *table) Between() string { return "" }
func (t *table) Footer() string  { return "" }

func (t *table) Append(dst []byte, d *record.Doc) []byte {
	if d.Err != nil {
		dst = t.quote(dst, d.ID)
		for range len(columns) - 1 {
			dst = append(dst, t.sep)
		}
		return append(t.quote(dst, d.Err.Error()), t.end...)
	}
	cur := record.NewCursor(t.e.Unit, d.Source)
	for i := range d.Entities {
		dst = t.row(dst, d, &d.Entities[i], &cur)
	}
	return dst
}

func (t *table) row(dst []byte, d *record.Doc, x *record.Entity, cur *record.Cursor) []byte {
	m := x.Mention
	dst = append(t.quote(dst, d.ID), t.sep)
	dst = append(record.AppendInt(dst, cur.At(x.Start)), t.sep)
	dst = append(record.AppendInt(dst, cur.At(x.End)), t.sep)
	dst = append(t.quote(dst, x.Text), t.sep)
	dst = append(t.quote(dst, x.Label), t.sep)
	e := &m.Link.Entry
	dst = append(t.quote(dst, e.ID), t.sep)
	dst = append(t.quote(dst, e.Name), t.sep)
	dst = append(append(dst, e.Kind.String()...), t.sep)
	if e.HasPoint {
		dst = record.AppendRound(dst, e.Lat, 5)
		dst = append(dst, t.sep)
		dst = record.AppendRound(dst, e.Lon, 5)
	} else {
		dst = append(dst, t.sep)
	}
	dst = append(dst, t.sep)
	dst = append(record.AppendInt(dst, m.Cluster), t.sep)
	dst = append(append(dst, m.Method.String()...), t.sep)
	if m.Score > 0 {
		dst = record.AppendRound(dst, m.Score, 4)
	}
	dst = append(dst, t.sep)
	return append(dst, t.end...)
}

func appendCSV(dst []byte, s string) []byte {
	if !strings.ContainsAny(s, "\",\r\n") {
		return append(dst, s...)
	}
	dst = append(dst, '"')
	dst = append(dst, strings.ReplaceAll(s, `"`, `""`)...)
	return append(dst, '"')
}

func appendTSV(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\t':
			dst = append(dst, `\t`...)
		case '\n':
			dst = append(dst, `\n`...)
		case '\r':
			dst = append(dst, `\r`...)
		case '\\':
			dst = append(dst, `\\`...)
		default:
			dst = append(dst, c)
		}
	}
	return dst
}
