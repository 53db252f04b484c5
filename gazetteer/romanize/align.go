package romanize

import "math"

// align.go: which words of two names stand against each other.

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
