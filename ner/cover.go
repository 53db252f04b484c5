package ner

import "github.com/namyab/namyab/gazetteer"

// coverTokens notes for each token the longest name of several words that covers it.
func (s *scratch) coverTokens() {
	s.cover = grow(s.cover, len(s.doc.Tokens))
	for i := range s.cover {
		s.cover[i] = -1
	}
	for i := range s.matches {
		m := &s.matches[i]
		if m.Last-m.First < 2 || m.Tier == gazetteer.Fuzzy || m.Flags&gazetteer.LowerCase != 0 {
			continue
		}
		if f := &s.facts[i]; f.partLower && f.labels[GPE].n+f.labels[Loc].n+f.labels[Fac].n == 0 {
			continue // "US forces" is no reason to doubt "US"
		}
		for k := m.First; k < m.Last; k++ {
			if o := s.cover[k]; o < 0 || s.matches[o].Last-s.matches[o].First < m.Last-m.First {
				s.cover[k] = int32(i)
			}
		}
	}
}

func (s *scratch) addCover(c *claim) {
	if o := s.cover[c.first]; o >= 0 {
		m := &s.matches[o]
		first := s.nameFirst(m, c.label)
		if first <= int(c.first) && m.Last >= int(c.last) && m.Last-first > int(c.last-c.first) {
			if s.facts[o].labels[c.label].n > 0 {
				s.feat(fGazCoverSame)
			} else {
				s.feat(fGazCoverOther)
			}
		}
	}
	if c.last-c.first < 2 || c.match >= 0 {
		return
	}
	same, other := false, false
	for k := c.first; k < c.last; k++ {
		o := s.cover[k]
		if o < 0 || s.matches[o].First < int(c.first) || s.matches[o].Last > int(c.last) {
			continue
		}
		if s.facts[o].labels[c.label].n > 0 {
			same = true
		} else {
			other = true
		}
	}
	if same {
		s.feat(fGazInnerSame)
	}
	if other {
		s.feat(fGazInnerOther)
	}
}
