package romanize

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// nativecosts.go: the distance of a Perso-Arabic word and a Latin one. Each native
// letter stands for up to three Latin ones, the short vowel that is not written among
// them; how often is learned from names in both scripts (native.tsv), against the most
// frequent counterpart, which costs nothing.

// nativeTSV is the learned table: one or two native letters, what stands for them in
// Latin, cost in nats.
//
//go:embed native.tsv
var nativeTSV string

// schemeTSV has the same columns, by hand: what the romanisation tables of BGN/PCGN for
// Dari and Pashto (2007) say of letters that are rare in the names learned from.
//
//go:embed scheme.tsv
var schemeTSV string

// Costs of what no pair attests, in nats.
const (
	nativeDrop  = 4.5 // a native letter that stands for nothing
	latinVowel  = 2.2 // a Latin vowel that nothing stands for
	latinLetter = 5.0
	nativeScale = 0.6 // brings the sums of romanising to those of respelling
)

// nativeOp is one way to romanise a unit.
type nativeOp struct {
	second byte // second native letter of the unit, 0 for one
	n      uint8
	latin  [3]byte // symbols as in Costs
	cost   float32
}

// nativeTable holds the operations by the first native letter, less 0x600.
type nativeTable [256][]nativeOp

func parseNative(tables ...string) (*nativeTable, error) {
	t := &nativeTable{}
	for _, tsv := range tables {
		for n, line := range strings.Split(tsv, "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != 3 || len(f[1]) > 3 {
				return nil, fmt.Errorf("native costs, line %d: found %q, expected native letters, up to three Latin ones and a cost; regenerate the table", n+1, line)
			}
			cost, err := strconv.ParseFloat(f[2], 32)
			if err != nil {
				return nil, fmt.Errorf("native costs, line %d: found cost %q, expected a number; regenerate the table", n+1, f[2])
			}
			t.add(f[0], f[1], float32(cost))
		}
	}
	return t, nil
}

// add sets an operation; of two costs for one the lower stays.
func (t *nativeTable) add(from, to string, cost float32) {
	r, size := utf8.DecodeRuneInString(from)
	op := nativeOp{n: uint8(len(to)), cost: cost}
	if size < len(from) {
		s, _ := utf8.DecodeRuneInString(from[size:])
		op.second = nativeCode(s)
	}
	for i := 0; i < len(to); i++ {
		op.latin[i] = byte(symbol(to[i]))
	}
	list := &t[nativeCode(r)]
	for i, o := range *list {
		if o.second == op.second && o.n == op.n && o.latin == op.latin {
			(*list)[i].cost = min(o.cost, cost)
			return
		}
	}
	*list = append(*list, op)
}

func nativeCode(r rune) byte { return byte(r - 0x600) }

// nativeSymbols holds the letters of a Perso-Arabic word in one form each.
type nativeSymbols struct {
	sym [maxLetters]byte
	n   int
}

func (w *nativeSymbols) load(word string) {
	var room [maxLetters]rune
	w.n = 0
	for _, r := range AppendNative(room[:0], word) {
		if r >= 0x600 && r < 0x700 && w.n < len(w.sym) {
			w.sym[w.n] = nativeCode(r)
			w.n++
		}
	}
}

// distance is the cost of b, a Latin word with its ends, as a romanisation of a.
func (t *nativeTable) distance(a *nativeSymbols, b *wordSymbols, limit float32) (float32, bool) {
	var room [maxLetters]uint8
	latin := single(room[:0], b.sym[1:b.n-1])
	n := len(latin)
	var rows [3][maxLetters + 1]float32
	inf := float32(math.Inf(1))
	for i := range rows {
		for j := 0; j <= n; j++ {
			rows[i][j] = inf
		}
	}
	rows[0][0] = 0
	for i := 0; i <= a.n; i++ {
		here, next, after := &rows[i%3], &rows[(i+1)%3], &rows[(i+2)%3]
		reached := false
		for j := 0; j <= n; j++ {
			d := here[j]
			if d > limit {
				continue
			}
			reached = true
			if j < n {
				here[j+1] = min(here[j+1], d+loose(latin, j))
			}
			if i == a.n {
				continue
			}
			next[j] = min(next[j], d+nativeDrop)
			for _, op := range t[a.sym[i]] {
				m := int(op.n)
				if j+m > n || op.second != 0 && (i+1 == a.n || a.sym[i+1] != op.second) {
					continue
				}
				if m > 0 && latin[j] != op.latin[0] || m > 1 && latin[j+1] != op.latin[1] || m > 2 && latin[j+2] != op.latin[2] {
					continue
				}
				if op.second == 0 {
					next[j+m] = min(next[j+m], d+op.cost)
				} else {
					after[j+m] = min(after[j+m], d+op.cost)
				}
			}
		}
		if i == a.n {
			break
		}
		if !reached && i > 0 {
			return limit, false
		}
		for j := 0; j <= n; j++ {
			here[j] = inf
		}
	}
	d := rows[a.n%3][n]
	return d, d <= limit
}

// single appends the symbols without the second of two equal consonants: Perso-Arabic
// never writes a letter twice.
func single(dst, latin []uint8) []uint8 {
	for i, s := range latin {
		if i > 0 && s == latin[i-1] && !isVowel('a'+s-1) {
			continue
		}
		dst = append(dst, s)
	}
	return dst
}

// loose is the cost of a Latin letter for which there is no native one.
func loose(latin []uint8, j int) float32 {
	if isVowel('a' + latin[j] - 1) {
		return latinVowel
	}
	return latinLetter
}
