package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// What stands beside a person's name ("Defence Minister X", "X, the governor of Y") is
// compared with the dated roles of everybody whom the name may mean.

// titleReach is how many words before a name may belong to its title, and after it to an
// apposition.
const titleReach = 7

// appendTitleWords collects the words that say what a person is: the title before the
// name back to a stop, and the apposition after it ("X, the governor of Y,", "X as governor").
func (s *scratch) appendTitleWords(dst []uint32, m *named) []uint32 {
	if m.label != Person {
		return dst
	}
	doc := &s.doc
	for k := m.first - 1; k >= max(0, m.first-titleReach) && s.titleStands(m); k-- {
		t := &doc.Tokens[k]
		if t.Kind == text.Punct && doc.Text[t.Start] != '-' && doc.Text[t.Start] != ',' {
			break
		}
		if s.class[k].Has(gazetteer.Kin) && s.low(k+1, "of") {
			break // "a brother of President X": what else he is stands before
		}
		if h, ok := roleWord(doc.Text[t.Start:t.End]); ok {
			dst = append(dst, h)
		}
	}
	n := int32(len(doc.Tokens))
	if m.last+1 < n && s.low(m.last, "of") { // King Abdullah of Jordan
		if h, ok := roleWord(doc.Surface(int(m.last + 1))); ok {
			dst = append(dst, h)
		}
		return dst
	}
	if m.last >= n || !s.low(m.last, ",") && !s.low(m.last, "as") && !s.low(m.last, "is") && !s.low(m.last, "was") {
		return dst
	}
	if !s.low(m.last, ",") && !s.low(m.last, "as") && m.last+1 < n && !s.low(m.last+1, "a") && !s.low(m.last+1, "an") && !s.low(m.last+1, "the") {
		return dst // "is not related to the minister"
	}
	for k := m.last + 1; k < min(n, m.last+1+titleReach); k++ {
		t := &doc.Tokens[k]
		if t.Kind == text.Punct && doc.Text[t.Start] != '-' {
			break
		}
		if h, ok := roleWord(doc.Text[t.Start:t.End]); ok {
			dst = append(dst, h)
		}
		if s.class[k].Has(gazetteer.Kin) && k+1 < n && s.low(k+1, "of") {
			break // what follows is said of the kin
		}
	}
	return dst
}

// titleStands reports whether the words before a name end in a title or role, or a comma
// after one: in "the Taliban had hanged Najibullah" nothing says what he was.
func (s *scratch) titleStands(m *named) bool {
	const title = gazetteer.Title | gazetteer.TitlePart | gazetteer.RoleWord | gazetteer.Kin
	k := m.first - 1
	if s.class[k].Has(title) || k > 0 && s.doc.Tokens[k].Kind == text.Punct && s.class[k-1].Has(title) {
		return true
	}
	if !s.low(k, ",") {
		return false
	}
	for k--; k >= max(0, m.first-titleReach); k-- {
		if s.doc.Tokens[k].Kind == text.Punct && s.doc.Text[s.doc.Tokens[k].Start] != '-' {
			return false
		}
		if s.class[k].Has(title) {
			return true
		}
	}
	return false
}

// roleFit is how the words beside a name fit the roles of one entry.
type roleFit struct {
	words  int  // words of the best fitting role that stand there
	now    bool // it was held at the date, or has none
	office bool // some role was held at the date
	later  bool // all roles began after it
}

func (l *linkScratch) roleFit(f *entryFacts, when moment) roleFit {
	now := when.number()
	fit := roleFit{later: len(f.roles) > 0 && now > 0}
	for i := range f.roles {
		role := &f.roles[i]
		held := role.dated && now > 0 && heldAt(role.from, role.to, now)
		fit.office = fit.office || held
		fit.later = fit.later && role.from > widen(now)
		n := overlap(l.titleWords, role.words)
		if n > fit.words || n == fit.words && n > 0 && held {
			fit.words, fit.now = n, held || !role.dated
		}
	}
	return fit
}

// rank orders fits: more words first, then a role held at the date.
func (f roleFit) rank() int32 {
	r := 2 * int32(f.words)
	if r > 0 && f.now {
		r++
	}
	return r
}

// rankRoles notes how well a role of each reading of m fits.
func (s *scratch) rankRoles(g *gazetteer.Gazetteer, m *named, when moment) {
	l := &s.link
	l.fits = l.fits[:0]
	l.topRank, l.topRanks = 0, 0
	for k := m.readings.from; k < m.readings.to; k++ {
		var fit roleFit
		if r := &l.readings[k]; !r.nil_ && r.kind == gazetteer.Person {
			fit = l.roleFit(s.entryFacts(g, r.entry), when)
		}
		l.fits = append(l.fits, fit)
		switch rank := fit.rank(); {
		case rank > l.topRank:
			l.topRank, l.topRanks = rank, 1
		case rank == l.topRank:
			l.topRanks++
		}
	}
}

// weighRoles counts the words of the title that one role of the entry has.
func (s *scratch) weighRoles(m *named, k int32, f *entryFacts, when moment) {
	l := &s.link
	r := &l.readings[k]
	fit := l.fits[k-m.readings.from]
	switch {
	case fit.words >= 3:
		r.add(lRole3, m.label)
	case fit.words == 2:
		r.add(lRole2, m.label)
	case fit.words == 1:
		r.add(lRole1, m.label)
	case len(f.roles) > 0 && m.first > 0 && s.class[m.first-1].Has(gazetteer.Title|gazetteer.RoleWord):
		r.add(lRoleNone, m.label)
	}
	if fit.words > 0 && when.number() > 0 {
		if fit.now {
			r.add(lRoleNow, m.label)
		} else {
			r.add(lRoleStale, m.label)
		}
	}
	switch rank := fit.rank(); {
	case rank > 0 && rank == l.topRank && l.topRanks == 1:
		r.add(lRoleBest, m.label)
	case rank < l.topRank:
		r.add(lRoleBeaten, m.label)
	}
	switch {
	case !fit.office:
	case !m.bare():
		r.add(lInOffice, m.label)
	case l.open():
		r.add(lBearerOffice, m.label)
	}
	if fit.later && !r.kin {
		r.add(lNotYet, m.label)
	}
}

func overlap(a, b []uint32) int {
	n := 0
	for i, x := range a {
		for _, y := range b {
			if x == y && !contains(a[:i], x) {
				n++
				break
			}
		}
	}
	return n
}

func contains(list []uint32, x uint32) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// heldAt reports whether now (YYYYMMDD, zeros for what is unknown) falls between from and
// to. Years alone are whole years: a role to 2014 still holds in December 2014.
func heldAt(from, to, now int) bool {
	if from > 0 && widen(now) < from {
		return false
	}
	return to == 0 || now <= widen(to)
}

// widen makes a date without month or day the last day of its year or month.
func widen(d int) int {
	if d%10000 == 0 {
		return d + 1231
	}
	if d%100 == 0 {
		return d + 31
	}
	return d
}
