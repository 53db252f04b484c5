package record

import (
	"slices"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner"
)

// Encoder writes records as JSON, keys in the published order. It appends by hand: no
// reflection, no map, the same bytes for the same record. It is safe for concurrent use.
type Encoder struct {
	Unit         Unit
	Facts        Facts
	Tool         string // "namyab 0.1.0"
	Data         string // version of the gazetteer
	Model        string // version of the tagger's model
	Alternatives int    // most candidates of a mention; with Explain all that there are
	Explain      bool
	Into         string // nest our keys under this one; "" for the top level
	Max          int    // most bytes of a record, 0 for no limit
}

// detail is how much of a record is written; see limit.go.
type detail struct {
	extras    bool // candidates and reasons
	entities  int  // how many, from the front
	truncated bool
}

// Append appends the record of d and no line end.
func (e *Encoder) Append(dst []byte, d *Doc) []byte {
	if d.Err != nil {
		return AppendError(dst, d)
	}
	full := detail{extras: true, entities: len(d.Entities), truncated: d.Truncated}
	from := len(dst)
	dst = e.record(dst, d, full)
	if e.Max > 0 && len(dst)-from > e.Max {
		dst = e.limited(dst[:from], d, full)
	}
	return dst
}

// AppendError appends the record that stands in the place of a document that could not be read.
func AppendError(dst []byte, d *Doc) []byte {
	dst = append(dst, `{"id":`...)
	dst = appendID(dst, d)
	dst = append(dst, `,"error":{"code":`...)
	dst = AppendString(dst, string(d.Err.Code))
	dst = append(dst, `,"message":`...)
	dst = AppendString(dst, d.Err.Message)
	if d.Err.Line > 0 {
		dst = append(dst, `,"line":`...)
		dst = AppendInt(dst, d.Err.Line)
	}
	if d.Err.Column > 0 {
		dst = append(dst, `,"column":`...)
		dst = AppendInt(dst, d.Err.Column)
	}
	return append(dst, '}', '}')
}

func appendID(dst []byte, d *Doc) []byte {
	switch {
	case d.RawID != nil:
		return append(dst, d.RawID...)
	case d.ID == "":
		return append(dst, "null"...)
	}
	return AppendString(dst, d.ID)
}

func (e *Encoder) record(dst []byte, d *Doc, k detail) []byte {
	if d.Head == nil {
		dst = append(dst, `{"id":`...)
		dst = appendID(dst, d)
		dst = append(dst, ',')
		return append(e.keys(dst, d, k), '}')
	}
	dst = append(dst, d.Head...)
	if !d.Bare {
		dst = append(dst, ',')
	}
	if e.Into != "" { // a whole record of its own, id included; nothing else is added
		dst = append(AppendKey(dst, e.Into), '{')
	}
	if !d.HasID || e.Into != "" {
		dst = append(dst, `"id":`...)
		dst = appendID(dst, d)
		dst = append(dst, ',')
	}
	dst = append(e.keys(dst, d, k), '}')
	if e.Into != "" {
		dst = append(dst, '}')
	}
	return dst
}

// keys appends our keys after the id, without braces.
func (e *Encoder) keys(dst []byte, d *Doc, k detail) []byte {
	dst = append(dst, `"schema":"`+Schema+`","offset_unit":"`...)
	dst = append(dst, e.Unit.String()...)
	dst = append(dst, '"')
	if d.Date != "" && (!d.HasDate || e.Into != "") {
		dst = append(dst, `,"date":`...)
		dst = AppendString(dst, d.Date)
	}
	dst = append(dst, `,"entities":[`...)
	cur := NewCursor(e.Unit, d.Source)
	for i := range d.Entities[:k.entities] {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = e.entity(dst, &d.Entities[i], &cur, k.extras)
	}
	dst = append(dst, ']')
	if e.Explain && k.extras {
		dst = e.dropped(dst, d)
	}
	dst = append(dst, `,"meta":{"tool":`...)
	dst = AppendString(dst, e.Tool)
	dst = append(dst, `,"data":`...)
	dst = AppendString(dst, e.Data)
	dst = append(dst, `,"model":`...)
	dst = AppendString(dst, e.Model)
	if k.truncated {
		return append(dst, `,"truncated":true}`...)
	}
	return append(dst, `,"truncated":false}`...)
}

func (e *Encoder) entity(dst []byte, x *Entity, cur *Cursor, extras bool) []byte {
	m := x.Mention
	dst = append(dst, `{"start":`...)
	dst = AppendInt(dst, cur.At(x.Start))
	dst = append(dst, `,"end":`...)
	dst = AppendInt(dst, cur.At(x.End))
	dst = append(dst, `,"text":`...)
	dst = AppendString(dst, x.Text)
	dst = append(dst, `,"label":`...)
	dst = AppendString(dst, x.Label)
	dst = append(dst, `,"link":`...)
	dst = e.link(dst, &m.Link, x.Text, extras)
	dst = append(dst, `,"cluster":`...)
	dst = AppendInt(dst, m.Cluster)
	dst = append(dst, `,"method":"`...)
	dst = append(dst, m.Method.String()...)
	dst = append(dst, '"')
	if m.Score > 0 {
		dst = append(dst, `,"score":`...)
		dst = AppendRound(dst, m.Score, 4)
	}
	if n := e.alternatives(m); extras && n > 0 {
		dst = e.candidates(dst, m.Candidates[:n], x.Text)
	}
	if extras && e.Explain {
		dst = e.reasons(dst, m)
	}
	return append(dst, '}')
}

// link appends the identity of a mention: null for NIL.
func (e *Encoder) link(dst []byte, l *ner.Link, surface string, extras bool) []byte {
	if l.NIL() {
		return append(dst, "null"...)
	}
	ent := &l.Entry
	dst = append(dst, `{"id":`...)
	dst = AppendString(dst, ent.ID)
	dst = append(dst, `,"name":`...)
	dst = AppendString(dst, ent.Name)
	dst = append(dst, `,"kind":"`...)
	dst = append(dst, ent.Kind.String()...)
	dst = append(dst, `","refs":{`...)
	dst = append(appendRefs(dst, e.Facts.Refs(ent.Index)), '}')
	if len(l.Roles) > 0 {
		dst = append(dst, `,"roles":`...)
		dst = appendStrings(dst, l.Roles)
	}
	dst = e.place(dst, l)
	if e.Explain && extras {
		dst = e.provenance(dst, l, surface)
	}
	return append(dst, '}')
}

// appendRefs appends references as fields. Of a scheme that occurs twice the first is
// written: a JSON object has each key once.
func appendRefs(dst []byte, refs []gazetteer.Ref) []byte {
	for i, r := range refs {
		if slices.ContainsFunc(refs[:i], func(x gazetteer.Ref) bool { return x.Scheme == r.Scheme }) {
			continue
		}
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = AppendKey(dst, r.Scheme)
		dst = AppendString(dst, r.Value)
	}
	return dst
}

// place appends where an entry lies: the ids of what contains it, nearest first, and its point.
func (e *Encoder) place(dst []byte, l *ner.Link) []byte {
	if within := e.Facts.Within(l.Entry.Index); len(within) > 0 {
		dst = append(dst, `,"within":[`...)
		for i := range within {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = AppendString(dst, within[i].ID)
		}
		dst = append(dst, ']')
	}
	if l.Entry.HasPoint {
		dst = append(dst, `,"lat":`...)
		dst = AppendRound(dst, l.Entry.Lat, 5)
		dst = append(dst, `,"lon":`...)
		dst = AppendRound(dst, l.Entry.Lon, 5)
	}
	return dst
}

func appendStrings(dst []byte, list []string) []byte {
	dst = append(dst, '[')
	for i, s := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = AppendString(dst, s)
	}
	return append(dst, ']')
}
