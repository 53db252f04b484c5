package format

import (
	"strings"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/internal/text"
)

// conll is one token and its tag a line, a blank line after each sentence and a -DOCSTART-
// line before each document, as in CoNLL-2003 with two columns: BIO-2 tags or BILOU. Tokens
// are those of the recogniser. A token that holds white space cannot occur; one that holds
// part of a mention belongs to it.
type conll struct{ bilou bool }

func (conll) Header() string  { return "" }
func (conll) Between() string { return "" }
func (conll) Footer() string  { return "" }

func (w conll) Append(dst []byte, d *record.Doc) []byte {
	dst = append(dst, "-DOCSTART-\tO\n\n"...)
	if d.Err != nil {
		return append(append(append(dst, "# error: "...), oneLine(d.Err.Error())...), "\n\n"...)
	}
	doc := text.Tokenize(d.Text)
	next := 0
	for _, s := range doc.Sentences {
		for i := s.First; i < s.Last; i++ {
			tok := doc.Tokens[i]
			for next < len(d.Entities) && d.Entities[next].To <= tok.Start {
				next++
			}
			dst = append(dst, doc.Surface(i)...)
			dst = append(dst, '\t')
			dst = w.tag(dst, d, next, doc, i)
			dst = append(dst, '\n')
		}
		dst = append(dst, '\n')
	}
	return dst
}

// tag appends the tag of token i, where d.Entities[k] is the first that ends after it begins.
func (w conll) tag(dst []byte, d *record.Doc, k int, doc *text.Doc, i int) []byte {
	tok := doc.Tokens[i]
	if k >= len(d.Entities) || d.Entities[k].From >= tok.End {
		return append(dst, 'O')
	}
	x := &d.Entities[k]
	begins := i == 0 || doc.Tokens[i-1].End <= x.From
	ends := i+1 == len(doc.Tokens) || doc.Tokens[i+1].Start >= x.To
	mark := byte('I')
	switch {
	case w.bilou && begins && ends:
		mark = 'U'
	case begins:
		mark = 'B'
	case w.bilou && ends:
		mark = 'L'
	}
	dst = append(dst, mark, '-')
	return append(dst, x.Label...)
}

func oneLine(s string) string { return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(s) }
