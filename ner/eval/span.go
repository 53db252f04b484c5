package eval

import (
	"slices"
	"sort"
)

// Counts holds the counts of one scheme, over all labels or for one, and the ratios
// made of them. A ratio whose denominator is 0 is 0.
//
// For one label, Possible counts gold mentions with the label. Actual counts the
// predictions with the label in the strict and type schemes; in the exact and partial
// schemes, where labels do not matter, it counts the predictions paired with a gold
// mention of the label and the spurious ones with it.
type Counts struct {
	Label     string  `json:"label"` // "all" for the sum
	Correct   int     `json:"correct"`
	Incorrect int     `json:"incorrect"`
	Partial   int     `json:"partial"`
	Missed    int     `json:"missed"`
	Spurious  int     `json:"spurious"`
	Possible  int     `json:"possible"`
	Actual    int     `json:"actual"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// SpanScore holds the scores of one scheme: strict, exact, partial or type.
type SpanScore struct {
	Scheme  string   `json:"scheme"`
	Overall Counts   `json:"overall"`
	Labels  []Counts `json:"labels"` // every label met in gold or predictions, in table order
}

// PRF is a precision and a recall with the sums that they were made of.
type PRF struct {
	PrecisionNum float64 `json:"precision_num"`
	PrecisionDen float64 `json:"precision_den"`
	RecallNum    float64 `json:"recall_num"`
	RecallDen    float64 `json:"recall_den"`
	Precision    float64 `json:"precision"`
	Recall       float64 `json:"recall"`
	F1           float64 `json:"f1"`
}

func (p *PRF) finish() {
	p.Precision, p.Recall = ratio(p.PrecisionNum, p.PrecisionDen), ratio(p.RecallNum, p.RecallDen)
	p.F1 = harmonic(p.Precision, p.Recall)
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

func harmonic(p, r float64) float64 { return ratio(2*p*r, p+r) }

// verdict is what a scheme makes of a pair.
type verdict uint8

const (
	correct verdict = iota
	incorrect
	partial
)

// scheme is one column of the table in the package comment.
type scheme struct {
	name    string
	labels  bool // the label matters: Actual of a label counts predictions with it
	verdict [4]verdict
}

var schemes = [...]scheme{
	{"strict", true, [4]verdict{SameSpanLabel: correct, SameSpan: incorrect, OverlapLabel: incorrect, Overlap: incorrect}},
	{"exact", false, [4]verdict{SameSpanLabel: correct, SameSpan: correct, OverlapLabel: incorrect, Overlap: incorrect}},
	{"partial", false, [4]verdict{SameSpanLabel: correct, SameSpan: correct, OverlapLabel: partial, Overlap: partial}},
	{"type", true, [4]verdict{SameSpanLabel: correct, SameSpan: incorrect, OverlapLabel: correct, Overlap: incorrect}},
}

// spanCounter counts one scheme.
type spanCounter struct {
	scheme
	all     Counts
	byLabel map[string]*Counts
}

func newSpanCounter(s scheme) *spanCounter {
	return &spanCounter{scheme: s, all: Counts{Label: "all"}, byLabel: map[string]*Counts{}}
}

func (c *spanCounter) label(l string) *Counts {
	if c.byLabel[l] == nil {
		c.byLabel[l] = &Counts{Label: l}
	}
	return c.byLabel[l]
}

// add counts one pairing; g and p are the mentions that it points to.
func (c *spanCounter) add(o Outcome, g, p *Entity) {
	switch o {
	case IgnoredMention, DoubtfulMention:
		return
	case SpuriousMention:
		for _, k := range []*Counts{&c.all, c.label(p.Label)} {
			k.Spurious++
			k.Actual++
		}
		return
	case MissedMention:
		for _, k := range []*Counts{&c.all, c.label(g.Label)} {
			k.Missed++
			k.Possible++
		}
		return
	}
	for _, k := range []*Counts{&c.all, c.label(g.Label)} {
		k.Possible++
		switch c.verdict[o] {
		case correct:
			k.Correct++
		case incorrect:
			k.Incorrect++
		case partial:
			k.Partial++
		}
	}
	c.all.Actual++
	if c.labels {
		c.label(p.Label).Actual++
	} else {
		c.label(g.Label).Actual++
	}
}

func (c *spanCounter) finish() SpanScore {
	s := SpanScore{Scheme: c.name, Overall: c.all, Labels: []Counts{}}
	s.Overall.finish()
	for _, l := range inTableOrder(c.byLabel) {
		k := *c.byLabel[l]
		k.finish()
		s.Labels = append(s.Labels, k)
	}
	return s
}

func (c *Counts) finish() {
	right := float64(c.Correct) + float64(c.Partial)/2
	c.Precision, c.Recall = ratio(right, float64(c.Actual)), ratio(right, float64(c.Possible))
	c.F1 = ratio(2*right, float64(c.Actual+c.Possible)) // the harmonic mean of the two
}

// inTableOrder returns the keys: those of [Labels] in their order, then the rest sorted.
func inTableOrder[T any](m map[string]T) []string {
	var out, rest []string
	for _, l := range Labels {
		if _, ok := m[l]; ok {
			out = append(out, l)
		}
	}
	for l := range m {
		if !slices.Contains(Labels, l) {
			rest = append(rest, l)
		}
	}
	sort.Strings(rest)
	return append(out, rest...)
}
