package corpus

import (
	"strings"

	"github.com/namyab/namyab/internal/text"
)

// Text writes the tokens of a document as running text, with the spaces that a writer
// would set, a line a sentence, and tells where each token begins and ends in it.
func (d *Document) Text() (string, [][]text.Span) {
	var b strings.Builder
	at := make([][]text.Span, len(d.Sentences))
	for i := range d.Sentences {
		var open quotes
		prev := ""
		for _, tok := range d.Sentences[i].Tokens {
			tok = unescape(tok)
			if prev != "" && open.spaced(prev, tok) {
				b.WriteByte(' ')
			}
			open.note(tok)
			start := b.Len()
			b.WriteString(tok)
			at[i] = append(at[i], text.Span{Start: start, End: b.Len()})
			prev = tok
		}
		b.WriteByte('\n')
	}
	return b.String(), at
}

// unescape undoes the spellings of the Penn Treebank.
func unescape(tok string) string {
	switch tok {
	case "-LRB-":
		return "("
	case "-RRB-":
		return ")"
	case "``", "''":
		return "\""
	}
	return tok
}

// quotes remembers which straight quotes are open in a sentence.
type quotes struct{ double, single bool }

func (q *quotes) note(tok string) {
	switch tok {
	case "\"":
		q.double = !q.double
	case "'":
		q.single = !q.single
	}
}

// spaced reports whether a space stands between two tokens.
func (q *quotes) spaced(prev, tok string) bool {
	switch tok {
	case ".", ",", ";", ":", "?", "!", ")", "]", "%", "...", "'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m", "”":
		return false
	case "\"":
		return !q.double
	case "'":
		return !q.single && !strings.HasSuffix(prev, "s")
	}
	switch prev {
	case "(", "[", "$", "£", "€", "“", "#", "@":
		return false
	case "\"":
		return !q.double
	case "'":
		return !q.single
	}
	return true
}

// Retokenise makes the text.Doc of d's running text, as Recognize would see it, and
// carries the names over: a name covers every token that shares a byte with it, less a
// possessive that now stands apart at its end. cut counts the names whose ends fell inside a token.
func Retokenise(d *Document) (doc *text.Doc, spans []TokenSpan, cut int) {
	s, at := d.Text()
	doc = text.Tokenize(s)
	next := 0
	for i := range d.Sentences {
		for _, p := range d.Sentences[i].Spans {
			from, to := at[i][p.First].Start, at[i][p.Last-1].End
			for next < len(doc.Tokens) && doc.Tokens[next].End <= from {
				next++
			}
			last := next
			for last < len(doc.Tokens) && doc.Tokens[last].Start < to {
				last++
			}
			if last > next+1 && doc.Tokens[last-1].Kind == text.Clitic {
				last--
			}
			if last == next {
				continue
			}
			if doc.Tokens[next].Start != from || doc.Tokens[last-1].End < to && doc.Tokens[last].Kind != text.Clitic || doc.Tokens[last-1].End > to {
				cut++
			}
			if n := len(spans); n > 0 && spans[n-1].Last > next {
				continue // two names inside what is now one token: the first stands
			}
			spans = append(spans, TokenSpan{next, last, p.Label})
		}
	}
	return doc, spans, cut
}
