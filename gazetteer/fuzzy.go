package gazetteer

import (
	"cmp"
	"slices"

	"github.com/namyab/namyab/internal/text"
)

// The bounds of the fuzzy tier in text.
const (
	maxFuzzyWords = 4
	fuzzyScore    = 0.86 // least score; above DefaultMinScore, since in text nobody asked
	fuzzyScoreOne = 0.93 // for one word
	fuzzyEdits    = 3.2  // most nats of edits for a person
	fuzzyMemo     = 1 << 15
	maxScanned    = 400 // postings of one word that are read
	maxFuzzyFound = 3
)

// noFuzzy are the classes of words that are what they are and no misspelt name.
const noFuzzy = Common | Function | NotName | Month | Weekday | Direction | Demonymic | SpeechVerb |
	Title | TitlePart | RoleWord | Kin | GPEWord | DistrictWord | CityWord | VillageWord | LocWord |
	FacWord | OrgWord | PlacePrep

// fuzzyFinder finds and remembers what unlisted surfaces are like. Scratch of a Matcher.
type fuzzyFinder struct {
	near  nearFinder
	memo  map[uint64]uint32 // hash of a surface and its words -> first of found, plus one; 0: nothing
	found []fuzzyFound
	words map[uint64][2]uint32 // hash of key and layer -> range of likes
	likes []near
	run   []int32 // tokens of the words of a run
	cands []uint32
}

type fuzzyFound struct {
	layer    uint8
	last     bool
	from, to uint32
	cost     float32
}

// addFuzzy appends fuzzy matches of the capitalised runs of doc and keeps dst[first:] in order.
func (m *Matcher) addFuzzy(dst []Match, first int, doc *text.Doc) []Match {
	f := &m.fuzzy
	if f.memo == nil {
		f.memo, f.words = map[uint64]uint32{}, map[uint64][2]uint32{}
	}
	n := len(dst)
	for i := 0; i < len(doc.Tokens); {
		if !m.runs(doc, i) {
			i++
			continue
		}
		f.run = append(f.run[:0], int32(i))
		end := doc.Sentences[doc.SentenceOf(i)].Last
		j := i
		for {
			k := m.next(doc, j, end)
			if k < 0 {
				break
			}
			if !m.runs(doc, k) && !(m.memo.Word(m.steps[k]).Connector && len(f.run) < 16) || len(f.run) == 16 {
				break
			}
			f.run = append(f.run, int32(k))
			j = k
		}
		dst = m.fuzzyRun(dst, first, n, doc)
		i = j + 1
	}
	if len(dst) > n {
		slices.SortStableFunc(dst[first:], func(a, b Match) int {
			return cmp.Or(a.First-b.First, b.Last-a.Last, cmp.Compare(a.Tier, b.Tier))
		})
	}
	return dst
}

// runs reports whether token i may stand in a fuzzy name.
func (m *Matcher) runs(doc *text.Doc, i int) bool {
	t := &doc.Tokens[i]
	return m.steps[i] >= 0 && (t.Kind == text.Native || t.Kind == text.Word && t.Flags&text.Initial != 0)
}

// fuzzyRun tries the parts of a run, the longest first.
func (m *Matcher) fuzzyRun(dst []Match, first, n int, doc *text.Doc) []Match {
	run := m.fuzzy.run
	exact := dst[first:n]
	for s := 0; s < len(run); s++ {
		if m.classes[run[s]].Has(noFuzzy) && !m.classes[run[s]].Has(Given|Surname|Tribal) || m.memo.Word(m.steps[run[s]]).Connector {
			continue
		}
		for l := min(maxFuzzyWords, len(run)-s); l >= 1; l-- {
			e := run[s+l-1]
			if c := m.classes[e]; l > 1 && (c.Has(Function|SpeechVerb|NotName|Title|RoleWord) || m.memo.Word(m.steps[e]).Connector) {
				continue
			}
			if l == 1 && m.classes[e].Has(noFuzzy|Given|Surname|Tribal) {
				continue
			}
			x := span{run[s], e + 1}
			if m.isListed(x, exact) {
				continue
			}
			var hit bool
			if dst, hit = m.fuzzySpan(dst, doc, x, run[s:s+l]); hit {
				s += l - 1
				break
			}
		}
	}
	return dst
}

// isListed reports whether the span is a listed surface, or lies inside a longer match.
func (m *Matcher) isListed(x span, exact []Match) bool {
	i, _ := slices.BinarySearchFunc(m.listed, x.first, func(s span, f int32) int { return int(s.first - f) })
	for ; i < len(m.listed) && m.listed[i].first == x.first; i++ {
		if m.listed[i].last == x.last {
			return true
		}
	}
	i, _ = slices.BinarySearchFunc(exact, int(x.first)-maxTokens, func(e Match, f int) int { return e.First - f })
	for ; i < len(exact) && exact[i].First <= int(x.first); i++ {
		if exact[i].Last >= int(x.last) && exact[i].Flags&(LowerCase|CommonWord) == 0 {
			return true
		}
	}
	return false
}

func (m *Matcher) fuzzySpan(dst []Match, doc *text.Doc, x span, words []int32) ([]Match, bool) {
	c := &m.chain
	c.Reset()
	for _, i := range words {
		c.Add(m.memo.Word(m.steps[i]), m.memo.Key(m.steps[i]))
	}
	if c.Lost || len(c.Key()) < 4 {
		return dst, false
	}
	surface := doc.Slice(int(x.first), int(x.last))
	h := c.ExactHash()
	for i := range len(surface) { // the comparison heeds case and what stands between the words, so the memo must too
		h = (h ^ uint64(surface[i])) * 1099511628211
	}
	at, known := m.fuzzy.memo[h]
	if !known {
		at = m.seekFuzzy(surface, words)
		m.fuzzy.memo[h] = at
	}
	if at == 0 {
		return dst, false
	}
	for i := at - 1; ; i++ {
		f := m.fuzzy.found[i]
		y := Match{First: int(x.first), Last: int(x.last), Tier: Fuzzy, Cost: f.cost, layer: f.layer, from: f.from, to: f.to}
		if m.opens(doc, y.First) {
			y.Flags |= SentenceStart
		}
		dst = append(dst, y)
		if f.last {
			return dst, true
		}
	}
}

// forget bounds what the finder remembers: at its bounds it forgets all, spans and words
// apart, since a word is worked out for many spans.
func (f *fuzzyFinder) forget() {
	if len(f.memo) >= fuzzyMemo {
		clear(f.memo)
		f.found = f.found[:0]
	}
	if len(f.words) >= fuzzyMemo || len(f.likes) > 16*fuzzyMemo {
		clear(f.words)
		f.likes = f.likes[:0]
	}
}

// seekFuzzy finds the names that a surface is like and remembers them.
func (m *Matcher) seekFuzzy(surface string, words []int32) uint32 {
	f := &m.fuzzy
	f.forget()
	begin := len(f.found)
	for i := range m.g.layers {
		f.cands = f.cands[:0]
		l := &m.g.layers[i]
		m.joinedCandidates(l.f, i)
		if len(words) > 1 {
			m.partCandidates(l.f, i, words)
		}
		slices.Sort(f.cands)
		f.cands = slices.Compact(f.cands)
		for n, pos := range f.cands {
			if n == maxCompared {
				break
			}
			m.compareFuzzy(l, i, pos, surface, len(words))
		}
	}
	if len(f.found) == begin {
		return 0
	}
	found := f.found[begin:]
	slices.SortStableFunc(found, func(a, b fuzzyFound) int { return cmp.Compare(a.cost, b.cost) })
	if len(found) > maxFuzzyFound {
		f.found = f.found[:begin+maxFuzzyFound]
	}
	f.found[len(f.found)-1].last = true
	return uint32(begin) + 1
}
