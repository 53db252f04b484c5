package rules

import (
	"slices"
	"sync"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// finder is the state of one Find. It goes over the text sentence by sentence, cuts each
// into runs of capitalised words, and asks every family of rules about every run.
type finder struct {
	doc   *text.Doc
	class []gazetteer.WordClass
	words []word // of each token
	runs  []run  // of the sentence at hand
	out   []Match

	sent       text.Sentence
	acronyms   [maxAcronyms]acronym // defined so far
	nacronyms  int
	lastPerson int // end of the last person proposed in this sentence: a list may go on
}

// run is a longest stretch of capitalised words with the small words and the hyphens
// that stand inside names (Pol-e-Hesar, Osama bin Laden, Nahr-e Saraj).
type run struct{ first, last int }

var finders = sync.Pool{New: func() any { return new(finder) }}

// Find appends to dst every proposal of every rule for doc and returns the extended
// slice, sorted by First, then longest first, then by rule. class holds the lexicon's
// word class of each token; where it is shorter than the tokens, the rest is unknown words.
//
// Find never fails, takes time linear in the text, and is safe for concurrent use.
func Find(dst []Match, doc *text.Doc, class []gazetteer.WordClass) []Match {
	f := finders.Get().(*finder)
	f.doc, f.class, f.out, f.nacronyms = doc, class, dst, 0
	if len(class) > len(doc.Tokens) {
		f.class = class[:len(doc.Tokens)]
	}
	f.words = f.words[:0]
	for i := range doc.Tokens {
		f.words = append(f.words, lookUp(doc, i))
	}
	start := len(dst)
	for _, s := range doc.Sentences {
		f.sentence(s)
	}
	f.acronymsAgain()
	out := f.out
	f.doc, f.class, f.out = nil, nil, nil
	finders.Put(f)
	slices.SortFunc(out[start:], compare)
	return append(out[:start], slices.Compact(out[start:])...)
}

// compare orders proposals: by place, longest first, then by rule and label.
func compare(a, b Match) int {
	switch {
	case a.First != b.First:
		return a.First - b.First
	case a.Last != b.Last:
		return b.Last - a.Last
	case a.Rule != b.Rule:
		return int(a.Rule) - int(b.Rule)
	}
	return int(a.Label) - int(b.Label)
}

func (f *finder) sentence(s text.Sentence) {
	f.sent, f.lastPerson = s, -1
	f.findRuns()
	f.dateline()
	f.credits()
	for k, r := range f.runs {
		f.persons(r)
		f.places(r)
		f.orgs(k, r)
	}
	for i := s.First; i < s.Last; i++ {
		f.token(i)
	}
}

// propose adds a match unless its range is empty.
func (f *finder) propose(first, last int, label Label, rule ID) {
	if first < last && last-first <= maxSpan {
		f.out = append(f.out, Match{first, last, label, rule})
	}
}

// maxSpan is the longest range in tokens that any rule proposes.
const maxSpan = 20

// has reports whether token i exists in this sentence and is one of the given parts.
func (f *finder) has(i int, w word) bool {
	return i >= f.sent.First && i < f.sent.Last && f.words[i]&w != 0
}

// is reports whether the lexicon gives token i, in this sentence, one of the classes.
func (f *finder) is(i int, c gazetteer.WordClass) bool {
	return i >= f.sent.First && i < f.sent.Last && i < len(f.class) && f.class[i]&c != 0
}

// punct reports whether token i, in this sentence, is exactly the given mark.
func (f *finder) punct(i int, mark string) bool {
	return i >= f.sent.First && i < f.sent.Last && f.doc.Tokens[i].Kind != text.Word && f.doc.Surface(i) == mark
}

// lower reports whether token i is a word without a capital.
func (f *finder) lower(i int) bool {
	return i >= f.sent.First && i < f.sent.Last && f.doc.Tokens[i].Kind == text.Word && f.doc.Tokens[i].Flags&text.Initial == 0
}

// surface is the text of token i, or nothing outside the sentence.
func (f *finder) surface(i int) string {
	if i < f.sent.First || i >= f.sent.Last {
		return ""
	}
	return f.doc.Surface(i)
}

// capital reports whether token i may be part of a name: a capitalised word that is no
// function word. In a sentence all in capitals every word is one, so there rules
// see only what the lexicon knows.
func (f *finder) capital(i int) bool {
	t := &f.doc.Tokens[i]
	if t.Kind != text.Word || t.Flags&text.Initial == 0 {
		return false
	}
	if f.sent.Casing == text.Upper && !f.is(i, nameBits) && f.words[i]&(wTitle|wPlace|wOrgHead) == 0 {
		return false
	}
	if f.words[i]&wFunction != 0 && t.Flags&(text.Caps|text.Abbrev) == 0 {
		return false
	}
	return f.words[i]&wCalendar == 0 || f.is(i, gazetteer.Given)
}

const nameBits = gazetteer.Given | gazetteer.Surname | gazetteer.Tribal

// maxRun bounds a run in tokens: no name is longer, and some rules look at each word of a
// run from each other.
const maxRun = 40

// findRuns cuts the sentence into runs.
func (f *finder) findRuns() {
	f.runs = f.runs[:0]
	for i := f.sent.First; i < f.sent.Last; {
		if !f.capital(i) {
			i++
			continue
		}
		first := f.runStart(i)
		if n := len(f.runs); n > 0 && first < f.runs[n-1].last {
			first = i
		}
		end := i + 1
		for {
			next := f.runStep(end)
			if next == end || next-first > maxRun {
				break
			}
			end = next
		}
		f.runs = append(f.runs, run{first, end})
		i = end
	}
}

// runStart takes a lower-case article before the first capital along: al-Qaeda, al Shabaab.
func (f *finder) runStart(i int) int {
	if f.punct(i-1, "-") && !f.doc.Tokens[i].Is(text.SpaceBefore) && (f.surface(i-2) == "al" || f.surface(i-2) == "el") {
		return i - 2
	}
	if f.surface(i-1) == "al" {
		return i - 1
	}
	return i
}

// runStep returns the end of the run after one more word, or end itself.
func (f *finder) runStep(end int) int {
	if end >= f.sent.Last || f.doc.Tokens[end-1].Is(text.Glued) && f.doc.Tokens[end].Is(text.Glued) {
		return end
	}
	if next := f.doc.Nickname(end); next >= 0 && next < f.sent.Last {
		return next + 1
	}
	i := end
	for n := 0; n < 2 && i < f.sent.Last; n++ {
		if f.hyphen(i) {
			i++
		}
		if i < f.sent.Last && f.capital(i) {
			if f.doc.Tokens[i].Is(text.Glued) && i == end && !f.doc.Tokens[i-1].Is(text.Abbrev) {
				return end // reported|Sputnik: another thing begins
			}
			return i + 1
		}
		if i >= f.sent.Last || !f.has(i, wConnector) || !f.lower(i) {
			break
		}
		i++
		if f.hyphen(i) {
			i++
		}
		if i < f.sent.Last && f.capital(i) {
			return i + 1
		}
	}
	return end
}

// hyphen reports whether token i is a hyphen stuck to the word before it.
func (f *finder) hyphen(i int) bool {
	if i <= f.sent.First || i >= f.sent.Last {
		return false
	}
	t := &f.doc.Tokens[i]
	if t.Kind != text.Punct || t.Flags&text.SpaceBefore != 0 {
		return false
	}
	switch f.doc.Surface(i) {
	case "-", "‐", "‑":
		return true
	}
	return false
}

// opensSentence reports whether token i is the first word of its sentence, where a capital
// means nothing.
func (f *finder) opensSentence(i int) bool {
	for k := i - 1; k >= f.sent.First; k-- {
		if f.doc.Tokens[k].Kind == text.Word || f.doc.Tokens[k].Kind == text.Number {
			return false
		}
	}
	return true
}

// plain reports whether the capital of token i means nothing: an ordinary word at the
// start of a sentence or in a headline.
func (f *finder) plain(i int) bool {
	return f.is(i, gazetteer.Common) && !f.is(i, nameBits) && (f.sent.Casing == text.Title || f.opensSentence(i))
}
