package main

import "sort"

// model says which operations exist: units of up to a letters against units of up to b.
type model struct {
	minA, maxA, minB, maxB int
	symmetric              bool
	ends                   bool // ^ and $ are letters
	iterations             int
	discountA, discountB   float64 // taken from the expected count of every operation with such a unit of two letters or more
}

var (
	latinModel  = model{0, 2, 0, 2, true, true, 12, 3, 3}
	nativeModel = model{1, 2, 0, 3, false, false, 12, 10, 0.5}
)

// learn returns the probability of each operation. The sums of each iteration run in
// the order of the pairs, and over the operations in sorted order.
func learn(pairs []pair, m model) map[operation]float64 {
	l := &learner{model: m, id: map[operation]int32{}}
	for _, p := range pairs {
		l.prepare(p)
	}
	l.order()
	prob := l.initial()
	for it := 0; it < m.iterations; it++ {
		counts := make([]float64, len(prob))
		for _, lat := range l.lattices {
			lat.expect(prob, counts)
		}
		prob = l.maximise(counts)
	}
	out := map[operation]float64{}
	for i, op := range l.ops {
		if prob[i] > 0 {
			out[op] = prob[i]
		}
	}
	return out
}

// learner holds the operations by number and the alignments of all pairs.
type learner struct {
	model
	id       map[operation]int32
	ops      []operation
	mirror   []int32 // number of the operation with its sides exchanged
	lattices []lattice
}

// lattice holds every operation that an alignment of one pair may use, in an order in
// which all that leads to a cell stands before all that leaves it.
type lattice struct {
	edges  []edge
	cells  int
	weight float64
}

type edge struct {
	from, to uint16
	op       int32
}

func (l *learner) number(op operation) int32 {
	n, ok := l.id[op]
	if !ok {
		n = int32(len(l.ops))
		l.id[op] = n
		l.ops = append(l.ops, op)
	}
	return n
}

func (l *learner) prepare(p pair) {
	a, b := l.symbols(p.a), l.symbols(p.b)
	width := len(b) + 1
	lat := lattice{cells: (len(a) + 1) * width, weight: p.weight}
	for i := 0; i <= len(a); i++ {
		for j := 0; j <= len(b); j++ {
			l.steps(a, b, i, j, func(di, dj int, op operation) {
				from := (i-di)*width + j - dj
				lat.edges = append(lat.edges, edge{uint16(from), uint16(i*width + j), l.number(op)})
				if l.symmetric {
					l.number(operation{op.b, op.a})
				}
			})
		}
	}
	l.lattices = append(l.lattices, lat)
}

// order fixes the mirrors, once all operations have numbers. Numbers follow the sorted
// pairs and so never depend on the order of a map.
func (l *learner) order() {
	l.mirror = make([]int32, len(l.ops))
	for i, op := range l.ops {
		l.mirror[i] = -1
		if l.symmetric {
			l.mirror[i] = l.id[operation{op.b, op.a}]
		}
	}
}

func (m model) symbols(s string) []string {
	var out []string
	if m.ends {
		out = append(out, "^")
	}
	for _, r := range s {
		out = append(out, string(r))
	}
	if m.ends {
		out = append(out, "$")
	}
	return out
}

// steps calls f for each operation that may end at cell i, j.
func (m model) steps(a, b []string, i, j int, f func(di, dj int, op operation)) {
	for di := m.minA; di <= min(m.maxA, i); di++ {
		u := ""
		for _, s := range a[i-di : i] {
			u += s
		}
		for dj := m.minB; dj <= min(m.maxB, j); dj++ {
			if di+dj == 0 || !m.symmetric && di == 2 && dj < 1 {
				continue
			}
			v := ""
			for _, s := range b[j-dj : j] {
				v += s
			}
			op := operation{u, v}
			switch {
			case !m.symmetric:
			case di == 1 && dj == 0:
				op.a = placed(a, i-1, b, j)
			case di == 0 && dj == 1:
				op.b = placed(b, j-1, a, i)
			case !unit(u, v):
				continue
			}
			if op.a != "" || op.b != "" {
				f(di, dj, op)
			}
		}
	}
}

// initial gives letters that are equal most of the mass and all else a little.
func (l *learner) initial() []float64 {
	prob := make([]float64, len(l.ops))
	for i, op := range l.ops {
		switch {
		case op.a == op.b:
			prob[i] = 1e-2
		case (runes(op.a) <= 1 || isPlaced(op.a)) && (runes(op.b) <= 1 || isPlaced(op.b)):
			prob[i] = 1e-4
		default:
			prob[i] = 1e-5
		}
	}
	return prob
}

// expect adds the expected counts of the operations over all alignments of the pair
// (forward and backward sums). A mirrored operation gets the same count.
func (t *lattice) expect(prob, counts []float64) {
	fwd, bwd := make([]float64, t.cells), make([]float64, t.cells)
	fwd[0], bwd[t.cells-1] = 1, 1
	for _, e := range t.edges {
		fwd[e.to] += fwd[e.from] * prob[e.op]
	}
	total := fwd[t.cells-1]
	if total == 0 {
		return
	}
	for k := len(t.edges) - 1; k >= 0; k-- {
		e := t.edges[k]
		bwd[e.from] += prob[e.op] * bwd[e.to]
	}
	for _, e := range t.edges {
		counts[e.op] += t.weight * fwd[e.from] * prob[e.op] * bwd[e.to] / total
	}
}

// maximise normalises the counts. The discount keeps the table small: a unit of two
// letters must earn its place against its parts.
func (l *learner) maximise(counts []float64) []float64 {
	prob := make([]float64, len(counts))
	total := 0.0
	for i, op := range l.ops {
		n := counts[i]
		if m := l.mirror[i]; m >= 0 {
			n += counts[m]
		}
		switch {
		case runes(op.a) > 1 && !isPlaced(op.a):
			n = max(0, n-l.discountA)
		case runes(op.b) > 1 && !isPlaced(op.b):
			n = max(0, n-l.discountB)
		}
		prob[i] = n
		total += n
	}
	for i := range prob {
		prob[i] /= total
	}
	return prob
}

func runes(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

func sortedOps(m map[operation]float64) []operation {
	ops := make([]operation, 0, len(m))
	for op := range m {
		ops = append(ops, op)
	}
	sort.Slice(ops, func(i, j int) bool {
		if ops[i].a != ops[j].a {
			return ops[i].a < ops[j].a
		}
		return ops[i].b < ops[j].b
	})
	return ops
}
