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
	marks  []uint32 // last word that added, so that one word counts once
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
	if t.marks[i] != word {
		t.sums[i] += weight
		t.marks[i] = word
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
	for i := range s.g.layers {
		s.layer(&s.g.layers[i], parts)
	}
}

// wordHit is a like word on its way into the tally.
type wordHit struct {
	near
	query  uint32 // word of the query, plus one
	uses   uint32
	weight float32
}

func (s *searcher) layer(l *layer, parts int) {
	var room [160]wordHit
	words := room[:0]
	for q, key := range s.keys {
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
			words = append(words, wordHit{n, uint32(q + 1), to - from, float32(w)})
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
	s.compareBest(l)
}

// compareBest compares the query with the names of the highest sums.
func (s *searcher) compareBest(l *layer) {
	type cand struct {
		pos uint32
		sum float32
	}
	var room [maxCompared]cand
	best := room[:0]
	for _, i := range s.posts.used {
		pos := s.posts.keys[i] - 1
		sum := s.posts.sums[i]
		if len(best) == maxCompared && sum < best[len(best)-1].sum {
			continue
		}
		rec := l.f.Alias(l.f.Exact.Val(pos))
		name := rec.Name
		if s.latin && isNative(name) && !isNative(l.f.Alias(l.f.Entry(rec.Entry).Alias).Name) {
			continue // the key has been asked for already, and Latin spellings are nearer
		}
		sum -= 0.15 * float32(abs(len(name)-len(s.name)))
		if len(best) == maxCompared && sum <= best[len(best)-1].sum || !s.anyWanted(l, pos) {
			continue
		}
		if len(best) < maxCompared {
			best = append(best, cand{})
		}
		k := len(best) - 1
		for ; k > 0 && best[k-1].sum < sum; k-- {
			best[k] = best[k-1]
		}
		best[k] = cand{pos, sum}
	}
	costs := romanize.Default()
	for i, c := range best {
		if i > 3 && c.sum < best[0].sum*0.5 {
			break
		}
		rec := l.f.Alias(l.f.Exact.Val(c.pos))
		j := costs.Judge(s.name, rec.Name)
		kind := kindOf(l.f.EntryKind(rec.Entry))
		if kind == Person && s.latin != isNative(rec.Name) {
			j.Edited += fuzzyLetters * float64(s.letters(rec.Name))
		}
		score := grade(j, kind, s.kinds == 0) * scoreLike
		if score >= s.o.MinScore {
			s.add(l, c.pos, l.f.Exact.RunEnd(c.pos), Fuzzy, score)
		}
	}
}

// The grades of likeness, in nats where not said otherwise; TestUnlistedNames and
// TestVariants… measure them.
const (
	middlePlace   = 7.6   // edits at which the score of a place is one half
	middleVillage = 4.5   // of a village, where the kind was not asked for: there are too many
	middleOpen    = 2.65  // of a person, where the kind was not asked for: half the country shares a dozen names
	middleOne     = 4.2   // of a person or body with one part
	middleMore    = 2.4   // for each part more
	fuzzyLetters  = 0.15  // of a person, for each letter that differs as written, beside the learned costs
	scoreLike     = 0.97  // the score of a like name that could not be liker
	spread        = 1.1   // how steeply the score falls
	alienPart     = 0.4   // factor: the spelling has a part that the name has not
	clash         = 0.15  // factor: each has a part that the other has not
	morePart      = 0.82  // factor: a person has a part more, beside two that agree
	lesserPart    = 0.97  // factor: the name has a part more, beside two that agree
	onePart       = 0.845 // factor: the name has a part more, beside one that agrees
	alienTitle    = 0.75  // factor: a title before the name of a place, or before half a name
	fewParts      = 1.6   // weight of the parts below which a name is half a name
)

// grade makes a score from the judgement of the query (A) against a listed name (B). A
// part that only the query has speaks for somebody else: Hamid Shinwari is not Shinwari.
// open says that no kind was asked for.
func grade(j romanize.Judgement, k Kind, open bool) float64 {
	if j.Both == 0 && j.OnlyA+j.OnlyB > 0 {
		return 0
	}
	middle := middleOne + middleMore*max(j.Both-1, 0)
	titles := j.TitlesA + j.TitlesB
	if open && j.OnlyB >= 2 {
		return j.Score * clash // a body or a place that is named after somebody
	}
	switch {
	case k == Person && open:
		middle = middleOpen
	case k == Village && open:
		middle = middleVillage
		if titles > 0 || j.OnlyA+j.OnlyB > 0 {
			return 0
		}
	case k.IsPlace():
		middle = middlePlace
		if open && (j.TitlesA > 0 || j.OnlyA > 0) {
			return 0 // Manzullah Khan is no place
		}
	}
	score := 1 / (1 + math.Exp((j.Edited-middle)/spread))
	half := j.Both < fewParts && !k.IsPlace()
	switch {
	case j.OnlyA >= 1 && j.OnlyB >= 1:
		return max(score*clash, j.Score) // Hamid Karzai, Hekmat Karzai
	case half && (titles > 0 || j.OnlyA+j.OnlyB > 0):
		score *= alienTitle // Haji Jalaluddin, Ahmad Tariq: half a name is anybody's
		if j.OnlyA+j.OnlyB > 0 {
			score *= lesserPart
		}
		if j.OnlyA >= 1 {
			score *= alienPart
		}
		return score
	case j.OnlyA >= 1:
		return score * alienPart
	case j.OnlyA > 0 && j.OnlyB > 0:
		return score * lesserPart * lesserPart
	case j.OnlyA > 0:
		return score * lesserPart
	case j.OnlyB >= 1 && j.Both >= fewParts && k == Person:
		return score * morePart
	case j.OnlyB >= 1 && j.Both >= fewParts:
		return score * lesserPart
	case j.OnlyB >= 1, j.OnlyB > 0 && half:
		return score * onePart
	case j.OnlyB > 0:
		return score * 0.99
	}
	return score
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
