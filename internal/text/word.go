package text

import "unicode/utf8"

// word takes a word of any script but the Perso-Arabic one, from its first letter at i,
// and whatever belongs to it: inner apostrophes, an abbreviation's stops. Letters are
// counted on the way so that the flags cost no second pass.
func (s *scanner) word(i int) int {
	text := s.text
	var uppers, lowers int
	var flags Flag
	last := cSymbol // class of the letter before
	pos := i
scan:
	for pos < len(text) {
		c, w := asciiClass[text[pos]], 1
		if c == cHigh {
			c, w = s.classAt(pos)
		}
		switch c {
		case cLower:
			if last == cUpper && uppers >= 4 && lowers == 0 && w == 1 && isOpenerGlued(text[pos-1:]) {
				pos-- // KABULThe
				uppers--
				break scan
			}
			lowers++
		case cUpper:
			if last == cLower && splitsAt(text, i, pos) {
				break scan
			}
			uppers++
		case cLetter, cMark:
		case cDigit:
			if w > 1 || lowers > 0 && uppers+lowers >= 3 {
				break scan
			}
			flags |= Digit
		case cApos:
			end, kind := s.innerApostrophe(i, pos, w)
			if kind == negation {
				if pos-1 > i {
					s.emit(i, pos-1, Word, flags|caseFlags(text[i:pos-1], uppers, lowers))
				}
				s.emit(pos-1, end, Clitic, curly(w))
				return end
			}
			if kind != inner {
				break scan
			}
			flags |= curly(w)
		case cIgnore:
			after := s.skipIgnorable(pos)
			if c, _ := s.classAt(after); !isLetterClass(c) {
				break scan
			}
			flags |= Dirty
			w = after - pos
			c = last
		default:
			break scan
		}
		last = c
		pos += w
	}
	if flags&Dirty != 0 {
		pos = s.skipIgnorableBack(pos) // a mark at the seam of two words belongs to neither
	}
	if pos < len(text) && text[pos] == '.' {
		if end := s.abbrevEnd(i, pos); end > pos {
			uppers, lowers = countCase(text[i:end])
			if text[end-1] == '.' {
				flags |= Abbrev
			}
			pos = end
		}
	}
	s.emit(i, pos, Word, flags|caseFlags(text[i:pos], uppers, lowers))
	return pos
}

func curly(width int) Flag {
	if width > 1 {
		return Dirty
	}
	return 0
}

// caseFlags turns the counts of a word's letters into its flags.
func caseFlags(word string, uppers, lowers int) Flag {
	var f Flag
	switch {
	case uppers == 0 && lowers > 0:
		return Lower
	case uppers >= 2 && lowers == 0:
		f = Caps
	case uppers == 0:
		return 0
	}
	switch c := asciiClass[word[0]]; c {
	case cUpper:
		f |= Initial
	case cHigh:
		if r, _ := utf8.DecodeRuneInString(word); runeClass(r) == cUpper {
			f |= Initial
		}
	}
	return f
}

func countCase(word string) (uppers, lowers int) {
	for i := 0; i < len(word); i++ {
		switch asciiClass[word[i]] {
		case cUpper:
			uppers++
		case cLower:
			lowers++
		}
	}
	return uppers, lowers
}

// splitsAt decides whether a space is missing before the capital at pos of the word that
// began at start. A word begun in lower case has no business with a later capital
// (reportedSputnik), but for a few prefixes; of CamelCase only what ends in a word that
// opens sentences is split (AfghanistanThe), since ReliefWeb and YouTube are names.
func splitsAt(text string, start, pos int) bool {
	n := pos - start
	if asciiClass[text[start]] != cLower {
		return n >= 3 && isOpenerGlued(text[pos:]) || n <= 4 && isGluedTitle(text[start:pos])
	}
	switch {
	case n < 2:
		return false
	case n == 2:
		return isShortFunctionWord(text[start:pos])
	}
	return n > 4 || !isPrefixKeptWhole(text[start:pos])
}

// innerKind says what an apostrophe after a letter is.
type innerKind uint8

const (
	outer    innerKind = iota // the word ends before it
	inner                     // O'Reilly, Sa'id
	negation                  // n't
)

// innerApostrophe looks at the apostrophe at pos, w bytes wide, in the word begun at i. For a
// negation it returns the end of the clitic too.
func (s *scanner) innerApostrophe(i, pos, w int) (int, innerKind) {
	after := s.skipIgnorable(pos + w)
	if c, _ := s.classAt(after); !isLetterClass(c) {
		return pos, outer
	}
	if b := s.text[after]; b == 't' || b == 'T' {
		if n := s.text[pos-1]; (n == 'n' || n == 'N') && !s.isWordAt(after+1) {
			return after + 1, negation
		}
	}
	if s.cliticEnd(after, s.text[i:pos]) > 0 {
		return pos, outer
	}
	return pos, inner
}

// cliticEnd returns the end of the clitic whose letters begin at after (behind its
// apostrophe), or 0 when these letters are none. The stem tells he'd from Sa'd.
func (s *scanner) cliticEnd(after int, stem string) int {
	end := after
	for end < len(s.text) && end-after < 3 && (asciiClass[s.text[end]] == cLower || asciiClass[s.text[end]] == cUpper) {
		end++
	}
	if s.isWordAt(end) {
		return 0
	}
	switch s.text[after:end] {
	case "s", "S", "re", "RE", "ve", "VE", "ll", "LL":
		return end
	case "m", "M":
		if stem == "I" {
			return end
		}
	case "d", "D":
		switch stem {
		case "I", "he", "He", "she", "She", "it", "It", "we", "We", "you", "You", "they", "They", "who", "Who",
			"that", "That", "there", "There":
			return end
		}
	}
	return 0
}

// apostrophe scans the apostrophe or single quote i:after outside a word: a clitic when
// it follows one, else an opening or a closing quote.
func (s *scanner) apostrophe(i, after int) int {
	flags := curly(after - i)
	p := s.prev()
	if p == nil { // also the 's of text that was tokenized before
		if end := s.cliticEnd(after, ""); end == after+1 && !s.line && !s.quote && s.asciiAt(end) <= cNewline && len(s.toks) > 0 {
			s.emit(i, end, Clitic, flags)
			return end
		}
	} else if p.Kind != Clitic && p.Kind != Punct || p.Kind == Punct && isCloser(s.text[p.Start:p.End]) {
		if end := s.cliticEnd(after, s.text[p.Start:p.End]); end > 0 {
			s.emit(i, end, Clitic, flags)
			return end
		}
		if b := s.text[p.End-1]; (b == 's' || b == 'S') && p.Kind == Word && !s.quote && !s.isWordAt(after) {
			s.emit(i, after, Clitic, flags)
			return after
		}
	}
	if after == i+1 && s.asciiAt(after) == cApos && s.text[after] == s.text[i] {
		return s.run(i, Punct)
	}
	c, _ := s.classAt(after)
	s.quote = (p == nil || p.Kind == Punct) && isLetterClass(c) && s.text[i:after] != "’"
	s.emit(i, after, Punct, flags)
	return after
}

// isCloser reports whether a mark closes a quotation or a bracket (a straight quote may).
func isCloser(mark string) bool {
	switch mark {
	case `"`, "'", "''", ")", "]", "}", "”", "’", "»":
		return true
	}
	return false
}

// isOpening reports whether a mark opens a quotation or a bracket (a straight quote may).
func isOpening(mark string) bool {
	switch mark {
	case `"`, "'", "``", "(", "[", "{", "“", "‘", "«", "„":
		return true
	}
	return false
}
