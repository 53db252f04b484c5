package main

import (
	"math"
	"slices"
)

// corpusText is running text as word numbers: 0 is any word outside the vocabulary and
// the border of a sentence; it keeps a class of its own, number 0.
type corpusText struct {
	words  []string // by number, [0] = ""; most frequent first, ties by spelling
	counts []int
	tokens []int32
}

// neighbours lists, for each word, the words to one side of it with their counts.
type neighbours struct {
	start []int32
	word  []int32
	count []int32
}

// exchanger finds word classes that make the class bigrams of a text most informative,
// by moving one word at a time to its best class: the exchange algorithm (Kneser & Ney 1993; Martin,
// Liermann & Ney 1998). Its classes are as good as those of Brown et al. (1992), whose
// greedy merges need a window over the vocabulary, and it takes a minute, not hours.
type exchanger struct {
	k           int
	class       []int32
	pairs       []int32 // [right class][left class]
	pairsT      []int32 // [left class][right class]
	total       []int32 // tokens of a class
	left, right neighbours
	counts      []int
	xlogx       []float64
}

func newExchanger(t *corpusText, k int) *exchanger {
	e := &exchanger{k: k, counts: t.counts, class: make([]int32, len(t.words))}
	for w := 1; w < len(t.words); w++ {
		e.class[w] = int32(1 + (w-1)%(k-1))
	}
	e.pairs, e.pairsT, e.total = make([]int32, k*k), make([]int32, k*k), make([]int32, k)
	e.xlogx = make([]float64, len(t.tokens)+2)
	for i := 1; i < len(e.xlogx); i++ {
		e.xlogx[i] = float64(i) * math.Log(float64(i))
	}
	for i, w := range t.tokens {
		e.total[e.class[w]]++
		if i > 0 {
			e.add(e.class[t.tokens[i-1]], e.class[w], 1)
		}
	}
	e.right = bigrams(t.tokens, len(t.words), 1)
	e.left = bigrams(t.tokens, len(t.words), -1)
	return e
}

func (e *exchanger) add(left, right, n int32) {
	e.pairs[int(right)*e.k+int(left)] += n
	e.pairsT[int(left)*e.k+int(right)] += n
}

// bigrams counts the words at distance d (1 or -1) from each word.
func bigrams(tokens []int32, words, d int) neighbours {
	keys := make([]uint64, 0, len(tokens))
	for i, w := range tokens {
		if j := i + d; j >= 0 && j < len(tokens) {
			keys = append(keys, uint64(w)<<32|uint64(tokens[j]))
		}
	}
	slices.Sort(keys)
	n := neighbours{start: make([]int32, words+1)}
	for i := 0; i < len(keys); {
		j := i
		for j < len(keys) && keys[j] == keys[i] {
			j++
		}
		n.word = append(n.word, int32(uint32(keys[i])))
		n.count = append(n.count, int32(j-i))
		n.start[keys[i]>>32+1] = int32(len(n.word))
		i = j
	}
	for w := 1; w <= words; w++ {
		n.start[w] = max(n.start[w], n.start[w-1])
	}
	return n
}

// profile adds up the classes of a word's neighbours; self counts the word beside itself.
func (e *exchanger) profile(n *neighbours, w int32, by []int32, list []int32) (_ []int32, self int32) {
	for i := n.start[w]; i < n.start[w+1]; i++ {
		o, c := n.word[i], n.count[i]
		if o == w {
			self = c
			continue
		}
		k := e.class[o]
		if by[k] == 0 {
			list = append(list, k)
		}
		by[k] += c
	}
	return list, self
}

// round moves each word, most frequent first, to its best class, and returns how many moved.
func (e *exchanger) round() int {
	moved := 0
	rightBy, leftBy := make([]int32, e.k), make([]int32, e.k)
	var rights, lefts []int32
	gain := make([]float64, e.k)
	for w := int32(1); int(w) < len(e.class); w++ {
		var self int32
		rights, self = e.profile(&e.right, w, rightBy, rights[:0])
		lefts, _ = e.profile(&e.left, w, leftBy, lefts[:0])
		from := e.class[w]
		e.shift(from, w, -1, rights, lefts, rightBy, leftBy, self)
		e.gains(gain, w, rights, lefts, rightBy, leftBy, self)
		best := from
		for c := 1; c < e.k; c++ {
			if gain[c] > gain[best]+1e-9 {
				best = int32(c)
			}
		}
		e.shift(best, w, 1, rights, lefts, rightBy, leftBy, self)
		e.class[w] = best
		if best != from {
			moved++
		}
		for _, c := range rights {
			rightBy[c] = 0
		}
		for _, c := range lefts {
			leftBy[c] = 0
		}
	}
	return moved
}

// shift takes word w out of class c (sign -1) or puts it in (sign 1).
func (e *exchanger) shift(c, w, sign int32, rights, lefts, rightBy, leftBy []int32, self int32) {
	for _, r := range rights {
		e.add(c, r, sign*rightBy[r])
	}
	for _, l := range lefts {
		e.add(l, c, sign*leftBy[l])
	}
	e.add(c, c, sign*self)
	e.total[c] += sign * int32(e.counts[w])
}

// gains computes what putting w into each class adds to the information of the classes.
func (e *exchanger) gains(gain []float64, w int32, rights, lefts, rightBy, leftBy []int32, self int32) {
	n := int32(e.counts[w])
	for c := range gain {
		gain[c] = -2 * (e.xlogx[e.total[c]+n] - e.xlogx[e.total[c]])
	}
	for _, r := range rights {
		e.sweep(gain, e.pairs[int(r)*e.k:int(r+1)*e.k], rightBy[r])
	}
	for _, l := range lefts {
		e.sweep(gain, e.pairsT[int(l)*e.k:int(l+1)*e.k], leftBy[l])
	}
	// The pair (c, c) takes the word's neighbours of class c on both sides, and itself.
	for c := range gain {
		r, l := rightBy[c], leftBy[c]
		if self == 0 && (r == 0 || l == 0) {
			continue
		}
		at := e.pairs[c*e.k+c]
		gain[c] += e.xlogx[at+r+l+self] - e.xlogx[at+r] - e.xlogx[at+l] + e.xlogx[at]
	}
}

func (e *exchanger) sweep(gain []float64, row []int32, n int32) {
	table := e.xlogx
	for c, at := range row {
		gain[c] += table[at+n] - table[at]
	}
}
