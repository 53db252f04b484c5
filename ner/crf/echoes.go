package crf

// Label consistency (Krishnan & Manning 2006): what a first decoding makes of a word elsewhere
// in the document is evidence for a second. Both decodings use one set of weights: training
// shows the votes in half of the sentences only, so that the model does well without
// them, and the second decoding adds the rows of the votes to sums that stand already.
// The votes seen in training come from models that have not seen the sentence.

// echoes tells which capitalised words of a document are the same, whatever their case.
type echoes struct {
	first []int32 // by token: first token with the same word, -1 for tokens that do not count
	prev  []int32 // by token: the one before it with the same word, -1 for none
	last  []int32 // by first token: the last one
}

func (e *echoes) reset(n int) {
	if cap(e.first) < n {
		e.first, e.prev, e.last = make([]int32, n*3/2), make([]int32, n*3/2), make([]int32, n*3/2)
	}
	e.first, e.prev, e.last = e.first[:n], e.prev[:n], e.last[:n]
	for i := range e.first {
		e.first[i] = -1
	}
}

// note adds token at, whose word was first met at first (at itself when new).
func (e *echoes) note(at, first int32) {
	e.first[at], e.prev[at] = first, -1
	if first != at {
		e.prev[at] = e.last[first]
	}
	e.last[first] = at
}

// mostEchoes bounds how many places of a word vote.
const mostEchoes = 12

// tally is the outcome of a vote: 0 is "no other place", else the tags of the others.
type tally struct {
	lead  uint8 // 1 + the label that leads (0: O leads), 0 without a vote
	sure  uint8 // 2: all agree, 1: most do, 0: fewer
	many  uint8 // number of places that voted, at most 3
	tags  [3]uint8
	kinds uint8 // how many of tags are set
}

// vote asks the other places of the word of token at.
func (e *echoes) vote(at int, tags []uint8) (v tally) {
	first := e.first[at]
	if first < 0 || e.last[first] == first {
		return v
	}
	var count [maxLabels + 1]uint8
	total, seen := uint8(0), uint64(0)
	for j := e.last[first]; j >= 0 && total < mostEchoes; j = e.prev[j] {
		if int(j) == at {
			continue
		}
		total++
		tag := tags[j]
		if tag == tagO {
			count[0]++
		} else {
			count[labelOf(int(tag))+1]++
		}
		if seen>>tag&1 == 0 && int(v.kinds) < len(v.tags) {
			seen |= 1 << tag
			v.tags[v.kinds] = tag
			v.kinds++
		}
	}
	lead := 0
	for l, n := range count {
		if n > count[lead] {
			lead = l
		}
	}
	v.lead, v.many = uint8(lead)+1, min(total, 3)
	switch n := count[lead]; {
	case n == total:
		v.sure = 2
	case 2*n > total:
		v.sure = 1
	}
	return v
}

// votes appends the attributes of token at that come from the votes on it and on its
// neighbours in the same sentence, first to last.
func (e *echoes) votes(dst []uint64, at, first, last int, tags []uint8) []uint64 {
	var prev, next tally
	if at > first {
		prev = e.vote(at-1, tags)
	}
	if at+1 < last {
		next = e.vote(at+1, tags)
	}
	return voteAttributes(dst, prev, e.vote(at, tags), next)
}

// voteAttributes appends the attributes of a token with the tally v between two others.
func voteAttributes(dst []uint64, prev, v, next tally) []uint64 {
	if v.lead != 0 {
		dst = append(dst,
			attr(tVote, uint64(v.lead)),
			attr(tVote+8, uint64(v.lead)<<8|uint64(v.sure)<<4|uint64(v.many)))
		for _, tag := range v.tags[:v.kinds] {
			dst = append(dst, attr(tVote+16, uint64(tag)))
		}
	}
	if prev.lead > 1 {
		dst = append(dst, attr(tVote+24, uint64(prev.lead)<<4|uint64(prev.sure)))
	}
	if next.lead > 1 {
		dst = append(dst, attr(tVote+32, uint64(next.lead)<<4|uint64(next.sure)))
	}
	return dst
}
