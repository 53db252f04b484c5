package eval

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key returns the form in which names are compared: case folded, without diacritics
// and punctuation, white space collapsed to single spaces. Punctuation is removed, not
// replaced: "Al-Qaeda" is "alqaeda" and not "al qaeda". Cost: linear, one allocation
// for plain ASCII.
func Key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range decompose(s) {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.Is(unicode.Mn, r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.Is(unicode.Cf, r),
			r >= 0x02B0 && r <= 0x02FF: // modifier letters: the ʿ and ʾ of transliteration
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// decompose splits letters from their diacritics; plain ASCII is returned as it is.
func decompose(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return norm.NFKD.String(s)
		}
	}
	return s
}

// Norms splits the norm field into its alternatives, trimmed; none for "".
func Norms(field string) []string {
	var out []string
	for s := range strings.SplitSeq(field, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// classWords maps the last word of a norm to the kind that the entry must have.
var classWords = [...]struct{ word, kind string }{
	{"province", "province"}, {"district", "district"}, {"valley", "valley"}, {"river", "river"},
}

// target is a norm made ready for comparison.
type target struct {
	key  string // of the whole norm
	kind string // kind that a place must have; "" any
	bare string // key without the class word; "" when there is none
}

func newTarget(norm string) target {
	t := target{key: Key(norm)}
	for _, c := range classWords {
		if bare, ok := strings.CutSuffix(t.key, " "+c.word); ok {
			t.kind, t.bare = c.kind, bare
		}
	}
	return t
}

// admits reports whether an entry of the given kind, one of whose names has the given
// key, is what the norm means. The class word binds places only: the "Province" of
// Islamic State Khorasan Province says nothing about a kind of place.
func (t target) admits(kind, key string) bool {
	if t.kind == "" || !placeKinds[kind] {
		return key == t.key
	}
	return kind == t.kind && (key == t.key || key == t.bare)
}
