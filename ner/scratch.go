package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
	"github.com/namyab/namyab/ner/prosetag"
	"github.com/namyab/namyab/ner/rules"
)

// scratch is the memory of one run of the flow. Recognizers keep scratches in a pool, so
// that a warm run allocates little more than its result; the matcher and the tagger in
// it remember the words that they met.
type scratch struct {
	doc     text.Doc
	matcher *gazetteer.Matcher
	tagger  *crf.Tagger // nil without the model

	matches    []gazetteer.Match
	hits       []gazetteer.Hit
	facts      []matchFacts // one a match
	class      []gazetteer.WordClass
	rules      []rules.Match
	hints      []crf.Hint
	proseSpans []prosetag.Span
	tagged     []crf.Tagged

	proposals []proposal
	claims    []claim
	feats     []uint16
	around    []uint16
	cover     []int32 // for each token, the longest name of several words that covers it, or -1
	native    []bool  // by token: it stands in a sentence of Dari or Pashto; empty when none does
	tags      bool    // a statistical tagger ran
	tagAt     int     // where tagAfter stands
	ruleAt    int     // where addRuleCover stands
	sentAt    int     // where sentence stands
	echo      echoTable
	resolver  resolver
	weights   *claimWeights
	kept      []int32
	link      linkScratch
}
