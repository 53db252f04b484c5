package main

// tree joins classes two by two, each time the pair that costs the least information
// (Brown et al. 1992), and returns the path from the root to each class, as 0s and 1s.
func (e *exchanger) tree() []string {
	t := merger{k: e.k, n: make([]float64, e.k*e.k), total: make([]float64, e.k), table: e.xlogx}
	for l := range e.k {
		for r := range e.k {
			t.n[l*e.k+r] = float64(e.pairs[r*e.k+l])
		}
		t.total[l] = float64(e.total[l])
	}
	paths := make([][]byte, e.k)
	members := make([][]int, e.k)
	for c := 1; c < e.k; c++ { // class 0 is no class
		t.alive = append(t.alive, c)
		members[c] = []int{c}
	}
	t.loss = make([]float64, e.k*e.k)
	for i, a := range t.alive {
		for _, b := range t.alive[i+1:] {
			t.loss[a*e.k+b] = t.cost(a, b)
		}
	}
	for len(t.alive) > 1 {
		a, b := t.cheapest()
		for _, c := range members[a] {
			paths[c] = append(paths[c], '0')
		}
		for _, c := range members[b] {
			paths[c] = append(paths[c], '1')
		}
		members[a] = append(members[a], members[b]...)
		t.merge(a, b)
	}
	out := make([]string, e.k)
	for c, p := range paths {
		for i, j := 0, len(p)-1; i < j; i, j = i+1, j-1 {
			p[i], p[j] = p[j], p[i]
		}
		out[c] = string(p)
	}
	return out
}

// merger holds the class bigrams while classes are joined.
type merger struct {
	k     int
	n     []float64 // [left*k+right]
	total []float64
	loss  []float64 // [a*k+b], a < b
	alive []int
	table []float64
}

func (t *merger) f(n float64) float64 { return t.table[int(n)] }

func (t *merger) at(l, r int) float64 { return t.n[l*t.k+r] }

// cost is the information lost by joining a and b.
func (t *merger) cost(a, b int) float64 {
	c := 2 * (t.f(t.total[a]+t.total[b]) - t.f(t.total[a]) - t.f(t.total[b]))
	c += t.with(a, b, 0)
	for _, d := range t.alive {
		if d != a && d != b {
			c += t.with(a, b, d)
		}
	}
	in := t.at(a, a) + t.at(a, b) + t.at(b, a) + t.at(b, b)
	return c + t.f(t.at(a, a)) + t.f(t.at(a, b)) + t.f(t.at(b, a)) + t.f(t.at(b, b)) - t.f(in)
}

// with is the part of cost that stands in the bigrams with class d.
func (t *merger) with(a, b, d int) float64 {
	ad, bd, da, db := t.at(a, d), t.at(b, d), t.at(d, a), t.at(d, b)
	return t.f(ad) + t.f(bd) - t.f(ad+bd) + t.f(da) + t.f(db) - t.f(da+db)
}

func (t *merger) cheapest() (int, int) {
	ba, bb := t.alive[0], t.alive[1]
	for i, a := range t.alive {
		for _, b := range t.alive[i+1:] {
			if t.loss[a*t.k+b] < t.loss[ba*t.k+bb] {
				ba, bb = a, b
			}
		}
	}
	return ba, bb
}

// merge joins b into a. Costs of other pairs change only by their bigrams with a and b.
func (t *merger) merge(a, b int) {
	kept := t.alive[:0]
	for _, c := range t.alive {
		if c != b {
			kept = append(kept, c)
		}
	}
	t.alive = kept
	t.each(a, func(p, q int) { t.loss[p*t.k+q] -= t.with(p, q, a) + t.with(p, q, b) })
	for d := range t.k {
		t.n[a*t.k+d] += t.n[b*t.k+d]
		t.n[b*t.k+d] = 0
	}
	for d := range t.k {
		t.n[d*t.k+a] += t.n[d*t.k+b]
		t.n[d*t.k+b] = 0
	}
	t.total[a] += t.total[b]
	t.each(a, func(p, q int) { t.loss[p*t.k+q] += t.with(p, q, a) })
	for _, c := range t.alive {
		if c != a {
			t.loss[min(a, c)*t.k+max(a, c)] = t.cost(min(a, c), max(a, c))
		}
	}
}

// each visits the pairs of living classes without a.
func (t *merger) each(a int, f func(p, q int)) {
	for i, p := range t.alive {
		if p == a {
			continue
		}
		for _, q := range t.alive[i+1:] {
			if q != a {
				f(p, q)
			}
		}
	}
}
