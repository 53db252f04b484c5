package romanize

import "strings"

// glued.go: Perso-Arabic words that ran into the one before. ر and د are never tied to the
// letter after them, so that داکتر ضیا looks the same without its space, and is often typed so.

// gluedHeads are the words that run into others most, in codes of native.go, longest first.
var gluedHeads = func() (out []string) {
	for _, w := range []string{"انجینیر", "انجنیر", "انجینر", "دوکتور", "داکتر", "داکټر", "استاد", "محمد", "سید"} {
		var in [maxLetters]byte
		n, _ := letters(&in, w)
		out = append(out, string(in[:n]))
	}
	return out
}()

// leastGlued is how many letters must follow: محمدی is one word, and so is محمدزی.
const leastGlued = 3

// gluedHead returns how many letters of a word are a word of their own that the rest ran into,
// or 0. in are the codes of its letters, sc is its script.
func gluedHead(in []byte, sc script, word string) int {
	if sc != native || len(word) != 2*len(in) { // marks stand between the letters
		return 0
	}
	for _, h := range gluedHeads {
		if rest := len(in) - len(h); rest >= leastGlued && string(in[:len(h)]) == h && in[len(h)] != yeh {
			return len(h)
		}
	}
	return 0
}

// Unglue returns a Perso-Arabic name with the spaces that are missing after titles, Mohammad
// and Sayed (داکترضیا گل, سیداحمد), and other names as they are. It looks at words of up to
// 32 letters without marks, and allocates only where it puts a space.
func Unglue(name string) string {
	var out strings.Builder
	from := 0
	w := wordsOf(name)
	for s, ok := w.next(); ok; s, ok = w.next() {
		var in [maxLetters]byte
		n, sc := letters(&in, s)
		at := w.at
		for cut := gluedHead(in[:n], sc, s); cut > 0; cut = gluedHead(in[:n], sc, s) {
			s, n = s[2*cut:], copy(in[:], in[cut:n])
			at += 2 * cut
			out.WriteString(name[from:at])
			out.WriteByte(' ')
			from = at
		}
	}
	if from == 0 {
		return name
	}
	out.WriteString(name[from:])
	return out.String()
}
