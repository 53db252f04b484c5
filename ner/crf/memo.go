package crf

// A Tagger remembers the words it met: their facts and the sums of their context-free
// rows for each of the places they can be seen from. Most words of a text are then one
// read of a few cache lines in place of sixty look-ups. The memo is bounded: a word may push out
// another, which costs time, never a different answer. Two places for each word (instead of one) and
// 2^13 words (instead of 2^12) halve the words that must be looked up again in varied text.

const (
	memoBits = 13
	hintBits = 8
)

// remembered is one word of the memo.
type remembered struct {
	key  uint64 // hash of the bytes; 0: empty
	f    facts
	rows [2*reach + 1]uint8
}

type memo struct {
	words []remembered
	older []uint8  // which of the two words of a set was used longer ago
	sums  []uint64 // by word, then by place, m.words each
	hints []rememberedHint
	hsums []uint64
}

type rememberedHint struct {
	hint Hint
	used bool
	rows [3]uint8
}

func newMemo(m *Model) memo {
	return memo{
		words: make([]remembered, 1<<memoBits),
		older: make([]uint8, 1<<(memoBits-1)),
		sums:  make([]uint64, (2*reach+1)*m.words<<memoBits),
		hints: make([]rememberedHint, 1<<hintBits),
		hsums: make([]uint64, 3*m.words<<hintBits),
	}
}

// word returns the memo's number of a word, computing what it does not hold. key is the
// hash of its bytes (facts.exact), which stands for the word: two words with one 64-bit hash do not
// happen.
func (t *Tagger) word(key uint64, surface string) int {
	set := int(key >> (64 - memoBits + 1))
	at := 2 * set
	switch key {
	case t.memo.words[at].key:
		t.memo.older[set] = 1
		return at
	case t.memo.words[at+1].key:
		t.memo.older[set] = 0
		return at + 1
	}
	at += int(t.memo.older[set])
	t.memo.older[set] ^= 1
	t.fill(&t.memo.words[at], at, key, surface)
	return at
}

func (t *Tagger) fill(e *remembered, at int, key uint64, surface string) {
	m := t.m
	t.surface = append(t.surface[:0], surface...)
	e.key = key
	e.f = t.scratch.look(t.surface, m.classes)
	n := (2*reach + 1) * m.words
	sums := t.memo.sums[at*n : at*n+n]
	clear(sums)
	for o := -reach; o <= reach; o++ {
		t.attrs = t.scratch.contextFree(t.attrs[:0], &e.f, o)
		k := (o + reach) * m.words
		e.rows[o+reach] = uint8(m.add(sums[k:k+m.words], t.attrs))
	}
}

// hint returns the memo's number of a hint.
func (t *Tagger) hint(h Hint) int {
	at := int(uint32(h) * 0x9E3779B1 >> (32 - hintBits))
	e := &t.memo.hints[at]
	if e.used && e.hint == h {
		return at
	}
	m := t.m
	e.hint, e.used = h, true
	sums := t.memo.hsums[at*3*m.words : (at+1)*3*m.words]
	clear(sums)
	for o := range 3 {
		t.attrs = hintAttributes(t.attrs[:0], h, o-1)
		e.rows[o] = uint8(m.add(sums[o*m.words:(o+1)*m.words], t.attrs))
	}
	return at
}
