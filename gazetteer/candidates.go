package gazetteer

import (
	"cmp"
	"math"
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
	marks  []uint32 // set of the words that added, so that one word counts once
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

func (t *tally) add(pos uint32, weight float32, word uint32) {
	i := int32(pos*0x9e3779b1>>18) & (tallySize - 1)
	for t.keys[i] != 0 && t.keys[i] != pos+1 {
		i = (i + 1) & (tallySize - 1)
	}
	if t.keys[i] == 0 {
		t.keys[i] = pos + 1
		t.used = append(t.used, i)
	}
	if t.marks[i]&(1<<word) == 0 {
		t.sums[i] += weight
		t.marks[i] |= 1 << word
	}
}

// fuzzy finds names that share like words with the query, and compares the best of them.
func (s *searcher) fuzzy() {
	s.keys = s.keys[:0]
	for i := range s.namer.Words {
		if k := s.namer.Key(i); len(k) > 0 && (!s.namer.Word(i).Connector || i == 0) {
			s.keys = append(s.keys, k)
		}
	}
	if len(s.keys) == 0 {
		return
	}
	parts := len(s.keys)
	if k := s.namer.Chain.Key(); parts > 1 {
		s.keys = append(s.keys, k)
	}
	for i := 1; i < parts && parts > 2; i++ { // Haji Aziz Rahman: Haji Azizurrahman
		s.keys = append(s.keys, romanize.AppendJoin(append(s.pairs[i][:0], s.keys[i-1]...), s.keys[i]))
		s.pairs[i] = s.keys[len(s.keys)-1]
	}
	best := 0.0
	for i := range s.g.layers {
		s.layer(&s.g.layers[i], parts)
	}
	for i := range s.hits {
		best = max(best, s.hits[i].score)
	}
	if s.kinds != 0 && best < scanBelow && s.latin {
		for i := range s.g.layers {
			s.scan(&s.g.layers[i])
		}
	}
}

// wordHit is a like word on its way into the tally.
type wordHit struct {
	near
	query  uint32 // index of the key asked for
	uses   uint32
	weight float32
}

func (s *searcher) layer(l *layer, parts int) {
	var room [160]wordHit
	words := room[:0]
	quick := s.o.MinScore > alienPart // of a long name one word may be misspelt, not badly
	for q, key := range s.keys {
		s.near.strict = quick && (q >= parts || parts > 2)
		s.like = s.near.find(s.like[:0], l.f, key)
		for _, n := range s.like {
			_, from, to := l.f.WordKey(n.word)
			idf := math.Log(float64(l.f.Exact.Len()+2) / float64(to-from+1))
			w := idf * (1 - 0.25*float64(n.edits))
			switch {
			case q == parts:
				w *= float64(parts) // the whole name in one word
			case q > parts:
				w *= 2 // two words in one
			}
			words = append(words, wordHit{n, uint32(q), to - from, float32(w)})
		}
	}
	slices.SortFunc(words, func(a, b wordHit) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.uses, b.uses), cmp.Compare(a.word, b.word))
	})
	s.posts.reset()
	for _, w := range words {
		_, from, to := l.f.WordKey(w.word)
		for ; from < to && s.posts.posted < maxPostings; from++ {
			s.posts.add(l.f.Posting(from), w.weight, w.query)
			s.posts.posted++
		}
	}
	s.compareBest(l, parts)
}

// needed returns the set of the words of the query without a likeness of which a name cannot
// reach the least score asked for: all that tell people apart. A low least score needs none.
func (s *searcher) needed(parts int) (set uint32) {
	if s.o.MinScore <= alienPart {
		return 0
	}
	for q, key := range s.keys[:parts] {
		if romanize.IsPlain(key) {
			set |= 1 << q
		}
	}
	return set
}

// covered returns the set of words that the keys of the set marks stand for: themselves,
// the whole name, or two words joined.
func covered(marks uint32, parts int) uint32 {
	set := marks & (1<<parts - 1)
	if parts == 1 {
		return set
	}
	if marks&(1<<parts) != 0 {
		return 1<<parts - 1
	}
	for q := parts + 1; marks>>q != 0; q++ {
		if marks&(1<<q) != 0 {
			set |= 3 << (q - parts - 1)
		}
	}
	return set
}

// candidate is a name, by its position among the exact names, with what speaks for it.
type candidate struct {
	pos uint32
	sum float32
}

// compareBest compares the query with the names of the highest sums.
func (s *searcher) compareBest(l *layer, parts int) {
	best := s.bestOf(l, parts)
	for i, c := range best {
		if i > 3 && c.sum < best[0].sum*0.5 {
			break
		}
		rec := l.f.Alias(l.f.Exact.Val(c.pos))
		x := s.compare(rec.Name, true)
		j := x.judged
		kind := kindOf(l.f.EntryKind(rec.Entry))
		if kind == Person && s.latin != isNative(rec.Name) {
			j.Edited += fuzzyLetters * float64(x.letters)
		}
		if score := grade(j, kind, s.kinds == 0) * scoreLike; score >= s.o.MinScore {
			s.likes = append(s.likes, x)
			s.add(l, c.pos, l.f.Exact.RunEnd(c.pos), Fuzzy, score)
		}
	}
}

// bestOf returns the maxCompared candidates of the highest sums that the options let pass.
func (s *searcher) bestOf(l *layer, parts int) []candidate {
	best := s.best[:0]
	needed := s.needed(parts)
	for _, i := range s.posts.used {
		pos, sum := s.posts.keys[i]-1, s.posts.sums[i]
		full := len(best) == maxCompared
		if needed&^covered(s.posts.marks[i], parts) != 0 || full && sum < best[len(best)-1].sum {
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
		best[k] = candidate{pos, sum}
	}
	s.best = best
	return best
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
