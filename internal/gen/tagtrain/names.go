package tagtrain

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/namyab/namyab/gazetteer"
)

// Swapped names come from two shares of the gazetteer that do not meet: one fifth of its
// entries is kept for measuring, so that a text with swapped names is as new to the model
// as the names of tomorrow.
const (
	forTraining = iota
	forMeasuring
)

// measuringShare is the denominator of the share of entries kept for measuring.
const measuringShare = 5

// villageShare is the denominator of the share of villages taken: they are thirty times as
// many as districts and towns, and the news has fewer of them.
const villageShare = 12

// nameSort says which names may stand for each other: a district for a village, an
// acronym for an acronym, a river for a river. Countries and their peoples stay: they
// are few, every text has them, and no other name behaves like theirs.
type nameSort struct {
	kind gazetteer.Kind // of Person, City (any settled place at home), Town (abroad), a body's, a natural or built feature's
	form nameForm
}

type nameForm uint8

const (
	words   nameForm = iota // two or more
	word                    // one
	letters                 // one, all capitals
)

// names holds what a text's names may be swapped for.
type names struct {
	pool  map[nameSort][]string
	sorts map[string]nameSort // of listed names, by their best known entry
	share int
}

// newNames collects the Latin names of a gazetteer that can be swapped in. The order is
// that of the gazetteer.
func newNames(g *gazetteer.Gazetteer, share int) *names {
	n := &names{pool: map[nameSort][]string{}, sorts: map[string]nameSort{}, share: share}
	best := map[string]float64{}
	for i := range uint32(g.Len()) {
		e := g.Entry(i)
		kind := swapKind(e)
		if kind == gazetteer.NoKind {
			continue
		}
		taken := shareOf(e.ID) == share && (e.Kind != gazetteer.Village || hashOf(e.ID)/measuringShare%villageShare == 0)
		seen := map[string]bool{}
		for _, a := range g.Aliases(i) {
			if !swappable(a) || seen[a.Name] {
				continue
			}
			seen[a.Name] = true
			s := nameSort{kind, formOf(a.Name)}
			if p, ok := best[a.Name]; !ok || g.Prior(i) > p {
				best[a.Name], n.sorts[a.Name] = g.Prior(i), s
			}
			if taken && a.Class != gazetteer.Short && !ordinary(g, a.Name) {
				n.pool[s] = append(n.pool[s], a.Name)
			}
		}
	}
	return n
}

// swapKind is the kind under which the names of an entry are swapped, NoKind when they are not.
func swapKind(e gazetteer.Entry) gazetteer.Kind {
	switch k := e.Kind; {
	case k == gazetteer.Country || k.IsPeople():
		return gazetteer.NoKind
	case k.IsSettled() && e.Country != "AF":
		return gazetteer.Town
	case k.IsSettled():
		return gazetteer.City
	default:
		return k
	}
}

// swappable reports whether an alias is a name as English copy has it.
func swappable(a gazetteer.Alias) bool {
	switch a.Class {
	case gazetteer.Demonym, gazetteer.Nickname, gazetteer.Code:
		return false
	}
	if a.Lang != "" && a.Lang != "en" || len(a.Name) < 3 {
		return false
	}
	for i, r := range a.Name {
		letter := unicode.IsLetter(r) && r < 0x250
		if i == 0 && !unicode.IsUpper(r) || !letter && !strings.ContainsRune(" -'.", r) {
			return false
		}
	}
	return true
}

// ordinary reports whether a name of one word is also a word of the language: to learn
// that Garden is a place would cost more than it brings.
func ordinary(g *gazetteer.Gazetteer, name string) bool {
	const plain = gazetteer.Common | gazetteer.Function | gazetteer.Month | gazetteer.Weekday | gazetteer.Direction |
		gazetteer.Demonymic | gazetteer.Title | gazetteer.NotName
	return !strings.ContainsRune(name, ' ') && g.WordClass(strings.ToLower(name)).Has(plain)
}

func formOf(name string) nameForm {
	switch {
	case strings.ContainsRune(name, ' '):
		return words
	case name == strings.ToUpper(name):
		return letters
	}
	return word
}

// shareOf says what an entry's names serve for, by its id: entries that come or go move no other.
func shareOf(id string) int {
	if hashOf(id)%measuringShare == 0 {
		return forMeasuring
	}
	return forTraining
}

func hashOf(id string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(id)) // never fails
	return h.Sum32()
}

// draw takes a name of a sort by chance, "" when there is none.
func (n *names) draw(s nameSort, rng *rand.Rand) string {
	pool := n.pool[s]
	if len(pool) == 0 {
		return ""
	}
	return pool[rng.IntN(len(pool))]
}

// person makes a full name: half of them are listed, half have the first words of one and
// the last word of another person, so that no table has them.
func (n *names) person(rng *rand.Rand) string {
	s := nameSort{gazetteer.Person, words}
	a, b := n.draw(s, rng), n.draw(s, rng)
	if a == "" || rng.IntN(2) == 0 {
		return a
	}
	return a[:strings.LastIndexByte(a, ' ')+1] + b[strings.LastIndexByte(b, ' ')+1:]
}
