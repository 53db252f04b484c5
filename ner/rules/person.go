package rules

import (
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// maxName is the longest personal name in words.
const maxName = 6

// nameWord reports whether token i may be a word of a personal name.
func (f *finder) nameWord(i int) bool {
	t := &f.doc.Tokens[i]
	if !f.capital(i) {
		return false
	}
	if f.words[i]&(wHonorific|wCalendar) != 0 && !f.initial(i) || t.Is(text.Caps) && t.Len() <= 4 && f.sent.Casing != text.Upper && !f.initial(i) {
		return false
	}
	if f.officeAt(i) || f.has(i, wNation) {
		return false
	}
	if f.is(i, nameBits) && (f.words[i]&(wHead|wPlace|wOrgWeak) == 0 || !f.is(i, gazetteer.Common)) {
		return true
	}
	if f.words[i]&(wHead|wPlace|wOrgWeak|wTitle|wRole|wNotName|wDirection|wCapital) != 0 || f.is(i, gazetteer.Demonymic|gazetteer.NotName|gazetteer.Title) {
		return false
	}
	if t.Is(text.Abbrev) {
		return f.initial(i) || f.suffix(i)
	}
	if t.Is(text.Caps) && f.sent.Casing != text.Upper {
		return t.Len() >= 4 && i+1 < f.sent.Last && (f.doc.Tokens[i+1].Is(text.Caps) || f.doc.Tokens[i-min(1, i)].Is(text.Caps))
	}
	return !f.plain(i)
}

// initial reports whether token i is an initial: J.
func (f *finder) initial(i int) bool {
	t := &f.doc.Tokens[i]
	if t.Is(text.LineStart) && (f.surface(i) == "Q." || f.surface(i) == "A.") {
		return false // question and answer
	}
	return t.Is(text.Abbrev) && (t.Len() == 2 || t.Len() == 4 && t.Is(text.Caps) && f.surface(i) != "U.S." && f.surface(i) != "U.N." && f.surface(i) != "U.K.")
}

// suffix reports whether token i is what stands after a name: Jr., Khan.
func (f *finder) suffix(i int) bool {
	switch f.surface(i) {
	case "Jr.", "Sr.", "Jr", "Sr", "II", "III", "Khan", "Sahib", "Md.", "St.":
		return true
	}
	return f.is(i, gazetteer.AfterTitle)
}

// nameEnd returns the end of the personal name that begins at i, or i.
func (f *finder) nameEnd(i, limit int) int {
	end, words := i, 0
	for end < limit && words < maxName {
		if f.nameWord(end) || words > 0 && f.suffix(end) {
			end++
			words++
			continue
		}
		next := end // a hyphen, a small word or a nickname in quotes, then another name word
		if after := f.doc.Nickname(end); after >= 0 && words > 0 && after < limit && f.nameWord(after) {
			end = after + 1
			words++
			continue
		}
		for next < limit && (f.hyphen(next) || f.has(next, wConnector) && f.lower(next)) {
			next++
		}
		if words == 0 || next > end+3 || next == end || next >= limit || !f.nameWord(next) {
			break
		}
		end = next + 1
		words++
	}
	return end
}

// wordsIn counts the words, without hyphens and connectors, of a range.
func (f *finder) wordsIn(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if f.doc.Tokens[i].Kind == text.Word && f.doc.Tokens[i].Is(text.Initial) {
			n++
		}
	}
	return n
}

// titleAt reports whether token i is a title or a role, and whether only a person can follow.
func (f *finder) titleAt(i int) (title, role bool) {
	title = f.has(i, wTitle) || f.is(i, gazetteer.Title)
	role = f.has(i, wRole) || f.is(i, gazetteer.RoleWord)
	return title || f.officeAt(i), role
}

// officeAt reports whether token i ends a title that has "of" in it: Secretary of State.
func (f *finder) officeAt(i int) bool {
	if f.surface(i-1) != "of" || !f.has(i-2, wTitle|wRole) {
		return false
	}
	switch f.surface(i) {
	case "State", "Defense", "Defence", "Staff", "Army", "Treasury", "Police", "Intelligence":
		return true
	}
	return false
}

// persons applies the rules for persons to a run.
func (f *finder) persons(r run) {
	f.titleNames(r)
	first := r.first
	for first < r.last && !f.nameWord(first) {
		first++
	}
	end := f.nameEnd(first, r.last)
	if end == first {
		return
	}
	whole := end == r.last && (first == r.first || f.leadIn(r.first, first))
	if !whole {
		f.shape(first, end)
		return
	}
	if !f.determined(r.first) {
		f.roleBefore(r, first, end)
		f.after(first, end)
		f.speech(first, end)
		f.kin(first, end)
		f.list(first, end)
	}
	f.shape(first, end)
}

// leadIn reports whether all tokens of first:last may stand before a name: titles, roles,
// nationalities, ordinary words at the start of a sentence.
func (f *finder) leadIn(first, last int) bool {
	for i := first; i < last; i++ {
		title, role := f.titleAt(i)
		if !title && !role && !f.is(i, gazetteer.Demonymic|gazetteer.TitlePart) && !f.plain(i) && !f.has(i, wDirection) {
			return false
		}
	}
	return true
}

// determined reports whether an article stands before token i: names of persons have none.
func (f *finder) determined(i int) bool {
	switch f.surface(i - 1) {
	case "the", "The", "a", "A", "an", "An", "this", "that", "these", "those":
		return true
	}
	return false
}

// person proposes first:last as a person and remembers it for lists.
func (f *finder) person(first, last int, rule ID) {
	f.propose(first, last, Person, rule)
	f.lastPerson = max(f.lastPerson, last)
}

// titleNames finds names after titles, inside the run or before it.
func (f *finder) titleNames(r run) {
	for i := r.first - 1; i < r.last-1; i++ {
		if i < f.sent.First {
			continue
		}
		title, role := f.titleAt(i)
		if !title && !role {
			continue
		}
		end := f.nameEnd(i+1, r.last)
		if end == i+1 || f.headIn(end, r.last) {
			continue
		}
		switch low := f.lower(i); {
		case f.has(i, wHonorific) && !low:
			f.person(i+1, end, HonorificName)
		case !low && !f.has(i, wTitle|wRole) && f.is(i, nameBits): // Sayed: a part of the name
		case title && !low:
			f.person(i+1, end, TitleName)
		case title:
			f.person(i+1, end, TitleNameLower)
		case low && f.wordsIn(i+1, end) == 1:
			f.person(i+1, end, RoleOne)
		default:
			f.person(i+1, end, RoleName)
		}
	}
}

// headIn reports whether the head of an organisation's or a facility's name is in the range.
func (f *finder) headIn(first, last int) bool {
	for i := first; i < last; i++ {
		if f.words[i]&(wHead|wFac|wOrgWeak) != 0 {
			return true
		}
	}
	return false
}

// roleBefore: "Helmand's police chief, Abdul Rahman Sarjang, said".
func (f *finder) roleBefore(r run, first, end int) {
	if f.punct(r.first-1, ",") {
		if _, role := f.titleAt(r.first - 2); role && f.lower(r.first-2) && f.wordsIn(first, end) > 1 {
			f.person(first, end, RoleCommaName)
		}
	}
}

// after looks at what follows a name: an age, "who", an apposition with a role.
func (f *finder) after(first, end int) {
	if f.punct(end, "(") && f.number(end+1) && f.punct(end+2, ")") {
		f.person(first, end, NameAge)
	}
	if !f.punct(end, ",") {
		return
	}
	switch {
	case f.number(end+1) && len(f.surface(end+1)) <= 2 && (f.punct(end+2, ",") || f.punct(end+2, ".")):
		f.person(first, end, NameAge)
	case f.surface(end+1) == "who":
		f.person(first, end, NameWho)
	default:
		if f.roleAhead(end + 1) {
			f.person(first, end, NameRole)
		}
	}
}

func (f *finder) number(i int) bool {
	return i >= f.sent.First && i < f.sent.Last && f.doc.Tokens[i].Kind == text.Number
}

// roleAhead reports whether a role stands within a few words, before any punctuation.
func (f *finder) roleAhead(i int) bool {
	for n := 0; n < 7 && i < f.sent.Last; n, i = n+1, i+1 {
		if f.doc.Tokens[i].Kind == text.Punct && !f.hyphen(i) {
			return false
		}
		if _, role := f.titleAt(i); role && f.lower(i) {
			return true
		}
		if f.has(i, wSpeech) {
			return false
		}
	}
	return false
}

// speech: "Omar Zwak said", "said Nasrat Rahimi,", "according to Omar Zwak".
func (f *finder) speech(first, end int) {
	verb := func(i int) bool {
		return f.lower(i) && (f.has(i, wSpeech) || f.is(i, gazetteer.SpeechVerb))
	}
	many := f.wordsIn(first, end) > 1
	after, before := verb(end), verb(first-1)
	switch {
	case after && many:
		f.person(first, end, NameSaid)
	case after:
		f.person(first, end, OneSaid)
	case before && many:
		f.person(first, end, SaidName)
	}
	if many && f.surface(first-1) == "to" && strings.EqualFold(f.surface(first-2), "according") {
		f.person(first, end, AccordingTo)
	}
}

// kin: "his brother Ahmad", "son of Ahmad Shah".
func (f *finder) kin(first, end int) {
	kin := func(i int) bool { return f.lower(i) && (f.has(i, wKin) || f.is(i, gazetteer.Kin)) }
	if kin(first-1) || kin(first-2) && (f.surface(first-1) == "of" || f.punct(first-1, ",")) {
		f.person(first, end, KinName)
	}
}

// list: a name of two words or more after a person and a comma or "and".
func (f *finder) list(first, end int) {
	i := first
	if f.surface(i-1) == "and" {
		i--
	}
	if f.punct(i-1, ",") {
		i--
	}
	if i < first && i == f.lastPerson && f.wordsIn(first, end) > 1 {
		f.person(first, end, NameList)
	}
}
