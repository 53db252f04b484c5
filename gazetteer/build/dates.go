package build

import (
	"strconv"
	"strings"
)

// role reads "text (2001-2004)", "text (2021-)", "text (2010)" or "text".
func (f *filler) role(off int, s string) {
	ro := role{text: s}
	if i := strings.LastIndex(s, " ("); i > 0 && strings.HasSuffix(s, ")") {
		if from, to, ok := f.span(off+i+2, s[i+2:len(s)-1]); ok {
			ro = role{s[:i], from, to}
		}
	}
	f.r.roles = append(f.r.roles, ro)
}

// span reads a range of dates; what has other characters than digits and hyphens is text.
func (f *filler) span(off int, s string) (from, to int, ok bool) {
	if len(s) < 4 || strings.Trim(s, "0123456789-") != "" {
		return 0, 0, false
	}
	a, b, ranged := cutRange(s)
	if a != "" {
		from = f.date(fRoles, off, a)
	}
	if b != "" {
		to = f.date(fRoles, off, b)
	}
	if !ranged {
		to = from
	}
	if from > 0 && to > 0 && to/10000 < from/10000 {
		f.bad(fRoles, off, "date-order", "the range %q ends before it begins", s)
	}
	return from, to, true
}

// cutRange cuts "2001-2004", "2001-09-11-2004-01", "2021-" at the hyphen between the dates.
func cutRange(s string) (a, b string, ranged bool) {
	for i := 0; i < len(s); i++ {
		if s[i] == '-' && (i == len(s)-1 || i == 0 || len(s) >= i+5 && isDigits(s[i+1:i+5])) {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// date reads YYYY, YYYY-MM or YYYY-MM-DD as the number YYYYMMDD with zeros.
func (f *filler) date(fl field, off int, s string) int {
	parts := strings.Split(s, "-")
	ok := len(parts) <= 3 && isDigits(parts[0]) && len(parts[0]) >= 3 && len(parts[0]) <= 4
	n := [3]int{}
	for i, p := range parts {
		if i > 2 || i > 0 && len(p) != 2 || !isDigits(p) {
			ok = false
			break
		}
		n[i], _ = strconv.Atoi(p) // digits only
	}
	if !ok || n[1] > 12 || n[2] > 31 {
		f.bad(fl, off, "bad-date", "expected YYYY, YYYY-MM or YYYY-MM-DD, found %q", s)
		return 0
	}
	return n[0]*10000 + n[1]*100 + n[2]
}
