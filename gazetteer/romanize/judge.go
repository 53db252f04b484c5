package romanize

// Judgement is a comparison of two names with what each has alone, in weights: a plain
// part counts 1, a common one (Khan, Mohammad, an initial) 0.3.
type Judgement struct {
	Score            float64 // as of Compare
	OnlyA, OnlyB     float64 // parts that the other name does not have, titles left aside
	TitlesA, TitlesB int     // titles that the other name does not have
	Titles           int     // titles that both have
	Both             float64 // parts of the first name that the second has too
	Edited           float64 // cost of the edits between the parts that both have, in nats
}

// The cost of a slip (see Judge): at least slipFrom nats, slipEach for each letter.
const (
	slipFrom = 2.0
	slipEach = 1.8
)

// Judge is [Costs.Compare] with its sums, and with slips: two parts in the same place that
// the learned costs hold for different words count as one word with letters mistyped where
// they share two letters in three, in order or with neighbours exchanged (Haid, Hadi), or
// one in two where all consonants agree (Hakimi, Hukmi). A
// name needs other parts that agree to be found by that. It takes some microseconds and
// does not allocate.
func (c *Costs) Judge(a, b string) Judgement {
	m, _ := comparers.Get().(*comparer)
	defer comparers.Put(m)
	j := Judgement{Score: m.compare(c, a, b)}
	var used uint32
	for _, s := range m.steps[:m.nsteps] {
		if s.nj != 0 {
			continue
		}
		p := &m.a.part[s.i]
		if cost, y := m.slip(p, used); y >= 0 {
			used |= 1 << y
			j.Both += contraWeight(p)
			j.Edited += cost
			continue
		}
		if p.class == titlePart {
			j.TitlesA++
		}
		j.OnlyA += m.a.lacking(s.i)
	}
	for y, s := range m.steps[:m.nsteps] {
		switch {
		case s.nj == 0:
		case s.ni == 0:
			if used&(1<<y) != 0 {
				continue
			}
			p := &m.b.part[s.j]
			if p.class == titlePart {
				j.TitlesB++
			}
			j.OnlyB += m.b.lacking(s.j)
		default:
			if m.a.part[s.i].class == titlePart {
				switch {
				case m.b.part[s.j].class != titlePart:
				case s.cost == 0:
					j.Titles++
				default: // a person has many
					j.TitlesA++
					j.TitlesB++
					j.Both -= 0.3
				}
				j.Both += 0.3 // Akhundzada may be a title and may be a name
			}
			for i := range s.ni {
				j.Both += m.agreed(s, i) / float64(s.ni)
			}
			j.Edited += float64(s.cost)
		}
	}
	if m.swapped {
		j.OnlyA, j.OnlyB = j.OnlyB, j.OnlyA
		j.TitlesA, j.TitlesB = j.TitlesB, j.TitlesA
	}
	return j
}

// initialWeight is what an initial says that stands for a word.
const initialWeight = 0.1

// agreed is the weight of part i of step s, which both names have.
func (m *comparer) agreed(s step, i int) float64 {
	p := &m.a.part[s.i+i]
	if p.class != initialPart && s.nj == 1 && m.b.part[s.j].class == initialPart {
		return initialWeight
	}
	if p.class == initialPart && m.b.part[s.j].class != initialPart {
		return initialWeight
	}
	return contraWeight(p)
}

// echoWeight is what a part says that only one name has and that echoes another part of it:
// people make their last name of their first, and use it or not (Saleh Mohammad Saleh,
// Najibullah Najib, Sultan Ali Sultani).
const echoWeight = 0.4

// lacking is what part i says against a name that does not have it.
func (p *nameParts) lacking(i int) float64 {
	x := &p.part[i]
	if x.class != plainPart {
		if i == p.sole() {
			return 1
		}
		return contraWeight(x)
	}
	for k := range p.part[:p.n] {
		y := &p.part[k]
		if k != i && y.class == plainPart && x.sc == y.sc && echoes(x.keyText(), y.keyText()) {
			return echoWeight
		}
	}
	return contraWeight(x)
}

// echoes reports whether two keys are equal but for an ending of one letter.
func echoes(a, b []byte) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 2 && len(b)-len(a) <= 1 && string(a) == string(b[:len(a)])
}

// IsPlain reports whether a word with that key (see [AppendKey]) tells people apart: it is
// no title (Haji), no part that thousands share (Khan, Mohammad), and no initial.
func IsPlain(key []byte) bool {
	return len(key) > 1 && knownParts[string(key)].class == plainPart
}

// IsTitle reports whether the word stands before names and is none: Haji, Mullah, Dr.
func IsTitle(word string) bool {
	var room [2 * maxLetters]byte
	return knownParts[string(AppendKey(room[:0], word))].class == titlePart
}

// slip looks for a part that only b has and that is p but for a slip or two; -1: none.
func (m *comparer) slip(p *part, used uint32) (cost float64, step int) {
	step = -1
	if p.class != plainPart {
		return 0, step
	}
	for y, s := range m.steps[:m.nsteps] {
		if s.ni != 0 || used&(1<<y) != 0 || m.b.part[s.j].class != plainPart {
			continue
		}
		q := &m.b.part[s.j]
		d := slips(p.text, q.text)
		most := 3 // letters for each slip; where only vowels differ, two
		if sameConsonants(p.keyText(), q.keyText()) {
			most = 2
		}
		if n := min(len(p.text), len(q.text)); n < 4 || most*d > n || p.sc != q.sc || p.text[0]|0x20 != q.text[0]|0x20 {
			continue
		}
		if x := slipFrom + slipEach*float64(d); step < 0 || x < cost {
			cost, step = x, y
		}
	}
	return cost, step
}

// slips is the number of letters put in, left out, replaced or exchanged with their
// neighbour (optimal string alignment), of which 24 bytes are looked at; case counts not.
func slips(a, b string) int {
	const most = 24
	if len(a) > most {
		a = a[:most]
	}
	if len(b) > most {
		b = b[:most]
	}
	var rows [3][most + 1]int
	for j := range rows[1] {
		rows[1][j] = j
	}
	two, one, cur := &rows[0], &rows[1], &rows[2]
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			same := 1
			if a[i-1]|0x20 == b[j-1]|0x20 {
				same = 0
			}
			cur[j] = min(one[j]+1, cur[j-1]+1, one[j-1]+same)
			if i > 1 && j > 1 && a[i-1]|0x20 == b[j-2]|0x20 && a[i-2]|0x20 == b[j-1]|0x20 {
				cur[j] = min(cur[j], two[j-2]+1)
			}
		}
		two, one, cur = one, cur, two
	}
	return one[len(b)]
}

// sole returns the part that tells most in a name of common parts, as Amir does in Haji Amir
// Khan; -1 where a plain part does, or nothing.
func (p *nameParts) sole() int {
	for i := range p.part[:p.n] {
		if p.part[i].class == plainPart {
			return -1
		}
	}
	for i := range p.part[:p.n] {
		if x := &p.part[i]; x.class == commonPart {
			switch string(x.keyText()) {
			case "mhmd", "xan", "said", "abd":
			default:
				return i
			}
		}
	}
	return -1
}
