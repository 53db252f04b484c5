// Package corpus reads, cleans and varies the annotated text that trains and measures the
// tagger. Nothing of it is needed to recognise names.
package corpus

import (
	"fmt"
	"strings"
)

// Span is one annotated name: a half-open range of tokens of its sentence, and its label.
type Span struct {
	First, Last int
	Label       string
}

// Sentence is a list of tokens with the names in it, sorted, no overlaps.
type Sentence struct {
	Tokens []string
	Spans  []Span
}

// Document is a list of sentences that belong together.
type Document struct {
	ID        string
	Sentences []Sentence
}

// ReadCoNLL reads text in CoNLL style: a token and its tag a line (first and last column,
// white space between), a blank line after each sentence, "-DOCSTART-" at the start of each document. BIO-1,
// BIO-2, BILOU and IOBES tags are understood; an I- that continues nothing begins a name,
// as in conlleval. Errors name the file and the line.
func ReadCoNLL(name, text string) ([]Document, error) {
	r := conllReader{docs: []Document{{ID: name}}}
	for number := 1; len(text) > 0; number++ {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		if err := r.line(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, number, err)
		}
	}
	r.endSentence()
	if len(r.docs[0].Sentences) == 0 {
		r.docs = r.docs[1:]
	}
	return r.docs, nil
}

type conllReader struct {
	docs   []Document
	tokens []string
	tags   []string
}

func (r *conllReader) line(line string) error {
	fields := strings.Fields(line)
	switch {
	case len(fields) == 0:
		r.endSentence()
	case strings.HasPrefix(fields[0], "-DOCSTART-"):
		r.endSentence()
		id := strings.Trim(strings.TrimSuffix(strings.TrimSpace(strings.TrimPrefix(line, "-DOCSTART-")), "O"), " \t()")
		r.docs = append(r.docs, Document{ID: id})
	case len(fields) == 1:
		return fmt.Errorf("expected a token and a tag, found only %q; write %q for a token outside names", line, fields[0]+" O")
	default:
		tag := fields[len(fields)-1]
		if tag != "O" && (len(tag) < 3 || tag[1] != '-' || !strings.ContainsRune("BILUES", rune(tag[0]))) {
			return fmt.Errorf("expected a tag such as O, B-PER or I-PER in the last column, found %q", tag)
		}
		r.tokens, r.tags = append(r.tokens, fields[0]), append(r.tags, tag)
	}
	return nil
}

func (r *conllReader) endSentence() {
	if len(r.tokens) == 0 {
		return
	}
	doc := &r.docs[len(r.docs)-1]
	doc.Sentences = append(doc.Sentences, Sentence{Tokens: r.tokens, Spans: SpansOf(r.tags)})
	r.tokens, r.tags = nil, nil
}

// SpansOf reads the names off the tags of a sentence, as conlleval does.
func SpansOf(tags []string) []Span {
	var spans []Span
	open := -1
	for i, tag := range tags {
		if tag == "O" {
			open = -1
			continue
		}
		kind, label := tag[0], tag[2:]
		fresh := kind == 'B' || kind == 'U' || kind == 'S' || open < 0 || spans[open].Label != label
		if fresh {
			open = len(spans)
			spans = append(spans, Span{First: i, Label: label})
		}
		spans[open].Last = i + 1
		if kind == 'L' || kind == 'U' || kind == 'E' || kind == 'S' {
			open = -1
		}
	}
	return spans
}

// Tags writes the names of a sentence as BIO-2 tags.
func (s *Sentence) Tags() []string {
	tags := make([]string, len(s.Tokens))
	for i := range tags {
		tags[i] = "O"
	}
	for _, p := range s.Spans {
		for i := p.First; i < p.Last; i++ {
			tags[i] = "I-" + p.Label
		}
		tags[p.First] = "B-" + p.Label
	}
	return tags
}

// Relabel renames the labels of a document by a table: "" drops the name, "*" is the
// default for labels not listed, and without it they stay. A nil table changes nothing.
func Relabel(docs []Document, table map[string]string) {
	if table == nil {
		return
	}
	for _, d := range docs {
		for i := range d.Sentences {
			s := &d.Sentences[i]
			kept := s.Spans[:0]
			for _, p := range s.Spans {
				to, ok := table[p.Label]
				if !ok {
					if to, ok = table["*"]; !ok {
						to = p.Label
					}
				}
				if to != "" {
					p.Label = to
					kept = append(kept, p)
				}
			}
			s.Spans = kept
		}
	}
}
