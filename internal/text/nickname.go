package text

// Nickname returns the token that goes on with a name after a nickname in quotes, as
// Miller in Austin “Scott” Miller, when the opening quote is token i; -1 when there is
// none. All five tokens stand in one line, and the three words have capitals.
func (d *Doc) Nickname(i int) int {
	if i < 1 || i+3 >= len(d.Tokens) || !d.quote(i) || !d.quote(i+2) {
		return -1
	}
	spaces := [...]bool{true, false, false, true} // before the quotes and the words
	for k, want := range spaces {
		if t := &d.Tokens[i+k]; t.Is(SpaceBefore) != want || t.Is(LineStart) {
			return -1
		}
	}
	for _, k := range [...]int{i - 1, i + 1, i + 3} {
		if t := &d.Tokens[k]; t.Kind != Word || !t.Is(Initial) && !t.Is(Caps) {
			return -1
		}
	}
	return i + 3
}

// Opens reports whether the quote that token i is begins a quotation that stands open
// where token end begins, and token end is the quote that closes it: what is between is
// the end of a name that a finder cut off (Abdul Qayum 'Zakir').
func (d *Doc) Opens(i, end int) bool {
	if end >= len(d.Tokens) || !d.quote(i) || !d.quote(end) || d.Tokens[end].Is(SpaceBefore) {
		return false
	}
	if !d.Tokens[i].Is(SpaceBefore) || d.Tokens[i+1].Is(SpaceBefore) {
		return false
	}
	for k := i + 1; k < end; k++ {
		if d.quote(k) {
			return false
		}
	}
	return true
}

// quote reports whether token i is a quotation mark.
func (d *Doc) quote(i int) bool {
	if d.Tokens[i].Kind != Punct {
		return false
	}
	switch d.Surface(i) {
	case "\"", "“", "”", "'", "‘", "’", "«", "»", "„":
		return true
	}
	return false
}
