// Package text is the leaf that every other package stands on: one analysed text
// ([Doc]) with its tokens and sentences, all of them half-open byte ranges into the
// untouched original.
//
// The text is never changed. Match keys are made beside it, never in place, and no
// exported function takes or returns an offset into a changed copy.
package text

// Span is a half-open range of byte offsets into a text: Text[Start:End].
type Span struct{ Start, End int }

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two half-open ranges share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters of any script but Perso-Arabic, with inner apostrophes, or an abbreviation with its stops (U.S., Gen.)
	Native             // letters of the Perso-Arabic script
	Number             // digits, with inner separators, ordinal or unit letters (3rd, 7am)
	Punct              // one punctuation mark, or one run of the same mark (..., --)
	Symbol             // anything else that is not space: emoji, currency, maths
	URL                // a URL or an e-mail address: never tagged inside
	Handle             // an @handle: never tagged inside
	Clitic             // ’s, 's, s’ (the bare apostrophe after s), n't, 're …
	Broken             // a run of bytes that is not valid UTF-8
)

// Flag holds what is known of a token from its letters and its place alone.
type Flag uint16

// The flags of a token.
const (
	SpaceBefore Flag = 1 << iota // white space (of any kind) or the start of the text stands before it
	LineStart                    // first token of a line
	Glued                        // split from the token before it where a space was missing (reported|Sputnik)
	Initial                      // its first letter is upper case
	Caps                         // it has at least two letters and all are upper case
	Lower                        // it has letters and all are lower case
	Digit                        // it has a digit
	Abbrev                       // it ends in a full stop that belongs to it (U.S., Gen.)
	Dirty                        // it holds a soft hyphen, a joiner, a directional mark or a curly quote: see Clean
)

// Token is the smallest unit of a text. Tokens tile: every byte that is not white
// space belongs to exactly one token, in order.
type Token struct {
	Span
	Kind  Kind
	Flags Flag
}

// Is reports whether all the given flags are set.
func (t Token) Is(f Flag) bool { return t.Flags&f == f }

// Casing says how a sentence is written.
type Casing uint8

// The casings of a sentence.
const (
	Mixed    Casing = iota // ordinary prose: capitals mean something
	Title                  // Headline Case: Most Words Are Capitalised
	Upper                  // A SHOUTED LINE
	AllLower               // a sentence typed without capitals, names included
)

// Sentence is a half-open range of token indices with the way it is written.
type Sentence struct {
	First, Last int // Tokens[First:Last]
	Casing      Casing
	Line        bool // a line of its own without a final stop: headline, bullet, boilerplate
}

// Doc is an analysed text. It is immutable once made and safe for concurrent reading.
type Doc struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence // tile Tokens, in order
}

// Surface returns token i as it is written.
func (d *Doc) Surface(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// Slice returns the text that tokens first (inclusive) to last (exclusive) cover.
func (d *Doc) Slice(first, last int) string {
	return d.Text[d.Tokens[first].Start:d.Tokens[last-1].End]
}
