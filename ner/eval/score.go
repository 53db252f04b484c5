package eval

import (
	"encoding/json"
	"io"
)

// Report holds every score of one comparison.
type Report struct {
	Documents int `json:"documents"`
	Failed    int `json:"failed"`   // predictions that are error records: all their mentions count as missed
	Gold      int `json:"gold"`     // mentions that count
	Doubtful  int `json:"doubtful"` // mentions that do not
	Pred      int `json:"pred"`     // predictions that count
	Ignored   int `json:"ignored"`  // predictions on doubtful mentions

	Spans    []SpanScore    `json:"spans"` // strict, exact, partial, type
	Link     *LinkScore     `json:"link,omitempty"`
	Clusters []ClusterScore `json:"clusters"` // over matched mentions, over all
	Toponyms *ToponymScore  `json:"toponyms,omitempty"`
}

// Strict returns the strict scores over all labels.
func (r *Report) Strict() Counts { return r.Spans[0].Overall }

// Score compares predictions with gold, document by document. Both lists must be
// parallel and in code points, as [Align] makes them; a prediction without its gold
// document is not looked at, a gold document without prediction is all missed. Without
// a judge there are no link scores; without an [Atlas] there are no toponym scores.
//
// The order of documents does not change any count. Score is safe for concurrent use.
func Score(gold, pred []Doc, judge Judge) Report {
	s := newScorer(judge)
	for i, g := range gold {
		var p Doc
		if i < len(pred) {
			p = pred[i]
		}
		s.add(g, p)
	}
	return s.report()
}

type scorer struct {
	sum      Report
	spans    [len(schemes)]*spanCounter
	link     *linkCounter
	toponyms *toponymCounter
}

func newScorer(judge Judge) *scorer {
	s := &scorer{}
	for i, x := range schemes {
		s.spans[i] = newSpanCounter(x)
	}
	s.sum.Clusters = []ClusterScore{{Mentions: "matched"}, {Mentions: "all"}}
	if judge != nil {
		s.link, s.toponyms = newLinkCounter(judge), newToponymCounter(judge)
	}
	return s
}

func (s *scorer) add(gold, pred Doc) {
	s.sum.Documents++
	if pred.Error != "" {
		s.sum.Failed++
	}
	pairs := Pair(gold.Entities, pred.Entities)
	for _, p := range pairs {
		s.count(p.Outcome)
		g, r := at(gold.Entities, p.Gold), at(pred.Entities, p.Pred)
		for _, c := range s.spans {
			c.add(p.Outcome, g, r)
		}
		if s.link != nil {
			s.link.add(p.Outcome, g, r)
		}
		if s.toponyms != nil {
			s.toponyms.add(p.Outcome, g, r)
		}
	}
	matched, all := partitions(gold.Entities, pred.Entities, pairs)
	matched.addTo(&s.sum.Clusters[0])
	all.addTo(&s.sum.Clusters[1])
}

func (s *scorer) count(o Outcome) {
	switch o {
	case DoubtfulMention:
		s.sum.Doubtful++
	case IgnoredMention:
		s.sum.Ignored++
	case MissedMention:
		s.sum.Gold++
	case SpuriousMention:
		s.sum.Pred++
	default:
		s.sum.Gold++
		s.sum.Pred++
	}
}

func at(es []Entity, i int) *Entity {
	if i < 0 {
		return nil
	}
	return &es[i]
}

func (s *scorer) report() Report {
	r := s.sum
	for _, c := range s.spans {
		r.Spans = append(r.Spans, c.finish())
	}
	if s.link != nil {
		r.Link = s.link.finish()
	}
	if s.toponyms != nil {
		r.Toponyms = s.toponyms.finish()
	}
	for i := range r.Clusters {
		r.Clusters[i].BCubed.finish()
		r.Clusters[i].CEAFe.finish()
	}
	return r
}

// JSON writes the report as one indented JSON object.
func (r Report) JSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
