package ngz

// AppendSkeleton appends the consonant skeleton of a match key: that of
// romanize.Skeleton, made from the key without making the key again. Vowels, h and w go,
// but for a vowel at the front (written a); k, kh, gh and g are one letter.
func AppendSkeleton(dst, key []byte) []byte {
	n := len(dst)
	for i, c := range key {
		switch c {
		case 'a', 'i', 'u', 'v':
			if i > 0 {
				continue
			}
			c = 'a'
		case 'h':
			if i > 0 && key[i-1] != 's' {
				continue
			}
		case 'x', 'g':
			c = 'k'
		case 'j':
			c = 'z'
		}
		if len(dst) > n && dst[len(dst)-1] == c {
			continue
		}
		dst = append(dst, c)
	}
	return dst
}

// SkeletonHashes appends the hashes under which a word of the given skeleton is found: its
// own and those with one letter left out. Two skeletons that differ by one letter put in,
// left out or replaced share at least one of them (Garbe's SymSpell with distance 1).
// Skeletons of fewer than three letters have only their own.
func SkeletonHashes(dst []uint64, skel []byte) []uint64 {
	var buf [32]byte
	if len(skel) > len(buf) {
		skel = skel[:len(buf)]
	}
	dst = append(dst, HashBytes(skel))
	if len(skel) < 3 {
		return dst
	}
	for i := range skel {
		if i > 0 && skel[i] == skel[i-1] {
			continue
		}
		b := append(buf[:0], skel[:i]...)
		dst = append(dst, HashBytes(append(b, skel[i+1:]...)))
	}
	return dst
}
