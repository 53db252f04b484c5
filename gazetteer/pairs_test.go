package gazetteer

import (
	"slices"
	"strings"
	"testing"
)

func KindsOfActor(class string) []Kind {
	if !strings.HasPrefix(class, "org") {
		return []Kind{Person}
	}
	var kinds []Kind
	for _, k := range Kinds() {
		if k.IsOrganisation() || k.IsPeople() {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// actorPairs are the pairs of spelling classes.
func ActorPairs(t testing.TB) (out []Pair) {
	spelling := []string{"person:spelling", "person:filename-romanisation:spelling", "person:order", "person:titled", "org:spelling", "org:order"}
	for sc := sharedFile(t, "variants_actors_dev.tsv"); sc.Scan(); {
		f := strings.Split(sc.Text(), "\t")
		if slices.Contains(spelling, f[2]) {
			out = append(out, Pair{f[0], f[1], f[2], f[4]})
		}
	}
	return out
}

// placePairs are the pairs of relation spelling.
func PlacePairs(t testing.TB) (out []Pair) {
	for sc := sharedFile(t, "variants_places_dev.tsv"); sc.Scan(); {
		f := strings.Split(sc.Text(), "\t")
		if len(f) >= 6 && f[5] == "spelling" {
			out = append(out, Pair{f[0], f[1], f[2], f[3]})
		}
	}
	return out
}

func KindsOfPlace(class string) []Kind {
	if kinds, ok := placeKinds[class]; ok {
		return kinds
	}
	var features []Kind
	for _, k := range Kinds() {
		if k.IsPlace() && k != Province && k != District && k != Village {
			features = append(features, k)
		}
	}
	return features
}

// Pair is a row of the pair tables.
type Pair struct{ Variant, Canonical, Class, ID string }

// Ranked is one answer before it is ranked, for learning.
type Ranked struct {
	Family int
	Traits []float64
	Entry  Entry
}

// RankedOf returns what would be ranked for a name; none when it is met exactly.
func RankedOf(g *Gazetteer, name string, kinds []Kind) (out []Ranked) {
	s, _ := searchers.Get().(*searcher)
	defer searchers.Put(s)
	s.collect(g, name, &Options{Kinds: kinds, Mask: masked(name), MinScore: -1})
	defer s.end()
	for _, a := range s.rank() {
		if a.tier == Exact {
			return nil
		}
		out = append(out, Ranked{a.family, append([]float64(nil), a.traits[:]...), g.Entry(a.entry)})
	}
	return out
}

// RankWeights are the weights as shipped.
var RankWeights = &rankWeights

// Traits that learning holds in bounds; those before TraitTitles are distances.
const (
	TraitTitles = traitTitles
	TraitFame   = traitFame
	TraitAlien  = traitAlien
)
