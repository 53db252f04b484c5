package text

import "sort"

// SentenceOf returns the index of the sentence that holds the given token, in
// O(log n) of the number of sentences; -1 when there is no such token.
func (d *Doc) SentenceOf(token int) int {
	if token < 0 || token >= len(d.Tokens) {
		return -1
	}
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Last > token })
}

// splitter cuts tokens into sentences in one pass. A cut stands where a paragraph ends,
// where a line ends that is not merely wrapped, at gaps as wide as press releases have
// between their parts, after the stop of a sentence, and before bullets.
type splitter struct {
	text string
	toks []Token

	first int  // first token of the sentence at hand
	hard  bool // it begins a line, a paragraph or a part
	line  int  // offset where the line at hand begins
	block block
}

// gap says what stands between two tokens.
type gap uint8

const (
	noGap     gap = iota // nothing, or ordinary spaces
	wideGap              // three or more spaces, or a tab
	newline              // one line break
	paragraph            // a blank line, or a paragraph or page separator
)

// appendSentences appends the sentences of toks to dst: they tile the tokens, in order.
func appendSentences(dst []Sentence, text string, toks []Token) []Sentence {
	if len(toks) == 0 {
		return dst
	}
	s := splitter{text: text, toks: toks, hard: true, line: toks[0].Start}
	for i := 1; i < len(toks); i++ {
		flags := toks[i].Flags
		if flags&SpaceBefore == 0 {
			if s.stuckSentence(i) {
				dst = s.cut(dst, i, false)
			}
			continue
		}
		end, start := toks[i-1].End, toks[i].Start
		if start-end == 1 && flags&LineStart == 0 {
			if s.endsAt(i) {
				dst = s.cut(dst, i, false)
			}
			continue
		}
		g := gapBetween(text[end:start])
		switch {
		case g == paragraph || g == wideGap || g == newline && !s.wrapped(i):
			dst = s.cut(dst, i, true)
		case s.endsAt(i):
			dst = s.cut(dst, i, false)
		}
		if g >= newline {
			s.line = start
		}
	}
	return s.cut(dst, len(toks), true)
}

// cut closes the sentence before token i. Hard says that a line or a part ends there.
func (s *splitter) cut(dst []Sentence, i int, hard bool) []Sentence {
	sen := Sentence{First: s.first, Last: i}
	sen.Line = hard && s.hard && !s.stopBefore(i)
	sen.Casing = casingOf(s.text, s.toks[s.first:i], sen.Line)
	s.first, s.hard = i, hard
	return append(dst, sen)
}

// gapBetween classifies the white space between two tokens.
func gapBetween(space string) gap {
	breaks, blanks, tab := 0, 0, false
	for i := 0; i < len(space); i++ {
		switch b := space[i]; {
		case b == '\n' || b == '\r' && (i+1 == len(space) || space[i+1] != '\n'):
			breaks++
		case b == '\v' || b == '\f':
			breaks += 2
		case b == '\t':
			tab = true
		case b == ' ':
			blanks++
		case b == 0xC2: // U+0085 is a line break, U+00A0 a space
			if i++; i < len(space) && space[i] == 0x85 {
				breaks++
			} else {
				blanks++
			}
		case b >= 0xE1:
			if i+2 < len(space) && space[i+1] == 0x80 {
				switch space[i+2] {
				case 0xA8: // U+2028
					breaks++
				case 0xA9: // U+2029
					breaks += 2
				default:
					blanks++
				}
			}
			i += 2
		}
	}
	switch {
	case breaks >= 2:
		return paragraph
	case breaks == 1:
		return newline
	case tab || blanks >= 3:
		return wideGap
	}
	return noGap
}

// stuckSentence reports whether a sentence begins at token i though no space stands
// before it: killed.The, gains.”The.
func (s *splitter) stuckSentence(i int) bool {
	t, p := s.toks[i], s.toks[i-1]
	if t.Kind != Word || !t.Is(Initial) || p.Kind != Punct {
		return false
	}
	j := s.skipClosers(i - 1)
	if j <= s.first || !s.isStop(j) || s.toks[j].Is(SpaceBefore) {
		return false
	}
	if b := s.toks[j-1]; b.Kind == Word && b.Len() == 1 || b.Kind == Number && j-1 == s.first {
		return false
	}
	return j == i-1 || p.Flags&SpaceBefore == 0
}

// endsAt reports whether a sentence ends before token i, which has a space before it.
func (s *splitter) endsAt(i int) bool {
	if s.bulletAt(i) {
		return true
	}
	p := &s.toks[i-1]
	if p.Kind == Symbol && s.text[p.Start] == '|' {
		return true
	}
	if p.Kind != Punct && p.Flags&Abbrev == 0 {
		return false
	}
	if !s.canOpen(i) {
		return false
	}
	j := s.skipClosers(i - 1)
	if t := s.toks[j]; t.Is(Abbrev) {
		opener := s.toks[i].Kind == Word && isOpener(s.text[s.toks[i].Start:])
		return opener && s.abbrevClass(t) != titleAbbrev
	}
	if !s.isStop(j) {
		return false
	}
	return j == s.first || s.toks[j-1].Kind != Number || j-1 != s.first // 1. The first item
}

// stopBefore reports whether the sentence before token i ends in a full stop or its like.
func (s *splitter) stopBefore(i int) bool { return s.isStop(s.skipClosers(i - 1)) }

// skipClosers steps back from token j over at most four closing quotes and brackets.
func (s *splitter) skipClosers(j int) int {
	for n := 0; n < 4 && j > s.first; n++ {
		t := &s.toks[j]
		if t.Kind != Punct && t.Kind != Clitic || !isCloser(s.text[t.Start:t.End]) {
			break
		}
		j--
	}
	return j
}

// isStop reports whether token j is a mark that ends sentences.
func (s *splitter) isStop(j int) bool {
	t := &s.toks[j]
	if t.Kind != Punct {
		return false
	}
	switch s.text[t.Start] {
	case '.', '!', '?':
		return true
	case 0xE2:
		return hasPrefix(s.text[t.Start:], "…")
	case 0xD8, 0xDB:
		return hasPrefix(s.text[t.Start:], "؟") || hasPrefix(s.text[t.Start:], "۔")
	}
	return false
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// canOpen reports whether token i may begin a sentence: anything but lower case, also
// behind an opening quote.
func (s *splitter) canOpen(i int) bool {
	for n := 0; n < 3 && i < len(s.toks); n++ {
		switch t := &s.toks[i]; t.Kind {
		case Word:
			return t.Flags&Lower == 0
		case Punct:
			if !isOpening(s.text[t.Start:t.End]) {
				b := s.text[t.Start]
				return b >= 0x80 || b == '-' || b == '#' || b == '@' || b == '*'
			}
			i++
		case Clitic:
			return false
		default:
			return true
		}
	}
	return true
}

func (s *splitter) abbrevClass(t Token) abbrevClass {
	if t.Len() == 2 {
		return titleAbbrev // an initial: the rest of the name follows
	}
	return abbrevOf(s.text[t.Start : t.End-1])
}

// bulletAt reports whether token i is a bullet.
func (s *splitter) bulletAt(i int) bool {
	t := &s.toks[i]
	if t.Len() < 2 || s.text[t.Start] < 0x80 || t.Kind != Punct && t.Kind != Symbol {
		return false
	}
	switch s.text[t.Start:t.End] {
	case "•", "■", "▪", "●", "◦", "‣", "□", "►", "▶", "◆", "★", "·":
		return true
	}
	return false
}
