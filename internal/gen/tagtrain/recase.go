package tagtrain

import (
	"strings"

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

// vary adds or substitutes texts with the headlines, shouted and whispered lines that the
// news corpora lack. Only ASCII letters change, so that offsets stay. Texts of several lines
// get a headline in place of their first line; single sentences are kept and copied. The
// project's own texts have headlines of their own and stay as they are.
func vary(docs []annotated.Doc) []annotated.Doc {
	var out []annotated.Doc
	for i, d := range docs {
		how := [...]casing{1: headline, 3: shouted, 5: headline, 6: whispered, 7: asWritten}[i%8]
		several := strings.Count(strings.TrimSpace(d.Text), "\n") > 0
		switch {
		case d.Own || how == asWritten:
			out = append(out, d)
		case several && i%16 < 8:
			first := strings.IndexByte(d.Text, '\n')
			out = append(out, recase(d, how, first))
		case several:
			out = append(out, d, recase(d, how, len(d.Text)))
		default:
			out = append(out, d, recase(d, how, len(d.Text)))
		}
	}
	return out
}

// recase writes the first end bytes of a text in another casing.
func recase(d annotated.Doc, how casing, end int) annotated.Doc {
	b := []byte(d.Text)
	for i := 0; i < end; {
		j := i
		for j < end && isLetter(b[j]) {
			j++
		}
		if j == i {
			i++
			continue
		}
		recaseWord(b[i:j], how, i > 0 && b[i-1] == '\'' || i > 2 && b[i-1] >= 0x80)
		i = j
	}
	if how == headline || how == shouted {
		// A headline has no full stop: a space keeps the offsets.
		if k := len(strings.TrimRight(string(b[:end]), " \n")); k > 1 && b[k-1] == '.' && isLetter(b[k-2]) && !strings.ContainsRune(string(b[max(0, k-4):k-1]), '.') && !inName(d, k-1) {
			b[k-1] = ' '
		}
	}
	d.Text = string(b)
	d.ID += "-recased"
	return d
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
