package pipe

import (
	"strconv"

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

// Scan reads one object and fills o, reusing its memory. The line must be valid UTF-8.
// It takes linear time.
func (o *Object) Scan(line string) *record.Error {
	o.Fields = o.Fields[:0]
	p := scanner{s: line}
	p.space()
	switch {
	case p.pos == len(line):
		p.fail(record.BadJSON, "a JSON object was expected, the line is empty")
	case line[p.pos] != '{':
		if o.value(&p); p.end("text after the JSON value") {
			p.pos = 0
			p.fail(record.NotObject, "a JSON object was expected, found another value")
		}
	default:
		o.Open = p.pos
		p.pos++
		o.fields(&p)
		p.end("text after the JSON object")
	}
	return p.err
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
			return p.fail(record.TooDeep, "nested deeper than "+strconv.Itoa(MaxDepth)+" levels")
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
