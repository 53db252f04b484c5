package gazetteer

import "github.com/namyab/namyab/internal/text"

type fuzzyFinder struct{}

func (f *fuzzyFinder) forget() {}

func (m *Matcher) addFuzzy(dst []Match, first int, doc *text.Doc) []Match { return dst }
