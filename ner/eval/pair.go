package eval

import (
	"fmt"
	"sort"
)

// Align puts predictions beside gold: the result has one document for each gold
// document, in its order, with offsets in code points of the gold text. Documents are
// matched by id; when no prediction has an id, by order.
//
// Errors: an id that stands twice, a gold document without a prediction, a prediction
// for a document that is not in the gold file, offsets that are no range of the text,
// a text that is not the slice.
func Align(gold, pred []Doc) ([]Doc, error) {
	byID, err := index(gold, pred)
	if err != nil {
		return nil, err
	}
	out := make([]Doc, len(gold))
	for i, g := range gold {
		k, ok := byID[g.ID]
		if !ok {
			return nil, fmt.Errorf("gold document %q (line %d) has no prediction", g.ID, g.Line)
		}
		if out[i], err = recount(g, pred[k]); err != nil {
			return nil, fmt.Errorf("prediction for document %q (line %d): %w", g.ID, pred[k].Line, err)
		}
		delete(byID, g.ID)
	}
	for _, p := range pred { // the first in the order of the file, not of the map
		if _, left := byID[p.ID]; left {
			return nil, fmt.Errorf("prediction %q (line %d) is for no gold document", p.ID, p.Line)
		}
	}
	return out, nil
}

// index maps the id of each prediction to its place; predictions without any ids take
// those of the gold documents, in order.
func index(gold, pred []Doc) (map[string]int, error) {
	byID := make(map[string]int, len(pred))
	named := false
	for _, p := range pred {
		named = named || p.ID != ""
	}
	if !named && len(pred) != len(gold) {
		return nil, fmt.Errorf("%d predictions without ids for %d gold documents: expected as many, or ids", len(pred), len(gold))
	}
	seen := map[string]bool{}
	for i, p := range pred {
		id := p.ID
		if !named {
			id = gold[i].ID
		}
		if _, dup := byID[id]; dup {
			return nil, fmt.Errorf("prediction id %q stands twice (line %d)", id, p.Line)
		}
		byID[id] = i
	}
	for _, g := range gold {
		if seen[g.ID] {
			return nil, fmt.Errorf("gold id %q stands twice (line %d)", g.ID, g.Line)
		}
		seen[g.ID] = true
	}
	return byID, nil
}

// recount returns p with its offsets turned into code points of the text of g.
func recount(g, p Doc) (Doc, error) {
	out := p
	out.ID, out.Text, out.Unit, out.Entities = g.ID, g.Text, CodePoint, nil
	asRead := Doc{Text: g.Text, Unit: p.Unit, Entities: p.Entities}
	if err := asRead.checkEntities(); err != nil {
		return Doc{}, err
	}
	o := newOffsets(g.Text, p.Unit)
	for _, e := range p.Entities {
		e.Start, _ = o.toCodePoint(e.Start)
		e.End, _ = o.toCodePoint(e.End)
		out.Entities = append(out.Entities, e)
	}
	sortEntities(out.Entities)
	return out, nil
}

// Outcome says how a gold mention and a prediction fell together.
type Outcome uint8

// The outcomes of pairing.
const (
	SameSpanLabel    Outcome = iota // strictly right
	SameSpan                        // another label
	OverlapLabel                    // another span, same label
	Overlap                         // another span, another label
	MissedMention                   // gold alone
	SpuriousMention                 // prediction alone
	IgnoredMention                  // prediction on a doubtful mention
	DoubtfulMention                 // doubtful gold mention
	numberOfOutcomes = iota
)

var outcomeNames = [numberOfOutcomes]string{"right", "wrong-label", "wrong-span", "wrong-span-label", "missed",
	"spurious", "ignored", "doubtful"}

// String returns the stable name of the outcome.
func (o Outcome) String() string { return outcomeNames[o] }

// Pairing is a gold mention with the prediction that it was paired with, as indices
// into the entities of the two documents; -1 where there is none.
type Pairing struct {
	Gold, Pred int
	Outcome    Outcome
}

// Pair pairs the mentions of one gold document with those of one prediction, one to
// one, both in code points. Predictions that overlap a doubtful mention are set aside;
// then same span and label pair, then same span, then overlaps: same label first, then
// the longer overlap, then the earlier. Every mention stands in exactly one Pairing;
// those with gold come first, in gold order.
//
// Pair takes O(n log n) time for n mentions that do not overlap each other.
func Pair(gold, pred []Entity) []Pairing {
	m := pairing{gold: gold, pred: pred, g: filled(len(gold)), p: filled(len(pred))}
	m.setAside()
	m.exact(true)
	m.exact(false)
	m.overlaps()
	return m.result()
}

const unpaired, aside = -1, -2

type pairing struct {
	gold, pred []Entity
	g, p       []int // partner, unpaired or aside
}

func filled(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = unpaired
	}
	return s
}

// setAside takes the doubtful mentions and the predictions that overlap them out.
// Predictions equal to another gold mention stay.
func (m *pairing) setAside() {
	firm := map[Entity]bool{}
	for i, g := range m.gold {
		if g.Optional {
			m.g[i] = aside
		} else {
			firm[bare(g)] = true
		}
	}
	m.eachOverlap(func(i, j, _ int) {
		if m.gold[i].Optional && !firm[bare(m.pred[j])] {
			m.p[j] = aside
		}
	})
}

// bare keeps of a mention what strict comparison looks at.
func bare(e Entity) Entity { return Entity{Start: e.Start, End: e.End, Label: e.Label} }

func (m *pairing) exact(label bool) {
	m.eachOverlap(func(i, j, _ int) {
		g, p := m.gold[i], m.pred[j]
		if m.g[i] == unpaired && m.p[j] == unpaired && g.Start == p.Start && g.End == p.End && (!label || g.Label == p.Label) {
			m.g[i], m.p[j] = j, i
		}
	})
}

func (m *pairing) overlaps() {
	type link struct{ i, j, n int }
	var links []link
	m.eachOverlap(func(i, j, n int) {
		if m.g[i] == unpaired && m.p[j] == unpaired {
			links = append(links, link{i, j, n})
		}
	})
	same := func(l link) bool { return m.gold[l.i].Label == m.pred[l.j].Label }
	sort.SliceStable(links, func(a, b int) bool {
		x, y := links[a], links[b]
		if same(x) != same(y) {
			return same(x)
		}
		return x.n > y.n
	})
	for _, l := range links {
		if m.g[l.i] == unpaired && m.p[l.j] == unpaired {
			m.g[l.i], m.p[l.j] = l.j, l.i
		}
	}
}

// eachOverlap calls f for every gold and predicted mention that share a character, in
// order, with the number of characters shared. It sweeps both lists, which are sorted
// by Start; reach keeps mentions in view that are longer than their successors.
func (m *pairing) eachOverlap(f func(i, j, n int)) {
	first := 0
	reach := make([]int, len(m.pred)+1) // furthest End among pred[:k]
	for j, p := range m.pred {
		reach[j+1] = max(reach[j], p.End)
	}
	for i, g := range m.gold {
		for first < len(m.pred) && reach[first+1] <= g.Start {
			first++
		}
		for j := first; j < len(m.pred) && m.pred[j].Start < g.End; j++ {
			p := m.pred[j]
			if n := min(g.End, p.End) - max(g.Start, p.Start); n > 0 {
				f(i, j, n)
			}
		}
	}
}

func (m *pairing) result() []Pairing {
	var out []Pairing
	for i, j := range m.g {
		switch j {
		case aside:
			out = append(out, Pairing{i, -1, DoubtfulMention})
		case unpaired:
			out = append(out, Pairing{i, -1, MissedMention})
		default:
			out = append(out, Pairing{i, j, outcome(m.gold[i], m.pred[j])})
		}
	}
	for j, i := range m.p {
		switch i {
		case aside:
			out = append(out, Pairing{-1, j, IgnoredMention})
		case unpaired:
			out = append(out, Pairing{-1, j, SpuriousMention})
		}
	}
	return out
}

func outcome(g, p Entity) Outcome {
	span, label := g.Start == p.Start && g.End == p.End, g.Label == p.Label
	switch {
	case span && label:
		return SameSpanLabel
	case span:
		return SameSpan
	case label:
		return OverlapLabel
	}
	return Overlap
}
