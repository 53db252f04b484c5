package romanize

// maxReadings bounds the alternatives of one word.
const maxReadings = 24

// AppendReadings appends the keys that a word may have and returns the extended slice,
// the one of [AppendKey] first, none twice, at most 24.
//
// A Latin word has one. A Perso-Arabic word has those in which one short vowel that
// is not written is i or u (کابل is Kabul and Kabil), in which و is a consonant, a
// final ه is one, an initial ا or ع is i or u, and in which ښ, ږ, ځ and څ have the
// sound of another dialect.
func AppendReadings(dst []string, word string) []string {
	var in [maxLetters]byte
	n, sc := letters(&in, word)
	var room [2 * maxLetters]byte
	base := AppendKey(room[:0], word)
	if len(base) == 0 {
		return dst
	}
	r := readings{list: dst, base: len(dst)}
	r.add(base)
	if sc != native {
		return r.list
	}
	r.consonants(base)
	for _, key := range r.list[r.base:] {
		r.vowels(key)
	}
	if in[n-1] == heh && base[len(base)-1] == 'a' {
		r.add(append(base[:len(base)-1:len(base)-1], 'h'))
	}
	return r.list
}

type readings struct {
	list []string
	base int
}

func (r *readings) add(key []byte) {
	if len(r.list)-r.base >= maxReadings {
		return
	}
	for _, k := range r.list[r.base:] {
		if k == string(key) {
			return
		}
	}
	r.list = append(r.list, string(key))
}

// consonants adds the readings with one letter exchanged.
func (r *readings) consonants(key []byte) {
	for i, c := range key {
		if c == 'u' && i > 0 && i+1 < len(key) {
			r.add(replaceAt(key, i, 'v'))
		}
		if i == 0 && c == 'a' && len(key) > 1 && key[1] != 'i' && key[1] != 'u' {
			r.add(replaceAt(key, i, 'i'))
			r.add(replaceAt(key, i, 'u'))
		}
		if i == 0 && c == 'v' && len(key) > 1 && key[1] != 'a' && key[1] != 'i' {
			r.add(replaceAt(key, i, 'u'))
		}
	}
}

// vowels adds the readings with i or u between two consonants.
func (r *readings) vowels(key string) {
	for i := 1; i < len(key); i++ {
		if !isConsonant(key[i-1]) || !isConsonant(key[i]) || key[i] == 'h' && key[i-1] == 's' {
			continue
		}
		for _, v := range []byte{'u', 'i'} {
			alt := make([]byte, 0, len(key)+1)
			alt = append(alt, key[:i]...)
			alt = append(alt, v)
			r.add(append(alt, key[i:]...))
		}
	}
}

func isConsonant(c byte) bool { return c != 'a' && c != 'i' && c != 'u' && !isDigit(c) }

func replaceAt(key []byte, i int, c byte) []byte {
	out := append([]byte(nil), key...)
	out[i] = c
	return out
}
