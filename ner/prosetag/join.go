package prosetag

import "github.com/namyab/namyab/internal/text"

// join appends the names that the marks spell. As in prose, neighbouring tagged tokens
// are one name whatever their labels (it seldom labels all parts of a name alike), and
// an untagged token between them belongs to it when it has the part of speech of the
// token before. Unlike prose, a name keeps no untagged token at its end ("Ahmad Massoud
// Monday"), and one at the end of the sentence is not lost.
func (b *buffer) join(dst []Span, doc *text.Doc, first int) []Span {
	for i := 0; i < len(b.marks); {
		if b.marks[i].label == "" || !mayHold(doc, first+i) {
			i++
			continue
		}
		end := i + 1 // after the last tagged token
		for k := i + 1; k < len(b.marks); k++ {
			m := b.marks[k]
			if !mayHold(doc, first+k) || m.label == "" && m.pos != b.marks[k-1].pos {
				break
			}
			if m.label != "" {
				end = k + 1
			}
		}
		dst = append(dst, Span{First: first + i, Last: first + end, Label: b.labelOf(i, end)})
		i = end
	}
	return dst
}

// labelOf is prose's choice: the first label, but PERSON for a name of two words one of
// which is tagged so.
func (b *buffer) labelOf(i, end int) string {
	if end-i == 2 && b.marks[i+1].label == "PERSON" {
		return "PERSON"
	}
	return b.marks[i].label
}

// mayHold reports whether a name may hold the token: a word or a number, or a hyphen
// between the parts of a name.
func mayHold(doc *text.Doc, token int) bool {
	t := doc.Tokens[token]
	return t.Kind == text.Word || t.Kind == text.Number || hyphen(doc, token) && !t.Is(text.SpaceBefore)
}
