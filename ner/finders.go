package ner

import (
	"cmp"
	"slices"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
	"github.com/namyab/namyab/ner/rules"
)

// proposal is what one finder says: this token range is a name of this label. Finders
// only propose; proposals may overlap and contradict each other.
type proposal struct {
	first, last int32
	label       Label
	from        finder
	arg         uint8   // the rule
	prob        float32 // the model's own probability
	match       int32   // index of the gazetteer match, -1 without
}

type finder uint8

const (
	fromGazetteer finder = iota
	fromRules
	fromModel
	fromEcho
)

// gazetteerFinder proposes every listed name for each label that its entries have. The
// article of a body is no part of its name in a text ("told The Guardian"), but it is met.
func (s *scratch) gazetteerFinder() {
	for i := range s.matches {
		m, f := &s.matches[i], &s.facts[i]
		for l := Person; l <= Norp; l++ {
			if f.labels[l].n == 0 {
				continue
			}
			first := m.First
			if l == Org && m.Last-first > 1 && s.low(int32(first), "the") && !s.doc.Tokens[first+1].Is(text.Lower) {
				first++
			}
			s.proposals = append(s.proposals, proposal{
				first: int32(first), last: int32(m.Last), label: l, from: fromGazetteer, match: int32(i)})
		}
	}
}

// ruleFinder proposes what the hand-written patterns see.
func (s *scratch) ruleFinder() {
	s.rules = rules.Find(s.rules[:0], &s.doc, s.class)
	for _, m := range s.rules {
		s.proposals = append(s.proposals, proposal{
			first: int32(m.First), last: int32(m.Last), label: ruleLabels[m.Label], from: fromRules,
			arg: uint8(m.Rule), match: -1})
	}
}

// ruleLabels maps the labels of package rules, which does not know this one.
var ruleLabels = [...]Label{rules.Person: Person, rules.Org: Org, rules.GPE: GPE,
	rules.Loc: Loc, rules.Fac: Fac, rules.Norp: Norp}

// modelFinder proposes what the statistical tagger tagged and may speak about.
func (s *scratch) modelFinder(labels []Label) {
	s.tagged = slices.DeleteFunc(s.tagged, func(t crf.Tagged) bool { return !s.taggable(t.First, t.Last) })
	for i := range s.tagged {
		t := &s.tagged[i]
		if labels[t.Label] == Person {
			t.First = s.pastSlip(t.First, t.Last)
		}
		s.proposals = append(s.proposals, proposal{
			first: int32(t.First), last: int32(t.Last), label: labels[t.Label], from: fromModel,
			prob: t.Prob, match: -1})
	}
}

// pastSlip returns where the name of a person begins: the tagger takes a mistyped word
// before a name for part of it ("sid Zhirnov"). A name begins with a capital or with one of
// the small words that stand in names, where its sentence has capitals at all.
func (s *scratch) pastSlip(first, last int) int {
	if s.doc.Sentences[s.doc.SentenceOf(first)].Casing == text.AllLower {
		return first
	}
	for i := first; i < last-1; i++ {
		t := &s.doc.Tokens[i]
		if t.Kind != text.Word || !t.Is(text.Lower) || s.class[i].Has(gazetteer.NameConnector) {
			return i
		}
		if next := &s.doc.Tokens[i+1]; next.Kind != text.Word {
			return first // half a compound
		}
	}
	if s.doc.Tokens[last-1].Is(text.Lower) {
		return first
	}
	return last - 1
}

// close takes a closing quote into the names whose opening quote a finder took in.
func (s *scratch) close() {
	for i := range s.proposals {
		p := &s.proposals[i]
		for k := p.first + 1; k < p.last; k++ {
			if s.doc.Opens(int(k), int(p.last)) {
				p.last++
				break
			}
		}
	}
}

// group sorts the proposals by range and label and makes one claim of those that agree.
func (s *scratch) group() {
	slices.SortFunc(s.proposals, func(a, b proposal) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		if a.last != b.last {
			return cmp.Compare(b.last, a.last)
		}
		if a.label != b.label {
			return cmp.Compare(a.label, b.label)
		}
		if a.from != b.from {
			return cmp.Compare(a.from, b.from)
		}
		return cmp.Compare(a.match, b.match) // better tiers come first
	})
}

// taggable reports whether no token of the range is one in which nothing is tagged: an
// address, a handle, bytes that are not UTF-8, a sentence in Dari.
func (s *scratch) taggable(first, last int) bool {
	if s.doc.Tokens[first].Kind == text.Symbol || s.doc.Tokens[last-1].Kind == text.Symbol {
		return false // an emoji, or a mark that nobody sees
	}
	for k, t := range s.doc.Tokens[first:last] {
		if s.inNative(int32(first + k)) {
			return false
		}
		if t.Kind == text.URL || t.Kind == text.Handle || t.Kind == text.Broken {
			return false
		}
	}
	return true
}
