package rules

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// places applies the rules for places to a run.
func (f *finder) places(r run) {
	for i := r.first; i < r.last; i++ {
		if f.classAt(i) != 0 && i > r.first {
			f.placeName(r.first, i)
		}
	}
	if f.lower(r.last) && !f.has(r.last, wConnector) {
		f.lowerClass(r)
	}
	if f.punct(r.last, ",") && f.surface(r.last+1) == "D.C." {
		f.propose(r.first, r.last+2, GPE, PlaceWithState)
	}
	f.placeOf(r)
	f.placeBefore(r)
	f.placeIn(r)
	f.compound(r)
}

// classAt returns the parts of token i that make it a class word of a place.
func (f *finder) classAt(i int) word {
	if i < f.sent.First || i >= f.sent.Last {
		return 0
	}
	w := f.words[i] & (wPlace | wPlural)
	if w&wPlace == 0 && i < len(f.class) && f.lower(i) {
		c := f.class[i]
		switch {
		case c.Has(gazetteer.DistrictWord):
			w |= wDistrict
		case c.Has(gazetteer.CityWord | gazetteer.VillageWord):
			w |= wCity
		case c.Has(gazetteer.LocWord):
			w |= wLoc
		case c.Has(gazetteer.FacWord):
			w |= wFac
		}
	}
	if w&wPlace == 0 {
		return 0
	}
	return w
}

// ofClass returns the label and the rule of a class word.
func ofClass(w word) (Label, ID) {
	switch {
	case w&wGPE != 0:
		return GPE, PlaceProvince
	case w&wDistrict != 0:
		return GPE, PlaceDistrict
	case w&wCity != 0:
		return GPE, PlaceCity
	case w&wLoc != 0:
		return Loc, PlaceLoc
	}
	return Fac, PlaceFac
}

// placeName proposes the name that ends in the class word at i of a run begun at first.
// A facility's name keeps every word before it; a place's begins after titles, peoples and
// the like: "Afghan Helmand province" is no name.
func (f *finder) placeName(first, i int) {
	w := f.classAt(i)
	label, rule := ofClass(w)
	start := f.placeStart(first, i, label)
	if start == i {
		return
	}
	if w&wPlural != 0 {
		f.pluralPlaces(start, i, w)
		return
	}
	if label == Fac && f.lower(i) {
		rule = PlaceFacLower
	}
	f.propose(start, i+1, label, rule)
}

// placeStart drops from the front of first:end what cannot begin a place's name.
func (f *finder) placeStart(first, end int, label Label) int {
	for first < end {
		t := &f.doc.Tokens[first]
		direction := f.has(first, wDirection) && f.opensSentence(first) && first+1 < end
		demonym := label != Fac && f.is(first, gazetteer.Demonymic) && first+1 < end
		if t.Kind == text.Word && !direction && !demonym && !f.plain(first) {
			break
		}
		first++
	}
	only := true // something but class words must be there: no "Air Base", no "District"
	for i := first; i < end; i++ {
		if f.doc.Tokens[i].Kind == text.Word && f.classAt(i) == 0 && f.words[i]&(wFacAdj|wFacLead|wDirection) == 0 {
			only = false
		}
	}
	if only || end-first == 1 && f.lower(end) && f.adjective(first) {
		return end
	}
	return first
}

// adjective reports whether token i before a class word in lower case makes no name of it:
// an Afghan province, a US base.
func (f *finder) adjective(i int) bool {
	t := &f.doc.Tokens[i]
	return f.is(i, gazetteer.Demonymic) || t.Is(text.Caps) && t.Len() <= 4
}

// lowerClass looks at a class word in lower case after the run, also behind an adjective:
// Bagram military base, Kabul international airport.
func (f *finder) lowerClass(r run) {
	i := r.last
	if f.classAt(i) != 0 {
		// "military" is an adjective, "Kabul university hospital" has two class words
		if f.classAt(i)&wFac != 0 && f.lower(i+1) && f.classAt(i+1)&wFac != 0 {
			f.longFacility(r, i+1)
		}
		f.placeName(r.first, i)
		return
	}
	for n := 0; n < 2 && f.lower(i) && f.has(i, wFacAdj); n++ {
		i++
	}
	if i > r.last && f.lower(i) && f.classAt(i)&wFac != 0 && f.classAt(i)&wPlural == 0 {
		f.longFacility(r, i)
	}
}

func (f *finder) longFacility(r run, i int) {
	if start := f.placeStart(r.first, r.last, Fac); start < r.last && !f.adjective(r.last-1) {
		f.propose(start, i+1, Fac, PlaceFacLong)
	}
}

// pluralPlaces: "Helmand and Kandahar provinces", "Wardak, Kandahar Provinces": each name alone.
func (f *finder) pluralPlaces(first, end int, w word) {
	label, _ := ofClass(w)
	f.propose(first, end, label, ProvinceList)
	f.namesBefore(first, label)
}

// namesBefore walks back from a listed name over commas and "and" to the others.
func (f *finder) namesBefore(first int, label Label) {
	for n := 0; n < maxList; n++ {
		i := first
		if s := f.surface(i - 1); s == "and" || s == "or" || s == "&" {
			i--
		}
		if f.punct(i-1, ",") {
			i--
		}
		if i == first {
			return
		}
		end := i
		for end-i <= maxListed && i > f.sent.First && (f.capital(i-1) || f.hyphen(i-1) || f.has(i-1, wConnector) && f.lower(i-1) && f.hyphen(i-2)) {
			i--
		}
		for i < end && f.plain(i) {
			i++
		}
		if i == end || end-i > maxListed {
			return
		}
		f.propose(i, end, label, ProvinceList)
		first = i
	}
}

// maxList bounds how many names of a list one class word speaks for, maxListed how many
// tokens each may have.
const (
	maxList   = 12
	maxListed = 5
)

// placeOf: "province of Helmand", "districts of Gereshk, Sangin, and Marjah".
func (f *finder) placeOf(r run) {
	if f.surface(r.first-1) != "of" {
		return
	}
	w := f.classAt(r.first - 2)
	if f.has(r.first-2, wCapital) || f.is(r.first-2, gazetteer.CityWord) {
		w |= wCity
	}
	if w == 0 || f.classAt(r.last) != 0 && f.lower(r.last) {
		return
	}
	if label, _ := ofClass(w); label == Loc || label == Fac {
		if !f.lower(r.first - 2) { // Strait of Hormuz, Port of Chabahar: the class word is part of the name
			f.propose(r.first-2, r.last, label, FeatureOf)
		}
		return
	}
	f.propose(r.first, r.last, GPE, OfProvince)
	f.namesAfter(r.last, w)
}

// namesAfter walks on from a listed name over commas and "and", after a plural.
func (f *finder) namesAfter(end int, w word) {
	for n := 0; w&wPlural != 0 && n < maxList; n++ {
		i := end
		if f.punct(i, ",") {
			i++
		}
		if f.surface(i) == "and" {
			i++
		}
		if i == end {
			return
		}
		first := i
		for i-first <= maxListed && i < f.sent.Last && (f.capital(i) || i > first && (f.hyphen(i) || f.has(i, wConnector) && f.lower(i) && f.hyphen(i-1))) {
			i++
		}
		if i == first || i-first > maxListed {
			return
		}
		f.propose(first, i, GPE, OfProvince)
		end = i
	}
}

// placeBefore: Lake X, Mount X, Camp X, and "the capital, X", "provincial capital X".
func (f *finder) placeBefore(r run) {
	for i := r.first; i+1 < r.last; i++ {
		switch {
		case f.has(i, wBeforeLoc):
			f.propose(i, r.last, Loc, FeatureBefore)
		case f.has(i, wBeforeFac) && f.classAt(r.last-1)&wFac == 0 && !f.hyphen(i+1):
			first := i
			for first > r.first && f.has(first-1, wFacLead) {
				first--
			}
			if first < i || f.surface(i) != "Base" {
				f.propose(first, r.last, Fac, FeatureBefore)
			}
		}
	}
	i := r.first - 1
	if f.punct(i, ",") {
		i--
	}
	if f.has(i, wCapital) && f.lower(i) {
		f.propose(r.first, r.last, GPE, CapitalName)
	}
	if f.classAt(i)&wCity != 0 && f.lower(i) && i == r.first-1 {
		f.propose(r.first, r.last, GPE, CapitalName)
	}
}

// placeIn: "in X", "near X", and "in X, Y" for both.
func (f *finder) placeIn(r run) {
	if !f.has(r.first-1, wPlacePrep) || !f.lower(r.first-1) || f.wordsIn(r.first, r.last) > 3 || f.headIn(r.first, r.last) {
		return
	}
	if f.punct(r.last, "-") && !f.doc.Tokens[r.last].Is(text.SpaceBefore) {
		return
	}
	rule := PlaceTo
	switch f.surface(r.first - 1) {
	case "in", "near", "at", "outside", "inside", "around":
		rule = PlaceIn
	}
	if f.classAt(r.last) != 0 && f.lower(r.last) {
		return // the class word has spoken
	}
	f.propose(r.first, r.last, GPE, rule)
	if rule != PlaceIn || !f.punct(r.last, ",") {
		return
	}
	if i := r.last + 1; i < f.sent.Last && f.capital(i) {
		end := i + 1
		for next := f.runStep(end); next != end; next = f.runStep(end) {
			end = next
		}
		if (f.punct(end, ",") || f.punct(end, ".")) && f.wordsIn(i, end) <= 3 && !f.headIn(i, end) {
			f.propose(r.first, r.last, GPE, PlacePair)
			f.propose(i, end, GPE, PlacePair)
		}
	}
}

// compound: Kabul-based, Afghan-born.
func (f *finder) compound(r run) {
	if !f.hyphen(r.last) || !f.has(r.last+1, wBorn) {
		return
	}
	if f.is(r.last-1, gazetteer.Demonymic) {
		f.propose(r.first, r.last, Norp, Based)
		return
	}
	f.propose(r.first, r.last, GPE, Based)
}
