package gazetteer

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/gazetteer/romanize"
)

// The bounds of one fuzzy look-up: postings read, candidates compared.
const (
	maxPostings = 6000
	maxCompared = 24
)

// tally sums weights by position: open addressing, cleared by its list of used slots.
type tally struct {
	keys   []uint32 // position plus one; 0: free
	sums   []float32
	used   []int32
	marks  []uint32 // set of the words of the query that are met, so that each counts once
	posted int
}

const tallySize = 1 << 14 // more than twice maxPostings

func (t *tally) reset() {
	if t.keys == nil {
		t.keys, t.sums, t.marks = make([]uint32, tallySize), make([]float32, tallySize), make([]uint32, tallySize)
	}
	for _, i := range t.used {
		t.keys[i], t.sums[i], t.marks[i] = 0, 0, 0
	}
	t.used, t.posted = t.used[:0], 0
}

// add counts a weight for the words of the query in set, where they have not been met.
func (t *tally) add(pos uint32, weight float32, set uint32) {
	i := int32(pos*0x9e3779b1>>18) & (tallySize - 1)
	for t.keys[i] != 0 && t.keys[i] != pos+1 {
		i = (i + 1) & (tallySize - 1)
	}
	if t.keys[i] == 0 {
		t.keys[i] = pos + 1
		t.used = append(t.used, i)
	}
	switch fresh := set &^ t.marks[i]; fresh {
	case 0:
		return
	case set:
		t.sums[i] += weight
	default:
		t.sums[i] += weight * float32(bits.OnesCount32(fresh)) / float32(bits.OnesCount32(set))
	}
	t.marks[i] |= set
}

// fuzzy finds names that share like words with the query, or, where the kinds asked for are few
// and no such name is like it, names that share none.
func (s *searcher) fuzzy() {
	if !s.words() {
		return
	}
	if s.kinds != 0 && !s.o.Worded && max(s.topScore(), s.o.MinScore) < scanBelow && s.latin {
		for i := range s.g.layers {
			s.scan(&s.g.layers[i])
		}
	}
}

// topScore is the score of the best hit so far.
func (s *searcher) topScore() (top float64) {
	for i := range s.hits {
		top = max(top, s.hits[i].score)
	}
	return top
}

// words finds names that share like words with the query, and compares the best of them. It
// reports whether the query has words that count.
func (s *searcher) words() bool {
	s.keys = s.keys[:0]
	for i := range s.namer.Words {
		if k := s.namer.Key(i); len(k) > 0 && (!s.namer.Word(i).Connector || i == 0) {
			s.keys = append(s.keys, k)
		}
	}
	if len(s.keys) == 0 {
		return false
	}
	parts := len(s.keys)
	if k := s.namer.Chain.Key(); parts > 1 {
		s.keys = append(s.keys, k)
	}
	for i := 1; i < parts && parts > 2; i++ { // Haji Aziz Rahman: Haji Azizurrahman
		s.keys = append(s.keys, romanize.AppendJoin(append(s.pairs[i][:0], s.keys[i-1]...), s.keys[i]))
		s.pairs[i] = s.keys[len(s.keys)-1]
	}
	for i := range s.g.layers {
		s.layer(&s.g.layers[i], parts)
	}
	return true
}

// wordHit is a like word on its way into the tally.
type wordHit struct {
	near
	set    uint32 // the words of the query that it stands for
	uses   uint32
	weight float32
}

// rarity is the weight of a word that so many names have.
func rarity(l *layer, uses uint32) float64 {
	return math.Log(float64(l.f.Exact.Len()+2) / float64(uses+1))
}

func sum(list []float64) (total float64) {
	for _, v := range list {
		total += v
	}
	return total
}

func (s *searcher) layer(l *layer, parts int) {
	var room [160]wordHit
	words := room[:0]
	quick := s.o.MinScore > alienPart    // of a long name one word may be misspelt, not badly
	var alone [maxQueryWords + 1]float64 // what each word weighs by itself
	for q, key := range s.keys {
		most := math.Inf(1)
		switch {
		case q == parts:
			most = sum(alone[:parts])
		case q > parts:
			most = sum(alone[q-parts-1 : q-parts+1])
		}
		if q < parts {
			alone[q] = rarity(l, 0)
		}
		s.near.strict = quick && (q >= parts || parts > 2)
		s.like = s.near.find(s.like[:0], l.f, key)
		for _, n := range s.like {
			_, from, to := l.f.WordKey(n.word)
			idf := rarity(l, to-from)
			if n.edits == 0 && q < parts {
				alone[q] = min(alone[q], idf)
			}
			switch {
			case q == parts:
				idf = min(idf*float64(parts), most) // the whole name in one word
			case q > parts:
				idf = min(idf*2, most) // two words in one
			}
			words = append(words, wordHit{n, covers(q, parts), to - from, float32(idf * (1 - 0.25*float64(n.edits)))})
		}
	}
	slices.SortFunc(words, func(a, b wordHit) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.uses, b.uses), cmp.Compare(a.word, b.word))
	})
	s.posts.reset()
	for _, w := range words {
		_, from, to := l.f.WordKey(w.word)
		for ; from < to && s.posts.posted < maxPostings; from++ {
			s.posts.add(l.f.Posting(from), w.weight, w.set)
			s.posts.posted++
		}
	}
	s.compareBest(l, parts, sum(alone[:parts]))
}

// needed returns the set of the words of the query without a likeness of which a name cannot
// reach the least score asked for: all that tell people apart, and of places all but class
// words. A low least score needs none.
func (s *searcher) needed(parts int) (set uint32) {
	if s.o.MinScore <= alienPart {
		return 0
	}
	for q, key := range s.keys[:parts] {
		if romanize.IsPlain(key) && (s.kinds == 0 || senseOfKey()[string(key)] == 0) {
			set |= 1 << q
		}
	}
	return set
}

// covers returns the set of words that key q stands for: one word, the whole name, or two
// words joined.
func covers(q, parts int) uint32 {
	switch {
	case q < parts:
		return 1 << q
	case q == parts:
		return 1<<parts - 1
	}
	return 3 << (q - parts - 1)
}

// candidate is a name, by its position among the exact names, with what speaks for it.
type candidate struct {
	pos uint32
	sum float32
	met float32 // the part of it that words of the query gave
}

// bestOf returns the maxCompared candidates of the highest sums that the options let pass.
func (s *searcher) bestOf(l *layer, parts int, all float32) []candidate {
	best := s.best[:0]
	needed := s.needed(parts)
	for _, i := range s.posts.used {
		pos, met := s.posts.keys[i]-1, s.posts.sums[i]
		sum := met
		full := len(best) == maxCompared
		if full && sum < best[len(best)-1].sum || s.lacking(needed&^s.posts.marks[i], met, all) {
			continue
		}
		rec := l.f.Alias(l.f.Exact.Val(pos))
		if s.latin && isNative(rec.Name) && !isNative(l.f.Alias(l.f.Entry(rec.Entry).Alias).Name) {
			continue // the key has been asked for already, and Latin spellings are nearer
		}
		sum -= 0.15 * float32(abs(len(rec.Name)-len(s.name)))
		if full && sum <= best[len(best)-1].sum || !s.anyWanted(l, pos) {
			continue
		}
		if !full {
			best = append(best, candidate{})
		}
		k := len(best) - 1
		for ; k > 0 && best[k-1].sum < sum; k-- {
			best[k] = best[k-1]
		}
		best[k] = candidate{pos, sum, met}
	}
	s.best = best
	return best
}

// mostAlone is the share of the rarity of a query that its other words must have for one needed
// word to be missing: Obama tells enough, however far Barak is from any word that leads to him.
const mostAlone = 0.5

// lacking reports whether a name lacks too much of what is needed of the query. With one word
// missing, thrice as many names are compared: that is for those who ask once for each name of
// a text.
func (s *searcher) lacking(missing uint32, met, all float32) bool {
	return missing != 0 && (!s.o.Worded || missing&(missing-1) != 0 || met < mostAlone*all)
}

// anyWanted reports whether the run at pos has an alias that the options let pass and that
// may be met by likeness.
func (s *searcher) anyWanted(l *layer, pos uint32) bool {
	if s.kinds == 0 && s.o.Mask == nil && !s.hasArea && len(s.g.layers) == 1 {
		return true
	}
	for end := l.f.Exact.RunEnd(pos); pos < end; pos++ {
		a := l.f.Exact.Val(pos)
		_, flags, entry := l.f.AliasHead(a)
		if flags&ngz.FlagSuppress != 0 {
			continue
		}
		if _, ok := s.wanted(l, a, entry); ok {
			return true
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
