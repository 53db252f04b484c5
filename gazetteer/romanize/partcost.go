package romanize

import "math"

// partcost.go: how far two words of names are apart.

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
	if a.pashto != 0 && a.pashto == b.pashto {
		return pashtoCost
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

// together makes w the word of all parts but titles; false when they are of two scripts
// or too long.
func (p *nameParts) together(w *part) bool {
	first := true
	for i := range p.part[:p.n] {
		x := &p.part[i]
		switch {
		case x.class == titlePart:
			continue
		case first:
			w.sc, w.sym, w.nat = x.sc, x.sym, x.nat
			first = false
			continue
		case x.sc != w.sc || w.sym.n+x.sym.n > maxLetters/2:
			return false
		}
		w.sym.n += copy(w.sym.sym[w.sym.n-1:], x.sym.sym[1:x.sym.n]) - 1
		w.nat.n += copy(w.nat.sym[w.nat.n:], x.nat.sym[:x.nat.n])
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
