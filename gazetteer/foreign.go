package gazetteer

import "github.com/namyab/namyab/gazetteer/romanize"

// foreign.go: names in the spellings of papers that are not English.

const (
	foreignBelow  = 0.9  // the score from which no other tongue is tried
	foreignFactor = 0.96 // what is left of a score in another tongue
)

// foreign looks the name up in the spellings that it would have in English, if it is written as
// in another language. What is found so is a likeness: nobody knows who wrote it.
func (s *searcher) foreign(name string) {
	if !s.latin || s.topScore() >= foreignBelow {
		return
	}
	s.english = romanize.AppendEnglish(s.english[:0], name)
	for _, spelling := range s.english {
		before := s.hits
		s.hits = before[len(before):]
		s.set(spelling)
		s.folded()
		s.words()
		found := s.hits
		s.hits = before
		for _, h := range found {
			if h.score *= foreignFactor; h.score >= s.o.MinScore {
				h.tier = Fuzzy
				s.hits = append(s.hits, h)
			}
		}
	}
	if len(s.english) > 0 {
		s.set(name)
	}
}
