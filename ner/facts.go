package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// kindLabel maps the type of an entry to the type of a mention of it.
func kindLabel(k gazetteer.Kind) Label {
	switch {
	case k.IsSettled():
		return GPE
	case k.IsNatural():
		return Loc
	case k.IsBuilt():
		return Fac
	case k == gazetteer.Person:
		return Person
	case k.IsOrganisation():
		return Org
	case k.IsPeople():
		return Norp
	}
	return NoLabel
}

// hitLabel is the label of a mention that meets hit: a demonym is a NORP mention of its country.
func hitLabel(h gazetteer.Hit) Label {
	if h.Class == gazetteer.Demonym {
		return Norp
	}
	return kindLabel(h.Kind)
}

// maxHits bounds the entries read for one name. Ninety villages are called Qala-e-Naw;
// beyond the best known, which one is meant is for the linker's containing names.
const maxHits = 96

// labelFacts sums up the entries of one label that a gazetteer match may mean.
type labelFacts struct {
	n       int32
	prior   float32        // of the best known
	kind    gazetteer.Kind // of the best known
	classes uint8          // bit set of alias classes
}

// matchFacts sums up a gazetteer match by label.
type matchFacts struct {
	hits      span32 // in scratch.hits
	partLower bool   // a telling word of it is in lower case: "US forces", "Haqqani network"
	labels    [len(labelNames)]labelFacts
}

// gatherFacts reads the entries of every match once.
func (s *scratch) gatherFacts(g *gazetteer.Gazetteer) {
	s.hits = s.hits[:0]
	s.facts = s.facts[:0]
	for i := range s.matches {
		from := len(s.hits)
		s.hits = g.Hits(s.hits, s.matches[i], maxHits)
		f := matchFacts{hits: span32{int32(from), int32(len(s.hits))}, partLower: s.partLower(&s.matches[i])}
		for _, h := range s.hits[from:] {
			if h.Class == gazetteer.Code {
				continue
			}
			lf := &f.labels[hitLabel(h)]
			if lf.n == 0 || h.Prior > lf.prior {
				lf.prior, lf.kind = h.Prior, h.Kind
			}
			lf.n++
			lf.classes |= 1 << h.Class
		}
		s.facts = append(s.facts, f)
	}
}

// partLower reports whether a name of several words has one in lower case that is no small
// word. The tables list "US Forces"; a text that writes "US forces" names no body.
func (s *scratch) partLower(m *gazetteer.Match) bool {
	if m.Last-m.First < 2 {
		return false
	}
	for k := m.First; k < m.Last; k++ {
		t := &s.doc.Tokens[k]
		if t.Is(text.Lower) && t.Kind == text.Word && !s.class[k].Has(gazetteer.Function|gazetteer.NameConnector) {
			return true
		}
	}
	return false
}
