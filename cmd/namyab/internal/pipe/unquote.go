package pipe

import (
	"unicode/utf16"
	"unicode/utf8"
)

// Unquote decodes a JSON string that Scan has accepted, quotes included. Without escapes the
// result shares the memory of raw. Half a surrogate pair has no form in UTF-8: it is an
// error, with its offset in raw, and never replaced.
func Unquote(raw string) (text string, bad int) {
	body := raw[1 : len(raw)-1]
	i := 0
	for i < len(body) && body[i] != '\\' {
		i++
	}
	if i == len(body) {
		return body, -1
	}
	out := make([]byte, i, len(body))
	copy(out, body)
	for i < len(body) {
		if body[i] != '\\' {
			out = append(out, body[i])
			i++
			continue
		}
		if body[i+1] != 'u' {
			out = append(out, plain(body[i+1]))
			i += 2
			continue
		}
		r, n := runeAt(body[i:])
		if n == 0 {
			return "", i + 1
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	return string(out), -1
}

func plain(c byte) byte {
	switch c {
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return c
}

// runeAt decodes \uXXXX, or two that are a surrogate pair; n is 0 for half a pair.
func runeAt(s string) (r rune, n int) {
	r = hex4(s[2:6])
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		if r = utf16.DecodeRune(r, hex4(s[8:12])); r != utf8.RuneError {
			return r, 12
		}
	}
	return 0, 0
}

func hex4(s string) rune {
	var r rune
	for i := range 4 {
		d, _ := unhex(s[i])
		r = r<<4 | d
	}
	return r
}
