package ner

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

const (
	placeClass = gazetteer.GPEWord | gazetteer.DistrictWord | gazetteer.CityWord |
		gazetteer.VillageWord | gazetteer.LocWord | gazetteer.FacWord
	nameClass = gazetteer.Given | gazetteer.Surname | gazetteer.Tribal
)

// appendAround appends the features of a range that do not depend on the label: how its
// words look, what the lexicon says of them and of the words beside it.
func (s *scratch) appendAround(dst []uint16, first, last int32) []uint16 {
	dst = s.appendShape(dst, first, last)
	dst = s.appendWords(dst, first, last)
	return s.appendBeside(dst, int(first), int(last))
}

func (s *scratch) appendShape(dst []uint16, first, last int32) []uint16 {
	doc := &s.doc
	dst = append(dst, uint16(fWords1+min(3, s.words(int(first), int(last))-1)))
	sent := &doc.Sentences[s.sentence(int(first))]
	switch sent.Casing {
	case text.Title:
		dst = append(dst, fCasingTitle)
	case text.Upper:
		dst = append(dst, fCasingUpper)
	case text.AllLower:
		dst = append(dst, fCasingLower)
	}
	if sent.Line {
		dst = append(dst, fLineSentence)
	}
	head := &doc.Tokens[first]
	if opens(doc, sent.First, int(first)) {
		dst = append(dst, fStartsSentence)
		if s.class[first].Has(gazetteer.Common) {
			dst = append(dst, fStartsSentenceCommon)
		}
	}
	if head.Flags&(text.Initial|text.Caps) == 0 && head.Kind == text.Word && sent.Casing != text.AllLower {
		dst = append(dst, fLowerFirst)
	}
	if last-first == 1 && head.Is(text.Caps) && sent.Casing != text.Upper {
		dst = append(dst, fAcronymShape)
	}
	if head.Is(text.Glued) {
		dst = append(dst, fGlued)
	}
	if head.Kind == text.Native {
		dst = append(dst, fNative)
	}
	return dst
}

// opens reports whether only punctuation stands between the start of the sentence and token i.
func opens(doc *text.Doc, start, i int) bool {
	for k := i - 1; k >= start; k-- {
		if doc.Tokens[k].Kind != text.Punct {
			return false
		}
	}
	return true
}

// sentence returns the index of the sentence of token i; calls come mostly in order.
func (s *scratch) sentence(i int) int {
	for s.sentAt > 0 && s.doc.Sentences[s.sentAt].First > i {
		s.sentAt--
	}
	for s.sentAt+1 < len(s.doc.Sentences) && s.doc.Sentences[s.sentAt].Last <= i {
		s.sentAt++
	}
	return s.sentAt
}

// casing says how the sentence of token i is written.
func (s *scratch) casing(i int) text.Casing { return s.doc.Sentences[s.sentence(i)].Casing }

func (s *scratch) appendWords(dst []uint16, first, last int32) []uint16 {
	all, any := ^gazetteer.WordClass(0), gazetteer.WordClass(0)
	names := true
	for k := first; k < last; k++ {
		if s.doc.Tokens[k].Kind == text.Punct {
			continue
		}
		c := s.class[k]
		all &= c
		any |= c
		names = names && c.Has(nameClass|gazetteer.NameConnector)
	}
	head, tail := s.class[first], s.class[last-1]
	for _, p := range [...]struct {
		on   bool
		feat uint16
	}{
		{all.Has(gazetteer.Common), fAllCommon},
		{head.Has(gazetteer.Common), fFirstCommon},
		{tail.Has(gazetteer.Common), fLastCommon},
		{any.Has(nameClass), fHasName},
		{names, fAllNames},
		{all.Has(gazetteer.Demonymic), fDemonymWord},
		{tail.Has(gazetteer.Title | gazetteer.RoleWord), fTitleLast},
		{head.Has(gazetteer.Title), fTitleFirst},
		{tail.Has(placeClass | gazetteer.OrgWord), fClassLast},
		{head.Has(gazetteer.Function), fFunctionFirst},
		{any.Has(gazetteer.Month | gazetteer.Weekday), fMonth},
		{all.Has(gazetteer.NotName), fNotName},
	} {
		if p.on {
			dst = append(dst, p.feat)
		}
	}
	return dst
}

func (s *scratch) appendBeside(dst []uint16, first, last int) []uint16 {
	doc := &s.doc
	if first > 0 {
		dst = s.appendLeft(dst, first-1)
	}
	if last >= len(doc.Tokens) {
		return dst
	}
	next := &doc.Tokens[last]
	c := s.class[last]
	switch {
	case next.Kind == text.Clitic:
		return append(dst, fNextPossessive)
	case next.Kind == text.Punct:
		if doc.Text[next.Start] == '-' && !next.Is(text.SpaceBefore) {
			dst = append(dst, fHyphenRight)
		}
		return dst
	case next.Kind == text.Word && next.Is(text.Initial) && !next.Is(text.LineStart) && !c.Has(gazetteer.Function) &&
		s.casing(last) != text.Title: // where every word has a capital it says nothing
		dst = append(dst, fCapsRight)
	}
	if c.Has(placeClass) {
		dst = append(dst, fNextClassPlace)
	}
	if c.Has(gazetteer.OrgWord) {
		dst = append(dst, fNextClassOrg)
	}
	if c.Has(gazetteer.SpeechVerb) {
		dst = append(dst, fNextSpeech)
	}
	switch doc.Surface(last) {
	case "Jr", "Jr.", "Sr", "Sr.":
		dst = append(dst, fNextJunior)
	}
	return dst
}

func (s *scratch) appendLeft(dst []uint16, i int) []uint16 {
	doc := &s.doc
	prev := &doc.Tokens[i]
	c := s.class[i]
	if prev.Kind == text.Punct {
		switch doc.Text[prev.Start] {
		case '-':
			if !doc.Tokens[i+1].Is(text.SpaceBefore) {
				dst = append(dst, fHyphenLeft)
			}
		case '(', '[':
			dst = append(dst, fParens)
		}
		return dst
	}
	if prev.Kind == text.Word && prev.Is(text.Initial) && !c.Has(gazetteer.Function|gazetteer.Title|gazetteer.TitlePart) &&
		!doc.Tokens[i+1].Is(text.LineStart) && s.casing(i) != text.Title {
		dst = append(dst, fCapsLeft)
	}
	if c.Has(gazetteer.Function) && prev.End-prev.Start == 3 && (doc.Text[prev.Start]|0x20) == 't' {
		dst = append(dst, fPrevThe)
		if sent := &doc.Sentences[s.sentence(i)]; prev.Is(text.Initial) && sent.Casing == text.Mixed && !opens(doc, sent.First, i) {
			dst = append(dst, fPrevCapitalThe)
		}
	}
	for _, p := range [...]struct {
		class gazetteer.WordClass
		feat  uint16
	}{
		{gazetteer.Title | gazetteer.TitlePart, fPrevTitle},
		{gazetteer.RoleWord, fPrevRole},
		{gazetteer.PlacePrep, fPrevPlacePrep},
		{gazetteer.SpeechVerb, fPrevSpeech},
		{gazetteer.Direction, fPrevDirection},
	} {
		if c.Has(p.class) {
			dst = append(dst, p.feat)
		}
	}
	return dst
}
