package build

import (
	"github.com/namyab/namyab/gazetteer"
)

// check looks at all rows together.
func (t *tables) check() {
	boxes := t.boxes()
	for _, r := range t.rows {
		t.parents(r)
		if r.hasPoint && r.country != "" {
			if b, ok := boxes[r.country]; ok && !b.has(r.lat, r.lon) {
				t.p.add(r.file, r.line, r.col(fLat), "outside-country", "%g, %g lies outside %s", r.lat, r.lon, r.country)
			}
		}
		for _, id := range r.affils {
			if _, ok := t.index[id]; !ok {
				t.p.add(r.file, r.line, r.col(fAffiliations), "dangling-affiliation", "the affiliation %q is no entry", id)
			}
		}
	}
	t.owners()
	t.sizes()
}

func (t *tables) parents(r *row) {
	for _, id := range r.within {
		i, ok := t.index[id]
		switch {
		case !ok:
			t.p.add(r.file, r.line, r.col(fWithin), "dangling-within", "the parent %q is no entry", id)
		case id == r.id:
			t.p.add(r.file, r.line, r.col(fWithin), "self-within", "%q lies within itself", id)
		case !t.rows[i].kind.IsPlace():
			t.p.add(r.file, r.line, r.col(fWithin), "within-kind", "the parent %q is of kind %s, which is no place", id, t.rows[i].kind)
		}
	}
}

// owners finds names that two persons or two bodies claim, and that ambiguous.tsv does
// not list. Names of places are shared by nature and exempt, and so are the short names and
// acronyms that only context decides.
func (t *tables) owners() {
	type claim struct {
		id    string
		group int
	}
	first := map[string]claim{}
	for _, r := range t.rows {
		group := 0
		switch {
		case r.kind == gazetteer.Person:
			group = 1
		case r.kind.IsOrganisation():
			group = 2
		default:
			continue
		}
		names := append([]alias{{name: r.name}}, r.aliases...)
		for i, a := range names {
			if a.class != gazetteer.NameAlias && a.class != gazetteer.Nickname {
				continue
			}
			key := plainName(a.name)
			c, taken := first[key]
			if !taken {
				first[key] = claim{r.id, group}
				continue
			}
			if _, listed := t.ambiguous[key]; listed || c.id == r.id || c.group != group {
				continue
			}
			fl := fAliases
			if i == 0 {
				fl = fName
			}
			t.p.add(r.file, r.line, r.col(fl), "alias-ambiguous", "the name %q is also one of %s; list it in ambiguous.tsv or take it away", a.name, c.id)
		}
	}
}

func (t *tables) sizes() {
	langs, sources := map[string]struct{}{}, map[string]struct{}{}
	for _, r := range t.rows {
		sources[r.source] = struct{}{}
		for _, a := range r.aliases {
			langs[a.lang] = struct{}{}
			sources[a.source] = struct{}{}
		}
	}
	if len(langs) > 255 || len(sources) > 65535 {
		t.p.add("", 0, 0, "too-many", "the format holds 255 languages and 65535 sources, found %d and %d", len(langs), len(sources))
	}
}

// box is a range of degrees; west > east crosses the date line.
type box struct{ south, west, north, east float64 }

func (b box) has(lat, lon float64) bool {
	if lat < b.south || lat > b.north {
		return false
	}
	if b.west > b.east {
		return lon >= b.west || lon <= b.east
	}
	return lon >= b.west && lon <= b.east
}

// boxes returns the bounds of the countries where a wrong point would hurt most: the
// region, to a tenth of a degree, with a margin for points on the border.
func (t *tables) boxes() map[string]box {
	return map[string]box{
		"AF": {29.2, 60.3, 38.6, 75.0},
		"PK": {23.4, 60.7, 37.3, 77.9},
		"IR": {24.9, 43.9, 39.9, 63.5},
		"TJ": {36.5, 67.2, 41.2, 75.3},
		"UZ": {37.0, 55.8, 45.7, 73.3},
		"TM": {35.0, 52.3, 42.9, 66.8},
		"IN": {6.5, 67.9, 35.9, 97.6},
		"CN": {17.5, 73.3, 53.7, 135.2},
		"KG": {39.1, 69.1, 43.4, 80.4},
		"KZ": {40.4, 46.3, 55.6, 87.5},
		"QA": {24.3, 50.6, 26.3, 51.8},
		"AE": {22.5, 51.4, 26.3, 56.5},
		"SA": {16.2, 34.4, 32.3, 55.8},
		"IQ": {28.9, 38.7, 37.5, 48.7},
		"SY": {32.2, 35.6, 37.4, 42.5},
		"TR": {35.7, 25.5, 42.3, 44.9},
		"DE": {47.2, 5.8, 55.2, 15.1},
		"FR": {-21.5, -62, 51.2, 56},
		"GB": {49.0, -14, 61.0, 2.1},
		"IT": {35.2, 6.5, 47.2, 18.7},
		"RU": {41.1, 19.5, 82, -168.9},
		"US": {17.6, 144.5, 71.6, -64.4},
	}
}
