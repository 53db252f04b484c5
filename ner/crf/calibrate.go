package crf

import "math"

// Marginals of a model that fits its training data too well promise too much. Platt's
// (1999) correction, a straight line in log-odds fitted on the dev set, mends that.

// calibrate turns a marginal into a probability. Where the weights of a hostile file make
// sums overflow there is no marginal; then nothing is likely.
func (m *Model) calibrate(p float32) float32 {
	if math.IsNaN(float64(p)) {
		p = 0
	}
	return float32(sigmoid(float64(m.slope)*logit(float64(p)) + float64(m.offset)))
}

func logit(p float64) float64 {
	p = min(max(p, 1e-6), 1-1e-6)
	return math.Log(p / (1 - p))
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// fitLine returns the slope and offset that make the outcomes likeliest, by Newton's
// method with Platt's smoothed targets; 1 and 0 when there is too little to go by.
func fitLine(probs []float64, right []bool) (slope, offset float64) {
	good := 0
	for _, r := range right {
		if r {
			good++
		}
	}
	if good < 20 || len(right)-good < 20 {
		return 1, 0
	}
	high, low := float64(good+1)/float64(good+2), 1/float64(len(right)-good+2)
	slope, offset = 1, 0
	for range 50 {
		var ga, gb, haa, hab, hbb float64
		for i, p := range probs {
			target := low
			if right[i] {
				target = high
			}
			x := logit(p)
			q := sigmoid(slope*x + offset)
			d, w := target-q, q*(1-q)+1e-9
			ga, gb = ga+d*x, gb+d
			haa, hab, hbb = haa+w*x*x, hab+w*x, hbb+w
		}
		det := haa*hbb - hab*hab + 1e-9
		da, db := (hbb*ga-hab*gb)/det, (haa*gb-hab*ga)/det
		slope, offset = slope+da, offset+db
		if math.Abs(da)+math.Abs(db) < 1e-9 {
			break
		}
	}
	if !(slope > 0.05 && slope < 20) || !(math.Abs(offset) < 20) {
		return 1, 0
	}
	return slope, offset
}
