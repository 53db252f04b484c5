package romanize

// latin.go: the fold of Latin spellings. The scheme of a spelling is never known
// (BGN/PCGN writes Ḩeşārak, the press Hesarak, an election list Hisarak), so the rules
// go by sound: what schemes and scribes exchange is one letter of the key.

// latin writes the key of lower-case ASCII letters and digits.
func (k *keyer) latin(in []byte) {
	if isEmptyWord(in) {
		return
	}
	if key := special(in); key != "" {
		k.dst = append(k.dst, key...)
		return
	}
	head, rest := prefix(in)
	k.dst = append(k.dst, head...)
	stem, tail := rest, ""
	if head == "" {
		stem, tail = suffix(in)
	}
	k.letters(stem)
	if tail != "" {
		k.join(tail)
	}
	k.joined = head != "" || tail != ""
}

// settle makes the key its own key: what looks like a word of the tables by chance is
// read as that word (Aabdoolrahim is Abdulrahim), but nothing vanishes. Most keys need no round,
// those that were put together of parts one; endings in a row (Lullullullah) take one each.
func (k *keyer) settle() {
	for range maxLetters {
		key := k.dst[k.base:]
		if isEmptyWord(key) {
			if string(key) == "i" {
				k.dst = append(k.dst[:k.base], "ai"...)
				return
			}
			k.dst = append(k.dst[:k.base+1], k.dst[k.base:]...) // Aal is no article
			return
		}
		if !k.joined && !ofParts(key) {
			return
		}
		var room [2 * maxLetters]byte
		before := room[:copy(room[:], key)]
		k.reread()
		k.trim()
		if string(before) == string(k.dst[k.base:]) {
			return
		}
	}
}

// ofParts reports whether a key would be read as a word of the tables, or in parts.
func ofParts(key []byte) bool {
	head, _ := prefix(key)
	_, tail := suffix(key)
	s := special(key)
	return s != "" && s != string(key) || head != "" || tail != ""
}

// reread makes the key of what is written so far.
func (k *keyer) reread() {
	var room [2 * maxLetters]byte
	in := room[:copy(room[:maxLetters], k.dst[k.base:])]
	k.dst = k.dst[:k.base]
	k.latin(in)
}

// join appends a part that is already a key, as AppendJoin would.
func (k *keyer) join(part string) {
	var room [8]byte
	k.dst = append(k.dst[:k.base], AppendJoin(k.dst[k.base:], append(room[:0], part...))...)
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// vowelAt reports whether letter i is part of a vowel: y always is, w is unless a vowel
// follows (Dawlat, Naw, but Parwan).
func vowelAt(in []byte, i int) bool {
	if in[i] != 'w' {
		return isVowel(in[i])
	}
	return i > 0 && (i+1 == len(in) || !isVowel(in[i+1]) && in[i+1] != 'w')
}

// letters writes the letters one by one.
func (k *keyer) letters(in []byte) {
	trimmed := false
	if n := len(in); n > 2 && in[n-1] == 'h' && (in[n-2] == 'a' || in[n-2] == 'e') {
		in, trimmed = in[:n-1], true
	}
	for i := 0; i < len(in); {
		if vowelAt(in, i) {
			i = k.vowels(in, i, trimmed)
			continue
		}
		i = k.consonant(in, i)
	}
}

// vowels writes the run of vowels that begins at i and returns its end.
func (k *keyer) vowels(in []byte, i int, trimmed bool) int {
	first := i
	for i < len(in) && vowelAt(in, i) {
		i++
	}
	run := in[first:i]
	final := i == len(in)
	// ah, eh and ih within a word are one sound: Mahdi, Mehdi; Ihsan, Ehsan; Bahar, Behar.
	if !final && in[i] == 'h' && i+1 < len(in) && isFront(run) && !(first > 0 && joinsH(in[first-1])) {
		if len(k.dst) == k.base {
			k.put('a')
		}
		return i
	}
	open := final && (run[len(run)-1] == 'a' || run[len(run)-1] == 'e' && (len(run) == 1 || trimmed || run[len(run)-2] == 'y'))
	if open {
		run = run[:len(run)-1]
	}
	for _, c := range run {
		switch c {
		case 'e', 'i', 'y':
			k.put('i')
		case 'o', 'u', 'w':
			k.put('u')
		}
	}
	if open || len(k.dst) == k.base {
		if len(k.dst) == k.base || open {
			k.put('a')
		}
	}
	return i
}

// isFront reports whether the vowels are read i: no o, u or w, and not a alone.
func isFront(run []byte) bool {
	for _, c := range run {
		if c == 'o' || c == 'u' || c == 'w' {
			return false
		}
	}
	return string(run) != "a"
}

// consonant writes the consonant at i and returns the index after it.
func (k *keyer) consonant(in []byte, i int) int {
	c, next := in[i], byte(0)
	if i+1 < len(in) {
		next = in[i+1]
	}
	if next == c && !isDigit(c) {
		return i + 1 // doubled: the second one writes it
	}
	if next == 'h' {
		switch c {
		case 's':
			k.sh()
			return i + 2
		case 'k':
			return k.two('x', i)
		case 'g':
			return k.two('g', i)
		case 'c':
			k.ch()
			return i + 2
		case 'z':
			return k.two('j', i)
		case 't':
			return k.two('s', i)
		case 'd':
			return k.two('z', i)
		case 'p':
			return k.two('f', i)
		}
	}
	switch c {
	case 't':
		if next == 'c' && i+2 < len(in) && in[i+2] == 'h' {
			return i + 1 // tch: the ch writes it
		}
	case 'd':
		if next == 'j' {
			return i + 1
		}
	case 'c':
		if next == 'k' {
			return i + 1 // ck: the k writes it
		}
		if c = 'k'; next == 'e' || next == 'i' || next == 'y' {
			c = 's'
		}
	case 'q':
		c = 'k'
	case 'w', 'v':
		return k.waw(in, i)
	}
	k.put(c)
	return i + 1
}

func (k *keyer) two(c byte, i int) int {
	k.put(c)
	return i + 2
}

// waw writes w and v before a vowel. Dawood and Daud are one name, as are Khwaja,
// Khowaja and Khoja.
func (k *keyer) waw(in []byte, i int) int {
	if i+1 < len(in) && (in[i+1] == 'u' || in[i+1] == 'o') && len(k.dst) > k.base {
		return i + 1
	}
	switch k.last() {
	case 'u':
	case 'x':
		k.put('u')
	default:
		k.put('v')
	}
	return i + 1
}
