package romanize

// Skeleton returns the coarse key of a whole name, for collecting candidates: the
// consonants of [Key] in wider classes (k, kh, q, g and gh are k; j, zh and z are z)
// without vowels, h and w; a vowel at the start stands as a. Spellings of one name
// have one skeleton far more often than one Key, in Latin and Perso-Arabic alike, and
// so have many different names: rank them with [Costs.Compare].
func Skeleton(name string) string {
	var room [2 * maxLetters]byte
	key := appendKeyOf(room[:0], name)
	return string(appendSkeleton(key[:0], key))
}

// AppendSkeleton appends the skeleton of one word to dst and returns it extended.
// It allocates only to grow dst. Skeletons of words are joined by plain appending.
func AppendSkeleton(dst []byte, word string) []byte {
	base := len(dst)
	dst = AppendKey(dst, word)
	return appendSkeleton(dst[:base], dst[base:])
}

// appendSkeleton reads key and appends its skeleton; dst may be key[:0].
func appendSkeleton(dst, key []byte) []byte {
	last := byte(0)
	base := len(dst)
	for i, c := range key {
		switch c {
		case 'a', 'i', 'u', 'v':
			if i > 0 {
				continue
			}
			c = 'a'
		case 'h':
			if i > 0 && key[i-1] != 's' && key[i-1] != 'c' {
				continue
			}
		case 'x', 'g':
			c = 'k'
		case 'j':
			c = 'z'
		}
		if c == last && len(dst) > base && !isDigit(c) {
			continue
		}
		dst = append(dst, c)
		last = c
	}
	return dst
}
