package rules

import (
	"strings"

	"github.com/namyab/namyab/internal/text"
)

// dateline: KABUL, Afghanistan (Reuters) - | KABUL (AFP) – | WASHINGTON— | KABUL The …
func (f *finder) dateline() {
	s := f.sent
	i := s.First
	if s.Last-s.First < 2 || s.Casing == text.Upper && s.Line {
		return
	}
	city := f.capsEnd(i)
	caps := city > i
	if !caps {
		city = f.wordsEnd(i)
	}
	if city == i {
		return
	}
	end, second, country := city, -1, -1
	if caps && f.punct(end, "/") && f.capsEnd(end+1) > end+1 {
		second = end + 1
		end = f.capsEnd(second)
	}
	stop := end
	if f.punct(end, ",") {
		if next := f.wordsEnd(end + 1); next > end+1 {
			country = end + 1
			stop = next
		} else if f.has(end+1, wCalendar) {
			stop = f.skipDate(end + 1)
		}
	}
	agency := f.agencyEnd(stop)
	dash := f.dash(stop)
	if agency > stop {
		dash = f.dash(agency)
	}
	bare := caps && !dash && agency == stop && f.bareDateline(i, city, stop)
	if !dash && !(caps && agency > stop) && !bare || !caps && (agency == stop || !dash) {
		return
	}
	rule := DatelineCity
	if bare {
		rule = DatelineBare
	}
	label := GPE
	if f.has(city-1, wFac) {
		label = Fac
	}
	f.propose(i, city, label, rule)
	if second >= 0 {
		f.propose(second, end, GPE, rule)
	}
	if country >= 0 {
		f.propose(country, stop, GPE, DatelineCountry)
	}
	if agency > stop && f.capital(stop+1) && f.capital(agency-2) && f.surface(agency-2) != "Agencies" {
		f.propose(stop+1, agency-1, Org, DatelineAgency)
	}
}

// capsEnd returns the end of at most three words in capitals from i on.
func (f *finder) capsEnd(i int) int {
	end := i
	for end < f.sent.Last && end-i < 6 {
		t := &f.doc.Tokens[end]
		word := t.Kind == text.Word && (t.Is(text.Caps) && t.Len() >= 3 && f.words[end]&(wNotName|wFunction|wRole|wCredit) == 0 || end > i+1 && t.Len() == 1 && f.hyphen(end-1))
		if !word && !(end > i && f.hyphen(end)) {
			break
		}
		end++
	}
	for end > i && f.hyphen(end-1) {
		end--
	}
	return end
}

// wordsEnd returns the end of at most three capitalised words, of which the last is not
// in capitals unless all are.
func (f *finder) wordsEnd(i int) int {
	end := i
	for end < f.sent.Last && end-i < 5 && (f.capital(end) && !f.has(end, wCalendar) || end > i && f.hyphen(end)) {
		if f.doc.Tokens[end].Is(text.Initial) && end > i && f.words[end]&wFunction != 0 {
			break
		}
		end++
	}
	return end
}

// agencyEnd returns the end of a bracket with one to four words in it, or i.
func (f *finder) agencyEnd(i int) int {
	if !f.punct(i, "(") {
		return i
	}
	for end := i + 1; end < f.sent.Last && end-i < 10; end++ {
		if f.punct(end, ")") && end > i+1 {
			return end + 1
		}
	}
	return i
}

func (f *finder) skipDate(i int) int {
	for n := 0; n < 5 && (f.has(i, wCalendar) || f.number(i) || f.punct(i, ",")); n++ {
		i++
	}
	return i
}

func (f *finder) dash(i int) bool {
	if i < f.sent.First || i >= f.sent.Last {
		return false
	}
	switch f.doc.Surface(i) {
	case "-", "--", "—", "–", "---", "―":
		return true
	}
	return false
}

// bareDateline: "KABUL Civilian casualties rose", "LASHKAR GAH, Afghanistan The Taliban".
func (f *finder) bareDateline(first, city, stop int) bool {
	if city-first > 2 || f.doc.Tokens[first].Len() < 4 || f.sent.Casing != text.Mixed || !f.doc.Tokens[first].Is(text.LineStart) {
		return false
	}
	if stop > city {
		return true
	}
	return stop < f.sent.Last && f.doc.Tokens[stop].Kind == text.Word && f.doc.Tokens[stop].Is(text.Initial)
}

// credits: [Omar Sobhani/Reuters], (Photo: X Y/AFP), "By Sharon Smith", "Reporting by A B in Kabul
// and C D; editing by E F".
func (f *finder) credits() {
	for k, r := range f.runs {
		if f.punct(r.last, "/") && k+1 < len(f.runs) && f.runs[k+1].first == r.last+1 {
			next := f.runs[k+1]
			open := f.punct(r.first-1, "[") || f.punct(r.first-1, "(") || f.punct(r.first-1, ":")
			if (open || f.punct(next.last, "]") || f.punct(next.last, ")")) && f.wordsIn(r.first, r.last) >= 2 {
				f.propose(r.first, r.last, Person, Credit)
				f.propose(next.first, next.last, Org, Credit)
			}
		}
	}
	for i := f.sent.First; i < f.sent.Last; i++ {
		if f.words[i]&wFunction == 0 || !strings.EqualFold(f.doc.Surface(i), "by") {
			continue
		}
		if f.has(i-1, wCredit) || i == f.sent.First && f.sent.Line || i == f.sent.First && f.punct(i+1, ":") {
			f.byline(i + 1)
		}
	}
}

// byline takes the names after "by", over "and", commas and "in Kabul".
func (f *finder) byline(i int) {
	if f.punct(i, ":") {
		i++
	}
	for n := 0; n < 8; n++ {
		k := f.runAt(i)
		if k < 0 {
			return
		}
		r := f.runs[k]
		if f.wordsIn(r.first, r.last) >= 2 && f.wordsIn(r.first, r.last) <= 4 && !f.headIn(r.first, r.last) {
			f.propose(r.first, r.last, Person, Byline)
		}
		i = r.last
		if f.surface(i) == "in" {
			if k := f.runAt(i + 1); k >= 0 {
				i = f.runs[k].last
			}
		}
		start := i
		if f.punct(i, ",") {
			i++
		}
		if f.surface(i) == "and" {
			i++
		}
		if i == start {
			return
		}
	}
}

// runAt returns the index of the run that begins at token i, or -1.
func (f *finder) runAt(i int) int {
	low, high := 0, len(f.runs)
	for low < high {
		if mid := (low + high) / 2; f.runs[mid].first < i {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(f.runs) && f.runs[low].first == i {
		return low
	}
	return -1
}
