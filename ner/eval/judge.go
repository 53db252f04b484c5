package eval

import "slices"

// Judge knows the entries that predictions link to: a gazetteer seen from outside.
// Implementations are safe for concurrent reading; [NewJudge] makes one from a
// gazetteer.
type Judge interface {
	// Names returns every name of an entry (its own first, then its aliases) and its
	// kind in the words of the record; ok is false when no entry has the id.
	Names(id string) (names []string, kind string, ok bool)

	// Kinds returns the kinds of all the entries that one norm may mean, as [Right]
	// judges, sorted, each once; none when the gazetteer has no such name, so that NIL
	// is the right answer.
	Kinds(norm string) []string
}

// Place is where an entry is.
type Place struct {
	ID       string
	Lat, Lon float64 // degrees; see HasPoint
	HasPoint bool
	Adm1     string // id of the province that it is or lies in; "" none
	Adm2     string // id of the district that it is or lies in; "" none
}

// Atlas is a Judge that knows places. [Score] gives toponym scores only with one.
type Atlas interface {
	Judge
	// Where returns the place of an entry; ok is false when there is none with the id.
	Where(id string) (p Place, ok bool)
	// Locate returns the best-known place with a point that one norm may mean.
	Locate(norm string) (p Place, ok bool)
}

// Right reports whether the link of a prediction (its id, "" for NIL) is right for a
// gold norm field, which may hold several alternatives.
//
// A link is right when a name of the entry equals one of the norms after [Key]. Where
// the norm ends in Province, District, Valley or River and the entry is a place, its
// kind must say the same, and the name may also equal the norm without that word. NIL
// is right when the judge knows no entry for any of the norms. An id that the judge
// does not know is wrong.
func Right(j Judge, normField, linkID string) bool {
	norms := Norms(normField)
	if linkID == "" {
		for _, n := range norms {
			if len(j.Kinds(n)) > 0 {
				return false
			}
		}
		return true
	}
	names, kind, ok := j.Names(linkID)
	if !ok {
		return false
	}
	for _, n := range norms {
		t := newTarget(n)
		for _, name := range names {
			if t.admits(kind, Key(name)) {
				return true
			}
		}
	}
	return false
}

// plain reports whether a norm is what any list of countries would get right: a
// country (whatever the mention is: name or demonym), or the Taliban. The first
// alternative decides.
func plain(j Judge, normField string) bool {
	n := Norms(normField)
	if len(n) == 0 {
		return false
	}
	switch Key(n[0]) {
	case "taliban", "afghanistan", "afghan":
		return true
	}
	return slices.Contains(j.Kinds(n[0]), "country")
}
