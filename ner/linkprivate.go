package ner

import (
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// weighPrivate gives NIL what says that the bearer of a name is nobody known, whatever
// great man has the same name: an age, a humble trade, "a man named X".
func (s *scratch) weighPrivate(m *named, r *reading) {
	if s.ageAfter(m) {
		r.add(lNILAge, m.label)
	}
	if s.residentAfter(m) {
		r.add(lNILPrivate, m.label)
	}
	if s.tradeBeside(m) {
		r.add(lNILTrade, m.label)
	}
	if k := m.first - 1; k >= 1 && (s.low(k, "named") || s.low(k, "called") && !s.low(k-1, "is") && !s.low(k-1, "was") ||
		s.low(k, "as") && s.low(k-1, "identified") || s.low(k, "of") && s.low(k-1, "name")) {
		r.add(lNILCalled, m.label)
	}
}

// ageAfter reports whether an age follows: "Samiullah, 34,".
func (s *scratch) ageAfter(m *named) bool {
	k := m.last
	if int(k)+1 >= len(s.doc.Tokens) || !s.low(k, ",") {
		return false
	}
	t := &s.doc.Tokens[k+1]
	return t.Kind == text.Number && t.Len() <= 2
}

// residentAfter reports whether "a resident of" or "who goes by one name" follows.
func (s *scratch) residentAfter(m *named) bool {
	n := int32(len(s.doc.Tokens))
	k := m.last + 1
	if k+1 >= n || !s.low(m.last, ",") {
		return false
	}
	if s.low(k, "who") {
		return s.anyLow(k+1, withholds[:])
	}
	if s.low(k, "whose") {
		return s.class[k+1].Has(gazetteer.Kin) || s.anyLow(k+1, belongings[:])
	}
	return (s.low(k, "a") || s.low(k, "an") || s.low(k, "one")) && s.anyLow(k+1, strangers[:]) ||
		(s.low(k, "father") || s.low(k, "mother")) && s.low(k+1, "of")
}

var (
	withholds  = [...]string{"goes", "uses", "has", "like", "lives", "lost", "gave", "asked", "declined"} // "his full name"
	belongings = [...]string{"house", "home", "shop", "children", "family", "sons", "daughters", "farm", "field"}
	strangers  = [...]string{"resident", "villager", "witness", "eyewitness", "local", "inhabitant", "returnee", "deportee", "displaced", "patient", "mother", "father"}
)

// tradeReach is how many words after a name the trade may stand ("X, a tall young tailor").
const tradeReach = 6

// tradeBeside reports whether a trade of the unknown is the title of the name ("shopkeeper
// X", "A farmer, X,") or its apposition ("X, a driver").
func (s *scratch) tradeBeside(m *named) bool {
	n := int32(len(s.doc.Tokens))
	k := m.first - 1
	if k >= 0 && s.low(k, ",") {
		k--
	}
	if k >= 0 && s.trade(k) && (k == m.first-1 || s.article(k)) {
		return true
	}
	k = m.last
	if k+2 < n && s.low(k, ",") && s.ageAfter(m) {
		k += 2
	}
	if k+1 < n && s.low(k, ",") && s.trade(k+1) {
		return true // "Atta Mohammad, barber,"
	}
	if k+2 >= n || !s.low(k, ",") || !s.low(k+1, "a") && !s.low(k+1, "an") && !s.low(k+1, "the") {
		return false
	}
	for k += 2; k < min(n, m.last+tradeReach); k++ {
		switch {
		case s.trade(k):
			return true
		case s.doc.Tokens[k].Kind == text.Punct && s.doc.Text[s.doc.Tokens[k].Start] != '-', s.class[k].Has(gazetteer.RoleWord) && !s.trade(k), s.low(k, "of"), s.low(k, "and"):
			return false
		}
	}
	return false
}

// article reports whether the noun at token k has an article before it, a few words back.
func (s *scratch) article(k int32) bool {
	for j := k - 1; j >= max(0, k-3); j-- {
		if s.low(j, "a") || s.low(j, "an") || s.low(j, "one") || s.low(j, "another") {
			return true
		}
	}
	return false
}

// trades are what people are who are in no table of public men.
var trades = map[string]bool{
	"farmer": true, "shopkeeper": true, "baker": true, "tailor": true, "driver": true, "labourer": true, "laborer": true,
	"worker": true, "villager": true, "student": true, "pupil": true, "schoolboy": true, "schoolgirl": true, "teacher": true,
	"schoolteacher": true, "nurse": true, "midwife": true, "porter": true, "guard": true, "watchman": true, "barber": true,
	"butcher": true, "carpenter": true, "mason": true, "bricklayer": true, "miller": true, "cook": true, "waiter": true,
	"vendor": true, "trader": true, "seller": true, "hawker": true, "herder": true, "shepherd": true, "nomad": true,
	"welder": true, "mechanic": true, "electrician": true, "plumber": true, "painter": true, "cobbler": true,
	"blacksmith": true, "weaver": true, "widow": true, "housewife": true, "beggar": true, "refugee": true, "migrant": true,
	"clerk": true, "cashier": true, "accountant": true, "pharmacist": true, "dentist": true, "groom": true, "bride": true,
	"orphan": true, "survivor": true, "passenger": true, "bystander": true, "detainee": true, "prisoner": true,
	"inmate": true, "beekeeper": true, "gardener": true, "fisherman": true, "boy": true, "girl": true, "toddler": true,
	"grocer": true, "apprentice": true, "cleaner": true, "sweeper": true, "caretaker": true, "interpreter": true,
	"translator": true, "schoolmaster": true, "rickshaw": true, "motorist": true, "cyclist": true, "pensioner": true,
	"grandfather": true, "grandmother": true, "neighbour": true, "neighbor": true, "peasant": true, "craftsman": true,
	"potter": true, "jeweller": true, "jeweler": true, "moneychanger": true, "smuggler": true, "addict": true,
	"resident": true, "witness": true, "eyewitness": true, "returnee": true, "deportee": true, "inhabitant": true,
	"patient": true, "constable": true, "conscript": true, "recruit": true, "shoemaker": true, "veterinarian": true,
	"goatherd": true, "miner": true,
}

// trade reports whether token k is a word of trades.
func (s *scratch) trade(k int32) bool {
	t := &s.doc.Tokens[k]
	if t.Kind != text.Word || t.Len() > 13 {
		return false
	}
	return trades[strings.ToLower(s.doc.Text[t.Start:t.End])]
}
