package gazetteer

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/namyab/namyab/gazetteer/romanize"
)

// likeness is how a listed name stands to the spelling asked for. All entries that have
// the name share it.
type likeness struct {
	judged   romanize.Judgement
	spelling float64 // learned distance letter by letter, in nats, words joined
	letters  int     // letters that differ as written
	other    bool    // the name is in the other script
	fuzzy    bool    // the name has another key
	untitled bool    // spelling and letters are without titles: see leaveTitles
	bare     bool    // the names were compared without class words: see bareLikeness
	apart    int     // senses of class words that one of them has and the other is not
	missing  float64 // share of the query, by rarity of its words, that the name has nothing like
}

// The traits by which answers are ranked.
const (
	traitLetters  = iota // letters that differ from the nearest listed name in the script of the query
	traitSpelling        // learned distance to the nearest such name
	traitNative          // learned distance to the nearest name in the other script
	traitOther           // 1: no name in the script of the query was met
	traitFuzzy           // 1: no name of the same key was met
	traitEdited          // nats of edits, by words
	traitOnlyA           // parts that the names met do not have
	traitOnlyB           // parts that the spelling has not
	traitTitlesA         // titles that the names met do not have
	traitTitlesB         // titles that the spelling has not
	traitTitles          // titles that both have
	traitOwn             // 1: a name met is the entry's own name, not an alias
	traitScore           // the score of the best name
	traitPrior           // how well known the entry is, up to ordinary
	traitFame            // how well known beyond
	traitAlien           // 1: a place of another country than Afghanistan
	traitBare            // 1: the nearest name was met without class words
	traitApart           // senses of class words that it does not share
	traitClash           // of names that each have a part of their own: letters that differ, of mostClash
	traitPart            // 1: every part and title of the spelling is in a name that was met
	traitMissing         // share of the words of the spelling, by rarity, that the names met have nothing like
	traitBias            // 1
	numTraits
)

// The caps of the traits, beyond which a difference tells no more.
const (
	mostLetters  = 8
	mostClash    = 8 // letters
	mostSpelling = 14.0
	noNative     = 3.0  // stands for the distance where no name in the other script was met
	ordinary     = -3.0 // prior of a village that many sources list; see build's prior.go
)

type traits [numTraits]float64

// rankWeights weigh the traits of places and of actors (persons, bodies, peoples). They were
// learned by maximum likelihood (conditional logit) on the development pairs;
// TestRankWeights learns them anew, shows what weights learned on one half of the pairs
// reach on the other, and prints them.
var rankWeights = [2]traits{
	{
		traitLetters: -0.18, traitSpelling: -0.35, traitNative: -0.50, traitOther: -0.05, traitFuzzy: -1.35,
		traitEdited: 0.00, traitOnlyA: -0.20, traitOnlyB: -0.09, traitTitlesA: -0.05, traitTitlesB: 0.00,
		traitTitles: 0.02, traitOwn: 0.58, traitScore: 0.45, traitPrior: 1.03,
		traitFame: 0.57, traitAlien: -2.00, traitBare: -1.37, traitApart: -0.18, traitClash: -0.33,
		traitPart: 0.44, traitMissing: -0.30, traitBias: 0.28,
	},
	{
		traitLetters: 0.00, traitSpelling: -0.16, traitNative: -0.82, traitOther: 0.00, traitFuzzy: -0.52,
		traitEdited: 0.00, traitOnlyA: -1.83, traitOnlyB: -0.99, traitTitlesA: -0.45, traitTitlesB: -0.30,
		traitTitles: 0.20, traitOwn: 0.31, traitScore: 0.43, traitPrior: 0.80,
		traitFame: 0.10, traitAlien: 0.00, traitBare: 0.00, traitApart: 0.00, traitClash: -1.16,
		traitPart: 1.09, traitMissing: -1.19, traitBias: -0.28,
	},
}

// compare compares the query with a listed name. Where it has gh, it may be of those who
// write q so (Naghib, Ghasemi), as in Iran: then it is compared both ways, and the reading
// with q costs persianCost more.
func (s *searcher) compare(name string, fuzzy bool) likeness {
	x := likeness{
		judged: romanize.Default().Judge(s.name, name), spelling: s.distance(name), letters: s.letters(name),
		other: s.latin == isNative(name), fuzzy: fuzzy,
	}
	if s.persian != "" && x.judged.Edited > persianCost && strings.ContainsAny(name, "qQ") {
		j := romanize.Default().Judge(s.persian, name)
		if j.Edited += persianCost; j.OnlyA <= x.judged.OnlyA && j.OnlyB <= x.judged.OnlyB && j.Edited < x.judged.Edited {
			x.judged = j
		}
	}
	return x
}

const persianCost = 1.0

// distance is the learned distance of the query and a name, letter by letter.
func (s *searcher) distance(name string) float64 { return between(s.name, name) }

func between(a, b string) float64 {
	d, ok := romanize.Default().Distance(a, b, mostSpelling)
	if !ok {
		return mostSpelling
	}
	return d
}

// answer is an entry with the best of its names.
type answer struct {
	hit
	family int // of rankWeights
	traits traits
	rank   float64
}

// weigh sums up traits.
func weigh(w, t *traits) float64 {
	sum := 0.0
	for i := range w {
		sum += w[i] * t[i]
	}
	return sum
}

// rank makes one answer of the hits of each entry, best first: what is met exactly before
// the rest, then by weight.
func (s *searcher) rank() []answer {
	slices.SortFunc(s.hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.entry, b.entry), cmp.Compare(a.tier, b.tier), cmp.Compare(b.score, a.score), cmp.Compare(a.alias, b.alias))
	})
	out := s.ranked[:0]
	for from := 0; from < len(s.hits); {
		to := from + 1
		for to < len(s.hits) && s.hits[to].entry == s.hits[from].entry {
			to++
		}
		a := answer{hit: s.hits[from]}
		if l, _ := s.g.locate(a.entry); l == nil { // a damaged file names entries that it does not hold
			from = to
			continue
		}
		if a.tier != Exact {
			a.family, a.traits = s.traitsOf(s.hits[from:to])
			a.rank = weigh(&rankWeights[a.family], &a.traits)
		}
		out = append(out, a)
		from = to
	}
	slices.SortFunc(out, func(a, b answer) int {
		return cmp.Or(
			cmp.Compare(min(a.tier, Folded), min(b.tier, Folded)), cmp.Compare(b.rank, a.rank),
			cmp.Compare(b.prior, a.prior), cmp.Compare(a.entry, b.entry),
		)
	})
	s.ranked = out
	return out
}

// clashOf is how far two names are apart of which each has a part that the other has not: at
// times the two are one, misspelt (Simin, Yasamin).
func clashOf(x *likeness) float64 {
	if x.judged.OnlyA == 0 || x.judged.OnlyB == 0 {
		return 0
	}
	return min(float64(x.letters)/mostClash, 1)
}

// traitsOf sums up the hits of one entry, none of which is exact: the name that speaks most
// for it, in the script of the query if there is one, and the nearest in the other script.
func (s *searcher) traitsOf(hits []hit) (family int, t traits) {
	l, k := s.g.locate(hits[0].entry)
	own := l.alias + l.f.Entry(k).Alias
	place := s.g.Kind(hits[0].entry).IsPlace()
	if !place {
		family = 1
	}
	score := min(max(hits[0].score, 0.02), 0.98)
	prior := float64(hits[0].prior)
	base := traits{
		traitBias: 1, traitNative: noNative, traitFuzzy: 1, traitScore: math.Log(score / (1 - score)),
		traitPrior: min(prior, ordinary), traitFame: max(prior-ordinary, 0),
	}
	if c := l.f.Entry(k).Country; place && c != "" && c != "AF" {
		base[traitAlien] = 1
	}
	for _, h := range hits {
		if h.alias == own {
			base[traitOwn] = 1
		}
		x := &s.likes[h.like]
		if !x.fuzzy {
			base[traitFuzzy] = 0
		}
		if x.other {
			base[traitNative] = min(base[traitNative], x.spelling)
		}
	}
	best := math.Inf(-1)
	for _, other := range []bool{false, true} {
		for _, h := range hits {
			if x := &s.likes[h.like]; x.other == other {
				n := base
				s.nameTraits(&n, x, place)
				if v := weigh(&rankWeights[family], &n); v > best {
					best, t = v, n
				}
			}
		}
		if !math.IsInf(best, -1) {
			break
		}
	}
	if t[traitOther] == 1 { // then the entry's own name says how near it is
		name := s.g.Entry(hits[0].entry).Name
		t[traitLetters] = float64(min(s.letters(name), mostLetters))
		t[traitSpelling] = s.distance(name)
	}
	return family, t
}

// nameTraits adds the traits of one name.
func (s *searcher) nameTraits(t *traits, x *likeness, place bool) {
	j := &x.judged
	switch {
	case x.other:
		t[traitOther] = 1
	case !place && !x.untitled && j.OnlyA+j.OnlyB+float64(j.TitlesA+j.TitlesB) > 0:
		t[traitLetters], t[traitSpelling] = j.Edited, j.Edited // people leave parts of names out, and titles
	default:
		t[traitLetters], t[traitSpelling] = float64(min(x.letters, mostLetters)), x.spelling
	}
	set := func(i int, yes bool) {
		if yes {
			t[i] = 1
		}
	}
	set(traitBare, x.bare)
	set(traitPart, j.OnlyA+float64(j.TitlesA) == 0)
	t[traitApart], t[traitClash], t[traitMissing] = float64(x.apart), clashOf(x), x.missing
	t[traitEdited], t[traitOnlyA], t[traitOnlyB] = j.Edited, j.OnlyA, j.OnlyB
	t[traitTitlesA], t[traitTitlesB] = float64(j.TitlesA), float64(j.TitlesB)
	t[traitTitles] = float64(j.Titles)
}
