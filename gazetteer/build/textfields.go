package build

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// text checks what no field may have; false when the field is not to be read further.
func (f *filler) text(fl field, off int, s string) bool {
	if f.plain {
		return true
	}
	if !utf8.ValidString(s) {
		f.bad(fl, off, "bad-encoding", "expected UTF-8, found other bytes in %q", s)
		return false
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' || strings.Contains(s, "  ") {
		f.bad(fl, off, "white-space", "white space at an end of %q, or two in a row", clip(s))
	}
	for i, c := range s {
		switch {
		case c < 0x20, c == 0x7f, c >= 0x80 && c < 0xa0, c == 0x200b, c >= 0x200e && c <= 0x200f, c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069, c == 0xad, c == 0xfeff, c == 0xfffd:
			f.bad(fl, off+i, "control-character", "expected visible characters, found %U in %q", c, clip(s))
			return true
		case c != ' ' && unicode.IsSpace(c):
			f.bad(fl, off+i, "white-space", "expected a plain space, found %U in %q", c, clip(s))
			return true
		}
	}
	return true
}

// name checks a name: its length, and that its letters are of one script.
func (f *filler) name(fl field, off int, s, lang string) {
	if len(s) > ngz.MaxName {
		f.bad(fl, off, "too-long", "expected a name of at most %d bytes, found %d", ngz.MaxName, len(s))
	}
	if f.plain || lang != "" {
		return
	}
	latin, other := false, false
	for _, c := range s {
		if !unicode.IsLetter(c) || unicode.Is(unicode.Lm, c) {
			continue
		}
		if unicode.Is(unicode.Latin, c) {
			latin = true
		} else {
			other = true
		}
	}
	if latin && other || other && f.strict && fl == fName {
		f.bad(fl, off, "stray-script", "expected letters of one script, and Latin ones in a canonical name; found %q", clip(s))
	}
}

func clip(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return s
}
