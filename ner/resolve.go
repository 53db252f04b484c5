package ner

import "sort"

// Resolve is the only step that drops anything: of all claims it keeps the set without
// overlaps whose summed gain is greatest, by weighted interval scheduling (Kleinberg &
// Tardos, Algorithm Design, 6.1).
//
// The gain of a claim is p − cut, where p is the measured probability that its span and
// label are right. A claim below the cut can only cost; of two claims that overlap the
// likelier wins unless it stands in the way of several. Taking claims whose p exceeds
// half the F1 that is reached maximises expected F1 (Lipton, Elkan & Naryanaswamy 2014),
// hence a cut a little under one half. Rejected: longest-leftmost, and a fixed preference
// of finders: both lose the short right name inside a long wrong one.
//
// Ties are broken by a total order, so the outcome does not depend on the order in which
// the finders spoke: greater gain, fewer claims, then the smaller (end, start, label).

// claim is everything that the finders said of one token range and label.
type claim struct {
	first, last int32 // token range, half-open
	label       Label
	method      Method
	echoed      bool    // proposed only because the name stands elsewhere in the text
	logit       float32 // log-odds that span and label are right, by a model that knows no echo
	full        float32 // log-odds by the model that does
	prob        float32 // the probability of full
	feats       span32  // its features, in scratch.feats
	echo        [maxEcho + 1]uint16
	nEcho       uint8
	match       int32 // index of the gazetteer match that covers exactly this range, or -1
	name        int32 // index of the gazetteer match of the range without its class word, or -1
}

type span32 struct{ from, to int32 }

// resolver holds the memory of the scheduling, reused from text to text.
type resolver struct {
	byEnd []int32   // claims above the cut by end, start, label
	prev  []int32   // for each, how many end at or before its start
	best  []float64 // best[k]: the greatest gain of the first k
	count []int32   // claims in that best set
	take  []bool
}

// choose returns the kept claims, sorted by first token. It takes O(n log n) time for
// n claims and allocates only to grow its memory.
func (r *resolver) choose(dst []int32, claims []claim, cut float32) []int32 {
	r.byEnd = r.byEnd[:0]
	for i := range claims {
		if claims[i].prob > cut {
			r.byEnd = append(r.byEnd, int32(i))
		}
	}
	sort.Sort(&endOrder{r.byEnd, claims})
	n := len(r.byEnd)
	r.prev = grow(r.prev, n)
	r.best = grow(r.best, n+1)
	r.count = grow(r.count, n+1)
	r.take = grow(r.take, n+1)
	r.best[0], r.count[0] = 0, 0
	for k, id := range r.byEnd {
		c := &claims[id]
		r.prev[k] = int32(sort.Search(k, func(j int) bool { return claims[r.byEnd[j]].last > c.first }))
		with := r.best[r.prev[k]] + float64(c.prob-cut)
		count := r.count[r.prev[k]] + 1
		r.take[k+1] = with > r.best[k] || with == r.best[k] && count < r.count[k]
		if r.take[k+1] {
			r.best[k+1], r.count[k+1] = with, count
		} else {
			r.best[k+1], r.count[k+1] = r.best[k], r.count[k]
		}
	}
	start := len(dst)
	for k := n; k > 0; {
		if !r.take[k] {
			k--
			continue
		}
		dst = append(dst, r.byEnd[k-1])
		k = int(r.prev[k-1])
	}
	kept := dst[start:]
	for i, j := 0, len(kept)-1; i < j; i, j = i+1, j-1 {
		kept[i], kept[j] = kept[j], kept[i]
	}
	return dst
}

// endOrder sorts claim indices by end, start, label: total, since claims are grouped by
// just these three.
type endOrder struct {
	ids    []int32
	claims []claim
}

func (o *endOrder) Len() int      { return len(o.ids) }
func (o *endOrder) Swap(i, j int) { o.ids[i], o.ids[j] = o.ids[j], o.ids[i] }
func (o *endOrder) Less(i, j int) bool {
	a, b := &o.claims[o.ids[i]], &o.claims[o.ids[j]]
	if a.last != b.last {
		return a.last < b.last
	}
	if a.first != b.first {
		return a.first < b.first
	}
	return a.label < b.label
}

// grow returns s with length n, keeping its memory where it suffices.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
