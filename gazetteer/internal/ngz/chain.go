package ngz

import "github.com/namyab/namyab/gazetteer/romanize"

// MaxKey bounds the match key of one word, and MaxChain that of a name, in letters.
const (
	MaxKey   = 64
	MaxChain = 250
)

const polyBase = 0x9e3779b97f4a7c15 // odd: multiplying loses nothing

// Chain is the running pair of hashes of a name, word by word: of its words for the exact
// tier, of its match key for the folded one. The key is that of romanize.Key, but that
// connectors inside a name add nothing. It is scratch of about 2 KB; Reset is cheap.
type Chain struct {
	Words int  // words so far
	Lost  bool // a word had letters and no key: there is no key of the whole
	exact uint64
	key   []byte
	poly  [MaxChain + MaxKey + 2]uint64 // poly[i]: hash of the first i letters of the key
	room  [MaxChain + MaxKey + 2]byte
}

// Reset empties the chain.
func (c *Chain) Reset() { c.Words, c.Lost, c.exact, c.key = 0, false, 0, c.room[:0] }

// Add appends a word with its match key (from Memo.Key).
func (c *Chain) Add(w *Word, key []byte) {
	c.exact = (c.exact^w.Exact)*0xff51afd7ed558ccd + 0x2545f4914f6cdd1d
	c.exact ^= c.exact >> 32
	c.Words++
	c.Lost = c.Lost || w.Lost
	if w.Connector && c.Words > 1 || len(c.key) > MaxChain {
		return
	}
	from := max(len(c.key)-1, 0) // the seam may change the last letter, nothing before it
	c.key = romanize.AppendJoin(c.key, key)
	c.poly[0] = 0
	for i := from; i < len(c.key); i++ {
		c.poly[i+1] = c.poly[i]*polyBase + uint64(c.key[i]) + 1
	}
}

// Key returns the match key so far; valid until the next Add or Reset.
func (c *Chain) Key() []byte { return c.key }

// ExactHash returns the hash to look up in Exact.
func (c *Chain) ExactHash() uint64 { return mix(c.exact) }

// KeyHash returns the hash to look up in Fold.
func (c *Chain) KeyHash() uint64 { return mix(c.poly[len(c.key)] ^ tagKey) }

// Tags keep the uses of the hashes apart.
const (
	tagKey         = 0x5bd1e9955bd1e995
	tagExactPrefix = 0x1000000000000001
	tagKeyPrefix   = 0x2000000000000002
)

// ExactPrefixHash returns the member of Prefixes that says "a longer name begins so".
func (c *Chain) ExactPrefixHash() uint64 { return mix(c.exact ^ tagExactPrefix) }

// MinPrefix and MaxPrefix bound the lengths of key prefixes that Prefixes holds; shorter
// and longer ones count as present.
const (
	MinPrefix = 3
	MaxPrefix = 20
)

// MayGrow reports whether some listed key may begin with the key so far. A final a is not
// looked at: it falls away at the next seam.
func (c *Chain) MayGrow(f *Bloom) bool {
	n := len(c.key)
	if n > 1 && c.key[n-1] == 'a' {
		n--
	}
	return n < MinPrefix || n > MaxPrefix || f.Has(mix(c.poly[n]^tagKeyPrefix))
}

// AddPrefixes adds the members of Prefixes for the whole key, but for those of fewer than
// from letters.
func (c *Chain) AddPrefixes(m *BloomMaker, from int) {
	for n := max(from, MinPrefix); n < len(c.key) && n <= MaxPrefix; n++ {
		m.Add(mix(c.poly[n] ^ tagKeyPrefix))
	}
}

// NumPrefixes returns how many members AddPrefixes adds for the whole key.
func (c *Chain) NumPrefixes() int { return max(min(len(c.key)-1, MaxPrefix)-MinPrefix+1, 0) }

// HashKey returns the hash of a whole match key, as Chain.KeyHash gives it.
func HashKey(key []byte) uint64 {
	p := uint64(0)
	for _, c := range key {
		p = p*polyBase + uint64(c) + 1
	}
	return mix(p ^ tagKey)
}
