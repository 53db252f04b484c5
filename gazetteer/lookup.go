package gazetteer

import (
	"cmp"
	"slices"
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
}

// Lookup returns the entries that a spelling means, best first: exact before folded before
// fuzzy, then by score and prior. With kinds, only entries of one of them. It is safe for
// concurrent use and takes about 50 µs; hostile names are cut at maxQuery bytes.
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
	name = withoutPossessives(text.Clean(name))
	if o.Limit == 0 {
		o.Limit = 10
	}
	if o.MinScore == 0 {
		o.MinScore = DefaultMinScore
	}
	s, _ := searchers.Get().(*searcher)
	defer searchers.Put(s)
	s.start(g, name, &o)
	defer s.end()
	if o.Within != "" && !s.hasArea {
		return nil
	}
	s.exact()
	s.folded()
	if len(s.hits) == 0 {
		if plain, ok := withoutEzafe(name); ok { // Dehi Tagab for Deh-e Tagab
			s.set(plain)
			s.folded()
		}
	}
	if len(s.hits) == 0 {
		s.fuzzy()
	}
	return s.answers()
}

// searcher is the scratch of one look-up.
type searcher struct {
	g       *Gazetteer
	o       *Options
	name    string
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
	hits    []hit
}

// hit is an entry on its way to an answer.
type hit struct {
	entry, alias uint32 // global
	tier         Tier
	score        float64
	prior        float32
}

func (s *searcher) start(g *Gazetteer, name string, o *Options) {
	s.g, s.o, s.kinds, s.hasArea = g, o, 0, false
	for _, k := range o.Kinds {
		s.kinds |= 1 << k
	}
	if o.Within != "" {
		s.area, s.hasArea = g.indexOf(o.Within, len(g.layers))
	}
	s.hits = s.hits[:0]
	s.latin = strings.IndexFunc(name, func(r rune) bool { return r >= 0x600 && r < 0x700 }) < 0
	s.set(name)
}

// set takes the name apart that is asked for now.
func (s *searcher) set(name string) {
	s.name = name
	s.namer.Set(name)
	if len(s.namer.Words) > maxQueryWords {
		s.namer.Words = s.namer.Words[:maxQueryWords]
	}
}

// end lets go of what the caller owns.
func (s *searcher) end() { s.g, s.o, s.name = nil, nil, "" }

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

// add takes the aliases of a run of Exact as hits.
func (s *searcher) add(l *layer, from, to uint32, tier Tier, score float64) {
	for ; from < to; from++ {
		a := l.f.Exact.Val(from)
		_, flags, entry := l.f.AliasHead(a)
		if flags&ngz.FlagSuppress != 0 {
			continue
		}
		if i, ok := s.wanted(l, a, entry); ok {
			s.hits = append(s.hits, hit{i, l.alias + a, tier, score, float32(s.g.Prior(i))})
		}
	}
}

func (s *searcher) exact() {
	if s.namer.Chain.Words == 0 {
		return
	}
	h := s.namer.Chain.ExactHash()
	for i := range s.g.layers {
		l := &s.g.layers[i]
		from, to := l.f.Exact.Find(h)
		s.add(l, from, to, Exact, 1)
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
		for n := 0; from < to; from++ {
			pos := l.f.Fold.Val(from)
			end := l.f.Exact.RunEnd(pos)
			if n++; n > maxFolded || exact {
				s.add(l, pos, end, Folded, scoreFolded-maxFar)
				continue
			}
			s.add(l, pos, end, Folded, scoreFolded-s.far(l.f.Alias(l.f.Exact.Val(pos)).Name))
		}
	}
	if len(s.hits) > 1 && !exact { // several spellings of one key: the one whose own name is nearest first
		for i := range s.hits[:min(len(s.hits), maxFolded)] {
			h := &s.hits[i]
			h.score -= ownName * s.far(s.g.Entry(h.entry).Name)
		}
	}
}

// Inside the folded tier: how many names are compared, how much the farthest loses, and
// what the canonical name of the entry counts beside the alias that was met.
const (
	maxFolded    = 24
	maxFar       = 0.08
	ownName      = 0.1
	letterWeight = 3
)

// far is what a name with the same key loses: a hundredth for each nat of edits, and half
// of one for each letter that differs as written. A name in the other script tells less of the
// spelling.
func (s *searcher) far(name string) float64 {
	d := romanize.Default().Judge(s.name, name).Edited
	if s.latin == isNative(name) {
		return min((d+4)/100, maxFar)
	}
	return min((d+letterWeight*float64(s.letters(name)))/100, maxFar)
}

// letters is the number of letters in which the query and a name differ as written.
func (s *searcher) letters(name string) int {
	s.plain = appendPlain(s.plain[:0], s.name)
	n := len(s.plain)
	s.plain = appendPlain(s.plain, name)
	return letterEdits(s.plain[:n], s.plain[n:])
}

// letterEdits is the Levenshtein distance of two plain names, of which 30 bytes count.
func letterEdits(a, b []byte) int {
	const most = 30
	a, b = a[:min(len(a), most)], b[:min(len(b), most)]
	var row [most + 1]int
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diag := row[0]
		row[0] = i + 1
		for j := range b {
			same := 1
			if a[i] == b[j] {
				same = 0
			}
			diag, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diag+same)
		}
	}
	return row[len(b)]
}

// answers ranks the hits, keeps the best of each entry, and fills the answers.
func (s *searcher) answers() []Found {
	slices.SortFunc(s.hits, func(a, b hit) int {
		return cmp.Or(
			cmp.Compare(a.tier, b.tier), cmp.Compare(b.score, a.score),
			cmp.Compare(b.prior, a.prior), cmp.Compare(a.entry, b.entry), cmp.Compare(a.alias, b.alias),
		)
	})
	var out []Found
	for i := range s.hits {
		h := &s.hits[i]
		if h.score < s.o.MinScore || s.repeats(i) {
			continue
		}
		if len(out) == s.o.Limit {
			break
		}
		f := Found{Entry: s.g.Entry(h.entry), Score: h.score, Alias: s.g.Alias(h.alias), Tier: h.tier}
		if s.o.Edits && h.tier != Exact {
			for _, p := range romanize.Default().Explain(s.name, f.Alias.Name).Pairs {
				f.Edits = append(f.Edits, p.Edits...)
			}
		}
		out = append(out, f)
	}
	return out
}

// repeats reports whether an earlier hit has the entry of hit i. Quadratic in the hits
// before, of which there are as many as answers, so the scan is short.
func (s *searcher) repeats(i int) bool {
	for k := max(0, i-64); k < i; k++ {
		if s.hits[k].entry == s.hits[i].entry {
			return true
		}
	}
	return false
}

// withoutPossessives drops 's after words, which a name within a sentence collects.
func withoutPossessives(s string) string {
	if !strings.Contains(s, "'s ") && !strings.HasSuffix(s, "'s") {
		return s
	}
	return strings.TrimSuffix(strings.ReplaceAll(s, "'s ", " "), "'s")
}

// withoutEzafe takes the ezafe off words that have it joined to them: e or i after a
// consonant, at the end of any word but the last.
func withoutEzafe(s string) (string, bool) {
	words := strings.Fields(s)
	changed := false
	for i, w := range words {
		n := len(w)
		if i == len(words)-1 || n < 4 || w[n-1] != 'e' && w[n-1] != 'i' || strings.IndexByte("aeiouy", w[n-2]|0x20) >= 0 {
			continue
		}
		words[i] = w[:n-1]
		changed = true
	}
	return strings.Join(words, " "), changed
}
