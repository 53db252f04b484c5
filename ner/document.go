package ner

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/namyab/namyab/gazetteer"
)

// document copies the outcome of a run out of the scratch.
func (r *Recognizer) document(s *scratch, date Date) *Document {
	d := &Document{Text: s.doc.Text, Date: date}
	l := &s.link
	if len(l.named) > 0 {
		d.Mentions = make([]Mention, 0, len(l.named))
	}
	for i := range l.named {
		m := &l.named[i]
		if r.someLabels && !r.labels[m.label] {
			continue
		}
		c := &s.claims[m.claim]
		start, end := s.doc.Tokens[m.first].Start, s.doc.Tokens[m.last-1].End
		out := Mention{
			Start: start, End: end, Text: s.doc.Text[start:end],
			Label: m.label, Cluster: int(m.cluster), Method: c.method, Score: round(float64(c.prob)),
			Link: r.link(s, m, m.best, date),
		}
		if r.candidates > 0 || r.explain {
			r.addCandidates(&out, s, m, date)
		}
		if r.explain {
			out.Reasons = s.claimReasons(c)
			out.Coref = corefNames[m.anteRule]
			if m.ante >= 0 {
				a := &l.named[m.ante]
				out.Fuller = s.doc.Slice(int(a.first), int(a.last))
			}
		}
		d.Mentions = append(d.Mentions, out)
	}
	if r.explain {
		d.Trace = s.trace()
	}
	return d
}

// round cuts a probability to four digits: more would be noise, and less is to read.
func round(p float64) float64 { return math.Round(p*1e4) / 1e4 }

func (r *Recognizer) link(s *scratch, m *named, k int32, date Date) Link {
	rd := &s.link.readings[k]
	if rd.nil_ {
		return Link{}
	}
	return Link{
		Entry: r.gaz.Entry(rd.entry),
		Score: round(s.link.probability(m, k)),
		Alias: r.aliasOf(rd),
		Roles: rolesAt(r.gaz, rd, date),
	}
}

// aliasOf returns the listed name by which a reading was met, or the name of the entry
// where it was not met by a listed name.
func (r *Recognizer) aliasOf(rd *reading) string {
	if rd.alias == noAlias {
		return r.gaz.Entry(rd.entry).Name
	}
	return r.gaz.Alias(rd.alias).Name
}

// rolesAt lists what a person or body was at the date; without a date, what it is now or
// is not known to have ceased to be.
func rolesAt(g *gazetteer.Gazetteer, rd *reading, date Date) []string {
	if rd.kind.IsPlace() {
		return nil
	}
	var out []string
	now := date.number()
	for _, role := range g.Roles(rd.entry) {
		undated := role.From == 0 && role.To == 0
		if undated || now == 0 && role.To == 0 || now > 0 && heldAt(role.From, role.To, now) {
			out = append(out, roleText(role))
		}
	}
	return out
}

func (r *Recognizer) addCandidates(out *Mention, s *scratch, m *named, date Date) {
	l := &s.link
	ks := make([]int32, 0, m.readings.to-m.readings.from)
	for k := m.readings.from + 1; k < m.readings.to; k++ {
		ks = append(ks, k)
	}
	slices.SortFunc(ks, func(a, b int32) int {
		if l.readings[a].score != l.readings[b].score {
			return cmp.Compare(l.readings[b].score, l.readings[a].score)
		}
		return cmp.Compare(l.readings[a].entry, l.readings[b].entry)
	})
	if r.candidates > 0 && len(ks) > r.candidates {
		ks = ks[:r.candidates]
	}
	for _, k := range ks {
		c := Candidate{Link: r.link(s, m, k, date)}
		if r.explain {
			c.Reasons = linkReasons(&l.readings[k], m.label)
		}
		out.Candidates = append(out.Candidates, c)
	}
	if r.explain {
		out.NILReasons = linkReasons(&l.readings[m.readings.from], m.label)
	}
}

// roleText writes a role with the years it was held: "NRF leader (2021-)".
func roleText(r gazetteer.Role) string {
	if r.From == 0 && r.To == 0 {
		return r.Text
	}
	year := func(d int) string {
		if d == 0 {
			return ""
		}
		return strconv.Itoa(d / 10000)
	}
	if r.From/10000 == r.To/10000 {
		return r.Text + " (" + year(r.From) + ")"
	}
	return r.Text + " (" + year(r.From) + "-" + year(r.To) + ")"
}
