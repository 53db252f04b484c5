package gazetteer

import (
	"bytes"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/internal/text"
)

// maxWords is the longest name met in text, in words; maxTokens in tokens, hyphens included.
const (
	maxWords  = 12
	maxTokens = 24
)

// memoWords bounds the words that a Matcher remembers: a few days of news.
const memoWords = 1 << 14

// The bits of ngz.Word.Bits: where a name may begin.
const (
	beginsExact = 1 << iota // the word is a listed name, or listed names begin with it
	beginsFold              // its key is a listed key, or listed keys begin with it
)

// Matcher finds listed names in texts. It holds scratch memory and what it learned about
// the words of earlier texts: one goroutine at a time. On news that it has read before it costs
// about 180 ns a token and allocates nothing; on news that is new to it some 600.
type Matcher struct {
	g       *Gazetteer
	memo    *ngz.Memo
	lower   []byte
	steps   []int32 // by token: index into memo, or stepSkip or stepStop
	classes []WordClass
	chain   ngz.Chain
	out     []Match // matches that begin at the token in hand
	listed  []span  // spans whose surface is a listed name, whether it counts here or not
	fuzzy   fuzzyFinder
}

type span struct{ first, last int32 }

const (
	stepSkip = -1 // a hyphen, an apostrophe
	stepStop = -2 // no name runs over it
)

// NewMatcher makes a Matcher over g.
func (g *Gazetteer) NewMatcher() *Matcher {
	m := &Matcher{g: g, memo: ngz.NewMemo(memoWords)}
	m.memo.Miss = m.learn
	m.fuzzy.near.strict = true
	return m
}

// learn works out where a word met for the first time may begin a name.
func (m *Matcher) learn(w *ngz.Word, surface string, key []byte) {
	m.lower = text.AppendLower(m.lower[:0], surface)
	class := m.g.classOf(m.lower)
	if n := len(m.lower); class == 0 && n > 2 && m.lower[n-1] == '.' && bytes.IndexByte(m.lower, '.') == n-1 {
		class = m.g.classOf(m.lower[:n-1]) // Gen. where the lexicon has gen
	}
	w.Class, w.Bits = uint32(class), 0
	if w.Exact == 0 {
		return
	}
	c := &m.chain
	c.Reset()
	c.Add(w, key)
	for i := range m.g.layers {
		f := m.g.layers[i].f
		if from, to := f.Exact.Find(c.ExactHash()); from < to {
			w.Bits |= beginsExact
		}
		if f.Prefixes.Has(c.ExactPrefixHash()) {
			w.Bits |= beginsExact
		}
		if w.Lost {
			continue
		}
		if c.MayGrow(&f.Prefixes) {
			w.Bits |= beginsFold
		} else if from, to := f.Fold.Find(c.KeyHash()); from < to {
			w.Bits |= beginsFold
		}
	}
}

// classOf is WordClass of bytes.
func (g *Gazetteer) classOf(lower []byte) WordClass {
	var c WordClass
	h := ngz.HashBytes(lower)
	for k := range g.layers {
		t := &g.layers[k].f.Classes
		if from, to := t.Find(h); from < to {
			c |= WordClass(t.Val(from))
		}
	}
	return c
}

// Classes returns the word class of every token of the doc last matched; valid until the
// next call of Match.
func (m *Matcher) Classes() []WordClass { return m.classes }

// Match appends the matches of doc to dst: by First, then longest first, then exact before
// folded before fuzzy. Matches overlap freely; the finder above decides. Time is linear in
// the tokens: at each at most maxWords steps are taken.
func (m *Matcher) Match(dst []Match, doc *text.Doc) []Match {
	m.read(doc)
	m.listed = m.listed[:0]
	first := len(dst)
	sentence, end := -1, 0
	for i := range doc.Tokens {
		for i >= end && sentence+1 < len(doc.Sentences) {
			sentence++
			end = doc.Sentences[sentence].Last
		}
		k := m.steps[i]
		if k < 0 {
			continue
		}
		if w := m.memo.Word(k); w.Bits != 0 {
			m.out = m.out[:0]
			m.from(doc, i, max(end, i+1), w.Bits)
			dst = appendLongestFirst(dst, m.out)
		}
	}
	return m.addFuzzy(dst, first, doc)
}

// appendLongestFirst appends matches that were found shortest first the other way round;
// those of one span keep their order, exact before folded.
func appendLongestFirst(dst, found []Match) []Match {
	for to := len(found); to > 0; {
		from := to - 1
		for from > 0 && found[from-1].Last == found[to-1].Last {
			from--
		}
		dst = append(dst, found[from:to]...)
		to = from
	}
	return dst
}

// read looks every token up in the memo.
func (m *Matcher) read(doc *text.Doc) {
	n := len(doc.Tokens)
	m.memo.Reserve(n)
	if cap(m.steps) < n {
		m.steps, m.classes = make([]int32, n+n/4), make([]WordClass, n+n/4)
	}
	m.steps, m.classes = m.steps[:n], m.classes[:n]
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		s := doc.Text[t.Start:t.End]
		m.classes[i] = 0
		switch ngz.StepOf(*t, s) {
		case ngz.IsSkip:
			m.steps[i] = stepSkip
		case ngz.IsStop:
			m.steps[i] = stepStop
			if ngz.JoinsUnit(doc, i) || ngz.Editorial(doc, i) || doc.Nickname(i) >= 0 || i > 1 && doc.Nickname(i-2) >= 0 { // its two quotes
				m.steps[i] = stepSkip
			}
		case ngz.IsWord:
			k := m.memo.Index(ngz.SurfaceWord(s))
			m.steps[i] = k
			if w := m.memo.Word(k); w.Exact == 0 {
				m.steps[i] = stepSkip
			} else {
				m.classes[i] = WordClass(w.Class)
			}
		}
	}
}

// from tries the names that begin at token i; end is the end of its sentence.
func (m *Matcher) from(doc *text.Doc, i, end int, bits uint8) {
	t := &doc.Tokens[i]
	if t.Kind == text.Clitic {
		return
	}
	exact, fold := bits&beginsExact != 0, bits&beginsFold != 0 && m.capital(doc, i)
	if !exact && !fold {
		return
	}
	c := &m.chain
	c.Reset()
	for j := i; ; {
		k := m.steps[j]
		c.Add(m.memo.Word(k), m.memo.Key(k))
		found := exact && m.probeExact(doc, i, j+1)
		// a surname that is listed as it stands may be another's in another spelling, and a
		// village that of a district or town
		if fold && (!found || j == i && m.classes[i].Has(Given|Surname|Tribal) || m.villages()) && doc.Tokens[j].Kind != text.Clitic && m.endsName(doc, i, j) {
			m.probeFold(doc, i, j+1)
		}
		if c.Words == maxWords {
			return
		}
		exact, fold = exact && m.anyPrefix(), fold && m.anyKeyPrefix()
		if !exact && !fold {
			return
		}
		if j = m.next(doc, j, min(end, i+maxTokens)); j < 0 {
			return
		}
	}
}

// next returns the next word token that a name may run on to, -1 when there is none.
func (m *Matcher) next(doc *text.Doc, j, end int) int {
	for j++; j < end; j++ {
		t := &doc.Tokens[j]
		if t.Flags&text.LineStart != 0 && paragraphBreak(doc.Text[doc.Tokens[j-1].End:t.Start]) {
			return -1
		}
		switch m.steps[j] {
		case stepSkip:
		case stepStop:
			return -1
		default:
			return j
		}
	}
	return -1
}

// paragraphBreak reports whether the space between two tokens holds more than one line end.
func paragraphBreak(gap string) bool {
	n := 0
	for i := 0; i < len(gap); i++ {
		if gap[i] == '\n' {
			n++
		}
	}
	return n > 1
}

// capital reports whether a folded name may begin at token i: at a capital, at letters
// without case, or at an article that hangs on a capital (al-Zawahiri).
func (m *Matcher) capital(doc *text.Doc, i int) bool {
	t := &doc.Tokens[i]
	if t.Kind == text.Native || t.Flags&text.Initial != 0 {
		return true
	}
	if i > 0 && m.steps[i-1] == stepSkip && t.Flags&text.SpaceBefore == 0 {
		return false // the -e- of Pol-e-Hesar begins nothing
	}
	return m.memo.Word(m.steps[i]).Connector && i+2 < len(doc.Tokens) &&
		m.steps[i+1] == stepSkip && doc.Tokens[i+2].Flags&text.Initial != 0
}

// endsName reports whether a folded name that begins at i may end with token j: at a
// capital, at letters without case, or at a part that hangs on the one before by a hyphen.
func (m *Matcher) endsName(doc *text.Doc, i, j int) bool {
	t := &doc.Tokens[j]
	switch {
	case j == i:
		return true
	case m.memo.Word(m.steps[j]).Connector:
		return false
	case t.Kind == text.Native || t.Flags&text.Initial != 0:
		return true
	case m.classes[j].Has(GPEWord | DistrictWord | LocWord | FacWord | OrgWord):
		return true
	}
	return m.steps[j-1] == stepSkip && t.Kind == text.Word
}
