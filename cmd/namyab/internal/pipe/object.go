package pipe

import (
	"strconv"
	"unicode/utf8"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// MaxDepth is how deep objects and arrays may nest in a line of JSON.
const MaxDepth = 1000

// Field is one top-level field of an object. All positions are half-open byte ranges of the
// line, so that what is not ours can be copied as it stands.
type Field struct {
	Start, End       int // the whole field with the white space around it, without the comma
	KeyStart, KeyEnd int // with quotes
	ValStart, ValEnd int
}

// Object is the top level of one line of JSON.
type Object struct {
	Fields []Field
	Open   int // offset of the opening brace
	stack  []byte
}

// scanner walks over JSON (RFC 8259) without building anything: it validates the grammar and
// reports where the top-level fields stand. A scanner of our own, because a decoder would
// round big numbers, reorder keys, merge duplicate ones and rewrite escapes. It is iterative,
// so that deep nesting costs a byte a level and cannot overflow the stack.
type scanner struct {
	s   string
	pos int
	err *record.Error
}

// Scan reads one object and fills o, reusing its memory. The line must be valid UTF-8.
// It takes linear time.
func (o *Object) Scan(line string) *record.Error {
	o.Fields = o.Fields[:0]
	p := scanner{s: line}
	p.space()
	if p.pos == len(line) {
		return p.fail(record.BadJSON, "a JSON object was expected, the line is empty")
	}
	if line[p.pos] != '{' {
		if o.value(&p); p.err == nil {
			p.space()
			if p.pos < len(line) {
				return p.fail(record.BadJSON, "text after the JSON value")
			}
			p.pos = 0
			p.fail(record.NotObject, "a JSON object was expected, found another value")
		}
		return p.err
	}
	o.Open = p.pos
	p.pos++
	o.fields(&p)
	if p.err != nil {
		return p.err
	}
	p.space()
	if p.pos < len(line) {
		return p.fail(record.BadJSON, "text after the JSON object")
	}
	return nil
}

// fields reads up to and with the closing brace of the top level.
func (o *Object) fields(p *scanner) {
	f := Field{Start: p.pos}
	p.space()
	if p.accept('}') {
		return
	}
	for {
		f.KeyStart = p.pos
		if !p.str("a key in double quotes") {
			return
		}
		f.KeyEnd = p.pos
		p.space()
		if !p.expect(':') {
			return
		}
		p.space()
		f.ValStart = p.pos
		if o.value(p); p.err != nil {
			return
		}
		f.ValEnd = p.pos
		p.space()
		f.End = p.pos
		o.Fields = append(o.Fields, f)
		if p.accept('}') {
			return
		}
		if !p.expect(',') {
			return
		}
		f = Field{Start: p.pos}
		p.space()
	}
}

// value reads one value of any depth. The stack holds the closing marks still owed.
func (o *Object) value(p *scanner) {
	o.stack = o.stack[:0]
	for {
		if !o.open(p) {
			return
		}
		for len(o.stack) > 0 { // after a value: close what closes here, or go on to the next
			p.space()
			if p.accept(o.stack[len(o.stack)-1]) {
				o.stack = o.stack[:len(o.stack)-1]
				continue
			}
			if !p.expect(',') {
				return
			}
			p.space()
			if o.stack[len(o.stack)-1] == '}' && !p.key() {
				return
			}
			break
		}
		if len(o.stack) == 0 {
			return
		}
	}
}

// open reads opening marks and then one scalar or an empty container.
func (o *Object) open(p *scanner) bool {
	for {
		p.space()
		c := p.peek()
		if c != '{' && c != '[' {
			return p.scalar()
		}
		if len(o.stack) >= MaxDepth-1 {
			p.fail(record.TooDeep, "nested deeper than "+strconv.Itoa(MaxDepth)+" levels")
			return false
		}
		p.pos++
		p.space()
		if p.accept(c + 2) { // '{'+2 is '}', '['+2 is ']'
			return true
		}
		o.stack = append(o.stack, c+2)
		if c == '{' && !p.key() {
			return false
		}
	}
}

// fail keeps the first error, at the position of the scanner.
func (p *scanner) fail(code record.Code, message string) *record.Error {
	if p.err == nil {
		if p.pos >= len(p.s) && code == record.BadJSON {
			message += "; the line ends here"
		}
		p.err = &record.Error{Code: code, Message: message, Column: utf8.RuneCountInString(p.s[:min(p.pos, len(p.s))]) + 1}
	}
	return p.err
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
	p.fail(record.BadJSON, "expected "+strconv.QuoteRune(rune(c)))
	return false
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
		p.fail(record.BadJSON, "expected "+what)
		return false
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
			p.fail(record.BadJSON, "a control character in a string must be escaped")
			return false
		default:
			p.pos++
		}
	}
	p.fail(record.BadJSON, "a string has no closing quote")
	return false
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
				p.fail(record.BadJSON, `four hexadecimal digits must follow \u`)
				return false
			}
			p.pos++
		}
		return true
	}
	p.fail(record.BadJSON, "unknown escape in a string")
	return false
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
	p.fail(record.BadJSON, "expected a JSON value")
	return false
}

func (p *scanner) literal(word string) bool {
	if len(p.s)-p.pos >= len(word) && p.s[p.pos:p.pos+len(word)] == word {
		p.pos += len(word)
		return true
	}
	p.fail(record.BadJSON, "expected "+word)
	return false
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
		p.fail(record.BadJSON, "expected a digit")
		return false
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
