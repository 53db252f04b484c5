package crf

// skeleton appends attributes of the consonant skeleton of a word, in which the spellings
// of one Afghan name mostly meet: Masood, Massoud and Masud are all m-s-d. It is coarser
// than a fold key on purpose: it says how a word sounds, not which name it is.
func (s *wordScratch) skeleton(dst []uint64) []uint64 {
	s.skel = s.skel[:0]
	var last byte
	for i, c := range s.lower {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'w', '\'', '`':
			if i > 0 {
				last = 0
				continue
			}
			c = 'a'
		case 'q', 'c', 'x':
			c = 'k'
		case 'z', 'j':
			c = 'z'
		case 'v':
			c = 'b'
		case 'h':
			if i > 0 {
				continue
			}
		}
		if c == last {
			continue
		}
		last = c
		s.skel = append(s.skel, c)
	}
	if len(s.skel) == 0 || len(s.skel) > 12 || s.lower[0] < 'a' || s.lower[0] > 'z' {
		return dst
	}
	dst = append(dst, attr(tSkeleton, hashBytes(1, s.skel)))
	if len(s.skel) > 2 {
		dst = append(dst, attr(tSkelPrefix, hashBytes(2, s.skel[:2])), attr(tSkelSuffix, hashBytes(3, s.skel[len(s.skel)-2:])))
	}
	if len(s.skel) > 3 {
		dst = append(dst, attr(tSkelPrefix, hashBytes(2, s.skel[:3])))
	}
	return dst
}
