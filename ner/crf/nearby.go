package crf

// The joint attributes as the Tagger asks for them: the same as those of joint, in groups
// by what they depend on. Those that depend on little are remembered as one sum.

// nearby is a token with its neighbours; border stands for those outside of the sentence.
type nearby struct {
	pp, p, c, n, nn *facts
}

// pairAttributes appends the joint attributes in which words or their classes meet: too
// many combinations to remember.
func (w *nearby) pairAttributes(dst []uint64, topic uint64) []uint64 {
	pp, p, c, n, nn := w.pp, w.p, w.c, w.n, w.nn
	const t = tJoint
	return append(dst,
		attr(t+0, p.lowerMix^c.lower),
		attr(t+8, c.lowerMix^n.lower),
		attr(t+40, p.lowerMix^c.short),
		attr2(t+48, c.short, n.lower),
		attr(t+56, pp.lowerMix^p.lower),
		attr(t+64, n.lowerMix^nn.lower),
		attr(t+72, p.lowerMix^n.lower),
		attr(t+80, p.classMix^uint64(c.class)),
		attr(t+88, c.classMix^uint64(n.class)),
		attr2(t+96, uint64(p.class8), uint64(n.class8)^c.short),
		attr(tSentence+40, topic^uint64(c.class8)))
}

// shapes returns the sum of the rows of the shapes of the five words.
func (t *Tagger) shapes(w *nearby, place uint64) []uint64 {
	pp, p, c, n := w.pp.short, w.p.short, w.c.short, w.n.short
	sums, ok := t.memo.shapes.at(mix(pp^p<<1, c^n<<1^place<<32) ^ mix(p^place, n^c<<3) | 1)
	if !ok {
		const j = tJoint
		t.few = append(t.few[:0],
			attr2(j+16, p, c),
			attr2(j+24, c, n),
			attr2(j+32, p^c<<1, n),
			attr2(j+104, pp^p<<1, c^n<<1),
			attr2(tSentence+24, place, p^n<<1))
		t.m.add(sums, t.few, &t.slots)
	}
	return sums
}

// topics returns the sum of the rows of the shapes in a document with the given topic, mixed.
func (t *Tagger) topics(w *nearby, topic uint64) []uint64 {
	p, c, n := w.p.short, w.c.short, w.n.short
	sums, ok := t.memo.topics.at(mix(topic^c<<1, n^p<<1) ^ c | 1)
	if !ok {
		t.few = append(t.few[:0],
			attr(tSentence+32, topic^c),
			attr(tSentence+48, topic^(n^p<<1)))
		t.m.add(sums, t.few, &t.slots)
	}
	return sums
}

// placedAttributes appends the joint attributes of a word and its place in the sentence.
func placedAttributes(dst []uint64, c *facts, place uint64) []uint64 {
	return append(dst,
		attr2(tSentence+0, place, c.short),
		attr2(tSentence+8, place, uint64(c.class)),
		attr2(tSentence+16, place&^16, c.lower))
}
