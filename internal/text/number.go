package text

// number takes digits of any script with their inner separators (3,545 02:30 1.5), and
// the few letters that make one token with them (3rd, 7am, 1980s, 5G). Other letters are
// a word of their own, stuck to it (2021Taliban).
func (s *scanner) number(i int) int {
	text, end := s.text, i
	for end < len(text) {
		c, w := s.classAt(end)
		if c == cDigit {
			end += w
			continue
		}
		if c == cPunct || c == cApos {
			switch text[end] {
			case ',', '.', ':', '\'':
				if s.asciiAt(end+1) == cDigit {
					end += 2
					continue
				}
			}
		}
		break
	}
	end = s.unit(end)
	s.emit(i, end, Number, Digit)
	return end
}

// unit returns the end of a unit or an ordinal's letters at i, or i.
func (s *scanner) unit(i int) int {
	c := s.asciiAt(i)
	most := 3
	if c == cUpper {
		most = 2
	} else if c != cLower {
		return i
	}
	end := i
	for end-i <= most && s.asciiAt(end) == c {
		end++
	}
	if end-i > most || s.isWordAt(end) {
		return i
	}
	return end
}
