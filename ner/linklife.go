package ner

import "github.com/namyab/namyab/gazetteer"

// The dead do not speak, the unborn hold no office, and whom a text mourns is dead.

// weighLife compares the years of a person's life with the time of the text.
func (s *scratch) weighLife(m *named, r *reading, f *entryFacts, when moment) {
	if s.link.mourned {
		if f.died > 0 && (when.year == 0 || f.died <= when.year) {
			r.add(lDeathFits, m.label)
		} else {
			r.add(lDeathClash, m.label)
		}
	}
	year := when.year
	if year == 0 {
		return
	}
	if f.died > 0 && f.died < year {
		r.add(lDead, m.label)
		if s.speaks(m) {
			r.add(lDeadSpeaks, m.label)
		}
		if m.last < int32(len(s.doc.Tokens)) && s.anyLow(m.last, livingVerbs[:]) {
			r.add(lDeadActs, m.label)
		}
	}
	if f.born > 0 && f.born+15 > year && !r.kin {
		r.add(lUnborn, m.label)
	}
}

// speaks reports whether a verb of speech stands right beside the name: the dead are
// quoted in other words.
func (s *scratch) speaks(m *named) bool {
	n := int32(len(s.doc.Tokens))
	return m.last < n && s.class[m.last].Has(gazetteer.SpeechVerb) ||
		m.first > 0 && s.class[m.first-1].Has(gazetteer.SpeechVerb)
}

// mourned reports whether the words beside a name speak of its bearer's death: "the late
// X", "the murder of X", "killed X", "X was assassinated", "X, the slain commander".
func (s *scratch) mourned(m *named) bool {
	k := m.first - 1
	for k > 0 && s.class[k].Has(gazetteer.Title|gazetteer.TitlePart) && !s.low(k, "late") {
		k--
	}
	switch {
	case k < 0:
	case s.anyLow(k, deadWords[:]), s.anyLow(k, killVerbs[:]):
		return true
	case k > 0 && s.low(k, "of") && s.anyLow(k-1, deathNouns[:]):
		return true
	}
	n := int32(len(s.doc.Tokens))
	k = m.last
	if k+1 < n && (s.low(k, "was") || s.low(k, "were") || s.low(k, "had")) {
		k++
		if s.low(k, "been") || s.low(k, "shot") && k+1 < n {
			k = min(k+1, n-1)
		}
		return s.anyLow(k, deadWords[:]) || s.anyLow(k, fellVerbs[:])
	}
	if k < n && (s.low(k, "died") || s.clitic(k) && k+1 < n && s.anyLow(k+1, deathNouns[:])) {
		return true
	}
	if k >= n || !s.low(k, ",") {
		return false
	}
	if k+2 < n && s.low(k+1, "who") && (s.low(k+2, "died") || s.low(k+2, "was") && k+3 < n && s.anyLow(k+3, deadWords[:])) {
		return true
	}
	for k++; k < min(n, m.last+4); k++ {
		if s.anyLow(k, deadWords[:]) {
			return true
		}
	}
	return false
}

func (s *scratch) clitic(k int32) bool { return s.low(k, "'s") || s.low(k, "’s") }

var (
	deadWords   = [...]string{"late", "slain", "murdered", "assassinated", "killed", "dead", "buried", "hanged", "executed", "martyred"}
	livingVerbs = [...]string{"has", "have", "will", "is", "are", "wants", "says", "plans", "hopes", "leads", "remains", "refuses", "calls", "insists", "denies", "may", "can", "cannot"}
	fellVerbs   = [...]string{"died", "fallen", "dead"}
	killVerbs   = [...]string{"killed", "assassinated", "murdered", "hanged", "executed", "killing"}
	deathNouns  = [...]string{"death", "murder", "assassination", "killing", "grave", "tomb", "mausoleum", "shrine", "burial",
		"funeral", "body", "coffin", "anniversary", "martyrdom", "execution", "killers", "assassins"}
)
