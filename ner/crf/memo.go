package crf

import "math/bits"

// A Tagger remembers sums of rows. Of the words it met: their facts, the sums of their
// context-free rows for each of the places they can be seen from, side by side, and that of
// the rows of word and place in the sentence. Of the shapes of neighbours, which are few,
// and of hints: the sums of theirs. Most tokens of a text are then some reads of a few cache
// lines in place of a hundred look-ups. All is bounded: one thing remembered may push out another,
// which costs time, never a different answer.

const (
	memoBits  = 14
	memoWays  = 8
	shapeBits = 12
	topicBits = 11
	hintBits  = 10
)

type memo struct {
	keys   []uint64 // by set, then by way; 0: empty
	used   []uint8  // by set: a bit for each way met since all bits were last set
	facts  []facts  // by set and way
	sums   []uint64 // by set and way, stride each
	stride int
	shapes cache // by shapes of the neighbourhood and place
	topics cache // by topic and shapes of the neighbours
	hints  cache // by hint, three sums
}

func newMemo(m *Model) memo {
	stride := ((2*reach+2)*m.words + 1 + 7) &^ 7 // whole cache lines
	return memo{
		keys:   make([]uint64, 1<<memoBits),
		used:   make([]uint8, 1<<memoBits/memoWays),
		facts:  make([]facts, 1<<memoBits),
		sums:   make([]uint64, stride<<memoBits),
		stride: stride,
		shapes: newCache(shapeBits, m.words),
		topics: newCache(topicBits, m.words),
		hints:  newCache(hintBits, 3*m.words),
	}
}

// word returns the memo's number of a word, computing what it does not hold. key is the
// hash of its bytes (facts.exact), which stands for the word: two words with one 64-bit hash do not
// happen.
func (t *Tagger) word(key uint64, surface string) int {
	set := int(key >> (64 - memoBits + 3))
	keys := (*[memoWays]uint64)(t.memo.keys[set*memoWays:])
	for way, k := range keys {
		if k == key {
			t.memo.use(set, way)
			return set*memoWays + way
		}
	}
	way := bits.TrailingZeros8(^t.memo.used[set])
	keys[way] = key
	t.memo.use(set, way)
	t.fill(set*memoWays+way, surface)
	return set*memoWays + way
}

// use notes that a way of a set was met. Some bit stays 0: that of a word not met for long.
func (m *memo) use(set, way int) {
	used := m.used[set] | 1<<way
	if used == 1<<memoWays-1 {
		used = 1 << way
	}
	m.used[set] = used
}

// touch reads a word of each cache line of what is remembered of a word. To do so for all
// words of a sentence before any is used lets the processor wait for many lines at once.
func (m *memo) touch(at int) uint64 {
	x := m.facts[at].exact
	sums := m.sums[at*m.stride : (at+1)*m.stride]
	for k := 0; k < len(sums); k += 8 {
		x |= sums[k]
	}
	return x
}

// fill computes what is remembered of a word. A word seen at offset o from a token adds to
// the sum of the token -o away, so that place p is that of the token p-reach away.
func (t *Tagger) fill(at int, surface string) {
	m := t.m
	t.surface = append(t.surface[:0], surface...)
	f := &t.memo.facts[at]
	*f = t.scratch.look(t.surface, m.classes)
	sums := t.memo.sums[at*t.memo.stride : (at+1)*t.memo.stride]
	clear(sums)
	var ends [2*reach + 1]int
	t.slots = t.slots[:0]
	for p := range ends {
		t.few = t.scratch.contextFree(t.few[:0], f, reach-p)
		t.slots = m.rows.slots(t.slots, t.few)
		ends[p] = len(t.slots)
	}
	from := 0
	for p, end := range ends {
		m.rows.addRows(sums[p*m.words:(p+1)*m.words], t.slots[from:end])
		from = end
	}
}

// placed returns the sum of the rows of a word of the memo and its place in a sentence.
func (t *Tagger) placed(at int, place uint64) []uint64 {
	m := t.m
	from := at*t.memo.stride + (2*reach+1)*m.words
	e := t.memo.sums[from : from+m.words+1]
	if e[0] != place+1 {
		e[0] = place + 1
		clear(e[1:])
		t.few = placedAttributes(t.few[:0], &t.memo.facts[at], place)
		m.add(e[1:], t.few, &t.slots)
	}
	return e[1:]
}

// cache is a table of sums by 64-bit keys other than 0: each has one place.
type cache struct {
	words []uint64 // a key and its sums, and so on
	width int
	shift uint
}

func newCache(bits, words int) cache {
	return cache{words: make([]uint64, (words+1)<<bits), width: words + 1, shift: uint(64 - bits)}
}

// at returns the sums of a key and whether they are known; if not, they are zeros to fill.
func (c *cache) at(key uint64) ([]uint64, bool) {
	from := int(key>>c.shift) * c.width
	e := c.words[from : from+c.width]
	if e[0] == key {
		return e[1:], true
	}
	e[0] = key
	clear(e[1:])
	return e[1:], false
}

// hint returns the sums of a hint, seen from the tokens after, at and before it.
func (t *Tagger) hint(h Hint) []uint64 {
	sums, ok := t.memo.hints.at(uint64(h) * 0x9E3779B97F4A7C15)
	if !ok {
		w := t.m.words
		for o := range 3 {
			t.few = hintAttributes(t.few[:0], h, o-1)
			t.m.add(sums[o*w:(o+1)*w], t.few, &t.slots)
		}
	}
	return sums
}
