package pipe

import (
	"strconv"
	"unicode/utf8"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// scanner walks over JSON (RFC 8259) without building anything: it validates the grammar and
// reports where the top-level fields stand. A scanner of our own, because a decoder would
// round big numbers, reorder keys, merge duplicate ones and rewrite escapes. It is iterative,
// so that deep nesting costs a byte a level and cannot overflow the stack.
type scanner struct {
	s   string
	pos int
	err *record.Error
}

// fail keeps the first error, at the position of the scanner. It returns false, for callers
// that report whether they could go on.
func (p *scanner) fail(code record.Code, message string) bool {
	if p.err == nil {
		if p.pos >= len(p.s) && code == record.BadJSON {
			message += "; the line ends here"
		}
		p.err = &record.Error{Code: code, Message: message, Column: utf8.RuneCountInString(p.s[:min(p.pos, len(p.s))]) + 1}
	}
	return false
}

// end reports whether nothing but white space is left after what was read without error.
func (p *scanner) end(message string) bool {
	if p.err != nil {
		return false
	}
	p.space()
	if p.pos < len(p.s) {
		return p.fail(record.BadJSON, message)
	}
	return true
}

func (p *scanner) space() {
	for p.pos < len(p.s) {
		switch p.s[p.pos] {
		case ' ', '\t', '\n', '\r':
			p.pos++
		default:
			return
		}
	}
}

func (p *scanner) peek() byte {
	if p.pos < len(p.s) {
		return p.s[p.pos]
	}
	return 0
}

func (p *scanner) accept(c byte) bool {
	if p.peek() == c && p.pos < len(p.s) {
		p.pos++
		return true
	}
	return false
}

func (p *scanner) expect(c byte) bool {
	if p.accept(c) {
		return true
	}
	return p.fail(record.BadJSON, "expected "+strconv.QuoteRune(rune(c)))
}

func (p *scanner) key() bool {
	if !p.str("a key in double quotes") {
		return false
	}
	p.space()
	return p.expect(':')
}

// str reads a string with its quotes.
func (p *scanner) str(what string) bool {
	if !p.accept('"') {
		return p.fail(record.BadJSON, "expected "+what)
	}
	for p.pos < len(p.s) {
		c := p.s[p.pos]
		switch {
		case c == '"':
			p.pos++
			return true
		case c == '\\':
			if !p.escape() {
				return false
			}
		case c < 0x20:
			return p.fail(record.BadJSON, "a control character in a string must be escaped")
		default:
			p.pos++
		}
	}
	return p.fail(record.BadJSON, "a string has no closing quote")
}

func (p *scanner) escape() bool {
	p.pos++
	c := p.peek()
	switch c {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		p.pos++
		return true
	case 'u':
		p.pos++
		for range 4 {
			if _, ok := unhex(p.peek()); !ok {
				return p.fail(record.BadJSON, `four hexadecimal digits must follow \u`)
			}
			p.pos++
		}
		return true
	}
	return p.fail(record.BadJSON, "unknown escape in a string")
}

// scalar reads a string, a number or a literal.
func (p *scanner) scalar() bool {
	switch c := p.peek(); {
	case c == '"':
		return p.str("a string")
	case c == '-' || c >= '0' && c <= '9':
		return p.number()
	case c == 't':
		return p.literal("true")
	case c == 'f':
		return p.literal("false")
	case c == 'n':
		return p.literal("null")
	}
	return p.fail(record.BadJSON, "expected a JSON value")
}

func (p *scanner) literal(word string) bool {
	if len(p.s)-p.pos >= len(word) && p.s[p.pos:p.pos+len(word)] == word {
		p.pos += len(word)
		return true
	}
	return p.fail(record.BadJSON, "expected "+word)
}

func (p *scanner) number() bool {
	p.accept('-')
	if !p.accept('0') && !p.digits() {
		return false
	}
	if p.accept('.') && !p.digits() {
		return false
	}
	if p.accept('e') || p.accept('E') {
		if !p.accept('+') {
			p.accept('-')
		}
		return p.digits()
	}
	return true
}

func (p *scanner) digits() bool {
	from := p.pos
	for c := p.peek(); c >= '0' && c <= '9'; c = p.peek() {
		p.pos++
	}
	if p.pos == from {
		return p.fail(record.BadJSON, "expected a digit")
	}
	return true
}

func unhex(c byte) (rune, bool) {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0'), true
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10, true
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10, true
	}
	return 0, false
}
