package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner/crf"
	"github.com/namyab/namyab/ner/prosetag"
)

// Recognizer finds and links mentions. It is immutable and safe for concurrent use.
type Recognizer struct {
	options
	gaz         *gazetteer.Gazetteer
	model       *crf.Model       // nil without the crf tagger
	modelLabels []Label          // its labels as ours
	prose       *prosetag.Tagger // nil without the prose tagger
	idle        shelf
}

// Recognize finds and links the mentions of text. It never fails: text without names
// gives no mentions, and bytes that are not UTF-8 are never part of one.
//
// Offsets are bytes into text. It takes time linear in the text and, warm, allocates
// little more than its result. Safe for concurrent use.
func (r *Recognizer) Recognize(text string) *Document { return r.RecognizeDated(text, Date{}) }

// RecognizeDated is [Recognizer.Recognize] for a text of a known date: people, bodies
// and units are taken as they were then. With the zero Date the text's own dateline
// counts, when it has one.
func (r *Recognizer) RecognizeDated(text string, date Date) *Document {
	s := r.scratch()
	defer r.idle.put(s)

	s.doc.Reset(text)                   // tokens and sentences over the untouched text
	s.lookUp(r.gaz)                     // every listed name, in any spelling
	s.propose(r)                        // gazetteer, rules, tagger: overlaps allowed
	s.weigh()                           // one claim a range and label, with its log-odds
	s.listen()                          // sure names …
	s.lend()                            // … lend their label to the same words elsewhere
	kept := s.resolve(r.minProbability) // no overlaps: the only step that drops
	if date.Year == 0 {
		date = findDate(&s.doc)
	}
	s.identify(r.gaz, kept, date) // one entry or NIL for each, and clusters
	return r.document(s, date)
}

func (r *Recognizer) scratch() *scratch {
	if s := r.idle.take(); s != nil {
		return s
	}
	s := &scratch{matcher: r.gaz.NewMatcher()}
	if r.model != nil {
		s.tagger = r.model.NewTagger()
	}
	return s
}

// lookUp meets the text with the gazetteer and the lexicon.
func (s *scratch) lookUp(g *gazetteer.Gazetteer) {
	s.matches = s.matcher.Match(s.matches[:0], &s.doc)
	s.class = s.matcher.Classes()
	s.gatherFacts(g)
	s.markNative()
	s.doubtNative()
}

// propose lets every finder speak.
func (s *scratch) propose(r *Recognizer) {
	s.proposals = s.proposals[:0]
	s.tagAt, s.ruleAt, s.sentAt = 0, 0, 0
	s.gazetteerFinder()
	s.ruleFinder()
	s.tag(r)
	s.modelFinder(r.modelLabels)
	s.close()
	s.dropEras()
	s.group()
}

// tag runs the statistical tagger that was asked for, if any.
func (s *scratch) tag(r *Recognizer) {
	s.tagged = s.tagged[:0]
	s.weights = &resolveWeightsNone
	switch {
	case s.tagger != nil:
		s.weights = &resolveWeightsCRF
		s.makeHints()
		s.tagged = s.tagger.Tag(s.tagged, &s.doc, s.hints)
	case r.prose != nil:
		s.weights = &resolveWeightsProse
		s.tagProse(r.prose)
	}
	s.tags = s.tagger != nil || r.prose != nil
}

// resolve keeps the best claims that do not overlap.
func (s *scratch) resolve(cut float32) []int32 {
	s.kept = s.resolver.choose(s.kept[:0], s.claims, cut)
	return s.kept
}
