package romanize

import (
	"container/heap"
	_ "embed"
	"sort"
	"strings"
	"sync"
	"unicode"
)

// Variant is a spelling that a name may have.
type Variant struct {
	Name string
	Cost float64 // nats away from the name given: 0 for the name itself
}

// maxVariants bounds what Variants returns and, times 16, the words it looks at.
const maxVariants = 1000

// Variants returns plausible Latin spellings of a name, cheapest first and by name where
// they cost the same, the name itself first, at most n and never more than 1000. A
// Perso-Arabic word is romanised; a Latin one is respelt by the learned edits, up to
// three a word, that scribes make most: each letter changes only where another spelling
// of it is attested. Words are joined by the separators of the name.
//
// The cost of a spelling is the sum of its edits. Variants are proposals, not attested
// names: compare them with a gazetteer before use.
func Variants(name string, n int) []Variant {
	n = min(n, maxVariants)
	if n <= 0 || strings.TrimSpace(name) == "" {
		return nil
	}
	out := []Variant{{}}
	for _, piece := range pieces(name) {
		options := []Variant{{Name: piece}}
		if strings.IndexFunc(piece, unicode.IsLetter) >= 0 && !IsConnector(piece) {
			options = wordVariants(piece, n)
		}
		out = product(out, options, n)
	}
	return out
}

// pieces cuts a name into words and what stands between them.
func pieces(name string) []string {
	if len(name) > maxName {
		name = name[:maxName]
	}
	var out []string
	start, word := 0, false
	for i, r := range name {
		if in := inWord(r); i == 0 || in != word {
			if i > start {
				out = append(out, name[start:i])
			}
			start, word = i, in
		}
	}
	return append(out, name[start:])
}

// product joins two lists, cheapest first, n at most.
func product(a, b []Variant, n int) []Variant {
	var out []Variant
	for _, x := range a {
		for _, y := range b {
			out = append(out, Variant{x.Name + y.Name, x.Cost + y.Cost})
		}
	}
	sortVariants(out)
	return out[:min(n, len(out))]
}

func sortVariants(list []Variant) {
	sort.Slice(list, func(i, j int) bool {
		if list[i].Cost != list[j].Cost {
			return list[i].Cost < list[j].Cost
		}
		return list[i].Name < list[j].Name
	})
}

// respelling is one learned edit, by the letters that it takes.
type respelling struct {
	to   string
	cost float64
}

// maxEdits bounds the edits of one word.
const maxEdits = 3

// habitsTSV is the learned table of respellings: letters, what is written instead, and
// how much rarer that is, in nats. It says what scribes do; costs.tsv says how little it
// matters (mm for m is rare, and parts no names).
//
//go:embed habits.tsv
var habitsTSV string

var respellings = sync.OnceValue(func() map[string][]respelling {
	m := map[string][]respelling{}
	for _, line := range strings.Split(habitsTSV, "\n") {
		if f := strings.Split(line, "\t"); len(f) == 3 && line[0] != '#' {
			m[f[0]] = append(m[f[0]], respelling{f[1], parseCost(f[2])})
		}
	}
	return m
})

// onlyFinal reports whether a respelling is one of word ends: a, ah, eh.
func onlyFinal(from, to string) bool {
	return strings.HasSuffix(from, "h") && strings.Trim(from, "aeh") == "" || strings.HasSuffix(to, "h") && strings.Trim(to, "aeh") == ""
}

// candidate is a half-made spelling: the letters before pos are settled.
type candidate struct {
	done  string
	pos   int
	edits int
	cost  float64
}

// queue is a heap of candidates, cheapest first.
type queue []candidate

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if q[i].cost != q[j].cost {
		return q[i].cost < q[j].cost
	}
	return q[i].done < q[j].done
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push implements heap.Interface.
func (q *queue) Push(x any) {
	if c, ok := x.(candidate); ok {
		*q = append(*q, c)
	}
}

// Pop implements heap.Interface.
func (q *queue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}

// wordVariants searches the spellings of one word, cheapest first.
func wordVariants(word string, n int) []Variant {
	var in [maxLetters]byte
	size, sc := letters(&in, word)
	if sc == native {
		return nativeVariants(word, n)
	}
	if size == 0 {
		return []Variant{{Name: word}}
	}
	plain := string(in[:size])
	out := []Variant{{Name: word}}
	seen := map[string]bool{word: true, recase(word, plain): true}
	q := &queue{{}}
	for steps := 0; q.Len() > 0 && len(out) < n && steps < 16*maxVariants; steps++ {
		c, ok := heap.Pop(q).(candidate)
		if !ok {
			break
		}
		if c.pos == len(plain) {
			if s := recase(word, c.done); !seen[s] {
				seen[s] = true
				out = append(out, Variant{s, c.cost})
			}
			continue
		}
		heap.Push(q, candidate{c.done + plain[c.pos:c.pos+1], c.pos + 1, c.edits, c.cost})
		if c.edits == maxEdits {
			continue
		}
		for take := 1; take <= min(2, len(plain)-c.pos); take++ {
			for _, r := range respellings()[plain[c.pos:c.pos+take]] {
				if from := plain[c.pos : c.pos+take]; c.pos+take < len(plain) && onlyFinal(from, r.to) {
					continue
				}
				heap.Push(q, candidate{c.done + r.to, c.pos + take, c.edits + 1, c.cost + r.cost})
			}
		}
	}
	return out
}

// nativeVariants romanises a Perso-Arabic word, cheapest first.
func nativeVariants(word string, n int) []Variant {
	var w nativeSymbols
	w.load(word)
	var out []Variant
	seen := map[string]bool{}
	q := &queue{{}}
	for steps := 0; q.Len() > 0 && len(out) < n && steps < 16*maxVariants; steps++ {
		c, ok := heap.Pop(q).(candidate)
		if !ok {
			break
		}
		if c.pos == w.n {
			if s := recase("A", c.done); !seen[s] && c.done != "" {
				seen[s] = true
				out = append(out, Variant{s, c.cost})
			}
			continue
		}
		for _, op := range defaultNative()[w.sym[c.pos]] {
			if op.second != 0 {
				continue // costs of pairs of letters are not comparable with those of one
			}
			done := c.done + op.text()
			heap.Push(q, candidate{done, c.pos + 1, 0, c.cost + float64(op.cost) + clumsy(done, len(c.done))})
		}
	}
	if len(out) == 0 {
		return []Variant{{Name: word}}
	}
	return out
}

// clumsy is the cost of letters from i on that make the word hard to say: two consonants
// at its start, three in a row, four all the more, three vowels.
func clumsy(s string, i int) float64 {
	cost := 0.0
	for ; i < len(s); i++ {
		row := 0
		for j := i; j >= 0 && isVowel(s[j]) == isVowel(s[i]); j-- {
			if s[j] != 'h' || j == 0 { // kh, sh, gh, ch, zh are one sound
				row++
			}
		}
		vowel := isVowel(s[i])
		switch {
		case row > 3, row == 3 && vowel, row == 2 && i < 3 && !vowel && !isVowel(s[0]) && s[i] != 'h':
			cost += 2
		case row == 3 && s[i] != 'h':
			cost += 0.5
		}
	}
	return cost
}

func (op nativeOp) text() string {
	var b [3]byte
	for i, s := range op.latin[:op.n] {
		b[i] = 'a' + s - 1
	}
	return string(b[:op.n])
}

// recase writes the letters as the word is written: in capitals, with one, or without.
func recase(word, plain string) string {
	upper, lower := false, false
	first := true
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		if first {
			first = false
			if unicode.IsUpper(r) {
				upper = true
			}
			continue
		}
		lower = lower || unicode.IsLower(r)
	}
	switch {
	case plain == "" || !upper:
		return plain
	case !lower && len([]rune(word)) > 1:
		return strings.ToUpper(plain)
	}
	return strings.ToUpper(plain[:1]) + plain[1:]
}
