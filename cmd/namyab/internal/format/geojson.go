package format

import (
	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// geojson is one FeatureCollection (RFC 7946) for the run: a point for each linked place
// with coordinates of each document, with its mentions. A document that could not be read
// is a feature without geometry.
type geojson struct{ e *record.Encoder }

func (geojson) Header() string  { return "{\"type\":\"FeatureCollection\",\"features\":[\n" }
func (geojson) Between() string { return ",\n" }
func (geojson) Footer() string  { return "\n]}\n" }

func (w geojson) Append(dst []byte, d *record.Doc) []byte {
	if d.Err != nil {
		dst = append(dst, `{"type":"Feature","geometry":null,"properties":`...)
		return append(record.AppendError(dst, d), '}')
	}
	done := make([]bool, len(d.Entities))
	first := true
	for i := range d.Entities {
		e := &d.Entities[i].Mention.Link.Entry
		if done[i] || e.ID == "" || !e.HasPoint || !e.Kind.IsPlace() {
			continue
		}
		if !first {
			dst = append(dst, ",\n"...)
		}
		first = false
		dst = w.feature(dst, d, i, done)
	}
	return dst
}

func (w geojson) feature(dst []byte, d *record.Doc, i int, done []bool) []byte {
	e := &d.Entities[i].Mention.Link.Entry
	dst = append(dst, `{"type":"Feature","geometry":{"type":"Point","coordinates":[`...)
	dst = append(record.AppendRound(dst, e.Lon, 5), ',')
	dst = record.AppendRound(dst, e.Lat, 5)
	dst = append(dst, `]},"properties":{"doc":`...)
	dst = record.AppendString(dst, d.ID)
	dst = append(dst, `,"id":`...)
	dst = record.AppendString(dst, e.ID)
	dst = append(dst, `,"name":`...)
	dst = record.AppendString(dst, e.Name)
	dst = append(dst, `,"kind":"`...)
	dst = append(dst, e.Kind.String()...)
	dst = append(dst, `","within":[`...)
	for k, up := range w.e.Facts.Within(e.Index) {
		if k > 0 {
			dst = append(dst, ',')
		}
		dst = record.AppendString(dst, up.ID)
	}
	dst = append(dst, `],"offset_unit":"`...)
	dst = append(dst, w.e.Unit.String()...)
	dst = append(dst, `","mentions":[`...)
	cur := record.NewCursor(w.e.Unit, d.Source)
	for j := i; j < len(d.Entities); j++ {
		x := &d.Entities[j]
		if x.Mention.Link.Entry.ID != e.ID {
			continue
		}
		if j > i {
			dst = append(dst, ',')
		}
		done[j] = true
		dst = appendSpan(dst, x.Start, x.End, &cur)
		dst = append(dst, `,"text":`...)
		dst = record.AppendString(dst, x.Text)
		dst = append(dst, `,"label":`...)
		dst = append(record.AppendString(dst, x.Label), '}')
	}
	return append(dst, `]}}`...)
}

// appendSpan appends {"start":…,"end":… without the closing brace.
func appendSpan(dst []byte, start, end int, cur *record.Cursor) []byte {
	dst = append(dst, `{"start":`...)
	dst = record.AppendInt(dst, cur.At(start))
	dst = append(dst, `,"end":`...)
	return record.AppendInt(dst, cur.At(end))
}
