package ner

import (
	"runtime"
	"sync"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
	"github.com/namyab/namyab/ner/prosetag"
	"github.com/namyab/namyab/ner/rules"
)

// scratch is the memory of one run of the flow. A Recognizer keeps the idle ones on a
// shelf, so that a warm run allocates little more than its result; the matcher, the tagger and the
// linker in it remember the words and names that they met, some 12 MB when they have met many.
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

// shelf holds the scratches that no text is using: at most one a processor, the last used
// on top, so that few texts at a time warm up few of them. A sync.Pool was rejected: it
// drops what has learned the words at every second collection, and makes it anew.
type shelf struct {
	mu   sync.Mutex
	free []*scratch
}

// longText is the length from which a text's scratch is not kept: one huge text must not
// fix the memory of all that follow.
const longText = 1 << 20

// take returns an idle scratch, nil when there is none.
func (h *shelf) take() *scratch {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := len(h.free)
	if n == 0 {
		return nil
	}
	s := h.free[n-1]
	h.free = h.free[:n-1]
	return s
}

// put takes a scratch back.
func (h *shelf) put(s *scratch) {
	if len(s.doc.Text) > longText {
		return
	}
	s.doc.Text = "" // the caller's text is not held on to
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.free) < runtime.GOMAXPROCS(0) {
		h.free = append(h.free, s)
	}
}
