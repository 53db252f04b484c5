package prosetag

import (
	"unicode"
	"unicode/utf8"

	"github.com/namyab/namyab/internal/text"
)

// What prose is shown of one token at most, in bytes. It compiles expressions for the
// shape of every token, and peels marks off a run of punctuation in quadratic time.
const (
	maxWord = 256
	maxRun  = 8
)

// write fills b.in with tokens first to last of doc, each before a space
// unless joined says otherwise, and b.starts
// with where they begin. Tokens that prose must not see take no bytes.
func (b *buffer) write(doc *text.Doc, first, last int) {
	b.in, b.starts = b.in[:0], b.starts[:0]
	words := false
	for i := first; i < last; i++ {
		b.starts = append(b.starts, len(b.in))
		t := doc.Tokens[i]
		s := doc.Surface(i)
		switch t.Kind {
		case text.Word, text.Number, text.Clitic:
			if len(s) > maxWord {
				continue
			}
			words = words || t.Kind == text.Word
			b.in = appendWord(b.in, s, t.Kind == text.Clitic)
		case text.Punct:
			b.in = appendWord(b.in, s[:runeFloor(s, maxRun)], true)
		default: // URLs, handles, emoji, other scripts, broken bytes: nothing for an English model
			continue
		}
		if !joined(doc, i, last) {
			b.in = append(b.in, ' ')
		}
	}
	b.starts = append(b.starts, len(b.in))
	if !words {
		b.in = b.in[:0] // spare the call, and the loading of the model
	}
}

// joined reports whether token i and the next are shown as one word: the parts of names
// such as Al-Qaeda and Pol-e-Khumri, which prose knows with their hyphens. Compounds
// with a word in lower case (anti-Taliban, Kabul-based) stay apart, since only one side
// of them is a name.
func joined(doc *text.Doc, i, last int) bool {
	if i+1 >= last {
		return false
	}
	tight := func(k int) bool { return k > 0 && k < last && !doc.Tokens[k].Is(text.SpaceBefore) }
	word := func(k int) bool { return k >= 0 && k < last && doc.Tokens[k].Kind == text.Word }
	name := func(k int) bool { return word(k) && doc.Tokens[k].Is(text.Initial) }
	link := func(k int) bool { // -e-, -i-, -ul- between hyphens
		return word(k) && doc.Tokens[k].Len() <= 2 && hyphen(doc, k-1) && k+2 < last && hyphen(doc, k+1) &&
			tight(k+1) && tight(k+2) && name(k+2)
	}
	switch {
	case !tight(i + 1):
		return false
	case hyphen(doc, i):
		return tight(i) && (name(i-1) || link(i-1)) && (name(i+1) || link(i+1))
	case hyphen(doc, i+1):
		return tight(i+2) && (name(i) || link(i)) && (name(i+2) || link(i+2))
	}
	return false
}

func hyphen(doc *text.Doc, i int) bool { return i >= 0 && i < len(doc.Tokens) && doc.Surface(i) == "-" }

// appendWord appends s in the letters that prose can bear. Curly quotes are made
// straight (prose does so too, and its lengths change); letters whose lower case has
// another length are replaced (prose cuts by offsets of the lower-case copy); invisible
// characters are dropped. An apostrophe inside a word is dropped as well unless
// keepQuote says that the token is a clitic or a mark: prose drops what follows it
// (O'Reilly, D'Souza).
func appendWord(dst []byte, s string, keepQuote bool) []byte {
	for _, r := range s {
		switch {
		case r == '\u2018' || r == '\u2019' || r == '\'' || r == '\u02bc':
			if keepQuote {
				dst = append(dst, '\'')
			}
		case r == '\u201c' || r == '\u201d':
			dst = append(dst, '"')
		case r < 0x20 || r == utf8.RuneError || unicode.Is(unicode.Cf, r) || unicode.IsSpace(r):
		case utf8.RuneLen(unicode.ToLower(r)) != utf8.RuneLen(r):
			dst = append(dst, 'x')
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// runeFloor returns the greatest rune boundary of s that is not above n.
func runeFloor(s string, n int) int {
	if len(s) <= n {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}
