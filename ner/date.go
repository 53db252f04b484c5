package ner

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/namyab/namyab/internal/text"
)

// Date is a calendar date. Month and Day may be 0 when they are not known; the zero
// Date is "no date".
type Date struct{ Year, Month, Day int }

// String returns YYYY-MM-DD, YYYY-MM or YYYY, and "" for the zero Date.
func (d Date) String() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD; a time of day after the date
// (2021-09-06T10:00:00Z) is read over. The empty string is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	day, _, _ := strings.Cut(strings.Replace(s, " ", "T", 1), "T")
	parts := strings.Split(day, "-")
	var n [3]int
	ok := len(parts) <= 3 && len(parts[0]) == 4
	for i := 0; ok && i < len(parts); i++ {
		v, err := strconv.ParseUint(parts[i], 10, 16)
		ok = err == nil && v > 0 && (i == 0 || len(parts[i]) == 2)
		n[i] = int(v)
	}
	d := Date{n[0], n[1], n[2]}
	if !ok || !d.valid() {
		return Date{}, fmt.Errorf("date %q is not YYYY, YYYY-MM or YYYY-MM-DD", s)
	}
	return d, nil
}

func (d Date) valid() bool {
	if d.Year < 1000 || d.Year > 2999 || d.Month < 0 || d.Month > 12 || d.Day < 0 {
		return false
	}
	return d.Day == 0 || d.Day <= time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// number returns the date as yyyymmdd with zeros for what is not known.
func (d Date) number() int { return d.Year*10000 + d.Month*100 + d.Day }

// datelineTokens is how far into a text a full date is taken for the text's own.
// Datelines, bylines and "Posted on" lines stand at the top; a date further down is
// more often that of an event.
const datelineTokens = 60

// findDate returns the date that the text gives for itself: the first full date
// (day, month, year) of its first tokens, or one after "posted", "published" or
// "updated" anywhere. It returns the zero Date when there is none.
func findDate(doc *text.Doc) Date {
	for i := range doc.Tokens {
		tok := doc.Tokens[i]
		if tok.Kind != text.Number && (tok.Kind != text.Word || !tok.Is(text.Initial)) {
			continue
		}
		if i >= datelineTokens && !announced(doc, i) {
			continue
		}
		if d, ok := dateAt(doc, i); ok {
			return d
		}
	}
	return Date{}
}

// announced reports whether one of the three tokens before i says that a date of
// publication follows.
func announced(doc *text.Doc, i int) bool {
	for k := max(0, i-3); k < i; k++ {
		switch strings.ToLower(doc.Surface(k)) {
		case "posted", "published", "updated", "dated":
			return true
		}
	}
	return false
}

// dateAt reads "January 15, 2011", "Jan. 15 2011", "15 January 2011" or "2011-01-15".
func dateAt(doc *text.Doc, i int) (Date, bool) {
	next := func(k int) (string, int) {
		if k < len(doc.Tokens) && doc.Surface(k) == "," {
			k++
		}
		if k >= len(doc.Tokens) {
			return "", k
		}
		return doc.Surface(k), k + 1
	}
	first, k := next(i)
	if m := month(first); m > 0 {
		day, k := next(k)
		year, _ := next(k)
		return makeDate(year, m, day)
	}
	if doc.Tokens[i].Kind != text.Number {
		return Date{}, false
	}
	if len(first) == 4 && k+3 < len(doc.Tokens) && doc.Surface(k) == "-" && doc.Surface(k+2) == "-" {
		m, err := strconv.Atoi(doc.Surface(k + 1))
		if err != nil {
			return Date{}, false
		}
		return makeDate(first, m, doc.Surface(k+3))
	}
	word, k := next(k)
	if m := month(word); m > 0 {
		year, _ := next(k)
		return makeDate(year, m, first)
	}
	return Date{}, false
}

func makeDate(year string, m int, day string) (Date, bool) {
	y, errY := strconv.Atoi(year)
	d, errD := strconv.Atoi(strings.TrimRight(day, "stndrh"))
	if errY != nil || errD != nil || len(year) != 4 || y < 1900 || y > 2199 || d < 1 || d > 31 || m < 1 || m > 12 {
		return Date{}, false
	}
	return Date{y, m, d}, true
}

var monthNames = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// month returns 1..12 for an English month name or its usual abbreviation, else 0.
func month(s string) int {
	if len(s) < 3 || len(s) > 10 {
		return 0
	}
	low := strings.ToLower(strings.TrimSuffix(s, "."))
	for i, m := range monthNames {
		if strings.HasPrefix(low, m) && strings.HasPrefix(fullMonths[i], low) || low == "sept" && i == 8 {
			return i + 1
		}
	}
	return 0
}

var fullMonths = [...]string{"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"}

// latestYear returns the latest plausible year that the text names (1900–2099), or 0:
// what is known of the time of a text that gives no date.
func latestYear(doc *text.Doc) int {
	latest := 0
	for i := range doc.Tokens {
		tok := &doc.Tokens[i]
		if tok.Kind != text.Number || tok.Len() != 4 {
			continue
		}
		s := doc.Text[tok.Start:tok.End]
		if s[:2] != "19" && s[:2] != "20" {
			continue
		}
		if y, err := strconv.Atoi(s); err == nil && y > latest {
			latest = y
		}
	}
	return latest
}
