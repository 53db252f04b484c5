package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/internal/text"
)

// judge sets the flags of a match and reports whether any of its hits counts here.
func (m *Matcher) judge(doc *text.Doc, x *Match) bool {
	caps, lower, common, part := true, true, true, false
	words := 0
	for i := x.First; i < x.Last; i++ {
		if m.steps[i] < 0 {
			continue
		}
		t := &doc.Tokens[i]
		if t.Kind == text.Clitic {
			continue
		}
		words++
		c := m.classes[i]
		caps = caps && (t.Flags&text.Caps != 0 || t.Flags&text.Initial != 0 && (t.Len() == 1 || t.Len() == 2 && doc.Text[t.Start+1] == '.') || t.Kind == text.Number)
		lower = lower && (t.Flags&text.Lower != 0 || t.Kind == text.Number)
		common = common && c.Has(Common|Function|NotName)
		part = c.Has(Given | Surname | Tribal)
	}
	if words == 1 && m.tooShort(doc, x) {
		return false
	}
	if caps {
		x.Flags |= AllCaps
	}
	if common {
		x.Flags |= CommonWord
	}
	if words == 1 && part {
		x.Flags |= NamePart
	}
	if m.opens(doc, x.First) {
		x.Flags |= SentenceStart
	}
	return m.anyHit(doc, x, lower, words)
}

// tooShort reports whether a match of one word is a bare number or a single letter.
func (m *Matcher) tooShort(doc *text.Doc, x *Match) bool {
	s := doc.Slice(x.First, x.Last)
	letters := 0
	for i := 0; i < len(s) && letters < 2; {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) {
			letters++
		}
		i += size
	}
	return letters < 2
}

// opens reports whether token i is the first word of its sentence or line.
func (m *Matcher) opens(doc *text.Doc, i int) bool {
	for j := i - 1; ; j-- {
		if doc.Tokens[j+1].Flags&text.LineStart != 0 {
			return true
		}
		if j < 0 {
			return true
		}
		if m.steps[j] >= 0 {
			break
		}
		if t := doc.Tokens[j]; t.Kind == text.Punct && (doc.Text[t.Start] == '.' || doc.Text[t.Start] == '!' || doc.Text[t.Start] == '?' || doc.Text[t.Start] == ':') {
			return true
		}
	}
	return doc.Sentences[doc.SentenceOf(i)].First == i
}

// anyHit looks for a hit that counts, and sets the flags that depend on hits.
func (m *Matcher) anyHit(doc *text.Doc, x *Match, lower bool, words int) bool {
	ok, lowerName := false, false
	capital := words == 1 && m.spokenWord(doc, x)
	surface := ""
	n := 0
	m.g.eachAlias(x, func(l *layer, a uint32, class, flags uint8, _ uint32) bool {
		if n++; n > 64 {
			return false
		}
		if AliasClass(class) == Acronym {
			if x.Flags&AllCaps == 0 {
				if surface == "" {
					surface = doc.Slice(x.First, x.Last)
				}
				if name := l.f.Alias(a).Name; !sameLetters(surface, name) && !(capital && strings.EqualFold(surface, name)) {
					return true
				}
			}
			x.Flags |= AcronymText
		}
		ok = true
		lowerName = lowerName || flags&ngz.FlagLower != 0
		return !lowerName || x.Flags&AcronymText == 0
	})
	if !ok {
		return false
	}
	if lower && !lowerName {
		x.Flags |= LowerCase
		// one word in lower case is a word, but where nothing has a capital, or where it can be no other
		return x.Tier == Exact && (words > 1 || x.Flags&CommonWord == 0 && doc.Sentences[doc.SentenceOf(x.First)].Casing == text.AllLower || m.unmistakable(x))
	}
	return true
}

// The bounds of unmistakable: the length of the word in bytes, and the prior of the entry.
const (
	leastUnmistakable = 5
	greatPrior        = 5
)

// unmistakable reports whether a match of one word in lower case is a name that everybody
// knows ("the taliban", "kabul") and no word of any other kind.
func (m *Matcher) unmistakable(x *Match) bool {
	if m.classes[x.First] != 0 {
		return false
	}
	great := false
	m.g.eachAlias(x, func(l *layer, a uint32, class, _ uint8, entry uint32) bool {
		great = AliasClass(class) != Acronym && len(l.f.Alias(a).Name) >= leastUnmistakable && m.g.Prior(entry) >= greatPrior
		return !great
	})
	return great
}

// leastSpoken is the length of the shortest acronym that is read as a word.
const leastSpoken = 4

// spokenWord reports whether a match of one word is written as British papers write acronyms
// that are read as words (Isaf, Nato, Unesco), and is no other word.
func (m *Matcher) spokenWord(doc *text.Doc, x *Match) bool {
	t := &doc.Tokens[x.First]
	return t.Len() >= leastSpoken && t.Flags&text.Initial != 0 && x.Flags&(CommonWord|NamePart) == 0
}

// sameLetters reports whether two names have the same letters and digits, case included.
func sameLetters(a, b string) bool {
	i, j := 0, 0
	for {
		r, n := nextLetter(a[i:])
		s, k := nextLetter(b[j:])
		if r != s {
			return false
		}
		if r == 0 {
			return true
		}
		i, j = i+n, j+k
	}
}

func nextLetter(s string) (r rune, n int) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r, i
		}
	}
	return 0, len(s)
}
