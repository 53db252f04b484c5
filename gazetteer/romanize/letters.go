package romanize

import (
	"unicode"
	"unicode/utf8"
)

// script says which fold a word takes.
type script uint8

const (
	latin script = iota
	native
)

// letters fills in with the letters of the word: lower-case ASCII for Latin, codes of
// native.go for Perso-Arabic. The first letter decides which; letters of the other
// script, marks, apostrophes and everything else are left out.
func letters(in *[maxLetters]byte, word string) (int, script) {
	n, sc, known := 0, latin, false
	for i := 0; i < len(word) && n < maxLetters; {
		if c := word[i]; c < utf8.RuneSelf {
			i++
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			switch {
			case c >= 'a' && c <= 'z':
				if known && sc == native {
					continue
				}
				known = true
			case !isDigit(c):
				continue
			}
			in[n] = c
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		if isArabic(r) {
			if known && sc == latin {
				continue
			}
			n = appendNative(in, n, r, word[i-size:i])
			if n > 0 {
				sc, known = native, true
			}
			continue
		}
		if known && sc == native {
			continue
		}
		before := n
		n = putLatin(in, n, r)
		known = known || n > before
	}
	return n, sc
}

// isArabic reports whether r is of the Arabic blocks, presentation forms with them.
func isArabic(r rune) bool {
	return r >= 0x0600 && r <= 0x06FF || r >= 0x0750 && r <= 0x077F || r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}

// appendNative writes the code of r, which stands in the text as s, at in[n].
func appendNative(in *[maxLetters]byte, n int, r rune, s string) int {
	switch {
	case r >= '٠' && r <= '٩':
		in[n] = byte(r-'٠') + '0'
		return n + 1
	case r >= '۰' && r <= '۹':
		in[n] = byte(r-'۰') + '0'
		return n + 1
	case r >= 0xFB50:
		for d := presentation(s); len(d) > 0 && n < maxLetters; {
			b, size := utf8.DecodeRune(d)
			d = d[size:]
			if c := nativeLetter(b); c != 0 {
				in[n] = c
				n++
			}
		}
		return n
	}
	if c := nativeLetter(r); c != 0 {
		in[n] = c
		n++
	}
	return n
}

// wordScanner walks over the words of a name.
type wordScanner struct {
	s   string
	pos int
	at  int  // where the word returned last begins
	gap byte // the byte after the word returned last: '-' marks an article
}

func wordsOf(name string) *wordScanner {
	if len(name) > maxName {
		name = name[:maxName]
	}
	return &wordScanner{s: name}
}

// next returns the next word: letters, marks, digits, apostrophes and joiners.
func (w *wordScanner) next() (string, bool) {
	start := -1
	for w.pos < len(w.s) {
		r, size := utf8.DecodeRuneInString(w.s[w.pos:])
		if inWord(r) {
			if start < 0 {
				start, w.at = w.pos, w.pos
			}
		} else if start >= 0 {
			w.gap = w.s[w.pos]
			word := w.s[start:w.pos]
			w.pos += size
			return word, true
		}
		w.pos += size
	}
	w.gap = 0
	if start < 0 {
		return "", false
	}
	return w.s[start:], true
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '\'' || r == '`'
	}
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '\u200c', '\u200d', '\u00ad', '\u200e', '\u200f':
		return true
	case utf8.RuneError:
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// article reports whether the word before a hyphen is an Arabic article assimilated to
// the word after it: ar-Rahman, ad-Din, ash-Sham.
func (w *wordScanner) article(word string) bool {
	if w.gap != '-' || len(word) < 2 || len(word) > 3 || w.pos+1 >= len(w.s) {
		return false
	}
	lower := func(c byte) byte {
		if c >= 'A' && c <= 'Z' {
			return c + 'a' - 'A'
		}
		return c
	}
	v, c := lower(word[0]), lower(word[1])
	if v != 'a' && v != 'u' && v != 'e' {
		return false
	}
	switch c {
	case 'r', 'd', 's', 'n', 'z', 't':
	default:
		return false
	}
	return lower(w.s[w.pos]) == c && (len(word) == 2 || c == 's' && lower(word[2]) == 'h')
}

// AppendLatin appends the lower-case ASCII letters and digits of a Latin word, without
// diacritics and apostrophes, as [Costs] compares them, and returns dst extended. A
// word of another script adds nothing. The first 64 letters count.
func AppendLatin(dst []byte, word string) []byte {
	var in [maxLetters]byte
	n, sc := letters(&in, word)
	if sc == native {
		return dst
	}
	return append(dst, in[:n]...)
}

// AppendNative appends the letters of a Perso-Arabic word in one form each (ي as ی,
// ك as ک, ګ as گ), without marks, tatweel and joiners, and returns dst extended. A word
// that begins in another script adds nothing. The first 64 letters count.
func AppendNative(dst []rune, word string) []rune {
	n := 0
	for i, r := range word {
		if !isArabic(r) {
			if unicode.IsLetter(r) {
				return dst
			}
			continue
		}
		if r < 0xFB50 {
			if r = plainNative(r); r != 0 && n < maxLetters {
				dst = append(dst, r)
				n++
			}
			continue
		}
		for d := presentation(word[i : i+utf8.RuneLen(r)]); len(d) > 0 && n < maxLetters; n++ {
			b, size := utf8.DecodeRune(d)
			d = d[size:]
			if b = plainNative(b); b != 0 {
				dst = append(dst, b)
			}
		}
	}
	return dst
}

// plainNative returns the one form of a Perso-Arabic letter, 0 for marks.
func plainNative(r rune) rune {
	switch r {
	case 'ا', 'أ', 'إ', 'ٱ':
		return 'ا'
	case 'ك', 'ڪ':
		return 'ک'
	case 'ګ':
		return 'گ'
	case 'ي', 'ى', 'ۍ', 'ئ', 'ے', 'ۓ', 'ێ':
		return 'ی'
	case 'ؤ', 'ۇ', 'ۉ', 'ۋ':
		return 'و'
	case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ', 'ۂ':
		return 'ه'
	case 'ٹ':
		return 'ټ'
	case 'ڈ':
		return 'ډ'
	case 'ڑ':
		return 'ړ'
	case 'ں':
		return 'ن'
	case '\u0650', '\u064F':
		return 0
	}
	if nativeLetter(r) == 0 {
		return 0
	}
	return r
}
