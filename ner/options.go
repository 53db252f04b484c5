package ner

import (
	"fmt"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner/crf"
	"github.com/namyab/namyab/ner/prosetag"
)

type options struct {
	taggerName     TaggerName
	userModel      *crf.Model
	userGazetteer  *gazetteer.Gazetteer
	candidates     int
	explain        bool
	labels         [len(labelNames)]bool
	someLabels     bool
	minProbability float32
}

// TaggerName chooses the statistical finder.
type TaggerName string

// The statistical finders.
const (
	TaggerCRF   TaggerName = "crf"   // our own linear-chain model: package crf
	TaggerProse TaggerName = "prose" // github.com/jdkato/prose/v2, loaded on the first text: about 0.3 s and 40 MB
	TaggerNone  TaggerName = "none"  // gazetteer and rules alone
)

// defaultMinProbability is the least probability of span and label with which a claim may
// become a mention. F1 is highest near half of itself (see Resolve); measured on documents
// that no weight was learned from, it is flat between 0.35 and 0.5.
const defaultMinProbability = 0.4

// Option changes what New makes.
type Option func(*options)

// WithGazetteer uses g in place of the embedded gazetteer.
func WithGazetteer(g *gazetteer.Gazetteer) Option { return func(o *options) { o.userGazetteer = g } }

// WithTagger chooses the statistical finder; the default is TaggerCRF.
func WithTagger(t TaggerName) Option { return func(o *options) { o.taggerName = t } }

// WithModel uses a tagger trained by the user in place of the embedded one. Its labels
// must be among those of the record.
func WithModel(m *crf.Model) Option {
	return func(o *options) { o.userModel, o.taggerName = m, TaggerCRF }
}

// WithCandidates keeps up to n ranked alternatives for the identity of each mention.
func WithCandidates(n int) Option { return func(o *options) { o.candidates = n } }

// WithExplain fills Reasons and Trace. It costs several times the run itself.
func WithExplain(on bool) Option { return func(o *options) { o.explain = on } }

// WithLabels keeps only mentions with the given labels. The others are still found, so
// that they can be evidence; they are left out of the result.
func WithLabels(labels ...Label) Option {
	return func(o *options) {
		o.someLabels = len(labels) > 0
		o.labels = [len(labelNames)]bool{}
		for _, l := range labels {
			if int(l) < len(o.labels) {
				o.labels[l] = true
			}
		}
	}
}

// WithMinProbability sets the least probability with which a name is kept, 0 to 1; more
// gives fewer and surer mentions. The default is 0.4.
func WithMinProbability(p float64) Option {
	return func(o *options) { o.minProbability = float32(p) }
}

// New makes a Recognizer. Without options it uses the embedded gazetteer and model, which
// are opened in place: New costs milliseconds. It returns an error for a tagger or model
// that it does not know how to use.
func New(opts ...Option) (*Recognizer, error) {
	r := &Recognizer{options: options{taggerName: TaggerCRF, minProbability: defaultMinProbability}}
	for _, o := range opts {
		o(&r.options)
	}
	r.gaz = r.userGazetteer
	if r.gaz == nil {
		r.gaz = gazetteer.Default()
	}
	switch r.taggerName {
	case TaggerNone:
	case TaggerProse:
		r.prose = prosetag.New()
	case TaggerCRF:
		return r, r.openModel()
	default:
		return nil, fmt.Errorf("tagger %q is not one of crf, prose, none", r.taggerName)
	}
	return r, nil
}

// openModel takes the user's model or the embedded one and maps its labels to ours.
func (r *Recognizer) openModel() error {
	r.model = r.userModel
	if r.model == nil {
		var err error
		if r.model, err = crf.Default(); err != nil {
			return fmt.Errorf("embedded tagger: %w", err)
		}
	}
	for _, name := range r.model.Labels() {
		l, err := ParseLabel(name)
		if err != nil {
			return fmt.Errorf("model: %w; map the tags with --map when training", err)
		}
		r.modelLabels = append(r.modelLabels, l)
	}
	return nil
}

// Gazetteer returns the gazetteer that the Recognizer links to.
func (r *Recognizer) Gazetteer() *gazetteer.Gazetteer { return r.gaz }
