package ner

import "github.com/namyab/namyab/gazetteer"

// named is a mention on its way through the linker.
type named struct {
	claim       int32
	first, last int32 // token range of the mention
	head, tail  int32 // token range of the name in it, without class word
	label       Label
	class       gazetteer.Kind // the kind that a class word in or beside it asks for, or NoKind
	classFrom   uint8          // where the class word stands: classInside, classBefore, classList …
	unitOf      bool           // "of" and a named unit stand before: "Zhari district of Kandahar"
	words       int            // words of the name
	key         uint64         // hash of the name's match key
	readings    span32         // into linkScratch.readings; the first is NIL
	best        int32          // index of the chosen reading
	ante        int32          // the mention with the fuller name, or -1
	anteRule    uint8          // the rule of co-reference that found it
	namesake    int32          // the nearest name before that ends with the same word, or -1
	later       int32          // the nearest full name after that ends with it, or -1
	exactShort  bool           // a reading has it as a listed surname, as it is spelt
	numbered    bool           // a numeral that is no word of the name ends it: "Abdullah II"
	fullBefore  bool           // one of those before is a full name
	again       int32          // the mention of the same full name before, or -1
	cluster     int32
}

// bare reports whether the mention is a surname that stood with a given name before.
func (m *named) bare() bool { return m.label == Person && m.words == 1 && !m.numbered && m.fullBefore }

const (
	classNone uint8 = iota
	classInside
	classBefore
	classList
)

// reading is one way to take a mention: an entry, or NIL.
type reading struct {
	entry     uint32
	alias     uint32
	kind      gazetteer.Kind
	class     gazetteer.AliasClass
	tier      gazetteer.Tier
	nil_      bool
	added     bool    // from the fuller name, not from a listed name
	kin       bool    // made of the name and the surname of kin
	family    bool    // the same, where no word of kinship stands
	titled    bool    // listed with the title that stands before the name
	likeness  float32 // of the name to one of the entry, by the matcher or by a search; 0: unknown
	again     bool    // met by the name by which another reading was, of those sought by likeness
	n         uint8
	f         [maxReadingFeatures]uint8
	prior     float32
	score     float32
	elsewhere float32   // the part of score that other mentions of the name gave, see agree.go
	within    [4]uint32 // entries that contain it, nearest first
	nIn       uint8
	land      [2]byte // country of the entry
}

const maxReadingFeatures = 48

func (r *reading) add(f int, label Label) {
	if int(r.n) < len(r.f) {
		r.f[r.n] = uint8(f)
		r.n++
	}
	w := &linkWeights[f]
	r.score += w[0] + w[label]
}

// maxReadings bounds the entries weighed for one mention: the best known come first, and
// of ninety villages of one name those inside the named places are kept.
const maxReadings = 32

// linkScratch is the linker's memory for one text.
type linkScratch struct {
	named    []named
	readings []reading
	spare    []reading
	order    []int32
	means    []float32 // see agree.go
	words    nameWords
	coref    corefTables
	buf      []byte

	anchors    []anchor
	lands      []landCount
	meant      map[uint32]int32  // entries that some mention means by its own evidence
	states     map[uint32]bool   // countries that the text names otherwise than by a demonym
	classes    map[uint64]uint64 // by name, the kinds that class words ask for
	seen       map[uint64]int32  // by name and label, the mention decided last
	byEntry    map[uint32]int32
	byKey      map[uint64]int32
	mourned    bool    // the words around it speak of a death
	reading    int32   // its reading that is weighed
	homes      []int32 // of its readings: tokens to a containing place
	nearHome   int32   // the least of these
	at         int     // the mention that is weighed
	titleWords []uint32
	bearers    []bearer
	fulls      int32     // of them named in full
	before     int       // people among the bearers who were named before
	mark       bool      // a title or the like stands beside the bare name
	another    bool      // "another" or "other" stands before the name
	bares      int32     // mentions of them by the surname alone
	fits       []roleFit // of the readings of one mention: how well a role fits
	topRank    int32
	topRanks   int32  // readings with it
	home       uint32 // Afghanistan

	members sought                  // names made of a given name and a surname of the text; kept from text to text
	likes   [len(labelNames)]sought // names as they stand, by label; kept from text to text
	built   sought                  // things named with a word that says what they are; kept from text to text

	facts map[uint32]*entryFacts // kept from text to text
}

// gatherReadings makes the list of readings of every mention: NIL first, then the entries.
func (s *scratch) gatherReadings(g *gazetteer.Gazetteer) {
	l := &s.link
	l.readings = l.readings[:0]
	for i := range l.named {
		m := &l.named[i]
		from := len(l.readings)
		l.readings = append(l.readings, reading{nil_: true})
		c := &s.claims[m.claim]
		match := c.match
		if match < 0 { // listed for another label: a valley that the model takes for a district
			match = s.matchOf(m.first, m.last)
		}
		s.readMatches(g, m, match, from)
		s.readMatches(g, m, c.name, from)
		s.readTitled(g, m, from)
		s.readReduced(g, m, from)
		s.readLike(g, m, from)
		s.lendSeats(g, m, from)
		l.reread(m, from)
	}
}

// readMatches adds the entries of a gazetteer match and of the later ones of the same
// range: other tiers, other layers. A surname that is listed for one man as it is written
// may still mean another whose name is spelt otherwise in the tables.
func (s *scratch) readMatches(g *gazetteer.Gazetteer, m *named, match int32, start int) {
	if match < 0 {
		return
	}
	first, last := s.matches[match].First, s.matches[match].Last
	for k := match; int(k) < len(s.matches) && s.matches[k].First == first; k++ {
		if s.matches[k].Last == last {
			s.readMatch(g, m, k, start)
		}
	}
}

// readMatch adds the entries of a gazetteer match that can carry the mention's label.
func (s *scratch) readMatch(g *gazetteer.Gazetteer, m *named, match int32, start int) {
	l := &s.link
	gm := &s.matches[match]
	for _, h := range s.hits[s.facts[match].hits.from:s.facts[match].hits.to] {
		if len(l.readings)-start > maxReadings && m.label != Org { // of sixty ministries the one of the country named
			break
		}
		if m.label == Fac && m.classFrom == classInside && h.Kind.IsSettled() {
			continue // a hospital is not the town it stands in
		}
		if !canRead(m.label, h) || l.betterMet(start, h, gm.Tier) {
			continue
		}
		r := reading{entry: h.Entry, alias: h.Alias, kind: h.Kind, class: h.Class, tier: gm.Tier, prior: h.Prior, likeness: 1 - gm.Cost}
		f := s.entryFacts(g, h.Entry)
		r.nIn = uint8(copy(r.within[:], f.within))
		r.land = f.land
		l.readings = append(l.readings, r)
	}
}

// readTitled marks the readings that are listed together with the title before the name
// ("Marshal Fahim", "King Abdullah"), and adds those that are listed only so.
func (s *scratch) readTitled(g *gazetteer.Gazetteer, m *named, start int) {
	l := &s.link
	if m.label != Person {
		return
	}
	for k := m.first - 1; k >= max(0, m.first-2) && s.class[k].Has(gazetteer.Title|gazetteer.TitlePart); k-- {
		match := s.matchOf(k, m.last)
		if match < 0 {
			continue
		}
		before := len(l.readings)
		s.readMatches(g, m, match, start)
		for j := before; j < len(l.readings); j++ {
			l.readings[j].class = gazetteer.Short
		}
		for ; int(match) < len(s.matches) && s.matches[match].First == int(k); match++ {
			if s.matches[match].Last != int(m.last) || s.matches[match].Tier == gazetteer.Fuzzy {
				continue
			}
			for _, h := range s.hits[s.facts[match].hits.from:s.facts[match].hits.to] {
				if j := l.withEntry(start, len(l.readings), h.Entry); j >= 0 {
					l.readings[j].titled = true
				}
			}
		}
	}
}

// betterMet reports whether a reading from start on is of the entry of a hit; one that was met
// by a worse tier is met by that of the hit from now on ("Qarabagh", of "Qarabagh district").
func (l *linkScratch) betterMet(start int, h gazetteer.Hit, tier gazetteer.Tier) bool {
	k := l.withEntry(start, len(l.readings), h.Entry)
	if k < 0 {
		return false
	}
	if r := &l.readings[k]; tier < r.tier {
		r.alias, r.class, r.tier = h.Alias, h.Class, tier
	}
	return true
}

// withEntry returns the index of the reading of the entry in the given range, or -1: no mention has
// two of one entry.
func (l *linkScratch) withEntry(from, to int, entry uint32) int {
	for k := from; k < to; k++ {
		if !l.readings[k].nil_ && l.readings[k].entry == entry {
			return k
		}
	}
	return -1
}

// reread makes the readings from start on those of the mention, with NIL chosen until it is
// decided.
func (l *linkScratch) reread(m *named, start int) {
	m.readings, m.best = span32{int32(start), int32(len(l.readings))}, int32(start)
}

// noAlias stands for the name by which a reading was met that no table lists.
const noAlias = ^uint32(0)

// readingOf makes the reading of an entry that was met by no name of its own.
func (s *scratch) readingOf(g *gazetteer.Gazetteer, entry uint32, tier gazetteer.Tier) reading {
	f := s.entryFacts(g, entry)
	r := reading{entry: entry, alias: noAlias, kind: g.Kind(entry), class: gazetteer.NameAlias, tier: tier,
		prior: float32(g.Prior(entry)), land: f.land}
	r.nIn = uint8(copy(r.within[:], f.within))
	return r
}

// canRead reports whether a mention of the label may mean the hit. Places of all three
// labels may stand for each other: "Andarab" is tagged GPE where the valley is meant. A
// body may be met as its members ("Republicans") or its house, and the other way round.
func canRead(label Label, h gazetteer.Hit) bool {
	if h.Class == gazetteer.Code {
		return false
	}
	of := hitLabel(h)
	if of == label {
		return true
	}
	place := func(x Label) bool { return x == GPE || x == Loc || x == Fac }
	body := func(x Label) bool { return x == Norp || x == Fac }
	return place(of) && place(label) || of == Org && body(label) || label == Org && body(of)
}
