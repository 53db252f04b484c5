package text

// Lines: is a line break the end of a sentence, or was prose wrapped to a width there?

// Widths in bytes, near enough to columns for Latin text.
const (
	minWrap = 55  // no mail or press agency wraps prose narrower
	maxWrap = 100 // nor wider
	minLine = 40  // a shorter line is not continued in lower case, it is a list's
)

// block caches whether the run of lines around an offset is wrapped prose, and how wide.
type block struct {
	end   int // it was measured up to here
	width int // of its widest line; 0 when it is not wrapped
}

// wrapped reports whether the line break before token i is only one of layout: the line
// goes on in lower case, or it broke off at a word that wants another, or the next word
// would not have fitted into the width that the block of lines keeps.
func (s *splitter) wrapped(i int) bool {
	t, p := &s.toks[i], &s.toks[i-1]
	if s.startsItem(i) {
		return false
	}
	width := p.End - s.line
	if p.Kind == Punct && s.text[p.Start] == ':' {
		return false
	}
	if s.stopBefore(i) && !p.Is(Abbrev) {
		return width >= minWrap && s.fits(i, width)
	}
	switch {
	case t.Kind == Word && t.Is(Lower):
		return width >= minLine
	case width >= minLine && s.wantsMore(p):
		return true
	}
	return width >= minWrap && s.fits(i, width)
}

// startsItem reports whether token i begins a list item: a bullet or a number with a stop.
func (s *splitter) startsItem(i int) bool {
	t := &s.toks[i]
	if s.bulletAt(i) {
		return true
	}
	if i+1 >= len(s.toks) {
		return false
	}
	next := &s.toks[i+1]
	switch t.Kind {
	case Punct:
		b := s.text[t.Start]
		return (b == '*' || b == '-' || b == '=' || b == '_') && next.Is(SpaceBefore)
	case Number:
		return next.Kind == Punct && !next.Is(SpaceBefore) && (s.text[next.Start] == '.' || s.text[next.Start] == ')')
	}
	return false
}

// wantsMore reports whether no sentence and no line of a list ends in token p.
func (s *splitter) wantsMore(p *Token) bool {
	word := s.text[p.Start:p.End]
	switch p.Kind {
	case Punct:
		return word == "," || word == "-" || word == "("
	case Word:
		if p.Is(Abbrev) {
			return s.abbrevClass(*p) == titleAbbrev
		}
		switch word {
		case "the", "a", "an", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "as", "that",
			"which", "who", "whose", "is", "was", "were", "are", "has", "have", "had", "be", "been", "into", "near",
			"its", "his", "her", "their", "than", "but", "between", "against", "under", "over", "said", "President":
			return true
		}
	}
	return false
}

// fits reports whether the line of the given width that ends before token i belongs to a
// wrapped block: the next word would have made it wider than the block is.
func (s *splitter) fits(i, width int) bool {
	if s.toks[i].Start >= s.block.end {
		s.measure()
	}
	next := i
	for next+1 < len(s.toks) && !s.toks[next+1].Is(SpaceBefore) {
		if next++; next-i > 8 {
			break
		}
	}
	w := s.block.width
	return w > 0 && width+1+s.toks[next].End-s.toks[i].Start > w
}

// measure finds the width of the block of lines that begins at the line at hand. Each byte is
// measured once, since the answer holds until the block's end.
func (s *splitter) measure() {
	widest, lines, start, pos := 0, 0, s.line, s.line
	lowers := 0 // lines that begin in lower case: a list of headlines has none
	for ; pos < len(s.text); pos++ {
		if s.text[pos] != '\n' {
			if pos-start > maxWrap {
				s.block = block{end: pos}
				return
			}
			continue
		}
		if pos-start <= 1 { // a blank line, perhaps with its \r
			break
		}
		widest, lines, start = max(widest, pos-start), lines+1, pos+1
		if pos+1 < len(s.text) && asciiClass[s.text[pos+1]] == cLower {
			lowers++
		}
	}
	widest = max(widest, pos-start)
	s.block = block{end: max(pos, s.line+1), width: widest}
	if widest < minWrap || lines < 2 || 4*lowers < lines {
		s.block.width = 0
	}
}
