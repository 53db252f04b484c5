package text

import (
	"unicode"
	"unicode/utf8"
)

// Clean returns s as a key wants it: soft hyphens, joiners and directional marks
// dropped, curly quotes and the many dashes straightened, every kind of space made a
// plain one. It returns s itself when there is nothing to do. Bytes that are not valid
// UTF-8 stay as they are. Offsets into the result mean nothing in the text.
func Clean(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || s[i] == '`' {
			return string(appendClean(make([]byte, 0, len(s)), s, false))
		}
	}
	return s
}

// AppendLower appends s to dst, cleaned as by [Clean] and in lower case: the key under
// which word lists are asked. On valid UTF-8
// it is idempotent; it takes O(len(s)).
func AppendLower(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b >= 0x80 || b == '`' {
			return appendClean(dst, s[i:], true)
		}
		if asciiClass[b] == cUpper {
			b |= 0x20
		}
		dst = append(dst, b)
	}
	return dst
}

func appendClean(dst []byte, s string, lower bool) []byte {
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && w == 1 {
			dst = append(dst, s[i])
			i++
			continue
		}
		i += w
		if r = cleanRune(r); r < 0 {
			continue
		}
		if lower {
			r = unicode.ToLower(r)
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// cleanRune returns the plain form of r, or -1 for a rune that vanishes.
func cleanRune(r rune) rune {
	if r < 0x80 {
		if r == '`' {
			return '\''
		}
		return r
	}
	switch r {
	case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0xAB, 0xBB, 0xFF02:
		return '"'
	case 0x201A:
		return '\''
	case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D:
		return '-'
	}
	switch runeClass(r) {
	case cIgnore:
		return -1
	case cApos:
		return '\''
	case cSpace:
		return ' '
	}
	return r
}
