package tagtrain

import (
	"slices"
	"sort"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
)

// In the news corpora a hyphenated compound is one token without a tag: U.S.-led,
// anti-Taliban, al-Qaida-linked. Our tokenizer cuts it up, and its pieces would teach that
// U.S. is no name. repairCompounds gives each such piece the label that its spelling mostly has
// elsewhere in the examples, as the annotation guide wants it; pieces that are names nowhere
// else stay as they are.
func repairCompounds(examples []crf.Example) {
	names := countNames(examples)
	for i := range examples {
		e := &examples[i]
		var added []corpus.TokenSpan
		forCompounds(e.Doc, func(first, last int) {
			if !covered(e.Spans, first, last) {
				added = append(added, names.inside(e.Doc, first, last)...)
			}
		})
		if len(added) > 0 {
			e.Spans = append(e.Spans, added...)
			slices.SortFunc(e.Spans, func(a, b corpus.TokenSpan) int { return a.First - b.First })
		}
	}
}

// nameCounts counts by spelling and label; label "" counts places where the word is no name.
type nameCounts map[string]map[string]int

func countNames(examples []crf.Example) nameCounts {
	c := nameCounts{}
	add := func(surface, label string) {
		if c[surface] == nil {
			c[surface] = map[string]int{}
		}
		c[surface][label]++
	}
	for i := range examples {
		e := &examples[i]
		inName := make([]bool, len(e.Doc.Tokens))
		for _, s := range e.Spans {
			add(e.Doc.Slice(s.First, s.Last), s.Label)
			for k := s.First; k < s.Last; k++ {
				inName[k] = true
			}
		}
		forCompounds(e.Doc, func(first, last int) {
			for k := first; k < last; k++ {
				inName[k] = true // says nothing
			}
		})
		for k := range e.Doc.Tokens {
			if !inName[k] && e.Doc.Tokens[k].Is(text.Initial) {
				add(e.Doc.Surface(k), "")
			}
		}
	}
	return c
}

// label returns the label that most places of a spelling have, "" when most have none or it is rare.
func (c nameCounts) label(surface string) string {
	var labels []string
	total := 0
	for l, n := range c[surface] {
		labels = append(labels, l)
		total += n
	}
	sort.Strings(labels)
	for _, l := range labels {
		if n := c[surface][l]; total >= 2 && n*10 >= total*7 {
			return l
		}
	}
	return ""
}

// inside finds names among the tokens of a compound, the longest first at each place.
func (c nameCounts) inside(doc *text.Doc, first, last int) []corpus.TokenSpan {
	var out []corpus.TokenSpan
	for i := first; i < last; i++ {
		for j := last; j > i; j-- {
			if j-i == last-first && last-first == 1 {
				continue
			}
			if l := c.label(doc.Slice(i, j)); l != "" {
				out = append(out, corpus.TokenSpan{First: i, Last: j, Label: l})
				i = j - 1
				break
			}
		}
	}
	return out
}

// forCompounds calls f for each run of tokens that hyphens join without spaces.
func forCompounds(doc *text.Doc, f func(first, last int)) {
	n := len(doc.Tokens)
	for i := 0; i < n; i++ {
		j := i + 1
		for j+1 < n && doc.Surface(j) == "-" && !doc.Tokens[j].Is(text.SpaceBefore) && !doc.Tokens[j+1].Is(text.SpaceBefore) {
			j += 2
		}
		if j > i+1 {
			f(i, j)
			i = j - 1
		}
	}
}

func covered(spans []corpus.TokenSpan, first, last int) bool {
	for _, s := range spans {
		if s.First < last && first < s.Last {
			return true
		}
	}
	return false
}
