package crf

import "math"

// negligible is the size of a gradient that is not worth a memory access: after the first
// epochs most tokens are sure, and skipping them makes an epoch several times quicker.
const negligible = 2e-3

// update moves the weights along the gradient: observed minus expected.
func (l *learner) update(x *lesson) {
	var grad [maxTags]float32
	from := int32(0)
	for i, end := range l.kend {
		row := i * l.tags
		busy := false
		for t := range l.tags {
			g := -l.sums.forward[row+t] * l.sums.backward[row+t]
			if t == int(x.tags[i]) {
				g++
			}
			if g > -negligible && g < negligible {
				g = 0
			}
			grad[t] = g * x.weight
			busy = busy || g != 0
		}
		if busy {
			for _, a := range l.kept[from:end] {
				l.move(int(a)*l.tags, l.pull[a], grad[:l.tags])
			}
		}
		from = end
	}
	l.updateTransitions(x)
}

// move takes AdaGrad's step on one row of weights. The Gaussian prior on the weights
// pulls at each of the places an attribute stands, in equal parts.
func (l *learner) move(at int, pull float32, grad []float32) {
	w, q := l.weights[at:at+len(grad)], l.squares[at:at+len(grad)]
	for t, g := range grad {
		if g == 0 {
			continue
		}
		g -= pull * w[t]
		q[t] += g * g
		w[t] += l.rate * g / (float32(math.Sqrt(float64(q[t]))) + 0.1)
	}
}

// updateTransitions does the same for the transitions.
func (l *learner) updateTransitions(x *lesson) {
	n := len(x.tags)
	for i := 1; i < n; i++ {
		a, b := l.sums.forward[(i-1)*l.tags:i*l.tags], l.sums.backward[i*l.tags:(i+1)*l.tags]
		psi := l.psi[i*l.tags : (i+1)*l.tags]
		inv := 1 / l.sums.scale[i]
		gold := int(x.tags[i-1])*l.tags + int(x.tags[i])
		for s := range l.tags {
			if a[s] < 1e-4 && s != int(x.tags[i-1]) {
				continue
			}
			for t := range l.tags {
				at := s*l.tags + t
				if l.full[at] == 0 {
					continue
				}
				g := -a[s] * l.full[at] * psi[t] * b[t] * inv
				if at == gold {
					g++
				}
				if g < negligible && g > -negligible {
					continue
				}
				g *= x.weight
				l.transSquares[at] += g * g
				l.trans[at] += l.rate * g / (float32(math.Sqrt(float64(l.transSquares[at]))) + 1)
			}
		}
	}
}

// hold sums over the taggings that a lesson leaves open: corpora with coarser labels say
// of a name only that it is one of several things (partially labelled sequences: Tsuboi et al. 2008).
func (l *learner) hold(x *lesson, psi []float32) {
	l.held = append(l.held[:0], psi...)
	for i, allowed := range x.free {
		row := l.held[i*l.tags : (i+1)*l.tags]
		top := float32(0)
		for t := range row {
			if allowed>>t&1 == 0 {
				row[t] = 0
			}
			top = max(top, row[t])
		}
		if top > 0 {
			for t := range row {
				row[t] = max(row[t]/top, 0)
			}
		}
	}
	l.gold.run(&l.exp, l.held, len(x.tags), 0)
}

// updateHeld moves the weights towards what the open taggings expect. Transitions learn
// from the other lessons only.
func (l *learner) updateHeld(x *lesson) {
	var grad [maxTags]float32
	from := int32(0)
	for i, end := range l.kend {
		row := i * l.tags
		busy := false
		for t := range l.tags {
			g := l.gold.forward[row+t]*l.gold.backward[row+t] - l.sums.forward[row+t]*l.sums.backward[row+t]
			if g > -negligible && g < negligible {
				g = 0
			}
			grad[t] = min(max(g, -1), 1) * x.weight
			busy = busy || g != 0
		}
		if busy {
			for _, a := range l.kept[from:end] {
				l.move(int(a)*l.tags, l.pull[a], grad[:l.tags])
			}
		}
		from = end
	}
}
