package tagtrain

import (
	"github.com/namyab/namyab/internal/gen/annotated"
)

// casing is a way to write a line.
type casing uint8

const (
	asWritten casing = iota
	headline         // Most Words With a Capital
	shouted
	whispered
)

// variedMark ends the names of texts in another casing.
const variedMark = "+recased"

// vary adds copies with the headlines, shouted and whispered lines that the news corpora
// lack and the project's own texts have too few of. Only ASCII letters change, so that offsets stay.
func vary(docs []annotated.Doc) []annotated.Doc {
	out := docs[:len(docs):len(docs)]
	for i, d := range docs {
		if how := [...]casing{1: headline, 4: shouted, 7: headline, 10: whispered, 11: asWritten}[i%12]; how != asWritten {
			out = append(out, recase(d, how))
		}
	}
	return out
}

// recase writes a text in another casing.
func recase(d annotated.Doc, how casing) annotated.Doc {
	b := []byte(d.Text)
	for i := 0; i < len(b); {
		j := i
		for j < len(b) && isLetter(b[j]) {
			j++
		}
		if j == i {
			if how != whispered && endsLine(b, i) && !inName(d, i) {
				b[i] = ' ' // a headline has no full stop; a space keeps the offsets
			}
			i++
			continue
		}
		recaseWord(b[i:j], how, i > 0 && (b[i-1] == '\'' || b[i-1] >= 0x80))
		i = j
	}
	d.Text = string(b)
	d.ID += variedMark
	return d
}

// endsLine reports whether byte i is the full stop of a line, and not of an abbreviation.
func endsLine(b []byte, i int) bool {
	return b[i] == '.' && (i+1 == len(b) || b[i+1] == '\n') && i > 2 && isLetter(b[i-1]) && b[i-2] != '.'
}

func inName(d annotated.Doc, at int) bool {
	for _, n := range d.Names {
		if n.Start <= at && at < n.End {
			return true
		}
	}
	return false
}

func recaseWord(w []byte, how casing, inner bool) {
	switch how {
	case headline:
		if !inner && !small[string(w)] && w[0] >= 'a' {
			w[0] -= 'a' - 'A'
		}
	case shouted:
		for i, c := range w {
			if c >= 'a' {
				w[i] = c - ('a' - 'A')
			}
		}
	case whispered:
		for i, c := range w {
			if c <= 'Z' {
				w[i] = c + ('a' - 'A')
			}
		}
	}
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// small are the words that headlines leave in lower case.
var small = map[string]bool{
	"a": true, "an": true, "and": true, "as": true, "at": true, "but": true, "by": true, "for": true, "from": true, "in": true,
	"of": true, "on": true, "or": true, "the": true, "to": true, "with": true, "s": true,
}
