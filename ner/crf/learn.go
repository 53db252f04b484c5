package crf

import (
	"math"
	"math/rand/v2"
)

// Training maximises the penalised log-likelihood of the tags (Lafferty et al. 2001) by
// stochastic gradient steps with AdaGrad's rates (Duchi, Hazan & Singer 2011), one
// sentence at a time, and averages the weights over the later epochs. Against the alternatives:
// L-BFGS needs a hundred passes where this needs about ten; the averaged perceptron is as
// quick, but its scores mean nothing, and the tagger owes its callers a probability.
// Attributes are dropped at random while learning (Sutton, Sindelar & McCallum 2006:
// strong attributes must not starve weak ones), hints in whole sentences, so that names
// unknown to the gazetteer are learnt from their letters and their context.
//
// One goroutine learns, in an order drawn from the seed: the same bytes on any machine
// that computes float32 alike.

// lesson is one sentence ready for learning.
type lesson struct {
	tags   []uint8
	free   []uint64 // by token, a bit for each tag that may be right; nil when tags alone are
	attrs  []uint32 // ids of all tokens, one after the other
	ends   []int32  // end of each token's attributes in attrs
	hints  []uint32 // the same for hint attributes, which are dropped together
	hends  []int32
	votes  []uint32 // attributes of the votes, empty until they are known
	vends  []int32
	doc    int // number of its document
	first  int // its first token in the document
	weight float32
}

// learner holds the weights while they are learnt.
type learner struct {
	labels, tags int
	weights      []float32 // [attribute*tags+tag]
	squares      []float32 // AdaGrad's sums of squared gradients
	trans        []float32 // [from*tags+to]
	transSquares []float32
	sum          []float32 // of snapshots, for the average
	transSum     []float32
	snapshots    int
	rng          *rand.Rand
	rate         float32
	pull         []float32 // by attribute: strength of the prior at each step
	drop         float32   // share of attributes dropped
	hintDrop     float32   // share of sentences whose hints are dropped
	voteDrop     float32   // share of sentences whose votes are dropped

	sums sums
	psi  []float32
	held []float32 // potentials of the tags that may be right
	gold sums      // over them
	kept []uint32
	kend []int32
	exp  chain[float32]
	full []float32
}

func newLearner(labels, attributes int, seed uint64) *learner {
	tags := 4*labels + 1
	return &learner{
		labels: labels, tags: tags,
		weights: make([]float32, attributes*tags), squares: make([]float32, attributes*tags),
		sum:   make([]float32, attributes*tags),
		trans: make([]float32, tags*tags), transSquares: make([]float32, tags*tags), transSum: make([]float32, tags*tags),
		rng:  rand.New(rand.NewPCG(seed, 0x6e616d796162)),
		rate: 0.1, drop: 0.1, hintDrop: 0.3, voteDrop: 0.5,
		full: make([]float32, tags*tags),
	}
}

// epoch goes once through the lessons in random order and returns the loss a token.
func (l *learner) epoch(lessons []*lesson) float64 {
	order := l.rng.Perm(len(lessons))
	loss, tokens := 0.0, 0
	for _, i := range order {
		loss += l.learn(lessons[i])
		tokens += len(lessons[i].tags)
	}
	return loss / float64(max(tokens, 1))
}

// snapshot adds the weights to the average.
func (l *learner) snapshot() {
	for i, w := range l.weights {
		l.sum[i] += w
	}
	for i, w := range l.trans {
		l.transSum[i] += w
	}
	l.snapshots++
}

// average returns the mean of the snapshots.
func (l *learner) average() (weights, trans []float32) {
	if l.snapshots == 0 {
		return l.weights, l.trans
	}
	inv := 1 / float32(l.snapshots)
	weights, trans = make([]float32, len(l.sum)), make([]float32, len(l.transSum))
	for i, w := range l.sum {
		weights[i] = w * inv
	}
	for i, w := range l.transSum {
		trans[i] = w * inv
	}
	return weights, trans
}

// learn takes one gradient step and returns the loss of the sentence before it.
func (l *learner) learn(x *lesson) float64 {
	n := len(x.tags)
	l.choose(x)
	scores := emissions(&l.psi, l.weights, l.tags, l.kept, l.kend)
	gold := goldScore(scores, l.trans, x.tags, l.tags)
	shift := exponentiate(scores, n, l.tags)
	l.refresh()
	l.sums.run(&l.exp, scores, n, 0)
	logZ := shift
	for _, c := range l.sums.scale {
		logZ += math.Log(float64(c))
	}
	// The sum over legal endings is folded into backward: recover it from the first token.
	logZ -= math.Log(float64(max(l.mass(), tiny)))
	if x.free != nil {
		l.hold(x, scores)
		l.updateHeld(x)
		return 0
	}
	l.update(x)
	return (logZ - gold) * float64(x.weight)
}

// mass returns 1/(share of the forward mass that ends legally): the first token's
// marginals sum to 1, its backward values carry the division by that share.
func (l *learner) mass() float32 {
	last := len(l.sums.forward) - l.tags
	return l.sums.backward[last] // O is a legal end: the value is 1/share
}

// choose draws which attributes take part in this step.
func (l *learner) choose(x *lesson) {
	l.kept, l.kend = l.kept[:0], l.kend[:0]
	withHints := l.rng.Float32() >= l.hintDrop
	withVotes := l.rng.Float32() >= l.voteDrop && len(x.vends) > 0
	from, hfrom, vfrom := int32(0), int32(0), int32(0)
	limit := uint32(float64(l.drop) * (1 << 32))
	for i, end := range x.ends {
		for _, a := range x.attrs[from:end] {
			if l.rng.Uint32() >= limit {
				l.kept = append(l.kept, a)
			}
		}
		if withHints {
			l.kept = append(l.kept, x.hints[hfrom:x.hends[i]]...)
		}
		if withVotes {
			l.kept = append(l.kept, x.votes[vfrom:x.vends[i]]...)
			vfrom = x.vends[i]
		}
		from, hfrom = end, x.hends[i]
		l.kend = append(l.kend, int32(len(l.kept)))
	}
}

// emissions adds up the weights of each token's attributes.
func emissions(buf *[]float32, weights []float32, tags int, attrs []uint32, ends []int32) []float32 {
	if need := len(ends) * tags; cap(*buf) < need {
		*buf = make([]float32, need*2)
	}
	scores := (*buf)[:len(ends)*tags]
	clear(scores)
	from := int32(0)
	for i, end := range ends {
		row := scores[i*tags : (i+1)*tags]
		for _, a := range attrs[from:end] {
			w := weights[int(a)*tags : int(a)*tags+tags]
			w = w[:len(row)]
			for t := range row {
				row[t] += w[t]
			}
		}
		from = end
	}
	return scores
}

func goldScore(scores, trans []float32, gold []uint8, tags int) float64 {
	var s float64
	for i, t := range gold {
		s += float64(scores[i*tags+int(t)])
		if i > 0 {
			s += float64(trans[int(gold[i-1])*tags+int(t)])
		}
	}
	return s
}

// exponentiate turns scores into potentials, each token's largest being 1, and returns the sum of what
// was taken off.
func exponentiate(scores []float32, n, tags int) float64 {
	var shift float64
	for i := range n {
		row := scores[i*tags : (i+1)*tags]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		shift += float64(top)
		for t, v := range row {
			row[t] = expFast(max(v-top, -60))
		}
	}
	return shift
}

// expFast is e^x to about 1e-6 relative, for -87 < x <= 0 or so: 2^k times a polynomial.
func expFast(x float32) float32 {
	y := x * (1 / math.Ln2)
	k := math.Floor(float64(y))
	f := y - float32(k)
	p := 1 + f*(0.69314718+f*(0.24022651+f*(0.05550411+f*(0.00961813+f*0.00133336))))
	p += f * f * f * f * f * f * 0.00015465
	return p * math.Float32frombits(uint32(int32(k)+127)<<23)
}

// refresh takes the exponentials of the transitions.
func (l *learner) refresh() {
	for i, w := range l.trans {
		l.full[i] = 0
		if legal(i/l.tags, i%l.tags) {
			l.full[i] = float32(math.Exp(float64(w)))
		}
	}
	l.exp = newChain(l.labels, l.full)
}
