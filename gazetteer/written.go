package gazetteer

import "strings"

// written.go: names as they are written, letter by letter.

var persianQ = strings.NewReplacer("gh", "q", "Gh", "Q")

// letters is the number of letters in which the query and a name differ as written.
func (s *searcher) letters(name string) int { return s.lettersOf(s.name, name) }

func (s *searcher) lettersOf(query, name string) int {
	s.plain = appendPlain(s.plain[:0], query)
	n := len(s.plain)
	s.plain = appendPlain(s.plain, name)
	return letterEdits(s.plain[:n], s.plain[n:])
}

// letterEdits is the Levenshtein distance of two plain names, of which 30 bytes count.
func letterEdits(a, b []byte) int {
	const most = 30
	a, b = a[:min(len(a), most)], b[:min(len(b), most)]
	var row [most + 1]int
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diag := row[0]
		row[0] = i + 1
		for j := range b {
			same := 1
			if a[i] == b[j] {
				same = 0
			}
			diag, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diag+same)
		}
	}
	return row[len(b)]
}

// withoutPossessives drops 's after words, which a name within a sentence collects.
func withoutPossessives(s string) string {
	if !strings.Contains(s, "'s ") && !strings.HasSuffix(s, "'s") {
		return s
	}
	return strings.TrimSuffix(strings.ReplaceAll(s, "'s ", " "), "'s")
}

// withoutEzafe takes the ezafe off words that have it joined to them: e or i after a
// consonant, at the end of any word but the last.
func withoutEzafe(s string) (string, bool) {
	words := strings.Fields(s)
	changed := false
	for i, w := range words {
		n := len(w)
		if i == len(words)-1 || n < 4 || w[n-1] != 'e' && w[n-1] != 'i' || strings.IndexByte("aeiouy", w[n-2]|0x20) >= 0 {
			continue
		}
		words[i] = w[:n-1]
		changed = true
	}
	return strings.Join(words, " "), changed
}
