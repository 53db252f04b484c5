package romanize

import "math"

// wordSymbols holds the symbols of one word with its two ends.
type wordSymbols struct {
	sym [maxLetters + 2]uint8
	n   int
	gap uint64 // bit k: letter k begins a word
}

// load takes the letters of a word, Latin as they are, Perso-Arabic by their key.
func (w *wordSymbols) load(word string) {
	var in [maxLetters]byte
	n, sc := letters(&in, word)
	if sc == native {
		k := keyer{dst: make([]byte, 0, 2*maxLetters)}
		k.native(in[:n])
		n = copy(in[:], k.dst)
	}
	w.loadLetters(in[:n])
}

func (w *wordSymbols) loadLetters(in []byte) {
	w.n, w.gap = 0, 0
	w.push(symStart)
	for _, c := range in {
		if w.n > maxLetters {
			break // the key of a Perso-Arabic word may be longer than the word
		}
		if s := symbol(c); s != 0 {
			w.push(uint8(s))
		} else if isDigit(c) {
			w.push(symEnd + 1) // a digit: like itself only
		}
	}
	w.push(symEnd)
}

func (w *wordSymbols) push(s uint8) {
	w.sym[w.n] = s
	w.n++
}

// equal compares what is in use: the arrays are reused and hold old letters behind.
func (w *wordSymbols) equal(o *wordSymbols) bool {
	return w.n == o.n && string(w.sym[:w.n]) == string(o.sym[:o.n])
}

// Distance returns the least sum of edit costs, in nats, that turns word a into word b,
// and true; or max and false when it is greater than max. Case,
// diacritics and apostrophes cost nothing. It is symmetric, 0 for equal words, and no
// metric: a multi-letter operation may be cheaper than its parts. Names of several words are
// compared as one word, but that a vowel at the end of each counts as such.
//
// It takes time proportional to the product of the lengths, of which 64 letters count,
// and does not allocate for Latin words.
func (c *Costs) Distance(a, b string, max float64) (float64, bool) {
	m := comparers.Get().(*comparer)
	defer comparers.Put(m)
	pa, pb := &m.a.part[0], &m.b.part[0]
	hasA, hasB := pa.letters(a), pb.letters(b)
	if !hasA || !hasB {
		return 0, !hasA && !hasB
	}
	if pa.sc == latin && pb.sc == latin {
		pa.sym.markWords(a)
		pb.sym.markWords(b)
	}
	return c.between(pa, pb, max)
}

// between is the distance of two words of any script. Two Perso-Arabic ones are
// compared by their keys.
func (c *Costs) between(a, b *part, max float64) (float64, bool) {
	if a.sc == b.sc {
		return c.distance(&a.sym, &b.sym, max)
	}
	if b.sc == native {
		a, b = b, a
	}
	d, ok := c.native.distance(&a.nat, &b.sym, float32(max/nativeScale))
	return float64(d) * nativeScale, ok
}

// distanceWidth is the length of a row: a cell before each letter and one at the end,
// and two before the first that are never reached.
const distanceWidth = maxLetters + 5

// distance fills three rows of the table of prefixes in turn, since an operation takes
// two letters at most. Cells above max count as unreachable, and only the reachable
// stretch of a row (Ukkonen's cutoff) and two cells beyond are looked at: words that are
// far apart cost a few cells.
func (c *Costs) distance(a, b *wordSymbols, max float64) (float64, bool) {
	if a.equal(b) {
		return 0, true
	}
	var sa, sb sides
	sa.set(a)
	sb.set(b)
	var rows [3][distanceWidth]float32
	inf := float32(math.Inf(1))
	limit := float32(max)
	for i := range rows {
		for j := range rows[i][:b.n+3] {
			rows[i][j] = inf
		}
	}
	two, one, cur := &rows[0], &rows[1], &rows[2]
	lo2, hi2, lo1, hi1 := b.n+1, -1, b.n+1, -1 // reachable cells of the two rows before
	for i := 0; i <= a.n; i++ {
		var u1, u2 int
		if i > 0 {
			u1 = int(a.sym[i-1])
		}
		if i > 1 {
			u2 = int(a.sym[i-2])*radix + u1
		}
		first := min(lo1, lo2)
		if i == 0 {
			first = 0
		}
		lo, hi := b.n+1, -1
		for j := first; j <= b.n; j++ {
			best := c.cell(two, one, cur, b, i, j, u1, u2, &sa, &sb)
			if i == 0 && j == 0 {
				best = 0
			}
			if best > limit {
				best = inf
				if j > hi1+2 && j > hi2+2 && j > hi+2 {
					break
				}
			} else {
				lo, hi = min(lo, j), j
			}
			cur[j+2] = best
		}
		if hi < 0 && hi1 < 0 {
			return max, false
		}
		lo2, hi2, lo1, hi1 = lo1, hi1, lo, hi
		two, one, cur = one, cur, two
		for j := range cur[:b.n+3] {
			cur[j] = inf
		}
	}
	d := one[b.n+2]
	if d > limit {
		return max, false
	}
	return float64(d), true
}

// cell returns the cheapest way to reach letter j of b with i letters of a; u1 and u2
// are the units that end at i, sa and sb the sides of both words. Cells of a row stand two
// places to the right.
func (c *Costs) cell(two, one, cur *[distanceWidth]float32, b *wordSymbols, i, j, u1, u2 int, sa, sb *sides) float32 {
	v1, v2 := 0, 0
	if j > 0 {
		v1 = int(b.sym[j-1])
		if j > 1 {
			v2 = int(b.sym[j-2])*radix + v1
		}
	}
	best := float32(math.Inf(1))
	if i > 0 {
		w := c.wide[u1*radix : u1*radix+radix]
		best = one[j+2] + c.drop[u1*places+sa.place(i-1, sb, j)]
		if j > 0 {
			best = min(best, one[j+1]+w[v1])
			if j > 1 {
				best = min(best, one[j]+c.wide[v2*radix+u1])
			}
		}
		if i > 1 {
			w := c.wide[u2*radix : u2*radix+radix]
			best = min(best, two[j+2]+w[0])
			if j > 0 {
				best = min(best, two[j+1]+w[v1])
				if p := c.pairID[u2]; p != 0 && j > 1 {
					if q := c.pairID[v2]; q != 0 {
						best = min(best, two[j]+c.square[int(p)*(c.pairs+1)+int(q)])
					}
				}
			}
		}
	}
	if j > 0 {
		best = min(best, cur[j+1]+c.drop[v1*places+sb.place(j-1, sa, i)])
		if j > 1 {
			best = min(best, cur[j]+c.wide[v2*radix])
		}
	}
	return best
}

// Align returns the distance of the two words and a cheapest row of edits in order,
// unchanged letters left out. It allocates; use [Costs.Distance] where only the number
// counts.
func (c *Costs) Align(a, b string) (float64, []Edit) {
	var wa, wb wordSymbols
	wa.load(a)
	wb.load(b)
	return c.align(&wa, &wb)
}

func (c *Costs) align(a, b *wordSymbols) (float64, []Edit) {
	type cell struct {
		cost   float32
		du, dv uint8
	}
	var sa, sb sides
	sa.set(a)
	sb.set(b)
	grid := make([]cell, (a.n+1)*(b.n+1))
	at := func(i, j int) *cell { return &grid[i*(b.n+1)+j] }
	for i := 0; i <= a.n; i++ {
		for j := 0; j <= b.n; j++ {
			best := cell{cost: float32(math.Inf(1))}
			if i == 0 && j == 0 {
				best.cost = 0
			}
			for du := 0; du <= min(2, i); du++ {
				for dv := 0; dv <= min(2, j); dv++ {
					if du+dv == 0 {
						continue
					}
					cost := at(i-du, j-dv).cost
					switch {
					case du == 1 && dv == 0:
						cost += c.drop[int(a.sym[i-1])*places+sa.place(i-1, &sb, j)]
					case du == 0 && dv == 1:
						cost += c.drop[int(b.sym[j-1])*places+sb.place(j-1, &sa, i)]
					default:
						cost += c.op(code(a, i-du, du), du, code(b, j-dv, dv), dv)
					}
					if cost < best.cost {
						best = cell{cost, uint8(du), uint8(dv)}
					}
				}
			}
			*at(i, j) = best
		}
	}
	var edits []Edit
	for i, j := a.n, b.n; i > 0 || j > 0; {
		here := at(i, j)
		du, dv := int(here.du), int(here.dv)
		if step := here.cost - at(i-du, j-dv).cost; step > 0 || du != dv {
			edits = append(edits, Edit{a.text(i-du, du), b.text(j-dv, dv), float64(step)})
		}
		i, j = i-du, j-dv
	}
	for l, r := 0, len(edits)-1; l < r; l, r = l+1, r-1 {
		edits[l], edits[r] = edits[r], edits[l]
	}
	return float64(at(a.n, b.n).cost), edits
}

// code returns the unit of n symbols from i on.
func code(w *wordSymbols, i, n int) int {
	u := 0
	for _, s := range w.sym[i : i+n] {
		u = u*radix + int(s)
	}
	return u
}

func (w *wordSymbols) text(i, n int) string {
	out := make([]byte, 0, 2)
	for _, s := range w.sym[i : i+n] {
		switch {
		case s <= 26:
			out = append(out, 'a'+s-1)
		case s == symStart:
			out = append(out, '^')
		case s == symEnd:
			out = append(out, '$')
		default:
			out = append(out, '#')
		}
	}
	return string(out)
}
