package ner

import (
	"strings"
	"unicode"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
)

// sought remembers what names that stand in no table were found to mean: texts repeat their
// names, and a search by likeness is dear. The keys are the names as they are spelt, for a
// search tells spellings apart: by anything less, an answer would lean on the texts before.
// One memory serves searches of one kind only.
type sought map[string]answers

// The bounds of what is remembered: names, past which the memory starts anew, and the bytes of
// one, beyond which it is no name and finds nothing.
const (
	maxSought     = 1 << 13
	maxSoughtName = 96
)

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
	fuller   bool  // the name that was met has more words
	name     uint8 // the first answer that was met by this name
}

// seek returns the entries that a search finds, at most maxAnswers. A name that is remembered
// costs no allocation.
func (m *sought) seek(g *gazetteer.Gazetteer, name []byte, opts gazetteer.Options) answers {
	if len(name) > maxSoughtName {
		return answers{}
	}
	if a, ok := (*m)[string(name)]; ok {
		return a
	}
	if *m == nil || len(*m) >= maxSought {
		*m = make(sought)
	}
	key, a := string(name), answers{}
	found := g.Search(key, opts)
	found = found[:min(len(found), maxAnswers)]
	for i, f := range found {
		a.list[i] = answer{entry: f.Entry.Index, alias: f.Index, class: f.Alias.Class, likeness: float32(f.Score), fuller: isFuller(g, f.Alias.Name, key)}
		for !strings.EqualFold(found[a.list[i].name].Alias.Name, f.Alias.Name) {
			a.list[i].name++
		}
	}
	a.n = uint8(len(found))
	(*m)[key] = a
	return a
}

// first returns the best entry, or noEntry.
func (a *answers) first() uint32 {
	if a.n == 0 {
		return noEntry
	}
	return a.list[0].entry
}

// comesAndGoes are the classes of words that say what a place is, and of titles.
const comesAndGoes = gazetteer.Title | gazetteer.TitlePart | gazetteer.OuterTitle | gazetteer.GPEWord | gazetteer.DistrictWord | gazetteer.CityWord | gazetteer.VillageWord | gazetteer.LocWord | gazetteer.FacWord

// isFuller reports whether a listed name has a part that the name sought has not, but for words
// that come and go.
func isFuller(g *gazetteer.Gazetteer, listed, sought string) bool {
	return wordsIn(g, listed) > wordsIn(g, sought) && romanize.Default().Judge(sought, listed).OnlyB > 0
}

// wordsIn counts the words of a name, less those that come and go and those that only join.
func wordsIn(g *gazetteer.Gazetteer, name string) (n int) {
	for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || unicode.IsSpace(r) }) {
		if !romanize.IsConnector(w) && !g.WordClass(strings.ToLower(w)).Has(comesAndGoes) {
			n++
		}
	}
	return n
}
