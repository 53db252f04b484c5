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

// partDistance is the distance of two words, +Inf above wordLimit.
func (m *comparer) partDistance(c *Costs, a, b *part) float32 {
	if (a.class == initialPart) != (b.class == initialPart) {
		if a.key[0] == b.key[0] {
			return initialCost
		}
		return float32(math.Inf(1))
	}
	if string(a.keyText()) == string(b.keyText()) {
		if a.sc == b.sc && a.sym.equal(&b.sym) || a.class != plainPart {
			return 0
		}
		return keyCost
	}
	if a.class == titlePart && b.class == titlePart {
		return titleCost
	}
	scale := lengthScale(a, b)
	d, ok := c.between(a, b, m.limit/scale)
	switch {
	case a.ezafe && !b.ezafe && a.sc == b.sc:
		d, ok = m.bare(c, a, b, d, ok)
	case b.ezafe && !a.ezafe && a.sc == b.sc:
		d, ok = m.bare(c, b, a, d, ok)
	}
	if !ok {
		return float32(math.Inf(1))
	}
	d *= scale
	if a.sc == b.sc && !sameConsonants(a.keyText(), b.keyText()) {
		d += consonantCost
	}
	return float32(d)
}

// sameConsonants compares two keys without their vowels.
func sameConsonants(a, b []byte) bool {
	i, j := 0, 0
	for {
		for i < len(a) && !isConsonant(a[i]) {
			i++
		}
		for j < len(b) && !isConsonant(b[j]) {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
}

// bare compares a without its last letter, if that is cheaper than d.
func (m *comparer) bare(c *Costs, a, b *part, d float64, ok bool) (float64, bool) {
	if ok && d <= ezafeCost {
		return d, ok
	}
	limit := m.limit
	if ok {
		limit = d
	}
	w := &m.glued.sym
	*w = a.sym
	w.n -= 2
	w.push(symEnd)
	if e, found := c.distance(w, &b.sym, limit); found && e+ezafeCost < limit {
		return e + ezafeCost, true
	}
	return d, ok
}

// whole compares the names as if each were one word: Ma Ma Ismael, Mamaismail. It
// returns the cost, or limit.
func (m *comparer) whole(c *Costs, limit float64) float64 {
	if m.a.n == 1 && m.b.n == 1 {
		return limit
	}
	limit = min(limit, longLimit)
	a, b := &m.glued, &m.second
	if !m.a.together(a) || !m.b.together(b) || a.sym.n*4 < b.sym.n*3 || b.sym.n*4 < a.sym.n*3 {
		return limit
	}
	scale := lengthScale(a, b)
	d, ok := c.between(a, b, limit/scale)
	if !ok {
		return limit
	}
	return d*scale + wholeCost
}

// together makes p the word of all parts but titles; false when they are of two scripts
// or too long.
func (n *nameParts) together(p *part) bool {
	first := true
	for i := range n.part[:n.n] {
		x := &n.part[i]
		switch {
		case x.class == titlePart:
			continue
		case first:
			p.sc, p.sym, p.nat = x.sc, x.sym, x.nat
			first = false
			continue
		case x.sc != p.sc || p.sym.n+x.sym.n > maxLetters/2:
			return false
		}
		p.sym.n += copy(p.sym.sym[p.sym.n-1:], x.sym.sym[1:x.sym.n]) - 1
		p.nat.n += copy(p.nat.sym[p.nat.n:], x.nat.sym[:x.nat.n])
	}
	return !first
}

// lengthScale makes the same edits count less in a long word than in a short one.
func lengthScale(a, b *part) float64 {
	return lengthScales[max(a.sym.n, b.sym.n)-2]
}

var lengthScales = func() (t [maxLetters + 1]float64) {
	for n := range t {
		t[n] = math.Pow(lengthMiddle/math.Max(float64(n), 2), lengthPower)
	}
	return t
}()

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

// The moves of the alignment.
const (
	moveOmitA = iota + 1
	moveOmitB
	moveMatch
	moveJoinA // two parts of a are one of b
	moveJoinB
)

// align finds the cheapest alignment in order, then pairs what is left over out of order.
func (m *comparer) align(c *Costs) {
	for i := 0; i <= m.a.n; i++ {
		for j := 0; j <= m.b.n; j++ {
			m.cell(c, i, j)
		}
	}
	m.nsteps = 0
	for i, j := m.a.n, m.b.n; i > 0 || j > 0; {
		s := step{i: i, j: j}
		switch m.move[i][j] {
		case moveOmitA:
			s.ni = 1
		case moveOmitB:
			s.nj = 1
		case moveMatch:
			s.ni, s.nj = 1, 1
		case moveJoinA:
			s.ni, s.nj = 2, 1
		case moveJoinB:
			s.ni, s.nj = 1, 2
		}
		s.i, s.j = i-s.ni, j-s.nj
		s.cost = m.best[i][j] - m.best[s.i][s.j]
		i, j = s.i, s.j
		m.steps[m.nsteps] = s
		m.nsteps++
	}
	for l, r := 0, m.nsteps-1; l < r; l, r = l+1, r-1 {
		m.steps[l], m.steps[r] = m.steps[r], m.steps[l]
	}
	m.reorder()
}

func (m *comparer) cell(c *Costs, i, j int) {
	if i == 0 && j == 0 {
		m.best[0][0] = 0
		return
	}
	best, move := float32(math.Inf(1)), uint8(0)
	try := func(cost float32, mv uint8) {
		if cost < best {
			best, move = cost, mv
		}
	}
	if i > 0 && j > 0 {
		try(m.best[i-1][j-1]+m.dist[i-1][j-1], moveMatch)
	}
	if i > 0 {
		try(m.best[i-1][j]+omit(&m.a.part[i-1]), moveOmitA)
	}
	if j > 0 {
		try(m.best[i][j-1]+omit(&m.b.part[j-1]), moveOmitB)
	}
	if i > 1 && j > 0 && joinable(&m.a.part[i-2], &m.a.part[i-1], &m.b.part[j-1]) {
		try(m.best[i-2][j-1]+m.joined(c, &m.a.part[i-2], &m.a.part[i-1], &m.b.part[j-1]), moveJoinA)
	}
	if i > 0 && j > 1 && joinable(&m.b.part[j-2], &m.b.part[j-1], &m.a.part[i-1]) {
		try(m.best[i-1][j-2]+m.joined(c, &m.b.part[j-2], &m.b.part[j-1], &m.a.part[i-1]), moveJoinB)
	}
	m.best[i][j], m.move[i][j] = best, move
}

// joinable is a cheap test whether two parts may be one word: the lengths agree and the
// keys begin alike.
func joinable(x, y, whole *part) bool {
	sum := x.nkey + y.nkey
	return x.sc == y.sc && (x.key[0] == whole.key[0] || !isConsonant(x.key[0]) && !isConsonant(whole.key[0])) && sum <= whole.nkey+3 && sum+3 >= whole.nkey
}

// joined is the cost of two parts as one word.
func (m *comparer) joined(c *Costs, x, y, whole *part) float32 {
	key := AppendJoin(append(m.room[:0], x.keyText()...), y.keyText())
	if string(key) == string(whole.keyText()) {
		return joinCost
	}
	m.glued.glue(x, y)
	scale := lengthScale(&m.glued, whole)
	d, ok := c.between(&m.glued, whole, m.limit/scale)
	if !ok {
		return float32(math.Inf(1))
	}
	return float32(d*scale) + joinCost
}

// glue makes p the word that x and y are when written as one.
func (p *part) glue(x, y *part) {
	p.sc = x.sc
	p.sym.n = copy(p.sym.sym[:maxLetters+1], x.sym.sym[:x.sym.n-1])
	p.sym.n += copy(p.sym.sym[p.sym.n:maxLetters+1], y.sym.sym[1:y.sym.n-1])
	p.sym.push(symEnd)
	if p.sc == native {
		p.nat.n = copy(p.nat.sym[:], x.nat.sym[:x.nat.n])
		p.nat.n += copy(p.nat.sym[p.nat.n:], y.nat.sym[:y.nat.n])
	}
}

// reorder pairs parts that both sides left out: Mutasim Agha Jan, Agha Jan Motasim.
func (m *comparer) reorder() {
	for x := 0; x < m.nsteps; x++ {
		if m.steps[x].nj != 0 {
			continue
		}
		bestY, best := -1, float32(math.Inf(1))
		for y := 0; y < m.nsteps; y++ {
			if m.steps[y].ni == 0 {
				if d := m.dist[m.steps[x].i][m.steps[y].j] + orderCost; d < best {
					bestY, best = y, d
				}
			}
		}
		if bestY < 0 || best > m.steps[x].cost+m.steps[bestY].cost+contraCost {
			continue
		}
		m.steps[x].j, m.steps[x].nj, m.steps[x].cost = m.steps[bestY].j, 1, best
		copy(m.steps[bestY:], m.steps[bestY+1:m.nsteps])
		m.nsteps--
		if bestY < x {
			x--
		}
	}
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
