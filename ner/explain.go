package ner

import (
	"fmt"
	"sort"

	"github.com/namyab/namyab/ner/rules"
)

// claimReasons lists the features of a claim with their weights; the weights sum to the
// log-odds of its score.
func (s *scratch) claimReasons(c *claim) []Reason {
	feats := s.feats[c.feats.from:c.feats.to]
	out := make([]Reason, 0, len(feats)+int(c.nEcho))
	for _, list := range [...][]uint16{feats, c.echo[:c.nEcho]} {
		for _, f := range list {
			out = append(out, Reason{Name: featureName(int(f)), Weight: float64(s.weightsFor(c.first)[f][c.label][1])})
		}
	}
	return out
}

// featureName returns the stable name of a feature of claims.
func featureName(f int) string {
	switch {
	case f >= fRule+rules.Count:
		return fmt.Sprintf("rule:%d", f-fRule)
	case f >= fRule:
		return "rule:" + rules.ID(f-fRule).String()
	case f >= fGazOther && f < fGazOther+6:
		return "gaz-other-" + Label(f-fGazOther+1).String()
	case f >= fModelOther && f < fModelOther+6:
		return "model-other-" + Label(f-fModelOther+1).String()
	}
	return featureNames[f]
}

// FeatureNames lists the names of the features of claims and of readings, as [Reason]
// shows them, in the order of the tables of weights. The generators that learn the tables
// read it.
func FeatureNames() (claims, links []string) {
	for f := range numFeatures {
		claims = append(claims, featureName(f))
	}
	return claims, append(links, linkFeatureNames[:]...)
}

// linkReasons lists the features of a reading; the weights sum to its score.
func linkReasons(r *reading, label Label) []Reason {
	out := make([]Reason, 0, r.n)
	for _, f := range r.f[:r.n] {
		w := &linkWeights[f]
		out = append(out, Reason{Name: linkFeatureNames[f], Weight: float64(w[0] + w[label])})
	}
	if r.elsewhere != 0 {
		out = append(out, Reason{Name: "elsewhere", Weight: float64(r.elsewhere)})
	}
	return out
}

// trace lists the tokens and the claims that were not kept.
func (s *scratch) trace() *Trace {
	t := &Trace{Tokens: make([]string, 0, len(s.doc.Tokens))}
	for i := range s.doc.Tokens {
		t.Tokens = append(t.Tokens, s.doc.Surface(i))
	}
	kept := make(map[int32]bool, len(s.kept))
	for _, k := range s.kept {
		kept[k] = true
	}
	for i := range s.claims {
		c := &s.claims[i]
		if kept[int32(i)] {
			continue
		}
		start, end := s.doc.Tokens[c.first].Start, s.doc.Tokens[c.last-1].End
		t.Dropped = append(t.Dropped, Dropped{
			Start: start, End: end, Text: s.doc.Text[start:end], Label: c.label, Method: c.method,
			Score: round(float64(c.prob)), Why: s.whyDropped(c), Reasons: s.claimReasons(c),
		})
	}
	return t
}

// whyDropped names the kept claim that stood in the way, or says that the claim was too
// unlikely by itself.
func (s *scratch) whyDropped(c *claim) string {
	k := sort.Search(len(s.kept), func(k int) bool { return s.claims[s.kept[k]].last > c.first })
	if k < len(s.kept) {
		if o := &s.claims[s.kept[k]]; o.first < c.last {
			return fmt.Sprintf("overlaps %q %s", s.doc.Slice(int(o.first), int(o.last)), o.label)
		}
	}
	return "too unlikely"
}

var corefNames = [...]string{corefNone: "", corefLast: "4 last word of a fuller name", corefFirst: "5 first word of a fuller name",
	corefEnds: "6 first and last word of a fuller name", corefInitials: "7 initials of a body", corefDistance: "8 near spelling of a fuller name", corefInner: "10 the name after Mohammad, Abdul or Sayed"}
