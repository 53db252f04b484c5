package text

import "unicode/utf8"

// Tokenize splits a text into tokens and sentences. It never fails, whatever the bytes,
// takes time linear in len(s), and retains s.
//
// Hyphens and slashes are always tokens of their own (anti - Taliban), a possessive is a
// [Clitic] of its own, and a word stuck to the one before it (reportedSputnik) is split.
func Tokenize(s string) *Doc {
	d := &Doc{
		Tokens:    make([]Token, 0, len(s)/5+8),
		Sentences: make([]Sentence, 0, len(s)/120+4),
	}
	d.Reset(s)
	return d
}

// Reset makes d the analysis of s, as [Tokenize] would, in the memory that d already
// has. It must not be called while another goroutine reads d.
func (d *Doc) Reset(s string) {
	sc := scanner{text: s, toks: d.Tokens[:0], space: true, line: true}
	sc.scan()
	d.Text = s
	d.Tokens = sc.toks
	d.Sentences = appendSentences(d.Sentences[:0], s, d.Tokens)
}

// scanner walks the text once from left to right. Each method below looks ahead by a
// bounded number of bytes, or over bytes that it then consumes: that is what keeps the
// whole linear.
type scanner struct {
	text  string
	toks  []Token
	space bool // white space was passed since the last token
	line  bool // a line began since the last token
	quote bool // a single quote was opened on this line

	noHost int // no host name ends before this offset: see host
}

func (s *scanner) scan() {
	text := s.text
	for i := 0; i < len(text); {
		switch b := text[i]; asciiClass[b] {
		case cSpace:
			s.space = true
			i++
		case cNewline:
			s.newline()
			i++
		case cUpper, cLower:
			i = s.word(i)
		case cDigit:
			i = s.number(i)
		case cApos:
			i = s.apostrophe(i, i+1)
		case cPunct:
			i = s.punct(i)
		case cHigh:
			i = s.high(i)
		default:
			i = s.run(i, Symbol)
		}
	}
}

func (s *scanner) newline() { s.space, s.line, s.quote = true, true, false }

// emit appends the token start:end; flags of place are added here.
func (s *scanner) emit(start, end int, kind Kind, flags Flag) {
	if s.space {
		flags |= SpaceBefore
		if s.line {
			flags |= LineStart
		}
	} else if kind <= Number && s.stuck(flags) {
		flags |= Glued
	}
	s.space, s.line = false, false
	s.toks = append(s.toks, Token{Span{start, end}, kind, flags})
}

// stuck reports whether a word that follows the last token without a space should have
// had one: after another word or an abbreviation, and, for a capitalised word, after the
// stop of a sentence (killed.The).
func (s *scanner) stuck(flags Flag) bool {
	p := s.prev()
	if p == nil {
		return false
	}
	if p.Kind == Punct && p.Flags&SpaceBefore == 0 && flags&Initial != 0 {
		b := s.text[p.Start]
		return b == '.' || b == '!' || b == '?'
	}
	return p.Kind <= Number
}

// prev returns the token that ends exactly where the scanner stands, or nil.
func (s *scanner) prev() *Token {
	if s.space || len(s.toks) == 0 {
		return nil
	}
	return &s.toks[len(s.toks)-1]
}

// classAt returns the class and the width in bytes of the rune at i. A byte that is not
// valid UTF-8 is a symbol of width 1; past the end there is white space of width 0.
func (s *scanner) classAt(i int) (class, int) {
	if i >= len(s.text) {
		return cSpace, 0
	}
	if c := asciiClass[s.text[i]]; c != cHigh {
		return c, 1
	}
	r, w := utf8.DecodeRuneInString(s.text[i:])
	if r == utf8.RuneError && w == 1 {
		return cSymbol, 1
	}
	return runeClass(r), w
}

// asciiAt is the class of the byte at i, white space past the end.
func (s *scanner) asciiAt(i int) class {
	if i >= len(s.text) {
		return cSpace
	}
	return asciiClass[s.text[i]]
}

// isWordAt reports whether a letter or a digit of any script stands at i.
func (s *scanner) isWordAt(i int) bool {
	c, _ := s.classAt(i)
	return c >= cUpper && c <= cDigit
}

// high scans a token that begins beyond ASCII.
func (s *scanner) high(i int) int {
	r, w := utf8.DecodeRuneInString(s.text[i:])
	if r == utf8.RuneError && w == 1 {
		return s.broken(i)
	}
	switch c := runeClass(r); c {
	case cSpace:
		s.space = true
		return i + w
	case cNewline:
		s.newline()
		return i + w
	case cUpper, cLower, cLetter, cMark:
		return s.word(i)
	case cArabic:
		return s.native(i)
	case cDigit:
		return s.number(i)
	case cApos:
		return s.apostrophe(i, i+w)
	case cIgnore:
		return s.ignorable(i)
	case cPunct:
		return s.highPunct(i, r, w)
	default:
		return s.symbol(i, w)
	}
}

// broken takes a run of bytes that are not valid UTF-8.
func (s *scanner) broken(i int) int {
	end := i + 1
	for end < len(s.text) && s.text[end] >= 0x80 {
		if r, w := utf8.DecodeRuneInString(s.text[end:]); r != utf8.RuneError || w != 1 {
			break
		}
		end++
	}
	s.emit(i, end, Broken, 0)
	return end
}

// ignorable takes invisible marks that stand before or after a word: tokens of their own,
// so that they never widen a name's span.
func (s *scanner) ignorable(i int) int {
	end := s.skipIgnorable(i)
	s.emit(i, end, Symbol, Dirty)
	return end
}

func (s *scanner) skipIgnorable(i int) int {
	for {
		c, w := s.classAt(i)
		if c != cIgnore {
			return i
		}
		i += w
	}
}

// skipIgnorableBack returns where the run of invisible marks begins that ends at i, or i.
func (s *scanner) skipIgnorableBack(i int) int {
	for {
		r, w := utf8.DecodeLastRuneInString(s.text[:i])
		if r < utf8.RuneSelf || runeClass(r) != cIgnore {
			return i
		}
		i -= w
	}
}

// native takes a word of the Perso-Arabic script. ZWNJ and its kin stay inside it.
func (s *scanner) native(i int) int {
	var flags Flag
	end := i
	for end < len(s.text) {
		c, w := s.classAt(end)
		if c == cIgnore {
			after := s.skipIgnorable(end)
			if next, _ := s.classAt(after); next != cArabic {
				break
			}
			flags |= Dirty
			end = after
			continue
		}
		if c != cArabic && c != cMark {
			break
		}
		end += w
	}
	s.emit(i, end, Native, flags)
	return end
}

// highPunct takes punctuation beyond ASCII: dashes and ellipses by runs, the rest singly.
func (s *scanner) highPunct(i int, r rune, w int) int {
	end := i + w
	if r == 0x2026 || r >= 0x2010 && r <= 0x2015 {
		mark := s.text[i:end]
		for end+w <= len(s.text) && s.text[end:end+w] == mark {
			end += w
		}
	}
	var flags Flag
	if r >= 0x201C && r <= 0x201F {
		flags = Dirty
	}
	s.emit(i, end, Punct, flags)
	return end
}

// symbol takes an emoji with what modifies it (variation selectors, skin tones, ZWJ
// sequences, the second half of a flag), or any other sign.
func (s *scanner) symbol(i, w int) int {
	first, _ := utf8.DecodeRuneInString(s.text[i:])
	end, joined := i+w, false
	for end < len(s.text) && s.text[end] >= 0x80 {
		r, w := utf8.DecodeRuneInString(s.text[end:])
		switch {
		case r == 0xFE0F || r == 0x20E3 || r >= 0x1F3FB && r <= 0x1F3FF:
		case r == 0x200D && !joined:
			if c, _ := s.classAt(end + w); c != cSymbol {
				s.emit(i, end, Symbol, 0)
				return end
			}
			joined = true
			end += w
			continue
		case joined && r != utf8.RuneError && runeClass(r) == cSymbol:
		case isRegional(first) && isRegional(r) && end == i+w:
		default:
			s.emit(i, end, Symbol, 0)
			return end
		}
		joined = false
		end += w
	}
	s.emit(i, end, Symbol, 0)
	return end
}

func isRegional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// run takes one ASCII mark with its repetitions.
func (s *scanner) run(i int, kind Kind) int {
	b, end := s.text[i], i+1
	for end < len(s.text) && s.text[end] == b {
		end++
	}
	s.emit(i, end, kind, 0)
	return end
}
