// Package prosetag is the adapter to the statistical tagger of
// github.com/jdkato/prose/v2, so that its labels can stand beside those of our own.
//
// prose gives tokens without offsets, drops letters in some of them, loses a name at
// the end of a text, panics on some input and takes quadratic time on some other. The
// adapter therefore never hands it a text as it is: it writes one sentence at a time,
// as our tokenizer cut it, with our tokens set apart and anything dangerous replaced
// (see input.go), walks prose's tokens over what it wrote from left to right to find
// our tokens again (align.go), and joins tagged tokens to names itself (join.go).
package prosetag

import (
	"sync"

	"github.com/jdkato/prose/v2"

	"github.com/namyab/namyab/internal/text"
)

// Span is one name that prose proposes, as a range of tokens.
type Span struct {
	First, Last int    // half-open, indices into Doc.Tokens
	Label       string // PERSON, ORG, GPE, LOC or FAC
}

// model is prose's default model: about 0.25 s to decode and 40 MB that stay, shared by
// every Tagger and paid for by the first sentence that is tagged.
var model = sync.OnceValue(func() *prose.Model { return prose.ModelFromData("default") })

// Tagger proposes names by prose. Making one costs nothing; the model is loaded by the
// first call of Tag that meets a word. A Tagger is safe for concurrent use.
type Tagger struct {
	buffers sync.Pool // *buffer
}

// New makes a Tagger.
func New() *Tagger {
	return &Tagger{buffers: sync.Pool{New: func() any { return new(buffer) }}}
}

// maxTokens bounds what prose sees at once. Its cost is linear, but within one call it
// gives every occurrence of a word the label of the last.
const maxTokens = 256

// Tag appends the names that prose proposes in doc to dst: sorted, without overlaps, none
// across a sentence. It never fails: a sentence on which prose panics has no names.
// It takes tens of microseconds a token, nearly all of it inside prose.
func (t *Tagger) Tag(dst []Span, doc *text.Doc) []Span {
	b := t.buffers.Get().(*buffer)
	defer t.buffers.Put(b)
	for _, s := range doc.Sentences {
		for first := s.First; first < s.Last; first += maxTokens {
			dst = b.tag(dst, doc, first, min(first+maxTokens, s.Last))
		}
	}
	return dst
}

// buffer is the scratch memory of one goroutine.
type buffer struct {
	in     []byte // what prose is given
	starts []int  // where each of our tokens begins in it; len(tokens)+1 of them
	marks  []mark // what prose says of each of our tokens
}

// mark is what prose says of one token.
type mark struct {
	pos   string // part of speech, "" when prose did not see the token
	label string // one of the five, "" outside
}

// tag appends the names among tokens first to last.
func (b *buffer) tag(dst []Span, doc *text.Doc, first, last int) []Span {
	b.write(doc, first, last)
	if len(b.in) == 0 {
		return dst
	}
	tokens := analyse(string(b.in))
	b.align(tokens)
	return b.join(dst, doc, first)
}

// analyse runs prose. What it panics on is guarded against in write; recover is for the
// panics that nobody has met yet.
func analyse(in string) (tokens []prose.Token) {
	defer func() {
		if recover() != nil {
			tokens = nil
		}
	}()
	d, err := prose.NewDocument(in, prose.UsingModel(model()), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	return d.Tokens()
}
