package corpus

import (
	"strings"
	"unicode"

	"github.com/namyab/namyab/internal/text"
)

// TokenSpan is a name as a range of tokens of a text.Doc, half-open.
type TokenSpan struct {
	First, Last int
	Label       string
}

// GoldDoc makes a text.Doc with exactly the tokens and sentences of d, for measuring on
// given tokens: the text is the tokens with a space between and a line a sentence.
func GoldDoc(d *Document) (*text.Doc, []TokenSpan) {
	var b strings.Builder
	doc := &text.Doc{}
	var spans []TokenSpan
	for _, s := range d.Sentences {
		first := len(doc.Tokens)
		for i, tok := range s.Tokens {
			t := text.Token{Span: text.Span{Start: b.Len(), End: b.Len() + len(tok)}, Flags: text.SpaceBefore | flagsOf(tok)}
			if i == 0 {
				t.Flags |= text.LineStart
			}
			t.Kind = kindOf(tok)
			doc.Tokens = append(doc.Tokens, t)
			b.WriteString(tok)
			b.WriteByte(' ')
		}
		b.WriteByte('\n')
		doc.Sentences = append(doc.Sentences, goldSentence(s.Tokens, first))
		for _, p := range s.Spans {
			spans = append(spans, TokenSpan{first + p.First, first + p.Last, p.Label})
		}
	}
	doc.Text = b.String()
	return doc, spans
}

func flagsOf(tok string) text.Flag {
	var f text.Flag
	upper, lower := 0, 0
	for i, r := range tok {
		switch {
		case unicode.IsUpper(r):
			upper++
			if i == 0 {
				f |= text.Initial
			}
		case unicode.IsLower(r):
			lower++
		case unicode.IsDigit(r):
			f |= text.Digit
		}
	}
	if upper >= 2 && lower == 0 {
		f |= text.Caps
	}
	if lower > 0 && upper == 0 {
		f |= text.Lower
	}
	if len(tok) > 1 && strings.HasSuffix(tok, ".") && upper+lower > 0 {
		f |= text.Abbrev
	}
	return f
}

func kindOf(tok string) text.Kind {
	for _, r := range tok {
		if unicode.IsLetter(r) {
			return text.Word
		}
	}
	for _, r := range tok {
		if unicode.IsDigit(r) {
			return text.Number
		}
	}
	return text.Punct
}

// goldSentence decides the casing of a sentence as internal/text does, on given tokens.
func goldSentence(tokens []string, first int) text.Sentence {
	s := text.Sentence{First: first, Last: first + len(tokens)}
	switch tokens[len(tokens)-1] {
	case ".", "?", "!", "\"", "''", ")":
	default:
		s.Line = true
	}
	caps, initial, lower, longCapital, longLower := 0, 0, 0, 0, 0
	for _, tok := range tokens {
		f := flagsOf(tok)
		long := len(tok) > 4
		switch {
		case f&text.Caps != 0:
			caps++
		case f&text.Initial != 0:
			initial++
		case f&text.Lower != 0:
			lower++
			if long {
				longLower++
			}
			continue
		default:
			continue
		}
		if long {
			longCapital++
		}
	}
	switch {
	case caps >= 2 && caps >= 4*(initial+lower):
		s.Casing = text.Upper
	case s.Line && initial >= 3 && longCapital >= 2 && longCapital >= 4*longLower:
		s.Casing = text.Title
	}
	return s
}
