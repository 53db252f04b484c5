package romanize

import "strings"

// place.go: where in a word a letter is put in or left out. Between two consonants a vowel
// comes and goes (Hashmi, Hashimi); at the end of a word it makes another word (Ahmad,
// Ahmadi), and where the other word has a vowel of its own nothing is left out (Salim, Salam).

// The neighbours of a letter in its word: a consonant, a vowel, or the end. A place is the
// neighbour before × 3 + the neighbour after; noPlace is where the other word has a vowel of
// its own beside one that stands between consonants.
const (
	byConsonant = iota
	byVowel
	byEnd
	neighbours
	noPlace = neighbours * neighbours
	places  = noPlace + 1
)

// isVowelSymbol are the vowels among the symbols.
var isVowelSymbol = func() (t [radix]bool) {
	for _, c := range []byte("aeiouy") {
		t[symbol(c)] = true
	}
	return t
}()

// markWords notes where the words of a name begin, whose letters w holds: at the end of a
// word a vowel counts for more. A connector is no word.
func (w *wordSymbols) markWords(name string) {
	if !strings.ContainsAny(name, " -") {
		return
	}
	words := wordsOf(name)
	letter, before := 0, 0
	for {
		word, ok := words.next()
		if !ok || letter > maxLetters-1 {
			return
		}
		var in [maxLetters]byte
		n, _ := letters(&in, word)
		if n > 2 && before > 2 {
			w.gap |= 1 << letter
		}
		letter, before = letter+n, n
	}
}

// sides holds the neighbours of each symbol of a word.
type sides struct {
	before, after [maxLetters + 2]uint8
	vowel         [maxLetters + 3]bool
	half          [maxLetters + 3]bool // a w, which another scribe may write as a vowel
}

func (s *sides) set(w *wordSymbols) {
	for i, u := range w.sym[:w.n] {
		s.vowel[i], s.half[i] = isVowelSymbol[u], u == 'w'-'a'+1
	}
	s.vowel[w.n] = false
	for i := 1; i+1 < w.n; i++ {
		s.before[i], s.after[i] = byConsonant, byConsonant
		switch {
		case i == 1 || w.gap>>(i-1)&1 != 0:
			s.before[i] = byEnd
		case s.vowel[i-1]:
			s.before[i] = byVowel
		}
		switch {
		case i+2 == w.n || w.gap>>i&1 != 0:
			s.after[i] = byEnd
		case s.vowel[i+1]:
			s.after[i] = byVowel
		}
	}
}

// place returns where symbol i of a word stands when it is left out before symbol j of the
// other word. The ends of a word stand anywhere.
func (s *sides) place(i int, other *sides, j int) int {
	p := int(s.before[i])*neighbours + int(s.after[i])
	if !s.vowel[i] {
		return p
	}
	if s.before[i] != byVowel && j > 0 && other.vowel[j-1] && !s.half[i-1] || s.after[i] != byVowel && other.vowel[j] && !s.half[i+1] {
		return noPlace
	}
	return p
}

// PlaceOf returns the pattern of letter i of a word when it is left out before letter j of
// the other, as tables of costs have it (see [ParseCosts]): "CiC" of the second i of shirin
// against shirn. It is empty where leaving it out is no operation: a vowel beside one of the
// other word. The words are of lower-case letters.
func PlaceOf(word string, i int, other string, j int) string {
	var w, o wordSymbols
	w.loadLetters([]byte(word))
	o.loadLetters([]byte(other))
	var s, t sides
	s.set(&w)
	t.set(&o)
	p := s.place(i+1, &t, j+1)
	if p == noPlace {
		return ""
	}
	return string([]byte{"CV^"[p/neighbours], word[i], "CV$"[p%neighbours]})
}

// placeOf reads the marks of a pattern.
func placeOf(before, after byte) int {
	return strings.IndexByte("CV^", before)*neighbours + strings.IndexByte("CV$", after)
}

// isPlaced reports whether a row of a table is about a letter at a place.
func isPlaced(from, to string) bool {
	return len(from) == 3 && to == "" && strings.IndexByte("CV^", from[0]) >= 0 && strings.IndexByte("CV$", from[2]) >= 0 &&
		from[1] >= 'a' && from[1] <= 'z'
}
