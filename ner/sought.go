package ner

import "github.com/namyab/namyab/gazetteer"

// sought remembers what names that stand in no table were found to mean: texts repeat their
// names, and a search by likeness is dear. The keys are the names as they are spelt, for a
// search tells spellings apart: by anything less, an answer would lean on the texts before.
// One memory serves searches of one kind only.
type sought map[string]uint32

// maxSought bounds the names remembered; past it the memory starts anew.
const maxSought = 1 << 15

// seek returns the entry that is found first, or noEntry. A name that is remembered costs no
// allocation.
func (m *sought) seek(g *gazetteer.Gazetteer, name []byte, opts gazetteer.Options) uint32 {
	if e, ok := (*m)[string(name)]; ok {
		return e
	}
	if *m == nil || len(*m) >= maxSought {
		*m = make(sought)
	}
	key, e := string(name), noEntry
	if found := g.Search(key, opts); len(found) > 0 {
		e = found[0].Entry.Index
	}
	(*m)[key] = e
	return e
}
