package ner

import "github.com/namyab/namyab/gazetteer"

// weighPeople tells "Tajik" the people from "Tajik" of Tajikistan. What speaks for the
// people is given to the people alone, what speaks for the state to the state: a fact that
// both had would decide nothing.
func (s *scratch) weighPeople(i int, r *reading) {
	m := &s.link.named[i]
	next := m.last
	more := int(next) < len(s.doc.Tokens)
	if r.class == gazetteer.Demonym {
		if s.link.stateNamed(m) {
			r.add(lStateNamed, m.label)
		}
		if more && s.anyLow(next, officialWords[:]) {
			r.add(lOfficialAfter, m.label)
		}
		return
	}
	if s.besidePeople(i) {
		r.add(lPeopleBeside, m.label)
	}
	if s.plural(m.last - 1) {
		r.add(lPlural, m.label)
	}
	if s.ethnicPerson(i) {
		r.add(lEthnicPerson, m.label)
	}
	if m.first > 0 && s.low(m.first-1, "ethnic") || more && s.anyLow(next, ethnicWords[:]) {
		r.add(lEthnic, m.label)
	}
}

// ethnicReach is how many words may stand between a people and the man of it who is named.
const ethnicReach = 3

// ethnicPerson reports whether "Afghan" stands before mention i, or an Afghan is named a few
// words after it: "Afghan Uzbek leader", "Tajik commander Ahmad Shah Massoud".
func (s *scratch) ethnicPerson(i int) bool {
	l := &s.link
	m := &l.named[i]
	if i > 0 && l.named[i-1].last == m.first {
		if r := &l.readings[l.named[i-1].best]; !r.nil_ && r.kind == gazetteer.Country && r.entry == l.home {
			return true
		}
	}
	if i+1 == len(l.named) {
		return false
	}
	o := &l.named[i+1]
	if o.label != Person || o.first-m.last > ethnicReach || s.crossesStop(m.last, o.first) {
		return false
	}
	r := &l.readings[o.best]
	return !r.nil_ && r.land == [2]byte{'A', 'F'}
}

// officialWords follow the demonym of a state, ethnicWords the name of a people.
var (
	officialWords = [...]string{"government", "president", "prime", "minister", "ministry", "embassy", "consulate", "ambassador",
		"forces", "troops", "officials", "army", "foreign", "defence", "defense", "interior", "border", "authorities", "capital",
		"soldiers", "military", "parliament", "diplomats", "helicopters", "aircraft", "jets", "citizens", "passport", "passports",
		"territory", "airspace", "soil", "side", "company", "firm", "media", "television", "state", "police", "air", "navy",
		"guards", "consul", "customs", "electricity", "trains", "railway", "bank", "currency", "leader"}
	ethnicWords = [...]string{"people", "tribe", "tribes", "tribal", "elders", "elder", "community", "minority", "villagers",
		"families", "clan", "warlord", "warlords", "commander", "militia", "militias", "strongman", "leaders", "population"}
)

func (s *scratch) anyLow(i int32, words []string) bool {
	for _, w := range words {
		if s.low(i, w) {
			return true
		}
	}
	return false
}

// besidePeople reports whether a people is named right before or after mention i, as in a list.
func (s *scratch) besidePeople(i int) bool {
	l := &s.link
	m := &l.named[i]
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(l.named) || l.named[k].label != Norp {
			continue
		}
		o := &l.named[k]
		if gap := max(o.first-m.last, m.first-o.last); gap > 2 {
			continue
		}
		for j := o.readings.from + 1; j < o.readings.to; j++ {
			if l.readings[j].kind.IsPeople() {
				return true
			}
		}
	}
	return false
}

// stateNamed reports whether the text names, by its own name, a state whose demonym m may be.
func (l *linkScratch) stateNamed(m *named) bool {
	for k := m.readings.from + 1; k < m.readings.to; k++ {
		if r := &l.readings[k]; r.class == gazetteer.Demonym && l.states[r.entry] {
			return true
		}
	}
	return false
}
