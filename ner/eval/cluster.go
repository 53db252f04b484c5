package eval

import (
	"sort"
	"strings"
)

// ClusterScore holds B³ and CEAF-e over one choice of mentions.
type ClusterScore struct {
	Mentions string `json:"mentions"` // "matched" or "all"
	BCubed   PRF    `json:"b_cubed"`
	CEAFe    PRF    `json:"ceaf_e"`
}

// cell counts the mentions that a gold and a predicted cluster share.
type cell struct{ gold, pred int }

// partition is two clusterings of the mentions of one document, as the sizes of the
// clusters and of their intersections.
type partition struct {
	gold, pred []int        // sizes
	both       map[cell]int // sizes of the non-empty intersections
}

// partitions returns the two clusterings of one document over the strictly matched
// mentions and over all mentions.
func partitions(gold, pred []Entity, pairs []Pairing) (matched, all partition) {
	gk, pk := goldKeys(gold), predKeys(pred)
	matched, all = newPartition(), newPartition()
	mk, ak := newKeyIndex(), newKeyIndex()
	for _, p := range pairs {
		switch p.Outcome {
		case IgnoredMention, DoubtfulMention:
			continue
		case SameSpanLabel:
			matched.add(mk, gk[p.Gold], pk[p.Pred])
			all.add(ak, gk[p.Gold], pk[p.Pred])
			continue
		}
		if p.Gold >= 0 {
			all.add(ak, gk[p.Gold], "")
		}
		if p.Pred >= 0 {
			all.add(ak, "", pk[p.Pred])
		}
	}
	return matched, all
}

// goldKeys names the cluster of each gold mention: the set of its norms.
func goldKeys(es []Entity) []string {
	keys := make([]string, len(es))
	for i, e := range es {
		var alts []string
		for _, n := range Norms(e.Norm) {
			alts = append(alts, Key(n))
		}
		sort.Strings(alts)
		keys[i] = "norm " + strings.Join(alts, ";")
		if len(alts) == 0 {
			keys[i] = "alone " + ordinal(i)
		}
	}
	return keys
}

// predKeys names the cluster of each prediction: its cluster number, else its link.
func predKeys(es []Entity) []string {
	keys := make([]string, len(es))
	for i, e := range es {
		switch {
		case e.Cluster > 0:
			keys[i] = "cluster " + ordinal(e.Cluster)
		case e.LinkID != "":
			keys[i] = "link " + e.LinkID
		default:
			keys[i] = "alone " + ordinal(i)
		}
	}
	return keys
}

// keyIndex numbers clusters in the order in which they are met.
type keyIndex struct{ gold, pred map[string]int }

func newKeyIndex() keyIndex { return keyIndex{map[string]int{}, map[string]int{}} }

func newPartition() partition { return partition{both: map[cell]int{}} }

// add counts one mention; "" means that one side does not have it.
func (p *partition) add(k keyIndex, gold, pred string) {
	g, r := -1, -1
	if gold != "" {
		g = number(k.gold, gold, &p.gold)
		p.gold[g]++
	}
	if pred != "" {
		r = number(k.pred, pred, &p.pred)
		p.pred[r]++
	}
	if g >= 0 && r >= 0 {
		p.both[cell{g, r}]++
	}
}

func number(m map[string]int, key string, sizes *[]int) int {
	n, ok := m[key]
	if !ok {
		n = len(*sizes)
		m[key] = n
		*sizes = append(*sizes, 0)
	}
	return n
}

// sorted returns the intersections in order, so that sums of floats do not hang on the
// order of the map.
func (p *partition) sorted() []cell {
	cells := make([]cell, 0, len(p.both))
	for c := range p.both {
		cells = append(cells, c)
	}
	sort.Slice(cells, func(i, j int) bool {
		if cells[i].gold != cells[j].gold {
			return cells[i].gold < cells[j].gold
		}
		return cells[i].pred < cells[j].pred
	})
	return cells
}

// addTo adds the document to the sums of both measures.
func (p *partition) addTo(s *ClusterScore) {
	cells := p.sorted()
	for _, c := range cells {
		n := float64(p.both[c])
		s.BCubed.PrecisionNum += n * n / float64(p.pred[c.pred])
		s.BCubed.RecallNum += n * n / float64(p.gold[c.gold])
	}
	s.BCubed.PrecisionDen += float64(sum(p.pred))
	s.BCubed.RecallDen += float64(sum(p.gold))

	similar := make([]weighted, len(cells))
	for i, c := range cells {
		phi := 2 * float64(p.both[c]) / float64(p.gold[c.gold]+p.pred[c.pred])
		similar[i] = weighted{c, phi}
	}
	best := bestAssignment(similar)
	s.CEAFe.PrecisionNum += best
	s.CEAFe.RecallNum += best
	s.CEAFe.PrecisionDen += float64(len(p.pred))
	s.CEAFe.RecallDen += float64(len(p.gold))
}

func sum(xs []int) int {
	n := 0
	for _, x := range xs {
		n += x
	}
	return n
}
