package build

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// filler reads the fields of one row and reports what is wrong with them.
type filler struct {
	r      *row
	p      *problems
	plain  bool // the line is printable ASCII without doubled spaces: text checks are not needed
	strict bool // the project's own tables: more is asked of them
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
		f.list(fl, s, func(_ int, it string) { r.within = append(r.within, it) })
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
		f.list(fl, s, func(_ int, it string) { r.affils = append(r.affils, it) })
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
