package gazetteer

import (
	"slices"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// near is a word of the vocabulary of one layer that is like a word asked for.
type near struct {
	word  uint32
	edits uint8 // edits between the match keys
}

// maxNear bounds the like words kept for one word; the likest stay.
const maxNear = 128

// maxRun bounds the words looked at under one skeleton, the most used first.
const maxRun = 512

// nearFinder collects like words. It is scratch.
type nearFinder struct {
	skel   []byte
	hashes []uint64
	seen   []uint32
	strict bool        // for running text: fewer edits, fewer words looked at
	mask   [256]uint64 // Myers' masks of the key asked for; cleared after use
	query  uint64      // number of the query, shifted above the words
	looked [numLooked]uint64
}

// numLooked is how many words just looked at a finder knows, so as to look once at most of
// them.
const numLooked = 1 << 10

// find appends the words of layer f whose key is like key, the likest first. Words are
// found by consonant skeleton with one consonant more, less or other, and kept when their
// keys are within an edit or two. Cost: about 5 µs; bounded by maxRun for any input.
func (n *nearFinder) find(dst []near, f *ngz.File, key []byte) []near {
	if len(key) == 0 || len(key) > 60 {
		return dst
	}
	first := len(dst)
	n.seen = n.seen[:0]
	n.query += 1 << 32
	for i, c := range key {
		n.mask[c] |= 1 << i
	}
	n.skel = ngz.AppendSkeleton(n.skel[:0], key)
	n.hashes = ngz.SkeletonHashes(n.hashes[:0], n.skel)
	limit, run, common := maxEdits(len(key)), uint32(maxRun), uint32(veryCommon)
	if n.strict {
		limit, run, common = max(limit-1, min(limit, 1)), maxRun/8, commonText
	}
	for _, h := range n.hashes {
		from, to := f.Skeletons.Find(h)
		to = min(to, from+run)
		for ; from < to; from++ {
			w := f.Skeletons.Val(from)
			if n.looked[w%numLooked] == n.query|uint64(w) { // found under another hash, most are under several
				continue
			}
			n.looked[w%numLooked] = n.query | uint64(w)
			k, first, last := f.WordKey(w)
			if last-first >= common && k == string(key) {
				n.clear(key)
				return append(dst, near{word: w})
			}
			if d := len(k) - len(key); d > limit || d < -limit {
				continue
			}
			if e := n.edits(len(key), k); e <= limit {
				n.seen = append(n.seen, uint32(e)<<28|w&(1<<28-1))
			}
		}
	}
	n.clear(key)
	slices.Sort(n.seen)
	last := uint32(1<<32 - 1)
	for _, x := range n.seen {
		if x != last && len(dst)-first < maxNear {
			dst = append(dst, near{word: x & (1<<28 - 1), edits: uint8(x >> 28)})
		}
		last = x
	}
	return dst
}

// From so many names on a word is itself and no misspelt other: of a name asked for, and of
// one met in running text, which most likely is no name of ours.
const (
	veryCommon = 150
	commonText = 16
)

func (n *nearFinder) clear(key []byte) {
	for _, c := range key {
		n.mask[c] = 0
	}
}

// maxEdits is how many edits between match keys of a length make a candidate still.
func maxEdits(n int) int {
	switch {
	case n <= 2:
		return 0
	case n <= 4:
		return 1
	case n <= 8:
		return 2
	}
	return 3
}

// edits returns the Levenshtein distance of the key in mask, of m letters, and k: Myers's
// bit-vector algorithm (1999), one step a letter.
func (n *nearFinder) edits(m int, k string) int {
	pv, mv := ^uint64(0), uint64(0)
	score := m
	top := uint64(1) << (m - 1)
	for i := 0; i < len(k); i++ {
		eq := n.mask[k[i]]
		xv := eq | mv
		xh := (((eq & pv) + pv) ^ pv) | eq
		ph := mv | ^(xh | pv)
		mh := pv & xh
		if ph&top != 0 {
			score++
		}
		if mh&top != 0 {
			score--
		}
		ph = ph<<1 | 1
		mh <<= 1
		pv = mh | ^(xv | ph)
		mv = ph & xv
	}
	return score
}
