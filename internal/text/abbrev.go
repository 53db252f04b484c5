package text

import "strings"

// abbrevClass says what a full stop after a word may be.
type abbrevClass uint8

const (
	notAbbrev    abbrevClass = iota
	titleAbbrev              // Gen., Mr.: a name follows, the sentence never ends here
	plainAbbrev              // Inc., Jan.: the sentence may end here
	numberAbbrev             // No.: an abbreviation only before a number
	stateAbbrev              // Va.: one of the states of America, only after a comma or a hyphen
)

// longestAbbrev bounds the look-up, so that a long word costs nothing.
const longestAbbrev = 6

// abbrevOf looks up a word without its stop, in any case.
func abbrevOf(word string) abbrevClass {
	if len(word) < 2 || len(word) > longestAbbrev {
		return notAbbrev
	}
	var buf [longestAbbrev]byte
	n := 0
	for i := 0; i < len(word); i++ {
		b := word[i]
		if asciiClass[b] == cUpper {
			b |= 0x20
		} else if asciiClass[b] != cLower {
			return notAbbrev
		}
		buf[n] = b
		n++
	}
	lower := asciiClass[word[0]] == cLower
	switch string(buf[:n]) {
	case "mr", "mrs", "ms", "mme", "dr", "sec", "messrs", "prof", "rev", "hon", "sen", "rep", "gov", "pres",
		"gen", "lt", "ltc", "col", "maj", "brig", "capt", "cmdr", "cdr", "cpl", "sgt", "spc", "pfc", "pvt",
		"adm", "vadm", "radm", "supt", "insp", "det", "eng", "engr", "amb", "dep", "asst", "atty",
		"st", "mt", "ft", "hj", "md", "mhd", "moh", "mohd":
		if lower {
			return notAbbrev
		}
		return titleAbbrev
	case "jr", "sr", "inc", "corp", "co", "ltd", "bros", "plc", "llc", "dept", "univ", "assn", "ave", "blvd",
		"feb", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "ret", "esq":
		if lower {
			return notAbbrev
		}
		return plainAbbrev
	case "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass",
		"mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash",
		"wis", "wyo":
		if lower {
			return notAbbrev
		}
		return stateAbbrev
	case "vs", "etc", "approx", "est", "cf", "viz":
		return plainAbbrev
	case "no", "nos", "jan", "mar", "jun", "jul", "pp", "fig":
		return numberAbbrev
	}
	return notAbbrev
}

// longestOpener bounds the look-ups of isOpener.
const longestOpener = 9

// isOpener reports whether the letters at the start of s are a capitalised word that
// opens sentences and no names: what tells "the U.S. The army" from "the U.S. Army",
// and AfghanistanThe from ReliefWeb. It looks at a bounded number of bytes.
func isOpener(s string) bool {
	n := 0
	for n < len(s) && (asciiClass[s[n]] == cLower || n == 0 && asciiClass[s[n]] == cUpper) {
		if n++; n > longestOpener {
			return false
		}
	}
	if n < len(s) && (asciiClass[s[n]] == cUpper || s[n] >= 0x80 && s[n] != 0xE2 && s[n] != 0xC2) {
		return false
	}
	switch s[:n] {
	case "The", "This", "That", "These", "Those", "There", "Then", "They", "Their", "A", "An", "In", "On", "At",
		"It", "Its", "He", "His", "She", "Her", "We", "Our", "You", "Your", "But", "And", "As", "For", "From",
		"By", "After", "Before", "Since", "With", "When", "While", "Where", "Who", "What", "Why", "How", "If",
		"Last", "Some", "Many", "Most", "More", "Several", "All", "Both", "Each", "Earlier", "Meanwhile",
		"However", "According", "Also", "Although", "Despite", "During", "Even", "One", "Two", "Three", "Four",
		"Another", "Other", "Officials", "Read", "Photo", "To", "So", "No", "Not", "Now", "Or", "Under", "Until":
		return true
	}
	return false
}

// isOpenerGlued is isOpener for a word stuck to the one before it, where the shortest
// openers are more often the end of a brand (LinkedIn, BuyOn) than a sentence.
func isOpenerGlued(s string) bool {
	if len(s) < 3 || asciiClass[s[1]] != cLower || asciiClass[s[2]] != cLower {
		return false
	}
	return isOpener(s)
}

// isGluedTitle lists the short titles that names get stuck to (GenDostum).
func isGluedTitle(left string) bool {
	switch left {
	case "Gen", "Col", "Maj", "Brig", "Lt", "Capt", "Sgt", "Mr", "Mrs", "Dr":
		return true
	}
	return false
}

// isPrefixKeptWhole reports whether the letters before a capital are a known beginning
// of one word: macOS, deVos, vanDijk.
func isPrefixKeptWhole(left string) bool {
	switch left {
	case "mac", "mc", "de", "di", "du", "la", "le", "el", "al", "van", "von", "fitz", "ibn", "bin", "abu":
		return true
	}
	return false
}

// isShortFunctionWord lists the two-letter words that a name gets stuck to (inKabul).
func isShortFunctionWord(left string) bool {
	switch left {
	case "in", "of", "on", "at", "to", "by", "as", "is", "he", "we", "or", "if":
		return true
	}
	return false
}

// abbrevEnd returns where the word i:pos ends if the full stop at pos belongs to it, else
// pos. U.S., J., Gen. and Ph.D. are such; the stop of a sentence is not.
func (s *scanner) abbrevEnd(i, pos int) int {
	text := s.text
	if pos-i == 1 {
		end := pos
		for end < len(text) && text[end] == '.' && s.isLoneLetter(end+1) {
			end += 2
		}
		if strings.HasPrefix(text[end:], ".Va.") && text[i] == 'W' {
			return end + len(".Va.")
		}
		dotted := end > pos
		if end < len(text) && text[end] == '.' && s.asciiDot(end+1) && (dotted || s.isInitial(i, end+1)) {
			end++
		}
		return end
	}
	if pos-i > longestAbbrev || !s.asciiDot(pos+1) {
		return pos
	}
	switch abbrevOf(text[i:pos]) {
	case notAbbrev:
		if text[i:pos] == "Ph" && s.isLoneLetter(pos+1) && s.asciiAt(pos+2) == cPunct && text[pos+2] == '.' {
			return pos + 3
		}
		return pos
	case numberAbbrev:
		after := s.skipSpaces(pos + 1)
		if s.asciiAt(after) != cDigit {
			return pos
		}
	case stateAbbrev:
		if !s.besideTown(i) {
			return pos
		}
	}
	return pos + 1
}

// besideTown reports whether the word at i stands where the state of a town or of a
// politician does: after a comma and a space (Norfolk, Va.) or a hyphen (R-Ariz.), or alone
// in a list of names.
func (s *scanner) besideTown(i int) bool {
	return i == 0 || i > 1 && (s.text[i-1] == '-' || s.text[i-1] == ' ' && s.text[i-2] == ',')
}

// asciiDot reports whether no further full stop stands at i: an ellipsis is no abbreviation's.
func (s *scanner) asciiDot(i int) bool { return i >= len(s.text) || s.text[i] != '.' }

// isLoneLetter reports whether an ASCII letter stands at i and no letter or digit after it.
func (s *scanner) isLoneLetter(i int) bool {
	c := s.asciiAt(i)
	return (c == cUpper || c == cLower) && !s.isWordAt(i+1)
}

// isInitial reports whether the letter at i, whose stop ends at end, is a person's initial:
// a capital, with a capitalised word after it that opens no sentence.
func (s *scanner) isInitial(i, end int) bool {
	if asciiClass[s.text[i]] != cUpper {
		return false
	}
	after := s.skipSpaces(end)
	return s.asciiAt(after) == cUpper && !isOpener(s.text[after:])
}

// skipSpaces steps over a few spaces or a line break; it is bounded to keep the scan linear.
func (s *scanner) skipSpaces(i int) int {
	for n := 0; n < 3; n++ {
		c, w := s.classAt(i)
		if c != cSpace && (c != cNewline || n > 0) || w == 0 {
			break
		}
		i += w
	}
	return i
}
