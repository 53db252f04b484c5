package build

import "github.com/namyab/namyab/gazetteer"

// row is one entry on its way from a reader to the writer.
type row struct {
	place
	op         uint8
	id, name   string
	kind       gazetteer.Kind
	country    string
	lat, lon   float64
	hasPoint   bool
	population uint32
	aliases    []alias
	within     []string
	affils     []string
	roles      []role
	refs       []ref
	born, died int
	from, to   int
	prior      int // -1: to be computed
	source     string
	facts      nameFacts // of the name; see measureRow
}

// place is where a row stands in its file.
type place struct {
	file string
	line int
	cols []int // column of each known field, by index of field; nil in JSONL
}

func (p place) col(f field) int {
	if int(f) < len(p.cols) && p.cols[f] > 0 {
		return p.cols[f]
	}
	return 1
}

type alias struct {
	name, lang, source string
	class              gazetteer.AliasClass
	suppress           bool
	facts              nameFacts
}

type role struct {
	text     string
	from, to int
}

type ref struct{ scheme, value string }

// field is a column of the entry tables.
type field uint8

const (
	fID field = iota
	fKind
	fName
	fWithin
	fCountry
	fLat
	fLon
	fPopulation
	fAliases
	fRoles
	fAffiliations
	fBorn
	fDied
	fFrom
	fTo
	fPrior
	fRefs
	fSources
	fNote
	fOp
	fAlias
	numFields
)

var fieldNames = [numFields]string{
	"id", "kind", "name", "within", "country", "lat", "lon", "population", "aliases", "roles",
	"affiliations", "born", "died", "from", "to", "prior", "refs", "sources", "note", "op", "alias",
}
