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

// gazetteerFinder proposes every listed name for each label that its entries have.
func (s *scratch) gazetteerFinder() {
	for i := range s.matches {
		m, f := &s.matches[i], &s.facts[i]
		for l := Person; l <= Norp; l++ {
			if f.labels[l].n == 0 {
				continue
			}
			first, match := s.nameFirst(m, l), int32(i)
			if first > m.First {
				if own := s.matchOf(int32(first), int32(m.Last)); own >= 0 {
					match = own
				}
			}
			s.proposals = append(s.proposals, proposal{
				first: int32(first), last: int32(m.Last), label: l, from: fromGazetteer, match: match})
		}
	}
}

// ruleFinder proposes what the hand-written patterns see.
func (s *scratch) ruleFinder() {
	s.rules = rules.Find(s.rules[:0], &s.doc, s.class)
	for _, m := range s.rules {
		if !s.taggable(m.First, m.Last) {
			continue
		}
		if m.Label == rules.Person {
			m.First = s.pastTitles(m.First, m.Last)
		}
		m.Last = s.beforeProvince(m.First, m.Last, ruleLabels[m.Label])
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
	s.tagged = slices.DeleteFunc(s.tagged, func(t crf.Tagged) bool { return !s.taggable(t.First, t.Last) || s.ordinary(t.First, t.Last) })
	for i := range s.tagged {
		t := &s.tagged[i]
		if labels[t.Label] == Person {
			t.First = s.pastTitles(s.pastSlip(t.First, t.Last), t.Last)
		}
		t.Last = s.beforeProvince(t.First, t.Last, labels[t.Label])
		s.proposals = append(s.proposals, proposal{
			first: int32(t.First), last: int32(t.Last), label: labels[t.Label], from: fromModel,
			prob: t.Prob, match: -1})
	}
}

// nameFirst returns where the name begins that a match is of as label l: the article of a body
// is no part of its name in a text ("told The Guardian"), nor a title of a person's, but they
// are met.
func (s *scratch) nameFirst(m *gazetteer.Match, l Label) int {
	switch {
	case l == Person:
		return s.pastTitles(m.First, m.Last)
	case l == Org && m.Last-m.First > 1 && s.low(int32(m.First), "the") && !s.doc.Tokens[m.First+1].Is(text.Lower):
		return s.pastMarks(m.First+1, m.Last)
	}
	return m.First
}

// ordinary reports whether a range is one ordinary word in small letters, in a sentence that
// has capitals: TIME is a magazine, and an all-time high is not.
func (s *scratch) ordinary(first, last int) bool {
	return last-first == 1 && s.doc.Tokens[first].Is(text.Lower) && s.class[first].Has(gazetteer.Common|gazetteer.Function) &&
		s.doc.Sentences[s.doc.SentenceOf(first)].Casing != text.AllLower
}

// pastTitles returns where the name of a person begins whose range begins with titles that
// belong to no name: tables list "Mullah Yaqoob", since he is met so, and the tagger takes
// such words in after a role.
func (s *scratch) pastTitles(first, last int) int {
	for first < last-1 && s.class[first].Has(gazetteer.OuterTitle) {
		first = s.pastMarks(first+1, last)
	}
	return first
}

// pastMarks returns the first token from first on that a name can begin with, or the last.
func (s *scratch) pastMarks(first, last int) int {
	for first < last-1 && (s.doc.Tokens[first].Kind == text.Punct || s.doc.Tokens[first].Kind == text.Symbol) {
		first++
	}
	return first
}

// beforeProvince returns where a name ends that runs into the province behind it: Afghan copy
// leaves out the comma in "Khewa Nangarhar" and "Omar Zwak Helmand governor spokesman". Both
// parts must be listed, and the whole must not.
func (s *scratch) beforeProvince(first, last int, label Label) int {
	k := last - 1
	if label != Person && label != GPE || k <= first || s.class[k].Has(gazetteer.Surname|gazetteer.Tribal) || !s.doc.Tokens[k].Is(text.Initial) {
		return last
	}
	if !s.province(s.matchOf(int32(k), int32(last))) || s.matchOf(int32(first), int32(last)) >= 0 {
		return last
	}
	if m := s.matchOf(int32(first), int32(k)); m >= 0 && s.facts[m].labels[label].n > 0 {
		return k
	}
	return last
}

// province reports whether a match is the name of an Afghan province as it is listed.
func (s *scratch) province(match int32) bool {
	if match < 0 || s.matches[match].Tier != gazetteer.Exact {
		return false
	}
	f := &s.facts[match].labels[GPE]
	return f.kind == gazetteer.Province && f.prior >= greatProvince
}

// greatProvince is the prior of the least known Afghan province; states abroad have less.
const greatProvince = 5

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

// dropEras takes back what finders said of the mark of an era: in "the second century B.C." it
// is no Canadian province.
func (s *scratch) dropEras() {
	s.proposals = slices.DeleteFunc(s.proposals, func(p proposal) bool {
		k := p.first
		if k == 0 || p.last != k+1 || !s.anyLow(k, eras[:]) {
			return false
		}
		return s.doc.Tokens[k-1].Kind == text.Number || s.low(k-1, "century") || s.low(k-1, "centuries")
	})
}

var eras = [...]string{"b.c.", "bc", "b.c", "bce", "a.d.", "ad"}

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
