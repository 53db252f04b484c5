package gazetteer

import (
	"strings"
	"sync"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/text"
)

// Edit is one edit between two spellings.
type Edit = romanize.Edit

// DefaultMinScore is the least score of an answer that counts as found. It was chosen so
// that of the names of people who are in no table at most one in a hundred finds anybody.
const DefaultMinScore = 0.8

// Found is one answer of a look-up.
type Found struct {
	Entry Entry
	Score float64 // 0..1, see the README's response curve; not a probability
	Alias Alias   // the listed name that was met
	Index uint32  // of the alias, for [Gazetteer.Alias]
	Tier  Tier
	Edits []Edit // the edits between the spelling and the alias; only with Options.Edits
}

// Options narrows a Search. The zero Options means: all kinds, everywhere, 10 answers, DefaultMinScore.
type Options struct {
	Kinds    []Kind
	Within   string                                // id of an entry that answers must lie within
	Limit    int                                   // 0: 10
	MinScore float64                               // 0: DefaultMinScore; negative: no threshold
	Mask     func(entry uint32, alias string) bool // listed names to ignore, for measuring
	Edits    bool                                  // fill Found.Edits
	Keyed    bool                                  // only names as listed or of an equal key: a few µs, where likeness takes 50
	Worded   bool                                  // only names that share a like word: tens of µs, half a ms at most, where a scan of all places of few kinds takes some ms
}

// Lookup returns the entries that a spelling means, best first: exact before folded before
// fuzzy, then by score and prior. With kinds, only entries of one of them. It is safe for
// concurrent use and takes about 50 µs, 5 ms at most; among places of one kind half a millisecond
// where none is like it. Hostile names are cut at maxQuery bytes.
func (g *Gazetteer) Lookup(name string, kinds ...Kind) []Found {
	return g.Search(name, Options{Kinds: kinds})
}

// maxQuery bounds the bytes of a name that look-up reads.
const maxQuery = 256

// maxQueryWords bounds its words.
const maxQueryWords = 8

var searchers = sync.Pool{New: func() any { return &searcher{namer: ngz.Namer{Memo: ngz.NewMemo(512)}} }}

// Search is Lookup with options.
func (g *Gazetteer) Search(name string, o Options) []Found {
	if len(name) > maxQuery {
		name = name[:maxQuery]
	}
	if o.Limit == 0 {
		o.Limit = 10
	}
	if o.MinScore == 0 {
		o.MinScore = DefaultMinScore
	}
	s, _ := searchers.Get().(*searcher)
	defer searchers.Put(s)
	defer s.end()
	s.collect(g, text.Clean(name), &o)
	return s.answers()
}

// collect fills the hits.
func (s *searcher) collect(g *Gazetteer, name string, o *Options) {
	s.start(g, name, o)
	if o.Within != "" && !s.hasArea {
		return
	}
	s.exact()
	if plain := withoutPossessives(name); len(s.hits) == 0 && plain != name { // Karzai's, not Attorney General's Office
		name = plain
		s.set(name)
		s.exact()
	}
	if !s.latin && len(s.hits) == 0 {
		name = romanize.Unglue(name)
		s.set(name)
	}
	s.folded()
	if len(s.hits) == 0 {
		if plain, ok := withoutEzafe(name); ok { // Dehi Tagab for Deh-e Tagab
			s.set(plain)
			s.folded()
			s.set(name)
		}
	}
	if !o.Keyed && !s.sure() {
		s.fuzzy()
		s.foreign(name)
	}
}

// searcher is the scratch of one look-up.
type searcher struct {
	g       *Gazetteer
	o       *Options
	name    string
	persian string   // the name with q for gh; empty where it has none
	english []string // the name as English papers would write it
	bare    string   // the name without class words, once hasBare
	hasBare bool
	sense   classSense // what they say
	person  personal
	sounds  uint32 // of the name, during a scan
	latin   bool   // the query is in Latin letters
	kinds   uint64 // set of the kinds asked for; 0: all
	area    uint32
	hasArea bool
	namer   ngz.Namer
	keys    [][]byte // keys of the words that count
	pairs   [maxQueryWords][]byte
	plain   []byte
	near    nearFinder
	like    []near
	posts   tally
	best    []candidate
	hits    []hit
	likes   []likeness // what the hits share
	ranked  []answer
}

// hit is an entry on its way to an answer.
type hit struct {
	entry, alias uint32 // global
	tier         Tier
	score        float64
	prior        float32
	like         int32 // index into likes; not of exact hits
}

func (s *searcher) start(g *Gazetteer, name string, o *Options) {
	s.g, s.o, s.kinds, s.hasArea = g, o, 0, false
	for _, k := range o.Kinds {
		s.kinds |= 1 << k
	}
	if o.Within != "" {
		s.area, s.hasArea = g.indexOf(o.Within, len(g.layers))
	}
	s.hits, s.likes = s.hits[:0], s.likes[:0]
	s.latin = strings.IndexFunc(name, func(r rune) bool { return r >= 0x600 && r < 0x700 }) < 0
	s.set(name)
}

// set takes the name apart that is asked for now.
func (s *searcher) set(name string) {
	s.name, s.persian, s.hasBare, s.person = name, "", false, notAsked
	if strings.Contains(name, "gh") || strings.Contains(name, "Gh") {
		s.persian = persianQ.Replace(name)
	}
	s.namer.Set(name)
	if len(s.namer.Words) > maxQueryWords {
		s.namer.Words = s.namer.Words[:maxQueryWords]
	}
}

// end lets go of what the caller owns.
func (s *searcher) end() { s.g, s.o, s.name, s.persian, s.bare = nil, nil, "", "", "" }

// wanted returns the living entry that an alias names, if the options let it pass.
func (s *searcher) wanted(l *layer, a, entry uint32) (uint32, bool) {
	if s.kinds != 0 && s.kinds&(1<<kindOf(l.f.EntryKind(entry))) == 0 {
		return 0, false
	}
	i, ok := s.g.living(l, a, entry)
	if !ok || s.hasArea && !s.g.IsWithin(i, s.area) {
		return 0, false
	}
	if s.o.Mask != nil && s.o.Mask(i, l.f.Alias(a).Name) {
		return 0, false
	}
	return i, true
}

// add takes the aliases of a run of Exact as hits: those of entries of one kind, or, with
// NoKind, all.
func (s *searcher) add(l *layer, from, to uint32, tier Tier, score float64, only Kind) {
	if score < s.o.MinScore {
		return
	}
	for ; from < to; from++ {
		a := l.f.Exact.Val(from)
		class, flags, entry := l.f.AliasHead(a)
		if flags&ngz.FlagSuppress != 0 || tier == Fuzzy && isForm(AliasClass(class)) ||
			only != NoKind && kindOf(l.f.EntryKind(entry)) != only {
			continue
		}
		if i, ok := s.wanted(l, a, entry); ok {
			score, prior := score, s.g.Prior(i)
			if tier != Exact && s.kinds == 0 {
				if score *= s.doubt(kindOf(l.f.EntryKind(entry)), prior, l); score < s.o.MinScore {
					continue
				}
			}
			s.hits = append(s.hits, hit{i, l.alias + a, tier, score, float32(prior), int32(len(s.likes) - 1)})
		}
	}
}

// isForm reports whether names of a class are not spelt but given: acronyms and codes.
func isForm(c AliasClass) bool { return c == Acronym || c == Code }

func (s *searcher) exact() {
	if s.namer.Chain.Words == 0 {
		return
	}
	h := s.namer.Chain.ExactHash()
	for i := range s.g.layers {
		l := &s.g.layers[i]
		from, to := l.f.Exact.Find(h)
		s.add(l, from, to, Exact, 1, NoKind)
	}
}

// scoreFolded is the score of an equal key: a spelling that differs in what spellings differ in.
const scoreFolded = 0.98

func (s *searcher) folded() {
	c := &s.namer.Chain
	if c.Lost || len(c.Key()) == 0 {
		return
	}
	h := c.KeyHash()
	exact := len(s.hits) > 0 // then these only fill the list
	for i := range s.g.layers {
		l := &s.g.layers[i]
		from, to := l.f.Fold.Find(h)
		for n := 0; from < to && n < maxFolded; from++ {
			pos := l.f.Fold.Val(from)
			end := l.f.Exact.RunEnd(pos)
			if !s.anyWanted(l, pos) {
				continue
			}
			n++
			x := s.compare(l.f.Alias(l.f.Exact.Val(pos)).Name, false)
			s.likes = append(s.likes, x)
			score := scoreFolded - s.far(&x)
			if exact {
				score = scoreFolded - maxFar
			}
			s.add(l, pos, end, Folded, score, NoKind)
		}
	}
}

// Inside the folded tier: how many names are compared, and how much the farthest loses.
const (
	maxFolded    = 64
	maxFar       = 0.08
	letterWeight = 3
)

// far is what a name with the same key loses: a hundredth for each nat of edits, and three
// for each letter that differs as written. A name in the other script tells less of the
// spelling.
func (s *searcher) far(x *likeness) float64 {
	if x.other {
		return min((x.judged.Edited+4)/100, maxFar)
	}
	return min((x.judged.Edited+letterWeight*float64(x.letters))/100, maxFar)
}

// sureSpelling is the learned distance up to which a name of the same key leaves no room for
// a liker one.
const sureSpelling = 1.5

// sure reports whether the hits hold one that names like it cannot beat.
func (s *searcher) sure() bool {
	for i := range s.hits {
		if s.hits[i].tier == Exact {
			return true
		}
		if x := &s.likes[s.hits[i].like]; !x.other && x.spelling <= sureSpelling {
			return true
		}
	}
	return false
}

// answers ranks the hits, keeps the best of each entry, and fills the answers. Tiers and
// scores never rise from one answer to the next: where a liker spelling with another key
// stands before one of the same key, that one is an answer by likeness, too.
func (s *searcher) answers() []Found {
	var out []Found
	tier, score := Exact, 1.0
	for i, a := range s.rank() {
		if i == s.o.Limit {
			break
		}
		tier, score = max(tier, a.tier), min(score, a.score)
		f := Found{Entry: s.g.Entry(a.entry), Score: score, Alias: s.g.Alias(a.alias), Index: a.alias, Tier: tier}
		if s.o.Edits && a.tier != Exact {
			for _, p := range romanize.Default().Explain(s.name, f.Alias.Name).Pairs {
				f.Edits = append(f.Edits, p.Edits...)
			}
		}
		out = append(out, f)
	}
	return out
}
