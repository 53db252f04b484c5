package romanize

import "math"

// Pair is one step of the alignment of two names.
type Pair struct {
	A, B  string // the parts that stand against each other; one is empty where a part is left out
	Cost  float64
	Edits []Edit
}

// Comparison is the outcome of [Costs.Explain].
type Comparison struct {
	Score         float64 // as of Compare
	Pairs         []Pair
	Contradiction bool // both names have a part that the other does not: Zia against Wali
}

// Compare returns how alike two whole names are, from 0 to 1.
func (c *Costs) Compare(a, b string) float64 { return c.Explain(a, b).Score }

// Explain is Compare with its reasons.
func (c *Costs) Explain(a, b string) Comparison {
	if ka, kb := Key(a), Key(b); ka == kb && ka != "" {
		return Comparison{Score: 1}
	}
	var wa, wb wordSymbols
	wa.load(joinWords(a))
	wb.load(joinWords(b))
	d, edits := c.align(&wa, &wb)
	return Comparison{Score: math.Exp(-d / 10), Pairs: []Pair{{a, b, d, edits}}}
}

func joinWords(name string) string {
	var out []byte
	w := wordsOf(name)
	for {
		s, ok := w.next()
		if !ok {
			return string(out)
		}
		if !IsConnector(s) {
			out = append(out, s...)
		}
	}
}
