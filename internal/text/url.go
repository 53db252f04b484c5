package text

// The scanner takes a URL or an e-mail address for words and punctuation until it meets
// the mark that gives it away: the colon of ://, the dot of a host, the @ of an address.
// It then takes back the tokens that belong to it, at most longestBack bytes of them,
// and walks on to the end. So nothing is scanned ahead for texts without any.

// longestBack bounds what is taken back: the longest local part that RFC 5321 allows.
const longestBack = 64

// punct takes a token that begins with ASCII punctuation.
func (s *scanner) punct(i int) int {
	switch b := s.text[i]; b {
	case '"', '(', ')', '[', ']', '{', '}', '#':
		s.emit(i, i+1, Punct, 0)
		return i + 1
	case '.':
		if end := s.host(i); end > 0 {
			return end
		}
	case ':':
		if end := s.scheme(i); end > 0 {
			return end
		}
	case '@':
		return s.at(i)
	}
	return s.run(i, Punct)
}

// scheme takes a URL whose scheme ends at the colon i; 0 if there is none.
func (s *scanner) scheme(i int) int {
	p := s.prev()
	if p == nil || p.Kind != Word || p.Len() > 6 {
		return 0
	}
	var buf [6]byte
	switch string(AppendLower(buf[:0], s.text[p.Start:p.End])) {
	case "http", "https", "ftp":
		if i+2 >= len(s.text) || s.text[i+1] != '/' || s.text[i+2] != '/' {
			return 0
		}
	case "mailto":
	default:
		return 0
	}
	return s.takeBack(len(s.toks)-1, s.urlEnd(i+1))
}

// host takes a bare host name (www.x.org, x.com/path) of which i is the first dot.
func (s *scanner) host(i int) int {
	p := s.prev()
	if i < s.noHost || p == nil || p.Kind != Word && p.Kind != Number || p.Flags&(Abbrev|Dirty) != 0 {
		return 0
	}
	end, sure := s.hostEnd(i)
	if end == 0 {
		return 0
	}
	first := s.back(i, "-_")
	www := s.text[p.Start:p.End] == "www" || s.text[p.Start:p.End] == "WWW"
	path := end < len(s.text) && s.text[end] == '/'
	if !sure && !www && !path {
		return 0
	}
	if path || end < len(s.text) && (s.text[end] == '?' || s.text[end] == '#' || s.text[end] == ':' && s.asciiAt(end+1) == cDigit) {
		end = s.urlEnd(end)
	}
	return s.takeBack(first, end)
}

// hostEnd walks over .label.label from the dot i and returns the end of the last one that
// may be a top-level domain, and whether it can hardly be anything else: a generic domain,
// or a country's after two labels. It returns 0 if there is none, and remembers how far
// it looked, so that a long chain of dots is walked once.
func (s *scanner) hostEnd(i int) (end int, sure bool) {
	pos, labels := i, 0
	for pos < len(s.text) && s.text[pos] == '.' {
		label := pos + 1
		pos = label
		for pos < len(s.text) && (s.asciiAt(pos) >= cUpper && s.asciiAt(pos) <= cDigit || s.text[pos] == '-') {
			pos++
		}
		if pos == label {
			break
		}
		labels++
		switch generic, country := topLevel(s.text[label:pos]); {
		case generic:
			end, sure = pos, true
		case country:
			end, sure = pos, sure || labels > 1
		}
	}
	if end == 0 {
		s.noHost = pos
	}
	return end, sure
}

// topLevel classifies a lower-case (or all upper-case) top-level domain. The country
// codes are those that reporting on the region cites.
func topLevel(label string) (generic, country bool) {
	if len(label) < 2 || len(label) > 4 {
		return false, false
	}
	var buf [4]byte
	lower := AppendLower(buf[:0], label)
	if c := asciiClass[label[1]]; asciiClass[label[0]] != c {
		return false, false
	}
	switch string(lower) {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "html", "php":
		return true, false
	case "af", "pk", "ir", "in", "uk", "us", "tj", "uz", "tm", "cn", "ru", "de", "fr", "eu", "tv", "io", "co", "me",
		"ca", "au", "ch", "nl", "se", "no", "dk", "it", "es", "tr", "qa", "ae", "sa", "be", "ly", "fm", "news", "asia":
		return false, true
	}
	return false, false
}

// at takes an e-mail address or a handle around the @ at i, or the @ alone.
func (s *scanner) at(i int) int {
	dot := i + 1
	for dot < len(s.text) && (s.asciiAt(dot) >= cUpper && s.asciiAt(dot) <= cDigit || s.text[dot] == '-' || s.text[dot] == '_') {
		dot++
	}
	p := s.prev()
	if p != nil && (p.Kind == Word || p.Kind == Number || p.Kind == URL) && dot > i+1 {
		if end := s.mailEnd(dot); end > 0 {
			return s.takeBack(s.back(i, ".-_+"), end)
		}
	}
	if dot == i+1 || p != nil && p.Kind <= Number {
		s.emit(i, i+1, Punct, 0)
		return i + 1
	}
	for s.text[dot-1] == '-' {
		dot--
	}
	if dot == i+1 {
		s.emit(i, i+1, Punct, 0)
		return i + 1
	}
	s.emit(i, dot, Handle, 0)
	return dot
}

// mailEnd walks over .label.label from the dot i; any letters are a domain after an @.
func (s *scanner) mailEnd(i int) int {
	pos, end := i, 0
	for pos < len(s.text) && s.text[pos] == '.' {
		label := pos + 1
		pos = label
		for pos < len(s.text) && (s.asciiAt(pos) >= cUpper && s.asciiAt(pos) <= cDigit || s.text[pos] == '-') {
			pos++
		}
		if pos == label {
			break
		}
		if end > 0 && s.asciiAt(label) == cUpper && asciiClass[s.text[label-2]] == cLower {
			break // x.com.The
		}
		if pos-label >= 2 {
			end = pos
		}
	}
	return end
}

// back returns the first token of the unbroken run before offset i that is made of words,
// numbers and the given marks, and reaches back at most longestBack bytes.
func (s *scanner) back(i int, marks string) int {
	k := len(s.toks)
	for k > 0 {
		t := s.toks[k-1]
		if t.End != i && k == len(s.toks) || s.toks[len(s.toks)-1].End-t.Start > longestBack {
			break
		}
		if k < len(s.toks) && s.toks[k].Flags&SpaceBefore != 0 {
			break
		}
		if t.Kind != Word && t.Kind != Number && t.Kind != URL && !((t.Kind == Punct || t.Kind == Symbol) && t.Len() == 1 && contains(marks, s.text[t.Start])) {
			break
		}
		k--
	}
	for k < len(s.toks)-1 && s.toks[k].Kind >= Punct && s.toks[k].Kind <= Symbol {
		k++ // -x.com
	}
	if k == len(s.toks) { // one token longer than longestBack
		k--
	}
	return k
}

func contains(marks string, b byte) bool {
	for i := 0; i < len(marks); i++ {
		if marks[i] == b {
			return true
		}
	}
	return false
}

// takeBack replaces the tokens from first on by one URL that ends at end.
func (s *scanner) takeBack(first, end int) int {
	t := s.toks[first]
	s.toks = s.toks[:first]
	s.space, s.line = t.Is(SpaceBefore), t.Is(LineStart)
	s.emit(t.Start, end, URL, 0)
	return end
}

// urlEnd walks from i to the end of a URL: white space or a quote or an angle bracket, less the
// punctuation that closes the sentence around it.
func (s *scanner) urlEnd(i int) int {
	end, depth := i, 0
	for end < len(s.text) {
		c, w := s.classAt(end)
		b := s.text[end]
		if c <= cNewline && c != cSymbol || c == cIgnore || c == cApos || c == cHigh || b == '"' || b == '<' || b == '>' || b == '|' || c == cPunct && w > 1 || c == cSymbol && w == 1 && (b >= 0x80 || b < ' ') {
			break
		}
		switch b {
		case '(':
			depth++
		case ')':
			depth--
		}
		end += w
	}
	for end > i {
		switch s.text[end-1] {
		case '.', ',', ';', ':', '!', '?', ']', '}', '*':
		case ')':
			if depth >= 0 {
				return end
			}
			depth++
		default:
			return end
		}
		end--
	}
	return end
}
