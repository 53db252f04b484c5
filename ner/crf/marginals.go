package crf

// The forward–backward recurrences (Rabiner 1989 §III) in the space of probabilities,
// scaled to sum 1 at each token, over the legal transitions only.

// sums is scratch memory for forward–backward; not for concurrent use.
type sums struct {
	forward, backward []float32 // [token*tags+tag]
	scale             []float32 // what forward was divided by at each token
}

func (s *sums) grow(n, tags int) {
	if cap(s.scale) < n || cap(s.forward) < n*tags {
		m := n + n/2 + 8
		s.forward, s.backward = make([]float32, m*tags), make([]float32, m*tags)
		s.scale = make([]float32, m)
	}
	s.forward, s.backward, s.scale = s.forward[:n*tags], s.backward[:n*tags], s.scale[:n]
}

// run fills forward and backward for potentials psi ([token*tags+tag], any positive
// scale at each token) and transitions c, both exponentials of the scores.
//
// backward is filled from the last token down to token first only.
func (s *sums) run(c *chain[float32], psi []float32, n, first int) {
	tags := 4*c.labels + 1
	s.grow(n, tags)
	for t := range tags {
		s.forward[t] = 0
		if starts(t) {
			s.forward[t] = psi[t]
		}
	}
	s.scale[0] = normalise(s.forward[:tags])
	for i := 1; i < n; i++ {
		row := s.forward[i*tags : (i+1)*tags]
		forwardStep(c, s.forward[(i-1)*tags:i*tags], psi[i*tags:(i+1)*tags], row)
		s.scale[i] = normalise(row)
	}
	last := s.backward[(n-1)*tags:]
	for t := range last {
		last[t] = 0
		if ends(t) {
			last[t] = 1
		}
	}
	// The last scale counts only paths that end legally.
	var total float32
	for t, v := range s.forward[(n-1)*tags:] {
		total += v * last[t]
	}
	for t := range last {
		last[t] /= max(total, tiny)
	}
	for i := n - 2; i >= first; i-- {
		backwardStep(c, s.backward[(i+1)*tags:(i+2)*tags], psi[(i+1)*tags:(i+2)*tags], s.scale[i+1], s.backward[i*tags:(i+1)*tags])
	}
}

// faint is a probability too small to be passed on.
const faint = 1e-9

// tiny keeps divisions finite where every path has underflowed.
const tiny = 1e-37

func normalise(row []float32) float32 {
	var sum float32
	for _, v := range row {
		sum += v
	}
	sum = max(sum, tiny)
	inv := 1 / sum
	for i := range row {
		row[i] *= inv
	}
	return sum
}

func forwardStep(c *chain[float32], prev, psi, row []float32) {
	var into [2*maxLabels + 1]float32
	if c.labels == 6 {
		into13((*[13]float32)(into[:]), (*[169]float32)(c.outer), (*[25]float32)(prev))
	} else {
		n := 2*c.labels + 1
		for e := range n {
			v := prev[endTags[e]]
			if v < faint {
				continue
			}
			for s, w := range c.outer[e*n : e*n+n] {
				into[s] += v * w
			}
		}
	}
	row[tagO] = into[0] * psi[tagO]
	for y := range c.labels {
		b, w := 4*y+1, &c.inner[y]
		row[b] = into[2*y+1] * psi[b]
		row[b+3] = into[2*y+2] * psi[b+3]
		row[b+1] = (prev[b]*w[0] + prev[b+1]*w[2]) * psi[b+1]
		row[b+2] = (prev[b]*w[1] + prev[b+1]*w[3]) * psi[b+2]
	}
}

func backwardStep(c *chain[float32], next, psi []float32, scale float32, row []float32) {
	n := 2*c.labels + 1
	var from [2*maxLabels + 1]float32
	inv := 1 / scale
	from[0] = next[tagO] * psi[tagO] * inv
	for y := range c.labels {
		b := 4*y + 1
		from[2*y+1] = next[b] * psi[b] * inv
		from[2*y+2] = next[b+3] * psi[b+3] * inv
	}
	if c.labels == 6 {
		from13((*[25]float32)(row), (*[169]float32)(c.outer), (*[13]float32)(from[:]))
	} else {
		for e := range n {
			var sum float32
			for s, w := range c.outer[e*n : e*n+n] {
				sum += w * from[s]
			}
			row[endTags[e]] = sum
		}
	}
	for y := range c.labels {
		b, w := 4*y+1, &c.inner[y]
		inside, last := next[b+1]*psi[b+1]*inv, next[b+2]*psi[b+2]*inv
		row[b] = w[0]*inside + w[1]*last
		row[b+1] = w[2]*inside + w[3]*last
	}
}

// span returns the probability that tokens first to last (half-open) are exactly one span
// with the given label.
func (s *sums) span(c *chain[float32], psi []float32, first, last, label int) float32 {
	tags := 4*c.labels + 1
	if last-first == 1 {
		at := first*tags + tagOf(label, posU)
		return s.forward[at] * s.backward[at]
	}
	w := &c.inner[label]
	p := s.forward[first*tags+tagOf(label, posB)]
	for i := first + 1; i < last; i++ {
		step, pos := w[0], posI
		switch {
		case i == first+1 && i == last-1:
			step, pos = w[1], posL
		case i == last-1:
			step, pos = w[3], posL
		case i > first+1:
			step = w[2]
		}
		p *= step * psi[i*tags+tagOf(label, pos)] / s.scale[i]
	}
	return p * s.backward[(last-1)*tags+tagOf(label, posL)]
}
