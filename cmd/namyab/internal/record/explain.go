package record

import (
	"strings"

	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/ner"
)

// reasons appends why a mention stands and what decided its identity beside the candidates.
func (e *Encoder) reasons(dst []byte, m *ner.Mention) []byte {
	dst = append(dst, `,"reasons":`...)
	dst = appendReasons(dst, m.Reasons)
	if len(m.NILReasons) > 0 {
		dst = append(dst, `,"nil_reasons":`...)
		dst = appendReasons(dst, m.NILReasons)
	}
	if m.Coref != "" {
		dst = append(dst, `,"coref":{"rule":`...)
		dst = AppendString(dst, m.Coref)
		dst = append(dst, `,"fuller":`...)
		dst = append(AppendString(dst, m.Fuller), '}')
	}
	return dst
}

// alternatives returns how many candidates of m are written.
func (e *Encoder) alternatives(m *ner.Mention) int {
	if e.Explain && e.Alternatives == 0 {
		return len(m.Candidates)
	}
	return min(e.Alternatives, len(m.Candidates))
}

// candidates appends the ranked alternatives for an identity.
func (e *Encoder) candidates(dst []byte, list []ner.Candidate, surface string) []byte {
	dst = append(dst, `,"candidates":[`...)
	for i := range list {
		c := &list[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"id":`...)
		if c.NIL() {
			dst = append(dst, `null`...)
		} else {
			dst = AppendString(dst, c.Entry.ID)
			dst = append(dst, `,"name":`...)
			dst = AppendString(dst, c.Entry.Name)
			dst = append(dst, `,"kind":"`...)
			dst = append(dst, c.Entry.Kind.String()...)
			dst = append(dst, '"')
		}
		dst = e.alias(dst, &c.Link, surface)
		dst = append(dst, `,"score":`...)
		dst = AppendRound(dst, c.Score, 4)
		if e.Explain {
			dst = append(dst, `,"reasons":`...)
			dst = appendReasons(dst, c.Reasons)
		}
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

func appendReasons(dst []byte, list []ner.Reason) []byte {
	dst = append(dst, '[')
	for i := range list {
		r := &list[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"name":`...)
		dst = AppendString(dst, r.Name)
		if r.Detail != "" {
			dst = append(dst, `,"detail":`...)
			dst = AppendString(dst, r.Detail)
		}
		if r.Weight != 0 {
			dst = append(dst, `,"weight":`...)
			dst = AppendRound(dst, r.Weight, 4)
		}
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// provenance appends the listed name that was met, where it is attested, and which
// gazetteer the entry comes from.
func (e *Encoder) provenance(dst []byte, l *ner.Link, surface string) []byte {
	if l.Score > 0 {
		dst = append(dst, `,"score":`...)
		dst = AppendRound(dst, l.Score, 4)
	}
	dst = e.alias(dst, l, surface)
	if layer := e.Facts.Layer(l.Entry.Index); layer != "" {
		dst = append(dst, `,"gazetteer":`...)
		dst = AppendString(dst, layer)
	}
	return dst
}

// alias appends the listed name that was met, where it is attested, and the edits between
// the spelling in the text and it.
func (e *Encoder) alias(dst []byte, l *ner.Link, surface string) []byte {
	if l.Alias == "" {
		return dst
	}
	dst = append(dst, `,"alias":`...)
	dst = AppendString(dst, l.Alias)
	if !e.Explain {
		return dst
	}
	if src := AliasSource(e.Facts, l); src != "" {
		dst = append(dst, `,"alias_source":`...)
		dst = AppendString(dst, src)
	}
	if edits := Edits(surface, l.Alias); len(edits) > 0 {
		dst = append(dst, `,"edits":`...)
		dst = appendStrings(dst, edits)
	}
	return dst
}

// AliasSource returns where the listed name that a link met is attested, "" when that is
// not known.
func AliasSource(f Facts, l *ner.Link) string {
	for _, a := range f.Aliases(l.Entry.Index) {
		if a.Name == l.Alias {
			return a.Source
		}
	}
	return ""
}

// Edits returns the edits that lead from a spelling in a text to a listed name, such as
// ee→i; none when they differ in nothing but case.
func Edits(surface, alias string) []string {
	if strings.EqualFold(surface, alias) {
		return nil
	}
	var out []string
	for _, p := range romanize.Default().Explain(surface, alias).Pairs {
		for _, e := range p.Edits {
			if e.From != e.To {
				out = append(out, e.String())
			}
		}
	}
	return out
}

// dropped appends what Resolve did not keep. Offsets are in the unit of the record. For
// HTML sources they are left out: what was dropped has no place of its own there.
func (e *Encoder) dropped(dst []byte, d *Doc) []byte {
	dst = append(dst, `,"dropped":[`...)
	cur := NewCursor(e.Unit, d.Source)
	for i := range d.Dropped {
		x := &d.Dropped[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '{')
		if !d.Mapped {
			dst = append(dst, `"start":`...)
			dst = AppendInt(dst, cur.At(x.Start+d.Base))
			dst = append(dst, `,"end":`...)
			dst = AppendInt(dst, cur.At(x.End+d.Base))
			dst = append(dst, ',')
		}
		dst = append(dst, `"text":`...)
		dst = AppendString(dst, x.Text)
		dst = append(dst, `,"label":`...)
		dst = AppendString(dst, x.Label.String())
		dst = append(dst, `,"method":`...)
		dst = AppendString(dst, x.Method.String())
		dst = append(dst, `,"score":`...)
		dst = AppendRound(dst, x.Score, 4)
		dst = append(dst, `,"why":`...)
		dst = AppendString(dst, x.Why)
		dst = append(dst, `,"reasons":`...)
		dst = appendReasons(dst, x.Reasons)
		dst = append(dst, '}')
	}
	return append(dst, ']')
}
