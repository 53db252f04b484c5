package rules

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// orgs applies the rules for organisations to run k of the sentence.
func (f *finder) orgs(k int, r run) {
	start := f.orgStart(r)
	f.orgHeads(start, r)
	f.orgOf(k, start, r)
	f.orgUnit(r)
	f.orgLower(r)
	f.definition(k, r)
}

// orgStart drops page furniture from the start of a sentence, but no ordinary word:
// National, Interior and Human begin names of organisations.
func (f *finder) orgStart(r run) int {
	first := r.first
	for first < r.last && f.has(first, wNotName) && f.opensSentence(first) {
		first++
	}
	return first
}

// orgHeads proposes what ends in a head word: Interior Ministry, New York Times.
func (f *finder) orgHeads(start int, r run) {
	for i := start + 1; i < r.last; i++ {
		w := f.words[i]
		if w&(wHead|wOrgWeak) == 0 && !f.is(i, gazetteer.OrgWord) {
			continue
		}
		last := i+1 == r.last
		if f.headsOnly(start, i) {
			continue
		}
		rule := OrgHead
		switch {
		case w&wMedia != 0:
			rule = OrgMedia
		case w&wCompany != 0:
			rule = OrgCompany
		case w&wOrgHead != 0:
		case w&(wUnit|wOrgWeak) != 0:
			rule = OrgWeakHead
		}
		if !last {
			if rule == OrgHead || rule == OrgMedia {
				f.propose(start, i+1, Org, OrgInner)
			}
			continue
		}
		f.propose(start, i+1, Org, rule)
		if f.is(start, gazetteer.Demonymic) || f.doc.Tokens[start].Is(text.Caps) {
			f.propose(start, i+1, Org, OrgNationHead)
			if start+1 < i {
				f.propose(start+1, i+1, Org, OrgWithoutNation)
			}
		}
	}
}

// headsOnly reports whether the range holds nothing but directions and hyphens.
func (f *finder) headsOnly(first, last int) bool {
	for i := first; i < last; i++ {
		if f.doc.Tokens[i].Kind == text.Word && f.words[i]&wDirection == 0 {
			return false
		}
	}
	return true
}

// orgOf: Ministry of Interior Affairs, Center for Media and Security, National Resistance
// Front in Afghanistan. The run must hold a head that "of" may follow.
func (f *finder) orgOf(k int, start int, r run) {
	head := -1
	for i := start; i < r.last; i++ {
		if f.has(i, wOrgOf|wOrgWeak) {
			head = i
		}
	}
	if head < 0 || head != r.last-1 || start >= r.last {
		return
	}
	prep := f.surface(r.last)
	if prep == "in" && !f.spansCountries(head) {
		return
	}
	if prep != "of" && prep != "for" && prep != "in" && prep != "on" {
		return
	}
	next := k + 1
	end, steps := r.last, 0
	for next < len(f.runs) && steps < 4 {
		n := f.runs[next]
		gap := n.first - end
		if gap < 1 || gap > 2 || !f.between(end, n.first) {
			break
		}
		joint := f.surface(end)
		if joint == "in" && steps > 0 || joint == "and" && (n.first-end > 1 || f.holds(n, wOrgOf)) {
			break
		}
		end = n.last
		rule := OrgOf
		switch {
		case joint == "in":
			rule = OrgIn
		case joint == "and" && steps == 0:
			return
		case joint == "and":
			rule = OrgOfAnd
		case f.words[head]&wOrgOf == 0:
			rule = OrgWeakOf
		}
		f.propose(start, end, Org, rule)
		steps++
		next++
	}
}

// holds reports whether a word of the run plays one of the parts.
func (f *finder) holds(r run, w word) bool {
	for i := r.first; i < r.last; i++ {
		if f.words[i]&w != 0 {
			return true
		}
	}
	return false
}

// spansCountries reports whether "in X" after the head at i is part of the name: a mission
// or a front in a country, not an embassy or an office.
func (f *finder) spansCountries(i int) bool {
	switch f.surface(i) {
	case "Mission", "Front", "Movement", "Alliance", "Association", "Organization", "Organisation", "Union", "Foundation", "Coalition", "Society", "Council":
		return true
	}
	return false
}

// between reports whether first:last are words that may join the parts of an
// organisation's name: of, for the, and.
func (f *finder) between(first, last int) bool {
	for i := first; i < last; i++ {
		if !f.has(i, wBetween) || !f.lower(i) {
			return false
		}
	}
	switch f.surface(first) {
	case "of", "for", "in", "and", "on":
		return last-first == 1 || f.surface(last-1) == "the"
	}
	return false
}

// orgUnit: 205th Corps, 10th Mountain Division; and with what it is a battalion of: 3rd
// Battalion, 5th Marines; First Battalion, the Rifles.
func (f *finder) orgUnit(r run) {
	if !f.has(r.last-1, wUnit) {
		return
	}
	first := r.first
	switch {
	case f.number(first-1) || ordinal(f.surface(first-1)):
		first--
		f.propose(first, r.last, Org, OrgUnit)
	case !ordinal(f.surface(first)):
		return
	}
	if end := f.unitAfter(r.last); end > 0 && subUnit(f.surface(r.last-1)) {
		f.propose(first, end, Org, OrgUnit)
	}
}

// unitAfter returns the end of the name of the regiment of which a battalion is named before
// token i ("…, 5th Marine Regiment"), or 0.
func (f *finder) unitAfter(i int) int {
	if f.punct(i, ",") {
		i++
	}
	if f.surface(i) == "the" || f.surface(i) == "The" {
		i++
	}
	if f.number(i) {
		i++
	}
	end := i
	for end < f.sent.Last && f.capital(end) {
		end++
	}
	if end == i || !f.has(end-1, wUnit) {
		return 0
	}
	return end
}

// subUnit lists the units that are named with the regiment they belong to.
func subUnit(s string) bool {
	switch s {
	case "Battalion", "Squadron", "Kandak":
		return true
	}
	return false
}

func ordinal(s string) bool {
	switch s {
	case "First", "Second", "Third", "Fourth", "Fifth", "Sixth":
		return true
	}
	return false
}

// orgLower looks at a head in lower case: Haqqani network, Afghan air force, foreign ministry.
func (f *finder) orgLower(r run) {
	i := r.last
	if !f.lower(i) {
		return
	}
	for n := 0; n < 2 && f.lower(i+1) && f.has(i, wFacAdj|wDirection) || n < 1 && lowerBranch(f.surface(i)); n++ {
		i++
	}
	if f.lower(i) && (lowerHead(f.surface(i)) || i > r.last && f.has(i, wOrgHead|wOrgWeak)) {
		rule := OrgHeadLower
		if i > r.last {
			rule = OrgLongLower
		}
		f.propose(r.first, i+1, Org, rule)
	}
}

// lowerHead lists the heads that belong to a name in lower case too: the Haqqani network,
// but not the Junbish party.
func lowerHead(s string) bool {
	switch s {
	case "network", "university", "academy", "foundation", "institute", "jirga", "ministry":
		return true
	}
	return false
}

// lowerBranch lists the branches of government that stand before ministry and department.
func lowerBranch(s string) bool {
	switch s {
	case "interior", "foreign", "defense", "defence", "health", "education", "justice", "finance", "state":
		return true
	}
	return false
}

// token applies the rules that look at single tokens.
func (f *finder) token(i int) {
	t := &f.doc.Tokens[i]
	if t.Kind != text.Word {
		return
	}
	if t.Flags&text.Initial == 0 {
		if lowerBranch(f.doc.Surface(i)) && (f.surface(i+1) == "ministry" || f.surface(i+1) == "department") {
			f.propose(i, i+2, Org, OrgBranch)
		}
		return
	}
	if f.is(i, gazetteer.Demonymic) {
		f.propose(i, i+1, Norp, NationPeople)
	}
	if t.Is(text.Caps) && f.sent.Casing != text.Upper && t.Len() >= 2 && t.Len() <= 6 && !t.Is(text.Abbrev) &&
		!f.has(i, wNotName|wTitle|wFunction) && !f.is(i, gazetteer.Title) && !f.neighbourCaps(i) && !(t.Len() >= 5 && t.Is(text.LineStart)) {
		f.propose(i, i+1, Org, Acronym)
	}
}

// neighbourCaps reports whether a word in capitals stands directly beside token i.
func (f *finder) neighbourCaps(i int) bool {
	return i > f.sent.First && f.doc.Tokens[i-1].Is(text.Caps) || i+1 < f.sent.Last && f.doc.Tokens[i+1].Is(text.Caps)
}
