package format

import (
	"unicode/utf8"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// webanno is the W3C Web Annotation Data Model (2017), one AnnotationPage for the run:
// identifying annotations with a TextPositionSelector, which counts code points (section
// 4.2.6), and a TextQuoteSelector with some context.
type webanno struct{ e *record.Encoder }

func (webanno) Header() string {
	return "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[\n"
}
func (webanno) Between() string { return ",\n" }
func (webanno) Footer() string  { return "\n]}\n" }

func (w webanno) Append(dst []byte, d *record.Doc) []byte {
	if d.Err != nil {
		dst = append(dst, `{"type":"Annotation","motivation":"commenting","body":{"type":"TextualBody","value":`...)
		dst = record.AppendString(dst, d.Err.Error())
		dst = append(dst, `},"target":{"source":`...)
		return append(record.AppendString(dst, d.ID), '}', '}')
	}
	cur := record.NewCursor(record.CodePoint, d.Source)
	for i := range d.Entities {
		if i > 0 {
			dst = append(dst, ",\n"...)
		}
		dst = w.item(dst, d, &d.Entities[i], &cur)
	}
	return dst
}

func (w webanno) item(dst []byte, d *record.Doc, x *record.Entity, cur *record.Cursor) []byte {
	dst = append(dst, `{"type":"Annotation","motivation":"identifying","generator":{"type":"Software","name":`...)
	dst = record.AppendString(dst, w.e.Tool)
	dst = append(dst, `},"body":[{"type":"TextualBody","purpose":"tagging","value":`...)
	dst = record.AppendString(dst, x.Label)
	dst = append(dst, '}')
	if l := &x.Mention.Link; !l.NIL() {
		dst = append(dst, `,{"type":"SpecificResource","purpose":"identifying","source":`...)
		dst = record.AppendString(dst, "namyab:"+l.Entry.ID)
		dst = append(dst, `,"name":`...)
		dst = append(record.AppendString(dst, l.Entry.Name), '}')
	}
	dst = append(dst, `],"target":{"source":`...)
	dst = record.AppendString(dst, d.ID)
	dst = append(dst, `,"selector":[`...)
	dst = appendSpan(dst, x.Start, x.End, cur)
	dst = append(dst, `,"type":"TextPositionSelector"},{"type":"TextQuoteSelector","exact":`...)
	dst = record.AppendString(dst, x.Text)
	dst = append(dst, `,"prefix":`...)
	dst = record.AppendString(dst, before(d.Text, x.From, 32))
	dst = append(dst, `,"suffix":`...)
	dst = record.AppendString(dst, after(d.Text, x.To, 32))
	return append(dst, `}]}}`...)
}

// before and after return up to n code points of context.
func before(s string, at, n int) string {
	from := at
	for ; n > 0 && from > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	return s[from:at]
}

func after(s string, at, n int) string {
	to := at
	for ; n > 0 && to < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[to:])
		to += size
	}
	return s[at:to]
}

// spacy is training data for spaCy, one object a line: the text with its entities as
// [start, end, label], and their identities beside them. Offsets count code points.
type spacy struct{}

func (spacy) Header() string  { return "" }
func (spacy) Between() string { return "" }
func (spacy) Footer() string  { return "" }

func (spacy) Append(dst []byte, d *record.Doc) []byte {
	if d.Err != nil {
		return append(record.AppendError(dst, d), '\n')
	}
	dst = append(dst, `{"id":`...)
	dst = record.AppendString(dst, d.ID)
	dst = append(dst, `,"text":`...)
	dst = record.AppendString(dst, d.Text)
	dst = append(dst, `,"entities":`...)
	dst = appendTriples(dst, d, func(x *record.Entity) string { return x.Label })
	dst = append(dst, `,"links":`...)
	dst = appendTriples(dst, d, func(x *record.Entity) string { return x.Mention.Link.Entry.ID })
	return append(dst, '}', '\n')
}

// appendTriples appends [[start,end,"value"],…], without the entities that have no value.
func appendTriples(dst []byte, d *record.Doc, value func(*record.Entity) string) []byte {
	cur := record.NewCursor(record.CodePoint, d.Text)
	dst = append(dst, '[')
	first := true
	for i := range d.Entities {
		x := &d.Entities[i]
		v := value(x)
		if v == "" {
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(record.AppendInt(append(dst, '['), cur.At(x.From)), ',')
		dst = append(record.AppendInt(dst, cur.At(x.To)), ',')
		dst = append(record.AppendString(dst, v), ']')
	}
	return append(dst, ']')
}

// labelstudio is a list of Label Studio tasks with pre-annotations, for a labelling
// configuration with <Labels name="label" toName="text"> and <Text name="text">. Offsets
// count code points, as Label Studio does since 1.4.
type labelstudio struct{ tool string }

func (labelstudio) Header() string  { return "[\n" }
func (labelstudio) Between() string { return ",\n" }
func (labelstudio) Footer() string  { return "\n]\n" }

func (w labelstudio) Append(dst []byte, d *record.Doc) []byte {
	dst = append(dst, `{"data":{"id":`...)
	dst = record.AppendString(dst, d.ID)
	if d.Err != nil {
		dst = append(dst, `,"text":"","error":`...)
		return append(record.AppendString(dst, d.Err.Error()), '}', '}')
	}
	dst = append(dst, `,"text":`...)
	dst = record.AppendString(dst, d.Text)
	dst = append(dst, `},"predictions":[{"model_version":`...)
	dst = record.AppendString(dst, w.tool)
	dst = append(dst, `,"result":[`...)
	cur := record.NewCursor(record.CodePoint, d.Text)
	for i := range d.Entities {
		x := &d.Entities[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = record.AppendInt(append(dst, `{"id":"m`...), i+1)
		dst = append(dst, `","from_name":"label","to_name":"text","type":"labels","value":`...)
		dst = appendSpan(dst, x.From, x.To, &cur)
		dst = append(dst, `,"text":`...)
		dst = record.AppendString(dst, x.Text)
		dst = append(dst, `,"labels":[`...)
		dst = append(record.AppendString(dst, x.Label), `]}`...)
		if id := x.Mention.Link.Entry.ID; id != "" {
			dst = append(dst, `,"meta":{"text":[`...)
			dst = append(record.AppendString(dst, id), `]}`...)
		}
		dst = append(dst, '}')
	}
	return append(dst, `]}]}`...)
}
