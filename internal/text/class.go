package text

import "unicode"

// class is what the scanner needs to know of a byte or a rune. ASCII bytes have
// theirs in a table, so that ordinary news text never reaches the Unicode tables.
type class uint8

const (
	cSymbol class = iota // control characters too: NUL is a token, not a space
	cSpace
	cNewline
	cUpper
	cLower
	cLetter // a letter without case
	cMark   // a combining mark
	cArabic // a letter or mark of the Perso-Arabic script
	cDigit
	cApos // an apostrophe or a single quote of any shape
	cPunct
	cIgnore // soft hyphen, joiner, directional mark: nothing to see
	cHigh   // first byte of something beyond ASCII, to be decoded
)

// asciiClass holds the class of each byte; everything from 0x80 up is cHigh.
var asciiClass = func() (t [256]class) {
	for b := range t {
		switch {
		case b >= 0x80:
			t[b] = cHigh
		case b == '\n' || b == '\r' || b == '\v' || b == '\f':
			t[b] = cNewline
		case b == ' ' || b == '\t':
			t[b] = cSpace
		case b >= 'A' && b <= 'Z':
			t[b] = cUpper
		case b >= 'a' && b <= 'z':
			t[b] = cLower
		case b >= '0' && b <= '9':
			t[b] = cDigit
		case b == '\'' || b == '`':
			t[b] = cApos
		case unicode.IsPunct(rune(b)):
			t[b] = cPunct
		}
	}
	return t
}()

// runeClass is the class of a rune beyond ASCII (and, more slowly, of any other).
func runeClass(r rune) class {
	if r < 0x80 {
		return asciiClass[r]
	}
	switch {
	case r >= 0x2000 && r < 0x2070:
		return generalPunctuationClass(r)
	case r == 0xA0 || r == 0x1680 || r == 0x3000:
		return cSpace
	case r == 0x85:
		return cNewline
	case r == 0xAD || r == 0x61C || r == 0xFEFF:
		return cIgnore
	case r == 0xB4 || r == 0xFF07 || r == 0x2BC:
		return cApos
	case isArabic(r):
		return arabicClass(r)
	case unicode.IsUpper(r):
		return cUpper
	case unicode.IsLower(r):
		return cLower
	case unicode.IsLetter(r):
		return cLetter
	case unicode.IsMark(r):
		return cMark
	case unicode.IsNumber(r):
		return cDigit
	case unicode.IsPunct(r):
		return cPunct
	}
	return cSymbol
}

// generalPunctuationClass covers the block U+2000 to U+206F, where the dirt of web
// pages lives.
func generalPunctuationClass(r rune) class {
	switch {
	case r <= 0x200A || r == 0x202F || r == 0x205F:
		return cSpace
	case r == 0x2028 || r == 0x2029:
		return cNewline
	case r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060:
		return cIgnore
	case r == 0x2018 || r == 0x2019 || r == 0x201B || r == 0x2032:
		return cApos
	case unicode.IsPunct(r):
		return cPunct
	}
	return cSymbol
}

// isArabic reports whether r lies in a block of the Perso-Arabic script.
func isArabic(r rune) bool {
	return r >= 0x600 && (r <= 0x6FF || r >= 0x750 && r <= 0x77F || r >= 0x8A0 && r <= 0x8FF ||
		r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE)
}

func arabicClass(r rune) class {
	switch {
	case r >= 0x660 && r <= 0x669, r >= 0x6F0 && r <= 0x6F9:
		return cDigit
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return cArabic
	case unicode.IsPunct(r):
		return cPunct
	}
	return cSymbol
}

// isLetterClass reports whether a class is one that a Word may be made of.
func isLetterClass(c class) bool { return c >= cUpper && c <= cMark }
