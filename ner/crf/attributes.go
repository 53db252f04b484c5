package crf

// An attribute is a 64-bit hash of a template and its values; the model keeps a row of
// weights, one a tag, for each attribute that training found worth keeping. Templates
// come in three groups:
//
//   - context-free: of one word, seen from a token up to two places away. A Tagger adds
//     up the rows of a word once and remembers the sum;
//   - joint: of several words, or of the word and the sentence;
//   - evidence: what the rest of the document and the caller's hints say.
//
// Training and tagging share this code: both ask for the list of attributes, the one to
// learn their weights, the other to add them up.

// Group is a set of attributes that training may leave out. A model without them ignores
// them when it tags.
type Group uint8

// The groups that may be left out.
const (
	Evidence  Group = 1 << iota // what the rest of the document says
	Skeletons                   // how words sound
)

// reach is how far context-free attributes look to either side.
const reach = 2

// attr makes an attribute of template t and value v.
func attr(t uint64, v uint64) uint64 { return mix(v^t*0x9E3779B97F4A7C15, 0x8EBC6AF09C88C6E3) }

// attr2 makes an attribute of template t and two values, in order.
func attr2(t uint64, v, w uint64) uint64 { return attr(t, premix(v)^w) }

// premix is the part of attr2 that the first value alone decides.
func premix(v uint64) uint64 { return mix(v, 0x589965CC75374CC3) }

// Template numbers. Context-free ones leave room for the offset (0 to 4) below them.
const (
	tLower = (iota + 1) * 8
	tExact
	tShape
	tShort
	tPrefix
	tSuffix
	tClass4
	tClass6
	tClass8
	tClass12
	tClassAll
	tLength
	tSkeleton
	tSkelPrefix
	tSkelSuffix
	tPart
	tEdge
	tJoint
	tSentence = tJoint + 32*8
	tEvidence = tSentence + 16*8
	tHint     = tEvidence + 32*8
	tVote     = tHint + 32*8
	tBias     = tVote + 16*8
)

// contextFree appends the attributes of the word in s, seen from a token such that the
// word stands at offset o (-2 to 2) from it.
func (s *wordScratch) contextFree(dst []uint64, f *facts, o int) []uint64 {
	at := uint64(o + reach)
	dst = append(dst, attr(tLower+at, f.lower))
	if f.class != 0 {
		dst = append(dst,
			attr(tClass4+at, uint64(classPrefix(f.class, 4))),
			attr(tClass6+at, uint64(classPrefix(f.class, 6))),
			attr(tClass8+at, uint64(classPrefix(f.class, 8))),
			attr(tClassAll+at, uint64(f.class)))
	}
	if o < -1 || o > 1 {
		return append(dst, attr(tShort+at, f.short))
	}
	dst = append(dst, attr(tShape+at, f.shape), attr(tShort+at, f.short))
	if p := s.suffix(3); p != nil {
		dst = append(dst, attr(tSuffix+at, hashBytes(3, p)))
	}
	if o != 0 {
		return dst
	}
	dst = append(dst, attr(tExact+at, f.exact), attr(tLength, uint64(min(len(s.runes), 12))), tBias)
	for n := 1; n <= 5; n++ {
		if p := s.prefix(n); p != nil {
			dst = append(dst, attr(tPrefix+at, hashBytes(uint64(n), p)))
		}
		if p := s.suffix(n); p != nil && n != 3 {
			dst = append(dst, attr(tSuffix+at, hashBytes(uint64(n), p)))
		}
	}
	dst = s.parts(dst)
	if s.without&Skeletons != 0 {
		return dst
	}
	return s.skeleton(dst)
}

// parts appends one attribute for each piece of a word with inner hyphens or slashes.
func (s *wordScratch) parts(dst []uint64) []uint64 {
	from, n := 0, 0
	for i := 0; i <= len(s.lower); i++ {
		if i < len(s.lower) && s.lower[i] != '-' && s.lower[i] != '/' {
			continue
		}
		if i == len(s.lower) && from == 0 {
			return dst
		}
		if i > from && n < 4 {
			dst = append(dst, attr(tPart, hashBytes(2, s.lower[from:i])))
			n++
		}
		from = i + 1
	}
	return dst
}

// joint appends the attributes of token i of a sentence that join several words. w is
// the sentence's words with reach border words on both sides: token i is w[i+reach].
// The Tagger makes the same ones in groups: see nearby.
func joint(dst []uint64, w []facts, i int, s sentence) []uint64 {
	pp, p, c, n, nn := &w[i], &w[i+1], &w[i+2], &w[i+3], &w[i+4]
	const t = tJoint
	dst = append(dst,
		attr2(t+0, p.lower, c.lower),
		attr2(t+8, c.lower, n.lower),
		attr2(t+16, p.short, c.short),
		attr2(t+24, c.short, n.short),
		attr2(t+32, p.short^c.short<<1, n.short),
		attr2(t+40, p.lower, c.short),
		attr2(t+48, c.short, n.lower),
		attr2(t+56, pp.lower, p.lower),
		attr2(t+64, n.lower, nn.lower),
		attr2(t+72, p.lower, n.lower),
		attr2(t+80, uint64(p.class), uint64(c.class)),
		attr2(t+88, uint64(c.class), uint64(n.class)),
		attr2(t+96, uint64(classPrefix(p.class, 8)), uint64(classPrefix(n.class, 8))^c.short),
		attr2(t+104, pp.short^p.short<<1, c.short^n.short<<1),
	)
	place := s.place(i)
	return append(dst,
		attr2(tSentence+32, s.topic, c.short),
		attr2(tSentence+40, s.topic, uint64(classPrefix(c.class, 8))),
		attr2(tSentence+48, s.topic, n.short^p.short<<1),
		attr2(tSentence+0, place, c.short),
		attr2(tSentence+8, place, uint64(c.class)),
		attr2(tSentence+16, place&^16, c.lower),
		attr2(tSentence+24, place, p.short^n.short<<1))
}

// sentence is what the attributes ask of a sentence as a whole.
type sentence struct {
	casing uint8 // text.Casing
	line   bool
	flat   bool   // it has no word in lower case: a heading, a line of a table, a dateline
	topic  uint64 // hash of the first word of the document's text
}

// place says what the attributes ask of the place of the i-th word.
func (s *sentence) place(i int) uint64 {
	place := uint64(s.casing)
	if i == 0 {
		place |= 8
	}
	if s.line {
		place |= 16
	}
	if s.flat {
		place |= 32
	}
	return place
}

// hintAttributes appends the attributes of the hint at offset o (-1, 0, 1).
func hintAttributes(dst []uint64, h Hint, o int) []uint64 {
	t := uint64(tHint + 8*(o+1))
	for b := 0; b < numHints; b++ {
		if h&(1<<b) != 0 {
			dst = append(dst, attr(t, uint64(b)))
		}
	}
	if k := h & (hitBits | Ambiguous); k != 0 {
		dst = append(dst, attr(t+32, uint64(k)))
	}
	if o == 0 && h != 0 {
		dst = append(dst, attr(t+64, uint64(h)))
	}
	return dst
}
