package romanize

// Version numbers the key. It changes with any change of what [Key], [AppendKey],
// [AppendJoin] or [Skeleton] return; compiled data store it and refuse to open under
// another one.
const Version = 6

// maxLetters bounds the work on one word: letters after it are not looked at. The
// longest name of the tables has 31.
const maxLetters = 64

// maxName bounds the bytes of a whole name that [Key] looks at.
const maxName = 1024

// AppendKey appends the fine match key of one word and returns the extended slice.
//
// The word may be Latin with the diacritics of any scheme, or Perso-Arabic with or
// without vowel marks; its case, apostrophes, joiners and tatweel do not count. The
// key is of lower-case ASCII letters and digits: consonants in classes (q is k, kh is
// x, gh is g, ch and sh are
// themselves, w before a vowel is v), the vowels i (e, y, ai) and u (o, w, au)
// where they are written, a only at the ends of the word and where two letters would
// run into another one. A word that carries nothing (ezafe e, i, ye; the article al,
// ul, ud) and a word without letters add nothing.
//
// AppendKey is idempotent: the key of a key is itself. It allocates only to grow dst,
// takes time linear in the word and looks at its first 64 letters at most.
func AppendKey(dst []byte, word string) []byte {
	var in [maxLetters]byte
	n, script := letters(&in, word)
	k := keyer{dst: dst, base: len(dst)}
	switch {
	case n == 0:
		return dst
	case script == native:
		k.native(in[:n])
	default:
		k.latin(in[:n])
	}
	return k.finish()
}

// AppendJoin appends the word key to dst, which holds the key of the words before it
// from its first byte on, in such a way that split and joined spellings meet: Deh Salah
// and Dehsalah, Jalal Abad and Jalalabad. An a at the seam and a doubled letter go.
// [Key] is AppendKey of every word joined by AppendJoin.
func AppendJoin(dst, key []byte) []byte {
	if len(dst) == 0 || len(key) == 0 {
		return append(dst, key...)
	}
	if len(dst) > 1 && dst[len(dst)-1] == 'a' {
		dst = dst[:len(dst)-1]
	}
	if len(key) > 1 && key[0] == 'a' {
		key = key[1:]
	}
	k := keyer{dst: dst, base: 0}
	last := dst[len(dst)-1]
	switch {
	case key[0] == last && !isDigit(last):
		key = key[1:]
	case key[0] == 'v' && (last == 'u' || len(key) > 1 && key[1] == 'u'):
		key = key[1:]
		if len(key) > 0 && key[0] == 'u' && last == 'u' {
			key = key[1:]
		}
	case key[0] == 'h':
		k.put('h') // keeps s and h apart
		key = key[1:]
	case key[0] == 'j' && last == 'd':
		k.put('j')
		key = key[1:]
	}
	return append(k.dst, key...)
}

// Key returns the fine match key of a whole name, the key of its words joined without
// a separator: Deh Salah, Dehsalah and De Salah have one key, and so have Panjshir,
// Panjsheer and پنجشیر. Words are parted by anything that is no letter, digit or
// apostrophe. Ezafe and articles between words add nothing.
//
// The key is made for exact look-up in running text: different provinces, districts
// and persons have, with few exceptions, different keys. Use [Skeleton] to collect
// candidates that a [Costs] then ranks.
func Key(name string) string {
	var room [2 * maxLetters]byte
	return string(appendKeyOf(room[:0], name))
}

func appendKeyOf(dst []byte, name string) []byte {
	var word [maxLetters]byte
	w := wordsOf(name)
	for {
		s, ok := w.next()
		if !ok {
			break
		}
		if w.article(s) {
			continue
		}
		dst = AppendJoin(dst, AppendKey(word[:0], s))
	}
	return dst
}

// IsConnector reports whether the word only joins others and may be dropped between
// them: the ezafe (e, i, ye, -e-), the Arabic article in its forms (al, ul, ud, ur),
// and "and" (wa, u, o, و). Case does not count.
func IsConnector(word string) bool {
	var in [maxLetters]byte
	n, script := letters(&in, word)
	if script == native {
		return n == 1 && (in[0] == 'W' || in[0] == 'Y')
	}
	return isEmptyWord(in[:n]) || isAnd(in[:n])
}

// isEmptyWord reports whether the Latin letters are an ezafe or an article.
func isEmptyWord(in []byte) bool {
	switch string(in) {
	case "e", "i", "ye", "yi", "al", "el", "ul", "ol", "ud", "ur", "wa", "va":
		return true
	}
	return false
}

func isAnd(in []byte) bool {
	switch string(in) {
	case "o", "u", "aw":
		return true
	}
	return false
}

// keyer writes one key; it holds the rules about letters that may not stand together
// in a key, since they would be read as another letter the next time.
type keyer struct {
	dst    []byte
	base   int  // where the key begins
	joined bool // the word was read in parts
}

func (k *keyer) last() byte {
	if len(k.dst) == k.base {
		return 0
	}
	return k.dst[len(k.dst)-1]
}

// put writes one letter. A vowel that repeats is one vowel; two equal consonants that
// come from different letters are held apart by an a.
func (k *keyer) put(c byte) {
	last := k.last()
	switch {
	case last == 'a' && (c == 'i' || c == 'u') && len(k.dst) == k.base+1:
		k.dst[k.base] = c // at the start ai is i, au is u
		return
	case c == 'u' && last == 'v' && len(k.dst) > k.base+1:
		k.dst = k.dst[:len(k.dst)-1] // Dawud, Daud
		k.rejoin('v')
		k.put(c)
		return
	case last == c && (c == 'i' || c == 'u' || c == 'a'):
		return
	case c == 'h' && last == 'h' && len(k.dst)-k.base > 1 && (k.dst[len(k.dst)-2] == 's' || k.dst[len(k.dst)-2] == 'c'):
		// sh and ch end here: the h is one of its own
	case last == c && !isDigit(c),
		c == 'h' && joinsH(last),
		c == 'j' && last == 'd':
		k.dst = append(k.dst, 'a')
	}
	k.dst = append(k.dst, c)
}

// rejoin drops the a that held a letter, which is gone, apart from an equal one before it.
func (k *keyer) rejoin(c byte) {
	if n := len(k.dst); n-k.base > 1 && k.dst[n-1] == 'a' && k.dst[n-2] == c {
		k.dst = k.dst[:n-1]
	}
}

// sh and ch write the letters of the key that have two bytes.
func (k *keyer) sh() {
	k.put('s')
	k.dst = append(k.dst, 'h')
}

func (k *keyer) ch() {
	for k.last() == 't' { // tch
		k.dst = k.dst[:len(k.dst)-1]
		k.rejoin('t')
	}
	k.dst = append(k.dst, 'c', 'h')
}

// joinsH reports whether the letter and a following h are read as one letter.
func joinsH(c byte) bool {
	switch c {
	case 's', 'k', 'z', 'g', 'd', 't', 'p':
		return true
	}
	return false
}

// finish returns the extended slice, once the key is its own key.
func (k *keyer) finish() []byte {
	k.trim()
	k.settle()
	if len(k.dst)-k.base > maxLetters { // no longer than what is read of a word
		k.dst = k.dst[:k.base+maxLetters]
		if k.last() == 'c' { // half a ch
			k.dst = k.dst[:len(k.dst)-1]
		}
		k.trim()
		k.settle()
	}
	return k.dst
}

// trim writes a final -ah as -a.
func (k *keyer) trim() {
	if n := len(k.dst); n-k.base > 2 && k.dst[n-1] == 'h' && k.dst[n-2] == 'a' {
		k.dst = k.dst[:n-1]
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
