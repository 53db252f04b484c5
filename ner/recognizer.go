// Package ner finds the people, groups and places that an English text on Afghanistan
// names, and says which ones they are.
package ner

import (
	"github.com/namyab/namyab/gazetteer"
)

// Recognizer finds and links mentions. It is immutable and safe for concurrent use.
type Recognizer struct {
	opts options
}

type options struct {
	gaz        *gazetteer.Gazetteer
	tagger     TaggerName
	candidates int
	explain    bool
	labels     []Label
}

// TaggerName chooses the statistical finder.
type TaggerName string

// The statistical finders.
const (
	TaggerCRF   TaggerName = "crf"
	TaggerProse TaggerName = "prose"
	TaggerNone  TaggerName = "none"
)

// Option changes what New makes.
type Option func(*options)

// WithGazetteer uses g in place of the embedded gazetteer.
func WithGazetteer(g *gazetteer.Gazetteer) Option { return func(o *options) { o.gaz = g } }

// WithTagger chooses the statistical finder; the default is TaggerCRF.
func WithTagger(t TaggerName) Option { return func(o *options) { o.tagger = t } }

// WithCandidates keeps up to n ranked alternatives for each mention.
func WithCandidates(n int) Option { return func(o *options) { o.candidates = n } }

// WithExplain fills Reasons and Trace.
func WithExplain(on bool) Option { return func(o *options) { o.explain = on } }

// WithLabels keeps only mentions with the given labels.
func WithLabels(labels ...Label) Option { return func(o *options) { o.labels = labels } }

// New makes a Recognizer.
func New(opts ...Option) (*Recognizer, error) {
	r := &Recognizer{}
	for _, o := range opts {
		o(&r.opts)
	}
	return r, nil
}

// Recognize finds and links the mentions of text. It never fails.
func (r *Recognizer) Recognize(text string) *Document { return r.RecognizeDated(text, Date{}) }

// RecognizeDated is Recognize for a text of a known date.
func (r *Recognizer) RecognizeDated(text string, d Date) *Document {
	return &Document{Text: text, Date: d}
}
