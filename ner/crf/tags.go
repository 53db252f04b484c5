package crf

// The tags of a model with n labels, 4n+1 of them: O is 0, and label y has
// B = 4y+1, I = 4y+2, L = 4y+3, U = 4y+4 (begin, inside, last, unit).

const (
	tagO = 0
	posB = 1
	posI = 2
	posL = 3
	posU = 4
)

// maxLabels bounds the labels of a model, so that the sums of a token fit fixed arrays.
const maxLabels = 15

const maxTags = 4*maxLabels + 1

func tagOf(label, pos int) int { return 4*label + pos }

func labelOf(tag int) int { return (tag - 1) / 4 }

func posOf(tag int) int {
	if tag == tagO {
		return 0
	}
	return (tag-1)%4 + 1
}

// starts reports whether a tag may follow O or the end of a span, or begin a sentence.
func starts(tag int) bool { p := posOf(tag); return p == 0 || p == posB || p == posU }

// ends reports whether a tag may precede O or a new span, or end a sentence.
func ends(tag int) bool { p := posOf(tag); return p == 0 || p == posL || p == posU }

// legal reports whether tag b may follow tag a.
func legal(a, b int) bool {
	if ends(a) {
		return starts(b)
	}
	return !starts(b) && labelOf(a) == labelOf(b)
}

// chain holds the weights of the legal transitions, arranged for the recurrences: between
// the end of one span (or O) and the start of the next (or O), index 0 is O and the others
// alternate L and U, or B and U, by label. T is int32 for Viterbi, float32 for sums.
type chain[T int32 | float32] struct {
	labels int
	outer  []T    // [end][start], both 2n+1 wide
	inner  [][4]T // by label: B→I, B→L, I→I, I→L
}

// endTag and startTag give the tag of an index into a row or column of outer.
func endTag(i int) int {
	if i == 0 {
		return tagO
	}
	return tagOf((i-1)/2, posL+(i-1)%2)
}

func startTag(i int) int {
	if i == 0 {
		return tagO
	}
	if i%2 == 1 {
		return tagOf((i-1)/2, posB)
	}
	return tagOf((i-1)/2, posU)
}

// newChain arranges a full matrix of transition weights, [from*tags+to].
func newChain[T int32 | float32](labels int, full []T) chain[T] {
	n, tags := 2*labels+1, 4*labels+1
	c := chain[T]{labels: labels, outer: make([]T, n*n), inner: make([][4]T, labels)}
	for e := 0; e < n; e++ {
		for s := 0; s < n; s++ {
			c.outer[e*n+s] = full[endTag(e)*tags+startTag(s)]
		}
	}
	for y := range c.inner {
		b, i, l := tagOf(y, posB), tagOf(y, posI), tagOf(y, posL)
		c.inner[y] = [4]T{full[b*tags+i], full[b*tags+l], full[i*tags+i], full[i*tags+l]}
	}
	return c
}
