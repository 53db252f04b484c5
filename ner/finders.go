package ner

import (
	"cmp"
	"slices"

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

// gazetteerFinder proposes every listed name for each label that its entries have.
func (s *scratch) gazetteerFinder() {
	for i := range s.matches {
		m, f := &s.matches[i], &s.facts[i]
		for l := Person; l <= Norp; l++ {
			if f.labels[l].n > 0 {
				s.proposals = append(s.proposals, proposal{
					first: int32(m.First), last: int32(m.Last), label: l, from: fromGazetteer, match: int32(i)})
			}
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
	for _, t := range s.tagged {
		s.proposals = append(s.proposals, proposal{
			first: int32(t.First), last: int32(t.Last), label: labels[t.Label], from: fromModel,
			prob: t.Prob, match: -1})
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
