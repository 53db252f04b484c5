package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// weighStatic gives every reading of a mention the features that do not depend on how
// other mentions are read.
func (s *scratch) weighStatic(m *named) {
	rs := s.link.readings[m.readings.from:m.readings.to]
	s.weighNIL(m, rs)
	top := float32(-1e9)
	likes, listed := 0, 0
	m.exactShort = false
	for k := 1; k < len(rs); k++ {
		top = max(top, rs[k].prior)
		if rs[k].tier == gazetteer.Fuzzy && !rs[k].again {
			likes++ // names, not entries: that a city, its province and its district have one is no doubt
		}
		if rs[k].tier != gazetteer.Fuzzy {
			listed++
		}
		m.exactShort = m.exactShort || rs[k].tier == gazetteer.Exact && rs[k].class == gazetteer.Short
	}
	for k := 1; k < len(rs); k++ {
		r := &rs[k]
		s.weighName(m, r)
		weighKind(m, r)
		rivals := listed
		if r.tier == gazetteer.Fuzzy { // ninety villages that are called so speak for no town that is called nearly so
			rivals = likes
		}
		weighRivals(m, r, rivals, top)
		s.weighClass(m, r)
		s.weighTwin(m, r, rs)
	}
}

func (s *scratch) weighNIL(m *named, rs []reading) {
	r := &rs[0]
	r.add(lNIL, m.label)
	r.add(lNILWords1+min(2, m.words-1), m.label)
	cls := s.class[m.head]
	if m.words == 1 && cls.Has(gazetteer.Given) {
		r.add(lNILGiven, m.label)
	}
	if m.words == 1 && cls.Has(gazetteer.Common) {
		r.add(lNILCommon, m.label)
	}
	met := false
	for k := 1; k < len(rs); k++ {
		met = met || rs[k].tier != gazetteer.Fuzzy && !rs[k].added
	}
	if !met {
		r.add(lNILUnmet, m.label)
	}
	if m.first > 0 && s.class[m.first-1].Has(gazetteer.Title|gazetteer.RoleWord) {
		r.add(lNILTitle, m.label)
	}
	if s.claims[m.claim].method == ByModel {
		r.add(lNILModelOnly, m.label)
	}
	if m.label == Person {
		s.weighPrivate(m, r)
	}
}

// tierOf returns how a reading was met. The spelling of a surname that is listed for one of
// a family serves the others.
func (m *named) tierOf(r *reading) gazetteer.Tier {
	if m.label == Person && m.exactShort && r.class == gazetteer.Short && r.tier == gazetteer.Folded {
		return gazetteer.Exact
	}
	return r.tier
}

func (s *scratch) weighName(m *named, r *reading) {
	if r.added && m.anteRule == corefEnds {
		return // met by the fuller name alone: see weighFuller
	}
	tier := m.tierOf(r)
	r.add(lExact+int(tier), m.label)
	if tier != gazetteer.Exact {
		s.weighLikeness(m, r, tier)
	}
	switch r.class {
	case gazetteer.Acronym:
		r.add(lAcronym, m.label)
	case gazetteer.Demonym:
		r.add(lDemonym, m.label)
	case gazetteer.Short:
		r.add(lShort, m.label)
	case gazetteer.Nickname:
		r.add(lNickname, m.label)
	case gazetteer.Former:
		r.add(lFormer, m.label)
	default:
		r.add(lName, m.label)
	}
	r.add(lWords1+min(2, m.words-1), m.label)
	if s.doc.Tokens[m.head].Flags&(text.Initial|text.Caps) == 0 && s.doc.Tokens[m.head].Kind == text.Word {
		r.add(lLower, m.label)
	}
}

// weighLikeness weighs how a name that is not met as it is written is met.
func (s *scratch) weighLikeness(m *named, r *reading, tier gazetteer.Tier) {
	switch {
	case m.words > 1:
		s.weighRarity(m, r)
	case tier == gazetteer.Folded:
		r.add(lFoldedOne, m.label)
	default:
		r.add(lFuzzyOne, m.label)
	}
	if tier != gazetteer.Fuzzy {
		if r.kind == gazetteer.Village {
			r.add(lFoldedVillage, m.label)
		}
		return
	}
	for k, bound := range likeBounds {
		if r.likeness >= bound {
			r.add(lLike60+k, m.label)
		}
	}
}

// likeBounds are the bounds of the features of likeness: each that is reached speaks for the
// entry.
var likeBounds = [...]float32{0.6, 0.7, 0.8, 0.9, 0.95}

// weighRarity weighs of how common words a name is made.
func (s *scratch) weighRarity(m *named, r *reading) {
	given, uncommon := true, false
	for k := m.head; k < m.tail; k++ {
		if s.doc.Tokens[k].Kind == text.Word {
			given = given && s.class[k].Has(gazetteer.Given)
			uncommon = uncommon || s.class[k] == 0
		}
	}
	if given {
		r.add(lGivenOnly, m.label)
	}
	if uncommon {
		r.add(lUncommon, m.label)
	}
}

// kindFeature groups the kinds.
func kindFeature(k gazetteer.Kind) int {
	switch {
	case k == gazetteer.Country:
		return lCountry
	case k == gazetteer.Province:
		return lProvince
	case k == gazetteer.District:
		return lDistrict
	case k == gazetteer.City:
		return lCity
	case k == gazetteer.Town:
		return lTown
	case k == gazetteer.Village:
		return lVillage
	case k.IsNatural():
		return lNatural
	case k.IsBuilt():
		return lBuilt
	case k == gazetteer.Person:
		return lPersonKind
	case k == gazetteer.ArmedGroup:
		return lArmed
	case k == gazetteer.Government || k == gazetteer.Party:
		return lGovernment
	case k == gazetteer.Military || k == gazetteer.Police || k == gazetteer.Intelligence:
		return lForces
	case k == gazetteer.IGO || k == gazetteer.NGO:
		return lInternational
	case k == gazetteer.Media:
		return lMedia
	case k == gazetteer.Company:
		return lCompany
	case k == gazetteer.Tribe:
		return lTribe
	case k == gazetteer.Religion:
		return lReligion
	}
	return lPeople
}

func weighKind(m *named, r *reading) {
	if !m.bare() { // see weighFame
		r.add(lPrior0+priorBucket(r.prior), m.label)
	}
	r.add(kindFeature(r.kind), m.label)
	switch {
	case r.land == [2]byte{'A', 'F'}:
		r.add(lAfghan, m.label)
	case r.land != [2]byte{}:
		r.add(lForeign, m.label)
	}
	want := kindLabel(r.kind)
	if r.class == gazetteer.Demonym {
		want = Norp
	}
	if want == m.label {
		r.add(lLabel, m.label)
	} else {
		r.add(lNotLabel, m.label)
		if m.words > 1 && r.tier == gazetteer.Exact {
			r.add(lNotLabelLong, m.label)
		}
	}
}

func weighRivals(m *named, r *reading, n int, top float32) {
	if m.bare() {
		return // who else there is matters less than who was named
	}
	switch {
	case n == 1:
		r.add(lOnly, m.label)
	case n <= 3:
		r.add(lFew, m.label)
	case n <= 10:
		r.add(lMany, m.label)
	default:
		r.add(lCrowd, m.label)
	}
	switch {
	case n > 1 && r.prior == top:
		r.add(lTop, m.label)
	case r.prior < top-3:
		r.add(lBehind, m.label)
	}
}

// classFits reports whether an entry of kind k is what the class word of kind want asks for.
func classFits(want, k gazetteer.Kind) bool {
	if want == k {
		return true
	}
	switch want {
	case gazetteer.City, gazetteer.Town:
		return k == gazetteer.City || k == gazetteer.Town
	case gazetteer.Airport, gazetteer.Base:
		return k == gazetteer.Airport || k == gazetteer.Base
	case gazetteer.Region:
		return k.IsNatural()
	case gazetteer.Village:
		return k == gazetteer.Town
	case gazetteer.Building, gazetteer.Road, gazetteer.Bridge, gazetteer.Dam:
		return k.IsBuilt() && k != gazetteer.BorderCrossing && k != gazetteer.Airport
	}
	return false
}

func (s *scratch) weighClass(m *named, r *reading) {
	if !r.kind.IsPlace() || m.label == Norp || m.label == Org {
		return
	}
	if m.class == gazetteer.NoKind {
		if r.kind == gazetteer.Province || r.kind == gazetteer.District || r.kind.IsNatural() {
			r.add(lClassNone, m.label)
		}
		return
	}
	fits := classFits(m.class, r.kind)
	if m.class == r.kind {
		r.add(lClassExact, m.label)
	}
	switch {
	case !fits:
		r.add(lClassClashes, m.label)
	case m.classFrom == classBefore:
		r.add(lClassAgrees, m.label)
		r.add(lClassBefore, m.label)
	case m.classFrom == classList:
		r.add(lListAgrees, m.label)
	default:
		r.add(lClassAgrees, m.label)
	}
}

// holds reports whether entry area contains reading r.
func holds(r *reading, area uint32) bool {
	for _, w := range r.within[:r.nIn] {
		if w == area {
			return true
		}
	}
	return false
}
