package tagtrain

import (
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/ner/crf"
)

// variedWeight is how much a sentence written anew counts: enough to learn how names look there,
// too little to blur how they look as written.
const variedWeight = 0.25

// augmentSeed decides which texts are varied and how.
const augmentSeed = 1

// examples makes the training set of the recipe: the texts, then their variations.
func (r *Recipe) examples(docs []annotated.Doc) []crf.Example {
	all := docs
	if r.Swap > 0 {
		all = append(all[:len(all):len(all)], r.swapped(docs)...)
	}
	if r.Vary {
		all = vary(all)
	}
	if r.Dirt > 0 {
		all = append(all[:len(all):len(all)], r.dirtied(docs)...)
	}
	out := Examples(all)
	number := map[string]int{}
	for i := range all {
		if i < len(docs) {
			number[all[i].ID] = i + 1
			continue
		}
		id, _, _ := strings.Cut(all[i].ID, "+") // the marks of variations begin with it
		out[i].Of, out[i].Weight = number[id], variedWeight
	}
	return out
}

// swapped returns the share of the texts that get other names, with them. A share above
// one takes texts more than once.
func (r *Recipe) swapped(docs []annotated.Doc) []annotated.Doc {
	n := newNames(gazetteer.Default(), forTraining)
	var out []annotated.Doc
	for i := range docs {
		share := r.Swap
		for seed := uint64(augmentSeed); share > 0; seed++ {
			if chance(docs[i].ID, seed+1<<32).Float64() < share {
				if d, ok := swap(docs[i], n, seed); ok && whole(&d) {
					out = append(out, d)
				}
			}
			share--
		}
	}
	return out
}

func (r *Recipe) dirtied(docs []annotated.Doc) []annotated.Doc {
	var out []annotated.Doc
	for i := range docs {
		if chance(docs[i].ID, augmentSeed+2<<32).Float64() < r.Dirt {
			if d := dirty(docs[i], augmentSeed); whole(&d) {
				out = append(out, d)
			}
		}
	}
	return out
}

// whole reports whether every name of a text begins and ends with a token: a lost space
// may have glued one to its neighbour.
func whole(d *annotated.Doc) bool {
	want := 0
	for _, n := range d.Names {
		if !n.Optional {
			want++
		}
	}
	return len(Example(d).Spans) == want
}

// Manner is a way in which held-out texts are written anew.
type Manner struct {
	Name    string
	Recased bool // only capitals and small letters change
	write   func(annotated.Doc, *names) (annotated.Doc, bool)
}

// Manners are the ways in which a tagger is measured.
func Manners() []Manner {
	casing := func(how casing) func(annotated.Doc, *names) (annotated.Doc, bool) {
		return func(d annotated.Doc, _ *names) (annotated.Doc, bool) { return recase(d, how), true }
	}
	return []Manner{
		{"as written", false, func(d annotated.Doc, _ *names) (annotated.Doc, bool) { return d, true }},
		{"other names", false, func(d annotated.Doc, n *names) (annotated.Doc, bool) { return swap(d, n, measureSeed) }},
		{"CAPITALS", true, casing(shouted)},
		{"Title Case", true, casing(headline)},
		{"small letters", true, casing(whispered)},
		{"dirty", false, func(d annotated.Doc, _ *names) (annotated.Doc, bool) { return dirty(d, measureSeed), true }},
	}
}

const measureSeed = 2

// Write returns the texts, written in this manner: other names are drawn from
// entries that no training text was given.
func (m Manner) Write(docs []annotated.Doc) []annotated.Doc {
	n := newNames(gazetteer.Default(), forMeasuring)
	var out []annotated.Doc
	for i := range docs {
		if !whole(&docs[i]) {
			continue
		}
		if d, ok := m.write(docs[i], n); ok && whole(&d) {
			out = append(out, d)
		}
	}
	return out
}
