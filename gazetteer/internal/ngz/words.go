package ngz

import (
	"hash/maphash"
	"unicode"
	"unicode/utf8"

	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/text"
)

// Word holds what matching needs of one word form, worked out once.
type Word struct {
	Exact     uint64 // hash of the letters and digits in lower case; 0 when there are none
	KeyLen    uint8  // length of the match key
	Connector bool   // may be left out between the words of a name
	Lost      bool   // it has letters but no match key: a script without one
	Bits      uint8  // for the owner of the memo
	Class     uint32 // for the owner of the memo

	off, keyOff uint32
	len         uint16
}

// Memo remembers the words met, up to a bound; at the bound it forgets them all. It is
// scratch: one goroutine at a time. A hit costs about 15 ns, a miss the making of a key.
type Memo struct {
	seed  maphash.Seed
	slots []int32 // index into words, plus one
	words []Word
	bytes []byte
	lower []byte
	limit int
	// Miss is called once for each word remembered; its arguments are good during the call.
	Miss func(w *Word, surface string, key []byte)
}

// NewMemo makes a memo for up to limit words.
func NewMemo(limit int) *Memo {
	size := 16
	for size < 2*limit {
		size *= 2
	}
	return &Memo{seed: maphash.MakeSeed(), slots: make([]int32, size), limit: limit}
}

// Reserve makes room for n words more without forgetting on the way, so that indices
// given out by Index stay good for one text; it forgets first when there is no room.
func (m *Memo) Reserve(n int) (forgot bool) {
	if len(m.words)+n <= m.limit && len(m.bytes) < 64*m.limit {
		return false
	}
	if len(m.words) > 0 {
		clear(m.slots)
		m.words, m.bytes = m.words[:0], m.bytes[:0]
	}
	if n > m.limit { // a text of more tokens than the bound: grow for good
		m.limit = n
		size := len(m.slots)
		for size < 2*n {
			size *= 2
		}
		m.slots = make([]int32, size)
	}
	return true
}

// Index returns the index of the facts of surface form s.
func (m *Memo) Index(s string) int32 {
	if len(s) > 1<<12 {
		s = s[:1<<12]
	}
	mask := uint64(len(m.slots) - 1)
	i := maphash.String(m.seed, s) & mask
	for ; m.slots[i] != 0; i = (i + 1) & mask {
		w := &m.words[m.slots[i]-1]
		if int(w.len) == len(s) && string(m.bytes[w.off:int(w.off)+int(w.len)]) == s {
			return m.slots[i] - 1
		}
	}
	m.add(s)
	m.slots[i] = int32(len(m.words))
	return int32(len(m.words)) - 1
}

// Word returns the facts at an index; good until Reserve forgets.
func (m *Memo) Word(i int32) *Word { return &m.words[i] }

// Key returns the match key of the word at index i; good until the next call of Index.
func (m *Memo) Key(i int32) []byte {
	w := &m.words[i]
	return m.bytes[w.keyOff : int(w.keyOff)+int(w.KeyLen)]
}

func (m *Memo) add(s string) {
	w := Word{off: uint32(len(m.bytes)), len: uint16(len(s))}
	m.bytes = append(m.bytes, s...)
	m.lower = AppendWord(m.lower[:0], s)
	w.Exact = HashBytes(m.lower)
	w.keyOff = uint32(len(m.bytes))
	m.bytes = romanize.AppendKey(m.bytes, s)
	if n := len(m.bytes) - int(w.keyOff); n > MaxKey {
		m.bytes = m.bytes[:int(w.keyOff)+MaxKey]
	}
	w.KeyLen = uint8(len(m.bytes) - int(w.keyOff))
	w.Connector = len(m.lower) <= 4 && romanize.IsConnector(string(m.lower))
	w.Lost = w.KeyLen == 0 && len(m.lower) > 0 && !w.Connector
	if m.Miss != nil {
		m.Miss(&w, s, m.bytes[w.keyOff:])
	}
	m.words = append(m.words, w)
}

// AppendWord appends the letters and digits of s, cleaned and in lower case: what two
// spellings have in common that are equal up to case and punctuation.
func AppendWord(dst []byte, s string) []byte {
	n := len(dst)
	dst = text.AppendLower(dst, s)
	plain := true
	for _, c := range dst[n:] {
		plain = plain && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
	}
	if plain {
		return dst
	}
	k := n
	for i := n; i < len(dst); {
		r, size := utf8.DecodeRune(dst[i:])
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			k += copy(dst[k:], dst[i:i+size])
		}
		i += size
	}
	return dst[:k]
}

// HashBytes returns the hash of a word or an id; 0 only for the empty one.
func HashBytes(b []byte) uint64 {
	if len(b) == 0 {
		return 0
	}
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return mix(h)
}

// HashString is HashBytes of a string.
func HashString(s string) uint64 {
	if s == "" {
		return 0
	}
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// mix is the finaliser of MurmurHash3: every bit of the input reaches every bit of the result.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
