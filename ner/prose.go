package ner

import "github.com/namyab/namyab/ner/prosetag"

// proseProb stands for the probability that prose does not give: its spans share one
// bucket, whose weight is learned like any other.
const proseProb = 0.6

// tagProse runs prose over the text and takes its spans for those of the model.
func (s *scratch) tagProse(p *prosetag.Tagger) {
	s.proseSpans = p.Tag(s.proseSpans[:0], &s.doc)
	for _, sp := range s.proseSpans {
		l, err := ParseLabel(sp.Label)
		if err != nil || !s.taggable(sp.First, sp.Last) {
			continue
		}
		s.proposals = append(s.proposals, proposal{
			first: int32(sp.First), last: int32(sp.Last), label: l, from: fromModel, prob: proseProb, match: -1})
	}
}
