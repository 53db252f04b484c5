package romanize

import (
	"math"
	"sync"
)

// Pair is one step of the alignment of two names.
type Pair struct {
	A, B  string // the parts that stand against each other; one is empty where a part is left out
	Cost  float64
	Edits []Edit
}

// Comparison is the outcome of [Costs.Explain].
type Comparison struct {
	Score         float64 // as of Compare
	Pairs         []Pair  // in the order of the first name, parts only of the second after them
	Contradiction bool    // both names have a part that the other does not: Zia against Wali
}

// The weights of the parts of a comparison; see doc.go for how they were set.
const (
	wordLimit = 8.0  // nats: words of longer names further apart are different words
	longLimit = 14.0 // the same for names written as one word
	orderCost = 0.8
	joinCost  = 0.1
	titleCost = 0.3 // two titles: one person has many
	keyCost   = 0.4 // words of one key and other letters
	wholeCost = 0.5
	ezafeCost = 0.4

	consonantCost = 0.6 // words whose keys have other consonants: Massoud, Mehsud
	initialCost   = 1.0
	contraCost    = 6.0
	omitPlain     = 2.2
	omitCommon    = 0.9
	omitTitle     = 0.15
	middle        = 4.8 // total cost at which the score is one half
	spread        = 0.9

	lengthMiddle = 7.0 // letters of a word whose distance counts as it is
	lengthPower  = 0.5
)

// DefaultThreshold is the score of [Costs.Compare] from which two names may be taken for
// one when nothing else is known.
const DefaultThreshold = 0.5

// Compare returns how alike two whole names are, a similarity from 0 to 1 and no
// probability: 1 for names that are equal but for case, diacritics and connectors, one
// half where as many pairs of the benchmark are one name as are two.
//
// The words of the names are aligned: by the learned distance, in order or out of it,
// joined or split (Najib Ullah, Najibullah), initials against words. A word that only
// one name has costs little (a title next to nothing, Khan or Mohammad a little, a
// patronymic more); words on both sides that contradict each other (Zia, Wali) cost so
// much that the names are different. Perso-Arabic and Latin names may be compared.
//
// Compare is symmetric up to rounding, looks at 10 words of 32 letters, takes some
// microseconds (a millisecond at worst) and does not allocate. A name without letters is
// like no other: 0.
func (c *Costs) Compare(a, b string) float64 {
	m := comparers.Get().(*comparer)
	defer comparers.Put(m)
	return m.compare(c, a, b)
}

// compare scores the names in one order, whichever they come in: where two alignments
// cost the same, the order would decide.
func (m *comparer) compare(c *Costs, a, b string) float64 {
	if m.swapped = a > b; m.swapped {
		a, b = b, a
	}
	return m.run(c, a, b)
}

var comparers = sync.Pool{New: func() any { return new(comparer) }}

// Explain is Compare with its reasons. It allocates.
func (c *Costs) Explain(a, b string) Comparison {
	var m comparer
	m.run(c, a, b)
	out := Comparison{Score: c.Compare(a, b), Contradiction: m.contra > 0}
	for _, s := range m.steps[:m.nsteps] {
		p := Pair{Cost: float64(s.cost)}
		p.A, p.B = m.a.join(s.i, s.ni), m.b.join(s.j, s.nj)
		if s.ni > 0 && s.nj > 0 {
			_, p.Edits = c.Align(p.A, p.B)
		}
		out.Pairs = append(out.Pairs, p)
	}
	return out
}

func (p *nameParts) join(i, n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return p.part[i].text
	}
	return p.part[i].text + p.part[i+1].text
}

// step is one decision of the alignment: parts i… of a against parts j… of b.
type step struct {
	i, ni, j, nj int
	cost         float32
}

// comparer holds the state of one comparison.
type comparer struct {
	a, b   nameParts
	dist   [maxParts][maxParts]float32
	best   [maxParts + 1][maxParts + 1]float32
	move   [maxParts + 1][maxParts + 1]uint8
	steps  [2 * maxParts]step
	nsteps int
	glued  part
	second part
	room   [4*maxLetters + 16]byte
	limit  float64 // words further apart are different words

	swapped bool // a is the second name of the caller
	contra  int
}

func (m *comparer) run(c *Costs, a, b string) float64 {
	m.nsteps, m.contra = 0, 0 // of the names before, where one of these has no parts
	m.a.load(a)
	m.b.load(b)
	if m.a.n == 0 || m.b.n == 0 {
		return 0
	}
	m.a.demote()
	m.b.demote()
	m.limit = wordLimit
	if m.a.n == 1 && m.b.n == 1 {
		m.limit = longLimit
	}
	for i := 0; i < m.a.n; i++ {
		for j := 0; j < m.b.n; j++ {
			m.dist[i][j] = m.partDistance(c, &m.a.part[i], &m.b.part[j])
		}
	}
	m.align(c)
	total := m.total()
	if m.a.n != m.b.n || total > middle {
		total = min(total, m.whole(c, total))
	}
	return response(total)
}

// omit is the cost of a part that the other name does not have.
func omit(p *part) float32 {
	switch p.class {
	case titlePart:
		return omitTitle
	case commonPart, initialPart:
		return omitCommon
	}
	return omitPlain
}

// total adds up the steps of the alignment, with what contradicts.
func (m *comparer) total() float64 {
	total, matched := 0.0, 0.0
	var onlyA, onlyB float64
	for _, s := range m.steps[:m.nsteps] {
		total += float64(s.cost)
		switch {
		case s.nj == 0:
			onlyA += contraWeight(&m.a.part[s.i])
		case s.ni == 0:
			onlyB += contraWeight(&m.b.part[s.j])
		default:
			matched += min(m.a.part[s.i].weight(), m.b.part[s.j].weight())
		}
	}
	m.contra = 0
	if contra := min(onlyA, onlyB); contra > 0 {
		total += contraCost * math.Sqrt(contra)
		m.contra = 1
	}
	if matched < 1 && onlyA+onlyB > 0 {
		total += 2         // only Mohammad is left to go by
		if matched < 0.4 { // not even that
			total += contraCost
		}
	}
	return total
}

// response turns a total cost into a score: 1 at nothing, one half at middle.
func response(total float64) float64 {
	return (1 + math.Exp(-middle/spread)) / (1 + math.Exp((total-middle)/spread))
}

// contraWeight is what a part says against a name that has another one in its place.
func contraWeight(p *part) float64 {
	switch p.class {
	case titlePart:
		return 0
	case commonPart, initialPart:
		return 0.3
	}
	return 1
}
