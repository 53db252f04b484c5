package ner

import (
	"strings"
	"unicode"

	"github.com/namyab/namyab/gazetteer"
)

// sought remembers what names that stand in no table were found to mean: texts repeat their
// names, and a search by likeness is dear. The keys are the names as they are spelt, for a
// search tells spellings apart: by anything less, an answer would lean on the texts before.
// One memory serves searches of one kind only.
type sought map[string]answers

// maxSought bounds the names remembered; past it the memory starts anew.
const maxSought = 1 << 15

// maxAnswers bounds the entries that a search gives.
const maxAnswers = 5

// answers are the entries that a search found, the best first.
type answers struct {
	list [maxAnswers]answer
	n    uint8
}

// answer is an entry, with how like the name sought is to one of its names.
type answer struct {
	entry    uint32
	alias    uint32
	class    gazetteer.AliasClass
	likeness float32
	fuller   bool // the name that was met has more words
}

// seek returns the entries that a search finds. A name that is remembered costs no allocation.
func (m *sought) seek(g *gazetteer.Gazetteer, name []byte, opts gazetteer.Options) answers {
	if a, ok := (*m)[string(name)]; ok {
		return a
	}
	if *m == nil || len(*m) >= maxSought {
		*m = make(sought)
	}
	key, a := string(name), answers{}
	opts.Limit = maxAnswers
	for _, f := range g.Search(key, opts) {
		a.list[a.n] = answer{f.Entry.Index, f.Index, f.Alias.Class, float32(f.Score), wordsIn(g, f.Alias.Name) > wordsIn(g, key)}
		a.n++
	}
	(*m)[key] = a
	return a
}

// comesAndGoes are the classes of words that say what a place is, and of titles.
const comesAndGoes = gazetteer.Title | gazetteer.TitlePart | gazetteer.OuterTitle | gazetteer.GPEWord | gazetteer.DistrictWord | gazetteer.CityWord | gazetteer.VillageWord | gazetteer.LocWord | gazetteer.FacWord

// wordsIn counts the words of a name, less those that come and go.
func wordsIn(g *gazetteer.Gazetteer, name string) (n int) {
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !g.WordClass(strings.ToLower(w)).Has(comesAndGoes) {
			n++
		}
	}
	return n
}

// first returns the best entry, or noEntry.
func (a *answers) first() uint32 {
	if a.n == 0 {
		return noEntry
	}
	return a.list[0].entry
}
