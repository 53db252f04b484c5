package tagtrain

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/gen/annotated"
)

// Swapping puts other names of the same sort into a text, so that the tagger learns the
// places where names stand and how names look, not the few names of its corpora.

// swappedMark ends the ids of texts with other names.
const swappedMark = "+swapped"

// kept is the share of places and bodies that stay in a text that teaches: Kabul and the
// Taliban are what most texts will be about.
const kept = 0.3

// respelt is the share of swapped names that are spelt as no table has them.
const respelt = 0.3

// swapper swaps the names of one text. A name is swapped for the same name wherever it
// stands, and a part of it for the same part.
type swapper struct {
	names *names
	rng   *rand.Rand
	label map[string]string // what was put for a surface form, by label and form
	parts map[string]string // what was put for the words of persons' names
}

// swap returns a copy of a text with other names; false when there is nothing to swap.
func swap(d annotated.Doc, n *names, seed uint64) (annotated.Doc, bool) {
	s := &swapper{names: n, rng: chance(d.ID, seed), label: map[string]string{}, parts: map[string]string{}}
	for _, m := range d.Names {
		if m.Label == "PERSON" {
			s.meet(d.Text[m.Start:m.End])
		}
	}
	var b strings.Builder
	out, at, changed := d, 0, false
	out.Names = nil
	for _, m := range d.Names {
		if m.Start < at {
			return d, false // names inside names
		}
		b.WriteString(d.Text[at:m.Start])
		old := d.Text[m.Start:m.End]
		name := s.other(old, m.Label)
		changed = changed || name != old
		at = m.End
		m.Start = b.Len()
		b.WriteString(name)
		m.End = b.Len()
		out.Names = append(out.Names, m)
	}
	b.WriteString(d.Text[at:])
	out.Text = b.String()
	out.ID += swappedMark
	return out, changed
}

// chance is a source of chance that depends on a text's id and the seed alone.
func chance(id string, seed uint64) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(id)) // never fails
	return rand.New(rand.NewPCG(h.Sum64(), seed))
}

// meet chooses another name for a person's full name, and for its first and last word.
func (s *swapper) meet(full string) {
	words := strings.Fields(full)
	if len(words) < 2 || s.label["PERSON "+full] != "" || !latin(full) {
		return
	}
	name := s.spell(s.names.person(s.rng))
	first, last := words[0], words[len(words)-1]
	other := strings.Fields(name)
	if len(other) < 2 {
		return
	}
	// A longer form of a name met before keeps the words they share.
	if p := s.parts[last]; p != "" {
		other[len(other)-1] = p
	} else if p := s.parts[first]; p != "" {
		other[0] = p
	}
	s.label["PERSON "+full] = strings.Join(other, " ")
	if s.parts[last] == "" {
		s.parts[last] = other[len(other)-1]
	}
	if s.parts[first] == "" {
		s.parts[first] = other[0]
	}
}

// other returns the name that is put for a mention, in the casing of the old one.
func (s *swapper) other(old, label string) string {
	key := label + " " + old
	if name := s.label[key]; name != "" {
		return recaseAs(name, old)
	}
	if !latin(old) {
		return old
	}
	name := ""
	if label != "PERSON" && s.names.share == forTraining && s.rng.Float64() < kept {
		s.label[key] = old
		return old
	}
	switch label {
	case "PERSON":
		if name = s.parts[old]; name == "" {
			name = lastWord(s.spell(s.names.person(s.rng)))
		}
	case "GPE":
		name = s.place(old)
	case "ORG", "LOC", "FAC":
		if sort, ok := s.names.sorts[old]; ok {
			name = s.names.draw(sort, s.rng)
		}
	}
	if name == "" {
		name = old
	}
	s.label[key] = name
	return recaseAs(name, old)
}

// place swaps the name of a settled place; class words after it stay.
func (s *swapper) place(old string) string {
	sort, ok := s.names.sorts[old]
	if ok {
		if sort.kind != gazetteer.City && sort.kind != gazetteer.Town {
			return ""
		}
		return s.spell(s.names.draw(sort, s.rng))
	}
	for _, class := range [...]string{" district", " province", " village", " District", " Province", " City", " city"} {
		if stem, cut := strings.CutSuffix(old, class); cut {
			if s.names.sorts[stem].kind != gazetteer.NoKind || latin(stem) {
				return s.spell(s.names.draw(nameSort{gazetteer.City, word}, s.rng)) + class
			}
		}
	}
	return ""
}

// spell writes some names as no table has them, by the edits that scribes make.
func (s *swapper) spell(name string) string {
	if name == "" || s.rng.Float64() >= respelt {
		return name
	}
	list := romanize.Variants(name, 12)
	if len(list) < 2 {
		return name
	}
	return list[1+s.rng.IntN(len(list)-1)].Name
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

func latin(s string) bool {
	for _, r := range s {
		if r >= 0x250 && r != '’' && r != '‘' || r == utf8.RuneError {
			return false
		}
	}
	return true
}

// recaseAs writes a name in capitals or small letters where the old one was.
func recaseAs(name, old string) string {
	switch {
	case len(old) > 4 && old == strings.ToUpper(old):
		return strings.ToUpper(name)
	case old == strings.ToLower(old):
		return strings.ToLower(name)
	}
	return name
}
