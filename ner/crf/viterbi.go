package crf

// Viterbi's recurrence over the legal transitions only: of the (4n+1)² pairs of tags,
// (2n+1)² + 4n may follow each other, and those between spans share one matrix.

// path finds best paths; it is scratch memory, not for concurrent use.
type path struct {
	score [maxTags]int32
	next  [maxTags]int32
	back  []uint8 // [token][tag] the tag before
}

// best writes the tags of the best legal path for n tokens with the given emissions
// ([token*tags+tag]) and returns its score. Ties go to the lower tag.
//
// An end whose score is so low that no transition can bring it back is left out: where O is
// sure, one row of the matrix is read in place of 2n+1. The result is the same.
func (p *path) best(c *chain[int32], spread int32, emissions []int32, n int, out []uint8) int32 {
	tags := 4*c.labels + 1
	if need := n * tags; cap(p.back) < need {
		p.back = make([]uint8, need+need/2)
	}
	for t := range tags {
		p.score[t] = illegal
		if starts(t) {
			p.score[t] = emissions[t]
		}
	}
	for i := 1; i < n; i++ {
		p.step(c, spread, emissions[i*tags:(i+1)*tags], p.back[i*tags:(i+1)*tags])
	}
	top, tag := int32(illegal), 0
	for e := range 2*c.labels + 1 {
		if t := endTag(e); p.score[t] > top {
			top, tag = p.score[t], t
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = uint8(tag)
		if i > 0 {
			tag = int(p.back[i*tags+tag])
		}
	}
	return top
}

// illegal is a score no legal path reaches: emissions and transitions are 16-bit sums.
const illegal = -1 << 30

// step advances the scores by one token.
func (p *path) step(c *chain[int32], spread int32, emission []int32, back []uint8) {
	n := 2*c.labels + 1
	var best [2*maxLabels + 1]int32
	var from [2*maxLabels + 1]uint8
	lead := p.score[tagO]
	for y := range c.labels {
		lead = max(lead, p.score[4*y+posL], p.score[4*y+posU])
	}
	for s := range n {
		best[s] = illegal
	}
	for e := range n {
		t := endTags[e]
		score := p.score[t]
		if score < lead-spread {
			continue
		}
		row := c.outer[e*n : e*n+n]
		for s, w := range row {
			if v := score + w; v > best[s] {
				best[s], from[s] = v, t
			}
		}
	}
	p.next[tagO] = best[0] + emission[tagO]
	back[tagO] = from[0]
	for y := range c.labels {
		b, w := 4*y+1, &c.inner[y]
		p.next[b] = best[2*y+1] + emission[b]
		back[b] = from[2*y+1]
		p.next[b+3] = best[2*y+2] + emission[b+3]
		back[b+3] = from[2*y+2]
		begin, inside := p.score[b], p.score[b+1]
		p.next[b+1], back[b+1] = begin+w[0]+emission[b+1], uint8(b)
		if v := inside + w[2] + emission[b+1]; v > p.next[b+1] {
			p.next[b+1], back[b+1] = v, uint8(b+1)
		}
		p.next[b+2], back[b+2] = begin+w[1]+emission[b+2], uint8(b)
		if v := inside + w[3] + emission[b+2]; v > p.next[b+2] {
			p.next[b+2], back[b+2] = v, uint8(b+1)
		}
	}
	p.score = p.next
}

// endTags is endTag as a table.
var endTags = func() (t [2*maxLabels + 1]uint8) {
	for i := range t {
		t[i] = uint8(endTag(i))
	}
	return t
}()

// spreadOf bounds how far a transition can lift one end over another: the largest
// difference within a column of the matrix.
func spreadOf(c *chain[int32]) int32 {
	n := 2*c.labels + 1
	var spread int32
	for s := range n {
		low, high := c.outer[s], c.outer[s]
		for e := range n {
			low, high = min(low, c.outer[e*n+s]), max(high, c.outer[e*n+s])
		}
		spread = max(spread, high-low)
	}
	return spread
}
