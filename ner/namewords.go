package ner

import (
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/text"
)

// The words of names as match keys, by which co-reference finds them again.

// nameWords are the match keys of the words of one name, hashed.
type nameWords struct {
	words []uint64
	spans []span32 // one a mention
}

// keyNames hashes the words of every name.
func (s *scratch) keyNames() {
	l := &s.link
	l.words.words, l.words.spans = l.words.words[:0], l.words.spans[:0]
	for i := range l.named {
		m := &l.named[i]
		from := len(l.words.words)
		whole := uint64(hashBasis)
		for k := m.head; k < m.tail; k++ {
			t := &s.doc.Tokens[k]
			if t.Kind == text.Punct || t.Kind == text.Clitic || s.junior(k) {
				continue
			}
			if k > m.head && s.numeral(k) {
				m.numbered = true
				continue
			}
			l.buf = romanize.AppendKey(l.buf[:0], s.doc.Text[t.Start:t.End])
			if len(l.buf) == 0 { // of nothing but small letters: Yi, Wu
				l.buf = text.AppendLower(l.buf, s.doc.Text[t.Start:t.End])
			}
			h := hashBytes(l.buf)
			l.words.words = append(l.words.words, h)
			whole = mix(whole, h)
		}
		l.words.spans = append(l.words.spans, span32{int32(from), int32(len(l.words.words))})
		m.words = max(1, len(l.words.words)-from)
		m.key = whole
	}
}

const hashBasis = 14695981039346656037

// hashByte is one step of FNV-1a, which all hashes of words in this package take.
func hashByte(h uint64, b byte) uint64 { return (h ^ uint64(b)) * 1099511628211 }

func hashBytes(b []byte) uint64 {
	h := uint64(hashBasis)
	for _, c := range b {
		h = hashByte(h, c)
	}
	return h
}

func mix(h, x uint64) uint64 { return (h ^ x) * 0x9E3779B97F4A7C15 >> 3 }

// numeral reports whether token k is the number of a king: he is Abdullah the second time.
func (s *scratch) numeral(k int32) bool {
	switch s.doc.Surface(int(k)) {
	case "II", "III", "IV", "VI", "VII", "VIII":
		return true
	}
	return false
}

func (s *scratch) junior(k int32) bool {
	return s.low(k, "jr.") || s.low(k, "jr") || s.low(k, "sr.") || s.low(k, "sr")
}

// calledByNext reports whether token i is a word that begins many names, so that its bearer
// is called by the next.
func (s *scratch) calledByNext(i int32) bool {
	for _, w := range [...]string{"mohammad", "muhammad", "mohammed", "mohamed", "abdul", "sayed", "sayyed", "said", "syed", "ghulam", "gholam"} {
		if s.low(i, w) {
			return true
		}
	}
	return false
}
