package text

// longWord is the length in bytes from which a headline in Title Case capitalises a word.
const longWord = 4

// fewLower is the number of words in lower case from which their sentence is one without
// capitals: shorter ones are scraps of page furniture.
const fewLower = 4

// casingOf says how a sentence is written. Only a line of its own can be in Title Case;
// prose that happens to be full of names stays Mixed.
func casingOf(text string, toks []Token, line bool) Casing {
	caps, initial, lower := 0, 0, 0
	longCapital, longLower := 0, 0
	for i := range toks {
		t := &toks[i]
		if t.Kind != Word {
			continue
		}
		switch {
		case t.Flags&Caps != 0:
			caps++
			if t.Len() >= longWord && t.Flags&Abbrev == 0 {
				longCapital++
			}
		case t.Flags&Initial != 0:
			if t.Len() > 1 {
				initial++
			}
			if t.Len() >= longWord {
				longCapital++
			}
		case t.Flags&Lower != 0:
			lower++
			if t.Len() > longWord || t.Len() == longWord && !isShortTitleWord(text[t.Start:t.End]) {
				longLower++
			}
		}
	}
	switch {
	case caps >= 2 && caps >= 4*(initial+lower):
		return Upper
	case line && initial >= 3 && longCapital >= 2 && longCapital >= 4*longLower:
		return Title
	case caps+initial == 0 && lower >= fewLower:
		return AllLower
	}
	return Mixed
}

// isShortTitleWord lists the four-letter words that headlines leave in lower case.
func isShortTitleWord(word string) bool {
	switch word {
	case "with", "from", "into", "over", "that", "than", "amid", "near", "upon", "says", "will", "been":
		return true
	}
	return false
}
