// Package maxent learns the weights of conditional maximum-entropy models (Berger, Della
// Pietra & Della Pietra 1996) over plain features: which of some alternatives is right,
// given the features of each. A yes-or-no question is one with an empty alternative.
// Only generators link it.
package maxent

import "math"

// Group is one decision: its alternatives, each a list of feature numbers, and which of
// them are right.
type Group struct {
	Alternatives [][]int32
	Right        []bool
	Weight       float64 // 0 means 1
}

// Options steer Fit.
type Options struct {
	Features int
	L2       []float64 // strength of the pull to zero, by feature
	Sign     []int8    // by feature: 1 for a weight that is never below zero, -1 for one never above; nil for none
	Epochs   int
	Rate     float64
}

// Fit returns the weights that maximise the likelihood of the right alternatives less the
// L2 penalty, by AdaGrad (Duchi, Hazan & Singer 2011) over the groups in their order: the
// same groups give the same weights. Groups without a right alternative are passed over.
func Fit(groups []Group, o Options) []float64 {
	w := make([]float64, o.Features)
	sq := make([]float64, o.Features)
	count := make([]float64, o.Features)
	for _, g := range groups {
		for _, a := range g.Alternatives {
			for _, f := range a {
				count[f]++
			}
		}
	}
	grad := map[int32]float64{}
	var touched []int32
	for epoch := range o.Epochs {
		rate := o.Rate / (1 + float64(epoch)/8)
		for i := range groups {
			touched = gradient(&groups[i], w, grad, touched[:0])
			for _, f := range touched {
				d := grad[f] - o.L2[f]*w[f]/count[f]
				delete(grad, f)
				sq[f] += d * d
				w[f] += rate * d / (math.Sqrt(sq[f]) + 1e-8)
				if o.Sign != nil && w[f]*float64(o.Sign[f]) < 0 {
					w[f] = 0
				}
			}
		}
	}
	return w
}

// gradient adds the gradient of the log-likelihood of one group to grad and lists the
// features that it touched, in order.
func gradient(g *Group, w []float64, grad map[int32]float64, touched []int32) []int32 {
	all, right := Posterior(g, w)
	weight := g.Weight
	if weight == 0 {
		weight = 1
	}
	if right == nil {
		return touched
	}
	for k, alt := range g.Alternatives {
		d := (right[k] - all[k]) * weight
		for _, f := range alt {
			if _, ok := grad[f]; !ok {
				touched = append(touched, f)
			}
			grad[f] += d
		}
	}
	return touched
}

// Posterior returns the probability of each alternative, and the same among the right
// ones alone (nil when none is right).
func Posterior(g *Group, w []float64) (all, right []float64) {
	n := len(g.Alternatives)
	all = make([]float64, n)
	best := math.Inf(-1)
	any := false
	for k, alt := range g.Alternatives {
		for _, f := range alt {
			all[k] += w[f]
		}
		best = max(best, all[k])
		any = any || g.Right[k]
	}
	sum, sumRight := 0.0, 0.0
	for k := range all {
		all[k] = math.Exp(all[k] - best)
		sum += all[k]
		if g.Right[k] {
			sumRight += all[k]
		}
	}
	if any {
		right = make([]float64, n)
	}
	for k := range all {
		if any && g.Right[k] {
			right[k] = all[k] / sumRight
		}
		all[k] /= sum
	}
	return all, right
}
