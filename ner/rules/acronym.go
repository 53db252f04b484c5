package rules

import (
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// acronym is one that the text has defined.
type acronym struct {
	first int // its token
	label Label
}

// maxAcronyms bounds how many definitions of one text are remembered.
const maxAcronyms = 24

// definition: "National Resistance Front in Afghanistan (NRF)", "NRF (National Resistance Front)",
// after run k: both are the same organisation. The initials of the long name must match;
// its small words may count or not.
func (f *finder) definition(k int, r run) {
	open := r.last
	if !f.punct(open, "(") && !f.punct(open, "[") {
		return
	}
	short := open + 1
	if short < f.sent.Last && (f.isAcronym(short) || f.smallCapitals(short)) && (f.punct(short+1, ")") || f.punct(short+1, "]") || f.punct(short+1, ",")) {
		for first := r.first; first < r.last; first++ {
			if f.initials(first, r.last, short) {
				f.define(first, r.last, short)
				return
			}
		}
		// the name may hold small words: walk back over the runs before
		for j := k - 1; j >= 0 && j >= k-3 && f.between(f.runs[j].last, f.runs[j+1].first); j-- {
			for first := f.runs[j].first; first < f.runs[j].last; first++ {
				if f.initials(first, r.last, short) {
					f.define(first, r.last, short)
					return
				}
			}
		}
		if f.isAcronym(short) {
			f.propose(short, short+1, Org, AcronymLoose)
		}
		return
	}
	if r.last-r.first == 1 && f.isAcronym(r.first) && k+1 < len(f.runs) && f.runs[k+1].first == open+1 {
		end := f.runs[k+1].last
		for j := k + 2; j < len(f.runs) && f.between(f.runs[j-1].last, f.runs[j].first); j++ {
			end = f.runs[j].last
		}
		if f.initials(open+1, end, r.first) {
			f.define(open+1, end, r.first)
		}
	}
}

// isAcronym reports whether token i is written as an acronym: NRF, ISIS, also ISKP or AIHRC.
func (f *finder) isAcronym(i int) bool {
	t := &f.doc.Tokens[i]
	if t.Kind != text.Word || t.Len() < 2 || t.Len() > 10 {
		return false
	}
	upper := 0
	for _, b := range []byte(f.doc.Surface(i)) {
		if b >= 'A' && b <= 'Z' {
			upper++
		}
	}
	return upper >= 2 && 2*upper > t.Len()
}

// smallCapitals reports whether token i may be an acronym set in small capitals, which
// scraping turns to lower case: "ttp", "tTp". Only the initials of a long name prove it.
func (f *finder) smallCapitals(i int) bool {
	t := &f.doc.Tokens[i]
	return t.Kind == text.Word && t.Len() >= 3 && t.Len() <= 6 && !f.is(i, gazetteer.Common|gazetteer.Function)
}

// initials reports whether the letters of the acronym are the first letters of the words
// of first:last, in order; small words and hyphens may be skipped, capitals may not.
func (f *finder) initials(first, last, short int) bool {
	letters := f.doc.Surface(short)
	k := 0
	next := func() byte {
		for k < len(letters) && letters[k] == '.' {
			k++
		}
		if k == len(letters) {
			return 0
		}
		return letters[k] &^ 0x20
	}
	for i := first; i < last; i++ {
		t := &f.doc.Tokens[i]
		if t.Kind != text.Word {
			continue
		}
		b := f.doc.Text[t.Start]
		switch {
		case next() != 0 && b&^0x20 == next() && (b < 'a' || i == first || f.has(i, wBetween)):
			k++
		case b >= 'a' || i == first:
			if i == first {
				return false
			}
		case i == last-1 && next() == 0:
			// one trailing capital may be left out: … Front of Afghanistan (NRF)
		default:
			return false
		}
	}
	return next() == 0
}

// define proposes a long name and its acronym, unless the long name is that of a paper or
// a thing: a Bilateral Security Agreement (BSA) is no body.
func (f *finder) define(first, last, short int) {
	switch strings.ToLower(f.doc.Surface(last - 1)) {
	case "agreement", "agreements", "accord", "act", "bill", "code", "constitution", "day", "device", "devices", "disease",
		"disorder", "document", "index", "law", "list", "memorandum", "pact", "plan", "procedure", "procedures", "process",
		"product", "protocol", "rate", "strategy", "syndrome", "talks", "test", "treaty",
		"understanding", "vehicle", "vehicles", "war", "weapon", "zone":
		return
	}
	f.propose(first, last, Org, AcronymLong)
	f.propose(short, short+1, Org, AcronymShort)
	if f.nacronyms < maxAcronyms {
		f.acronyms[f.nacronyms] = acronym{first: short, label: Org}
		f.nacronyms++
	}
}

// acronymsAgain proposes every other occurrence of the acronyms that were defined.
func (f *finder) acronymsAgain() {
	if f.nacronyms == 0 {
		return
	}
	for i := range f.doc.Tokens {
		t := &f.doc.Tokens[i]
		if t.Kind != text.Word || t.Len() > 10 {
			continue
		}
		for _, a := range f.acronyms[:f.nacronyms] {
			d := &f.doc.Tokens[a.first]
			if d.Len() == t.Len() && a.first != i && f.sameAcronym(a.first, i) {
				f.out = append(f.out, Match{i, i + 1, a.label, AcronymAgain})
				break
			}
		}
	}
}

// sameAcronym reports whether two tokens are one acronym; one that the text defines in
// small capitals may come in any case.
func (f *finder) sameAcronym(defined, i int) bool {
	a, b := f.doc.Surface(defined), f.doc.Surface(i)
	return a == b || !f.isAcronym(defined) && strings.EqualFold(a, b)
}
