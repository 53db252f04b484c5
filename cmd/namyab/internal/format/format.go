// Package format writes documents in the formats that other tools read. Each format is a
// small type behind [Writer].
package format

import (
	"fmt"

	"github.com/namyab/namyab/cmd/namyab/internal/page"
	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// Writer writes one format. Append is called by several goroutines at once, in any order
// of documents; what it appends is put together in their order: Header, the documents with
// Between between those that are not empty, Footer.
type Writer interface {
	Header() string
	Append(dst []byte, d *record.Doc) []byte
	Between() string
	Footer() string
}

// Names lists the formats, in the order of help.
var Names = []string{"jsonl", "json", "csv", "tsv", "conll", "conll-bilou", "brat", "geojson", "html", "webanno", "spacy", "labelstudio"}

// New returns the writer of a format. e gives the unit of offsets for the formats that
// leave it open, and the facts of the gazetteer.
func New(name string, e *record.Encoder) (Writer, error) {
	switch name {
	case "jsonl":
		return jsonl{e}, nil
	case "json":
		return array{jsonl{e}}, nil
	case "csv":
		return &table{e: e, quote: appendCSV, sep: ',', end: "\r\n"}, nil
	case "tsv":
		return &table{e: e, quote: appendTSV, sep: '\t', end: "\n"}, nil
	case "conll":
		return conll{}, nil
	case "conll-bilou":
		return conll{bilou: true}, nil
	case "brat":
		return brat{}, nil
	case "geojson":
		return geojson{e}, nil
	case "html":
		return page.New(e.Facts, e.Tool, e.Data), nil
	case "webanno":
		return webanno{e}, nil
	case "spacy":
		return spacy{}, nil
	case "labelstudio":
		return labelstudio{e.Tool}, nil
	}
	return nil, fmt.Errorf("there is no format %q", name)
}

// jsonl is the record, one a line.
type jsonl struct{ e *record.Encoder }

func (jsonl) Header() string  { return "" }
func (jsonl) Between() string { return "" }
func (jsonl) Footer() string  { return "" }

func (w jsonl) Append(dst []byte, d *record.Doc) []byte {
	return append(w.e.Append(dst, d), d.LineEnd()...)
}

// array is the records as one JSON array.
type array struct{ jsonl }

func (array) Header() string  { return "[\n" }
func (array) Between() string { return ",\n" }
func (array) Footer() string  { return "\n]\n" }

func (w array) Append(dst []byte, d *record.Doc) []byte { return w.e.Append(dst, d) }
