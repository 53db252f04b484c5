package crf

// Viterbi's recurrence over the legal transitions only: of the (4n+1)² pairs of tags,
// (2n+1)² + 4n may follow each other, and those between spans share one matrix.

// path finds best paths; it is scratch memory, not for concurrent use.
type path struct {
	score, next [64]int32 // by tag; maxTags or more
	back        []uint8   // [token][tag] the tag before
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
	score, next := &p.score, &p.next
	for t := range tags {
		score[t] = illegal
		if starts(t) {
			score[t] = emissions[t]
		}
	}
	lead := score[0]
	for y := range c.labels {
		lead = max(lead, score[4*y+posU])
	}
	for i := 1; i < n; i++ {
		if c.labels == 6 {
			lead = step6(c, lead-spread, (*[25]int32)(score[:]), (*[25]int32)(next[:]), (*[25]int32)(emissions[i*25:]), (*[25]uint8)(p.back[i*25:]))
			score, next = next, score
			continue
		}
		p.step(c, spread, score, next, emissions[i*tags:(i+1)*tags], p.back[i*tags:(i+1)*tags])
		score, next = next, score
	}
	top, tag := int32(illegal), 0
	for e := range 2*c.labels + 1 {
		if t := endTag(e); score[t] > top {
			top, tag = score[t], t
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
func (p *path) step(c *chain[int32], spread int32, score, next *[64]int32, emission []int32, back []uint8) {
	var best [2*maxLabels + 1]int32
	var from [2*maxLabels + 1]uint8
	p.cross(c, spread, score, &best, &from)
	emission, back = emission[:4*c.labels+1], back[:4*c.labels+1]
	next[tagO] = best[0] + emission[tagO]
	back[tagO] = from[0]
	for y := range c.inner {
		b, w := 4*y+1, &c.inner[y]
		e, k := (*[4]int32)(emission[b:]), (*[4]uint8)(back[b:])
		old, out := (*[4]int32)(score[b:]), (*[4]int32)(next[b:])
		out[0], k[0] = best[2*y+1]+e[0], from[2*y+1]
		out[3], k[3] = best[2*y+2]+e[3], from[2*y+2]
		begin, inside := old[0]+w[0], old[1]+w[2]
		k[1] = uint8(b)
		if inside > begin {
			k[1] = uint8(b + 1)
		}
		out[1] = max(begin, inside) + e[1]
		begin, inside = old[0]+w[1], old[1]+w[3]
		k[2] = uint8(b)
		if inside > begin {
			k[2] = uint8(b + 1)
		}
		out[2] = max(begin, inside) + e[2]
	}
}

// cross finds the best end (or O) before each start (or O), and its score.
func (p *path) cross(c *chain[int32], spread int32, score *[64]int32, best *[2*maxLabels + 1]int32, from *[2*maxLabels + 1]uint8) {
	n := 2*c.labels + 1
	lead := score[tagO]
	for y := range c.labels {
		lead = max(lead, score[4*y+posL], score[4*y+posU])
	}
	first := true
	for e := range n {
		t := endTags[e]
		v := score[t&63]
		if v < lead-spread {
			continue
		}
		row := c.outer[e*n : e*n+n]
		if first {
			first = false
			for s, w := range row {
				best[s], from[s] = v+w, t
			}
			continue
		}
		for s, w := range row {
			if v+w > best[s] {
				best[s], from[s] = v+w, t
			}
		}
	}
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
