package build

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// filler reads the fields of one row and reports what is wrong with them.
type filler struct {
	r       *row
	p       *problems
	plain   bool // the line is printable ASCII without doubled spaces: text checks are not needed
	strict  bool // the project's own tables: more is asked of them
	scratch []alias
}

func (f *filler) bad(fl field, off int, code, format string, args ...any) {
	f.p.add(f.r.file, f.r.line, f.r.col(fl)+off, code, format, args...)
}

// set reads one field. s is what stands in the column.
func (f *filler) set(fl field, s string) {
	if s == "" {
		return
	}
	if !f.text(fl, 0, s) {
		return
	}
	r := f.r
	switch fl {
	case fID:
		r.id = s
		f.id(fl, s)
	case fKind:
		f.kind(s)
	case fName:
		r.name = s
		f.name(fl, 0, s, "")
	case fWithin:
		f.list(fl, s, func(off int, it string) { r.within = append(r.within, it) })
	case fCountry:
		r.country = s
		if len(s) != 2 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'A' || s[1] > 'Z' {
			f.bad(fl, 0, "bad-country", "expected an ISO 3166-1 alpha-2 code such as AF, found %q", s)
			r.country = ""
		}
	case fLat, fLon:
		f.degrees(fl, s)
	case fPopulation:
		n, err := strconv.ParseUint(s, 10, 32)
		if err != nil {
			f.bad(fl, 0, "bad-number", "expected a whole number up to 4294967295, found %q", s)
		}
		r.population = uint32(n)
	case fAliases:
		f.list(fl, s, f.alias)
	case fAlias:
		n := len(r.aliases)
		f.list(fl, s, f.alias)
		for i := n; i < len(r.aliases); i++ {
			r.aliases[i].suppress = true // if op says so: see user.row
		}
	default:
		f.setRare(fl, s)
	}
}

func (f *filler) setRare(fl field, s string) {
	r := f.r
	switch fl {
	case fRoles:
		f.list(fl, s, f.role)
	case fAffiliations:
		f.list(fl, s, func(off int, it string) { r.affils = append(r.affils, it) })
	case fBorn:
		r.born = f.date(fl, 0, s) / 10000
	case fDied:
		r.died = f.date(fl, 0, s) / 10000
	case fFrom:
		r.from = f.date(fl, 0, s)
	case fTo:
		r.to = f.date(fl, 0, s)
	case fPrior:
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 || n > 10 {
			f.bad(fl, 0, "bad-prior", "expected a whole number from 0 to 10, found %q", s)
			return
		}
		r.prior = n
	case fRefs:
		f.list(fl, s, f.ref)
	case fSources:
		r.source = s
	case fOp:
		f.op(s)
	}
}

func (f *filler) op(s string) {
	switch s {
	case "add":
		f.r.op = ngz.OpAdd
	case "replace":
		f.r.op = ngz.OpReplace
	case "suppress":
		f.r.op = ngz.OpSuppress
	default:
		f.bad(fOp, 0, "bad-op", "expected add, replace or suppress, found %q", s)
	}
}

func (f *filler) id(fl field, s string) {
	if len(s) > ngz.MaxName {
		f.bad(fl, 0, "bad-id", "expected an id of at most %d bytes, found %d", ngz.MaxName, len(s))
		f.r.id = s[:ngz.MaxName]
		return
	}
	for i, c := range s {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune("_.:-/+", c) {
			f.bad(fl, i, "bad-id", "expected letters, digits and _ . : - / in an id, found %q in %q", c, s)
			return
		}
	}
}

func (f *filler) kind(s string) {
	k, err := gazetteer.ParseKind(s)
	if err != nil {
		f.bad(fKind, 0, "unknown-kind", "%s", err)
	}
	f.r.kind = k
}

func (f *filler) degrees(fl field, s string) {
	limit, code := 90.0, "bad-latitude"
	if fl == fLon {
		limit, code = 180, "bad-longitude"
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= -limit && v <= limit) {
		f.bad(fl, 0, code, "expected decimal degrees from -%g to %g, found %q", limit, limit, s)
		return
	}
	if fl == fLat {
		f.r.lat = v
	} else {
		f.r.lon = v
	}
}

// list calls each for the items of a list separated by |, with their offsets.
func (f *filler) list(fl field, s string, each func(off int, item string)) {
	off := 0
	for {
		i := strings.IndexByte(s[off:], '|')
		end := len(s)
		if i >= 0 {
			end = off + i
		}
		item := s[off:end]
		switch {
		case item == "":
			f.bad(fl, off, "alias-empty", "expected something between the separators |, found nothing")
		case item[0] == ' ' || item[len(item)-1] == ' ':
			f.bad(fl, off, "white-space", "white space at an end of %q; take it away", item)
		default:
			each(off, item)
		}
		if i < 0 {
			return
		}
		off = end + 1
	}
}

// alias reads "name [lang=prs] [src=UN] [class=short]".
func (f *filler) alias(off int, s string) {
	a := alias{name: s}
	for strings.HasSuffix(a.name, "]") {
		i := strings.LastIndex(a.name, " [")
		if i < 0 {
			break
		}
		key, val, ok := strings.Cut(a.name[i+2:len(a.name)-1], "=")
		if !ok {
			break
		}
		f.attribute(&a, off+i+1, key, val)
		a.name = a.name[:i]
	}
	if a.name == "" {
		f.bad(fAliases, off, "alias-empty", "expected a name before the attributes, found %q", s)
		return
	}
	f.name(fAliases, off, a.name, a.lang)
	f.r.aliases = append(f.r.aliases, a)
}

func (f *filler) attribute(a *alias, off int, key, val string) {
	switch key {
	case "lang":
		a.lang = val
		if !isLang(val) {
			f.bad(fAliases, off, "bad-lang", "expected a BCP 47 tag such as prs, ps or ps-Latn, found %q", val)
		}
	case "src":
		a.source = val
		if strings.ContainsAny(val, "|[]") {
			f.bad(fAliases, off, "wrong-source", "join sources with +, found %q", val)
		}
	case "class":
		var err error
		if a.class, err = gazetteer.ParseAliasClass(val); err != nil {
			f.bad(fAliases, off, "alias-class", "%s", err)
		}
	default:
		f.bad(fAliases, off, "alias-attribute", "expected lang=, src= or class= in square brackets, found %q", key)
	}
}

// isLang reports whether s has the form of a BCP 47 tag: parts of 1 to 8 letters or digits,
// the first of 2 to 8 letters.
func isLang(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) == 0 || len(part) > 8 || i == 0 && len(part) < 2 {
			return false
		}
		for _, c := range []byte(part) {
			letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

func (f *filler) ref(off int, s string) {
	scheme, value, ok := strings.Cut(s, "=")
	if !ok || scheme == "" || value == "" {
		f.bad(fRefs, off, "bad-ref", "expected scheme=value such as wikidata=Q178, found %q", s)
		return
	}
	f.r.refs = append(f.r.refs, ref{scheme, value})
}

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

// text checks what no field may have; false when the field is not to be read further.
func (f *filler) text(fl field, off int, s string) bool {
	if f.plain {
		return true
	}
	if !utf8.ValidString(s) {
		f.bad(fl, off, "bad-encoding", "expected UTF-8, found other bytes in %q", s)
		return false
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' || strings.Contains(s, "  ") {
		f.bad(fl, off, "white-space", "white space at an end of %q, or two in a row", clip(s))
	}
	for i, c := range s {
		switch {
		case c < 0x20, c == 0x7f, c >= 0x80 && c < 0xa0, c == 0x200b, c >= 0x200e && c <= 0x200f, c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069, c == 0xad, c == 0xfeff, c == 0xfffd:
			f.bad(fl, off+i, "control-character", "expected visible characters, found %U in %q", c, clip(s))
			return true
		case c != ' ' && unicode.IsSpace(c):
			f.bad(fl, off+i, "white-space", "expected a plain space, found %U in %q", c, clip(s))
			return true
		}
	}
	return true
}

// name checks a name: its length, and that its letters are of one script.
func (f *filler) name(fl field, off int, s, lang string) {
	if len(s) > ngz.MaxName {
		f.bad(fl, off, "too-long", "expected a name of at most %d bytes, found %d", ngz.MaxName, len(s))
	}
	if f.plain || lang != "" {
		return
	}
	latin, other := false, false
	for _, c := range s {
		if !unicode.IsLetter(c) || unicode.Is(unicode.Lm, c) {
			continue
		}
		if unicode.Is(unicode.Latin, c) {
			latin = true
		} else {
			other = true
		}
	}
	if latin && other || other && f.strict && fl == fName {
		f.bad(fl, off, "stray-script", "expected letters of one script, and Latin ones in a canonical name; found %q", clip(s))
	}
}

func clip(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return s
}
