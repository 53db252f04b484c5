package gazetteer

import "github.com/namyab/namyab/internal/text"

func (m *Matcher) anyPrefix() bool {
	h := m.chain.ExactPrefixHash()
	for i := range m.g.layers {
		if m.g.layers[i].f.Prefixes.Has(h) {
			return true
		}
	}
	return false
}

func (m *Matcher) anyKeyPrefix() bool {
	if m.chain.Lost {
		return false
	}
	for i := range m.g.layers {
		if m.chain.MayGrow(&m.g.layers[i].f.Prefixes) {
			return true
		}
	}
	return false
}

func (m *Matcher) probeExact(doc *text.Doc, first, last int) (found bool) {
	h := m.chain.ExactHash()
	for i := range m.g.layers {
		from, to := m.g.layers[i].f.Exact.Find(h)
		if from == to {
			continue
		}
		found = true
		x := Match{First: first, Last: last, Tier: Exact, layer: uint8(i), from: from, to: to}
		if m.judge(doc, &x) {
			m.out = append(m.out, x)
		}
	}
	if found {
		m.listed = append(m.listed, span{int32(first), int32(last)})
	}
	return found
}

// villages reports whether the name found last is that of villages and of nothing greater.
func (m *Matcher) villages() bool {
	if len(m.out) == 0 {
		return false
	}
	least := NoKind
	m.g.eachAlias(&m.out[len(m.out)-1], func(_ *layer, _ uint32, _, _ uint8, entry uint32) bool {
		least = m.g.Kind(entry)
		return false // the best known comes first
	})
	return least == Village
}

// minFoldKey is the shortest key of the folded tier: shorter ones meet by chance.
const minFoldKey = 3

func (m *Matcher) probeFold(doc *text.Doc, first, last int) {
	if m.chain.Lost || len(m.chain.Key()) < minFoldKey {
		return
	}
	h := m.chain.KeyHash()
	for i := range m.g.layers {
		from, to := m.g.layers[i].f.Fold.Find(h)
		if from == to {
			continue
		}
		x := Match{First: first, Last: last, Tier: Folded, layer: uint8(i), from: from, to: to}
		m.listed = append(m.listed, span{int32(first), int32(last)})
		if m.judge(doc, &x) && x.Flags&CommonWord == 0 {
			m.out = append(m.out, x)
		}
	}
}
