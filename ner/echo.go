package ner

import (
	"github.com/namyab/namyab/internal/text"
)

// The echo: a name that is sure in one place of a text lends its label to the other
// places where the same words stand (Chieu & Ng 2003; Krishnan & Manning 2006). The last
// word of a sure person ("Karzai") and its first ("Bismillah") are lent too, which is how
// short forms of people in no gazetteer are found.

// echoSure is the probability from which a claim is lent.
const echoSure = 0.8

// echoFacts says in which roles a word or a run of words stands in the sure claims of a
// text: by label, how often as a whole name, as the last and as the first word of one.
type echoFacts struct {
	whole [len(labelNames)]uint8
	last  [len(labelNames)]uint8
	first [len(labelNames)]uint8
}

// echoTable maps the hash of a lower-cased surface to what it was seen as.
type echoTable struct {
	index map[uint64]int32
	facts []echoFacts
}

func (e *echoTable) reset() {
	if e.index == nil {
		e.index = make(map[uint64]int32)
	}
	clear(e.index)
	e.facts = e.facts[:0]
}

func (e *echoTable) at(key uint64) *echoFacts {
	i, ok := e.index[key]
	if !ok {
		i = int32(len(e.facts))
		e.index[key] = i
		e.facts = append(e.facts, echoFacts{})
	}
	return &e.facts[i]
}

func (e *echoTable) lookup(key uint64) *echoFacts {
	if i, ok := e.index[key]; ok {
		return &e.facts[i]
	}
	return nil
}

func bump(n *uint8) {
	if *n < 255 {
		*n++
	}
}

// surfaceKey hashes the tokens of a range without regard to case (FNV-1a). Two different
// names that fall on one key lend to each other wrongly; with 64 bits that does not happen.
func (s *scratch) surfaceKey(first, last int32) uint64 {
	h := uint64(hashBasis)
	for k := first; k < last; k++ {
		t := &s.doc.Tokens[k]
		for i := t.Start; i < t.End; i++ {
			b := s.doc.Text[i]
			if b >= 'A' && b <= 'Z' {
				b |= 0x20
			}
			h = hashByte(h, b)
		}
		h = hashByte(h, ' ')
	}
	return h
}

// listen fills the table from the claims that are sure without any echo and not overlapped
// by a surer one. Whoever is named in full is meant by the bare surname, too, though it be
// that of a tribe or a body (Gulab Mangal, Jumma Khan Fatah): such a word is not lent as theirs.
func (s *scratch) listen() {
	s.echo.reset()
	for i := range s.claims {
		c := &s.claims[i]
		if c.label != Person || sigmoid(c.logit) < echoSure || s.words(int(c.first), int(c.last)) < 2 {
			continue
		}
		bump(&s.echo.at(s.surfaceKey(c.last-1, c.last)).last[c.label])
		bump(&s.echo.at(s.surfaceKey(c.first, c.first+1)).first[c.label])
	}
	for i := range s.claims {
		c := &s.claims[i]
		if sigmoid(c.logit) < echoSure {
			continue
		}
		e := s.echo.at(s.surfaceKey(c.first, c.last))
		if (c.label == Norp || c.label == Org) && e.last[Person] > 0 {
			continue
		}
		bump(&e.whole[c.label])
	}
}

// lend adds the echo's features to the claims and, where a lent name stands unclaimed,
// claims of its own.
func (s *scratch) lend() {
	n := len(s.claims)
	for i := range n {
		s.lendTo(&s.claims[i])
	}
	s.echoFinder(n)
}

func (s *scratch) lendTo(c *claim) {
	e := s.echo.lookup(s.surfaceKey(c.first, c.last))
	if e == nil {
		return
	}
	c.nEcho = uint8(len(appendEcho(c.echo[:0], c, e)))
	for _, f := range c.echo[:c.nEcho] {
		c.full += s.weightsFor(c.first)[f][c.label][1]
	}
	c.prob = sigmoid(c.full)
}

// maxEcho is the most features that appendEcho gives.
const maxEcho = 6

func appendEcho(dst []uint16, c *claim, e *echoFacts) []uint16 {
	own := uint8(0)
	if sigmoid(c.logit) >= echoSure {
		own = 1
	}
	if e.whole[c.label] > own {
		dst = append(dst, fEchoWholeSame)
		if e.whole[c.label] > own+2 {
			dst = append(dst, fEchoWholeMany)
		}
	}
	var wholeOther, lastOther bool
	for l := Person; l <= Norp; l++ {
		if l != c.label {
			wholeOther = wholeOther || e.whole[l] > 0
			lastOther = lastOther || e.last[l] > 0
		}
	}
	if wholeOther {
		dst = append(dst, fEchoWholeOther)
	}
	if e.last[c.label] > 0 {
		dst = append(dst, fEchoLastSame)
	} else if lastOther {
		dst = append(dst, fEchoLastOther)
	}
	if e.first[c.label] > 0 {
		dst = append(dst, fEchoFirstSame)
	}
	return dst
}

// echoFinder claims single words that are lent as (part of) a name and that no claim with
// that label covers. Words in lower case count when no lexicon knows them: scraped small
// capitals arrive as "ttp" and "tTp". Claims up to n are sorted by first token.
func (s *scratch) echoFinder(n int) {
	if len(s.echo.facts) == 0 {
		return
	}
	at := 0
	for i := range s.doc.Tokens {
		t := &s.doc.Tokens[i]
		if t.Kind != text.Word || t.Flags&(text.Initial|text.Caps) == 0 && s.class[i] != 0 {
			continue
		}
		for at < n && s.claims[at].first < int32(i) {
			at++
		}
		e := s.echo.lookup(s.surfaceKey(int32(i), int32(i+1)))
		if e == nil {
			continue
		}
		for l := Person; l <= Norp; l++ {
			if e.whole[l]+e.last[l]+e.first[l] > 0 && !s.claimed(at, n, int32(i), l) {
				s.addEcho(int32(i), l, e)
			}
		}
	}
}

func (s *scratch) claimed(at, n int, i int32, l Label) bool {
	for ; at < n && s.claims[at].first == i; at++ {
		if c := &s.claims[at]; c.last == i+1 && c.label == l {
			return true
		}
	}
	return false
}

func (s *scratch) addEcho(i int32, l Label, e *echoFacts) {
	s.around = s.appendAround(s.around[:0], i, i+1)
	p := [1]proposal{{first: i, last: i + 1, label: l, from: fromEcho, match: -1}}
	s.addClaim(p[:], p[:], s.around)
	c := &s.claims[len(s.claims)-1]
	echo := append(appendEcho(c.echo[:0], c, e), fEchoOnly)
	c.nEcho = uint8(len(echo))
	for _, f := range echo {
		c.full += s.weightsFor(c.first)[f][c.label][1]
	}
	c.prob = sigmoid(c.full)
}
