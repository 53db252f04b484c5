package romanize

import "strings"

// tongues.go: names as papers in other languages write them. They come into English copy with
// quotations, bylines and translations (Tscharikar, Kamdech, Celalabad). What a German, a
// Frenchman or a Turk writes is no other sound, but other letters for it: the rules of the
// Duden for Persian, the press of Paris, the Turkish alphabet of 1928.

// tongue is one way to write, as replacements from left to right. Papers mix them, so that each
// knows some letters of the others.
type tongue struct {
	marks   []string // it is tried where one of these stands in the name
	english *strings.Replacer
}

var tongues = [...]tongue{
	{ // German
		[]string{"ch"},
		strings.NewReplacer("tsch", "ch", "dsch", "j", "dj", "j", "sch", "sh", "ck", "k", "ch", "kh", "j", "y", "w", "v", "ss", "s",
			"sa", "za", "se", "ze", "si", "zi", "so", "zo", "su", "zu", "ei", "ai"),
	},
	{ // French
		[]string{"ch", "dj", "ou", "gu", "qu"},
		strings.NewReplacer("tsch", "ch", "sch", "sh", "tch", "ch", "dj", "j", "ch", "sh", "oui", "vi", "oua", "wa", "ou", "u", "gue", "ge", "gui", "gi", "que", "k", "qui", "ki",
			"qu", "q", "ss", "s"),
	},
	{ // Turkish, without its marks
		[]string{"ca", "ce", "ci", "co", "cu"},
		strings.NewReplacer("ca", "ja", "ce", "je", "ci", "ji", "co", "jo", "cu", "ju"),
	},
}

// AppendEnglish appends the spellings that English papers would have for a name which is written
// as those of other countries write it, and returns the extended slice: for Kamdech, Kamdekh (if
// a German wrote it) and Kamdesh (if a Frenchman). Capitals are lost. A name that bears no mark
// of another tongue has none. It takes a microsecond or two and allocates the spellings.
func AppendEnglish(dst []string, name string) []string {
	lower := strings.ToLower(name)
	first := len(dst)
next:
	for i := range tongues {
		if !containsAny(lower, tongues[i].marks) {
			continue
		}
		s := tongues[i].english.Replace(lower)
		if s == lower {
			continue
		}
		for _, other := range dst[first:] {
			if other == s {
				continue next
			}
		}
		dst = append(dst, s)
	}
	return dst
}

func containsAny(s string, marks []string) bool {
	for _, m := range marks {
		if strings.Contains(s, m) {
			return true
		}
	}
	return false
}
