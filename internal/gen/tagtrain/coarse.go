package tagtrain

import (
	"os"
	"path/filepath"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
)

// Corpora with coarser labels than ours still tell persons from organisations from places
// in text of other kinds. Where their label may be one of several of ours, or none, the
// trainer is told so and finds out which.
const (
	anyPlace = "GPE|LOC|FAC"
	anyNorp  = "O|NORP"
)

var (
	newsLabels = map[string]string{"PER": "PERSON", "ORG": "ORG", "LOC": anyPlace, "MISC": anyNorp, "*": ""}
	crossNER   = map[string]string{
		"politician": "PERSON", "person": "PERSON", "politicalparty": "ORG", "organisation": "ORG", "country": "GPE",
		"location": anyPlace, "election": anyNorp, "event": anyNorp, "misc": anyNorp, "*": "",
	}
)

// coarseCorpora are the files worth having, with how their labels read.
var coarseCorpora = []struct {
	name   string
	labels map[string]string
}{
	{"redocred.dev.conll", newsLabels},
	{"redocred.test.conll", newsLabels},
	{"wikigold.test.conll", newsLabels},
	{"uner_ewt.dev.conll", newsLabels},
	{"uner_ewt.test.conll", newsLabels},
	{"uner_pud.test.conll", newsLabels},
	{"crossner_politics.train.conll", crossNER},
	{"crossner_politics.dev.conll", crossNER},
	{"crossner_politics.test.conll", crossNER},
}

// coarse reads the corpora with coarser labels.
func coarse(folder string, weight float64) ([]crf.Example, error) {
	var out []crf.Example
	for _, c := range coarseCorpora {
		b, err := os.ReadFile(filepath.Join(folder, c.name))
		if err != nil {
			return nil, err
		}
		docs, err := corpus.ReadCoNLL(c.name, string(b))
		if err != nil {
			return nil, err
		}
		corpus.Relabel(docs, c.labels)
		if len(docs) == 1 {
			docs = single(docs[0])
		}
		for i := range docs {
			e := crf.NewExample(&docs[i], false, weight)
			e.Spans = leaveOpen(e.Doc, e.Spans)
			out = append(out, e)
		}
	}
	return out, nil
}

// single makes a document of each sentence.
func single(d corpus.Document) []corpus.Document {
	var out []corpus.Document
	for i := range d.Sentences {
		out = append(out, corpus.Document{ID: d.ID, Sentences: d.Sentences[i : i+1]})
	}
	return out
}

// leaveOpen says of each capitalised word without a name that it may be a nationality,
// which most of these corpora do not annotate.
func leaveOpen(doc *text.Doc, spans []corpus.TokenSpan) []corpus.TokenSpan {
	var out []corpus.TokenSpan
	for i := range doc.Tokens {
		for len(spans) > 0 && spans[0].Last <= i {
			out, spans = append(out, spans[0]), spans[1:]
		}
		if len(spans) > 0 && spans[0].First <= i || !doc.Tokens[i].Is(text.Initial) {
			continue
		}
		out = append(out, corpus.TokenSpan{First: i, Last: i + 1, Label: anyNorp})
	}
	return append(out, spans...)
}
