package ner

import (
	"sync"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/crf"
)

// Hints returns the function that tells a tagger what the gazetteer g holds of each token
// of a text: the one that the flow itself uses, for training with crf.Train. The function
// is safe for concurrent use; the slice it returns is the caller's.
func Hints(g *gazetteer.Gazetteer) func(doc *text.Doc) []crf.Hint {
	pool := sync.Pool{New: func() any { return &scratch{matcher: g.NewMatcher()} }}
	return func(doc *text.Doc) []crf.Hint {
		s := pool.Get().(*scratch)
		defer pool.Put(s)
		s.doc = *doc // read only: this scratch never resets it
		s.lookUp(g)
		s.makeHints()
		return append([]crf.Hint(nil), s.hints...)
	}
}

// classHints maps the lexicon's bits to the tagger's, pair by pair.
var classHints = [...]struct {
	class gazetteer.WordClass
	hint  crf.Hint
}{
	{gazetteer.Common, crf.Ambiguous},
	{gazetteer.Given, crf.Given},
	{gazetteer.Surname, crf.Surname},
	{gazetteer.Tribal, crf.Tribal},
	{gazetteer.NameConnector, crf.Connector},
	{gazetteer.Title | gazetteer.TitlePart, crf.TitleWord},
	{gazetteer.RoleWord, crf.RoleWord},
	{gazetteer.Kin, crf.KinWord},
	{gazetteer.GPEWord | gazetteer.DistrictWord | gazetteer.CityWord | gazetteer.VillageWord, crf.GPEWord},
	{gazetteer.LocWord, crf.LocWord},
	{gazetteer.FacWord, crf.FacWord},
	{gazetteer.OrgWord, crf.OrgWord},
	{gazetteer.SpeechVerb, crf.SpeechWord},
	{gazetteer.Month | gazetteer.Weekday, crf.DateWord},
	{gazetteer.Direction, crf.DirectionWord},
}

// makeHints tells the tagger, token by token, what the lexicon and the gazetteer hold.
// The first match to cover a token sets its quality bits; matches come longest first.
func (s *scratch) makeHints() {
	s.hints = grow(s.hints, len(s.doc.Tokens))
	for i, c := range s.class {
		var h crf.Hint
		if c != 0 {
			for _, p := range classHints {
				if c.Has(p.class) {
					h |= p.hint
				}
			}
		}
		s.hints[i] = h
	}
	for i := range s.matches {
		m, f := &s.matches[i], &s.facts[i]
		if m.Flags&gazetteer.LowerCase != 0 && m.Last-m.First == 1 {
			continue // an ordinary word that is a village somewhere
		}
		s.hintMatch(m, f)
	}
}

func (s *scratch) hintMatch(m *gazetteer.Match, f *matchFacts) {
	var quality crf.Hint
	from := m.Last
	for l := Person; l <= Norp; l++ {
		lf := &f.labels[l]
		if lf.n == 0 || weakOnly(m, lf) {
			continue
		}
		first := s.nameFirst(m, l)
		s.hints[first] |= crf.Begin(int(l - 1))
		for k := first + 1; k < m.Last; k++ {
			s.hints[k] |= crf.Inside(int(l - 1))
		}
		from = min(from, first)
		if lf.classes == 1<<gazetteer.Acronym {
			quality |= crf.Acronym
		}
	}
	if from == m.Last {
		return
	}
	if m.Tier == gazetteer.Exact {
		quality |= crf.Exact
	} else {
		quality |= crf.Folded
	}
	for k := from; k < m.Last; k++ {
		if s.hints[k]&(crf.Exact|crf.Folded) == 0 {
			s.hints[k] |= quality
		}
	}
	s.hints[m.Last-1] |= crf.EndHit
}

// weakPrior is the prior under which a one-word name that is also an ordinary word or a
// personal name is no hint of a place: villages called Khan, Ali, Bagh.
const weakPrior = 0

func weakOnly(m *gazetteer.Match, lf *labelFacts) bool {
	return m.Last-m.First == 1 && lf.prior < weakPrior &&
		m.Flags&(gazetteer.CommonWord|gazetteer.NamePart) != 0
}
