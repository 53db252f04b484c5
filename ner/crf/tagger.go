package crf

import (
	"github.com/namyab/namyab/internal/text"
)

// Tagged is one span that the model proposes.
type Tagged struct {
	First, Last int     // token range, half-open
	Label       uint8   // index into Model.Labels
	Prob        float32 // probability that span and label are right: the span's marginal, calibrated on the dev set
}

// Tagger holds the memory that tagging needs and a memo of words met before (up to
// 8 MiB, touched as it fills). It is costly to make and cheap to keep: take it from a pool. Not for
// concurrent use.
type Tagger struct {
	m       *Model
	memo    memo
	scratch wordScratch
	surface []byte
	attrs   []uint64
	touched uint64   // nothing; keeps the reads of touch
	few     []uint64 // attributes of what is remembered
	slots   []uint32 // rows of few
	ev      evidence

	facts  []facts  // of the part in hand, by token
	at     []int32  // the same: numbers in the memo, unless forgotten since
	sums   []uint64 // the same, m.words a token
	found  []uint32 // rows of a sentence, by token
	ends   []int32  // by token: the end of its rows in found
	scores []int32  // of the part in hand, m.tags a token
	tags   []uint8
	before []uint8 // tags of the first decoding
	path   path
	prob   sums
	psi    []float32
}

// NewTagger returns a Tagger over m.
func (m *Model) NewTagger() *Tagger {
	return &Tagger{m: m, memo: newMemo(m)}
}

// partTokens bounds how much of a document is looked at together: its evidence and scores
// stay in the second-level cache, and memory is bounded however long a document is. News
// and reports of up to about twelve pages are one part.
const partTokens = 6144

// Tag appends the spans that the model finds in doc to dst and returns the extended
// slice: sorted, no overlaps, inside one sentence each. hints is nil or has one Hint a
// token. Tag cannot fail; it takes O(tokens) time, retains neither doc nor hints, and
// allocates only when dst or a scratch buffer must grow.
func (t *Tagger) Tag(dst []Tagged, doc *text.Doc, hints []Hint) []Tagged {
	if len(hints) != len(doc.Tokens) {
		hints = nil
	}
	for from := 0; from < len(doc.Sentences); {
		to := from + 1
		first := doc.Sentences[from].First
		for to < len(doc.Sentences) && doc.Sentences[to].Last-first <= partTokens {
			to++
		}
		dst = t.part(dst, doc, doc.Sentences[from:to], hints)
		from = to
	}
	return dst
}

// part tags some sentences of a document together.
func (t *Tagger) part(dst []Tagged, doc *text.Doc, sentences []text.Sentence, hints []Hint) []Tagged {
	first, last := sentences[0].First, sentences[len(sentences)-1].Last
	t.reset(last - first)
	for _, s := range sentences {
		t.look(doc, s, first)
		t.ev.collect(t.facts[s.First-first:s.Last-first], s.First-first, sentenceOf(s))
	}
	for _, s := range sentences {
		if s.Last > s.First {
			t.weigh(doc, s, first, hints)
			t.spread(s.First-first, s.Last-first)
			t.decode(s, first)
		}
	}
	t.reconsider(sentences, first)
	for _, s := range sentences {
		dst = t.read(dst, s, first)
	}
	return dst
}

// reset makes room for a part of n tokens.
func (t *Tagger) reset(n int) {
	if cap(t.facts) < n {
		room := min(n+n/2+64, max(n, partTokens))
		t.facts, t.at, t.tags = make([]facts, room), make([]int32, room), make([]uint8, room)
		t.sums, t.scores = make([]uint64, room*t.m.words), make([]int32, room*t.m.tags)
	}
	t.facts, t.at, t.tags = t.facts[:n], t.at[:n], t.tags[:n]
	t.sums, t.scores = t.sums[:n*t.m.words], t.scores[:n*t.m.tags]
	clear(t.sums)
	t.ev.reset(n)
}

// look finds the facts of the words of a sentence and adds up their context-free rows, and
// those of the places before and after them.
func (t *Tagger) look(doc *text.Doc, s text.Sentence, first int) {
	w := t.m.words
	from, n := s.First-first, s.Last-s.First
	sums := t.sums[from*w : (from+n)*w]
	touched := uint64(0)
	for i := range n {
		surface := doc.Surface(s.First + i)
		key := hashString(surface)
		t.facts[from+i].exact = key
		at := t.word(key, surface)
		t.at[from+i] = int32(at)
		touched |= t.memo.touch(at)
	}
	t.touched = touched
	for i := range n {
		at := t.again(doc, s.First+i, from+i)
		t.facts[from+i] = t.memo.facts[at]
		remembered := t.memo.sums[at*t.memo.stride : (at+1)*t.memo.stride]
		lo, hi := max(i-reach, 0), min(i+reach+1, n)
		skip := lo - (i - reach)
		addSum(sums[lo*w:hi*w], remembered[skip*w:(skip+hi-lo)*w])
	}
	for j := range min(reach, n) {
		addSum(sums[j*w:(j+1)*w], t.m.before[j])
		k := n - 1 - j
		addSum(sums[k*w:(k+1)*w], t.m.after[j])
	}
}

// again returns the memo's number of a word looked at before, which may have been forgotten.
func (t *Tagger) again(doc *text.Doc, token, i int) int {
	at, key := int(t.at[i]), t.facts[i].exact
	if t.memo.keys[at] != key {
		at = t.word(key, doc.Surface(token))
		t.at[i] = int32(at)
	}
	return at
}

// weigh adds up the other rows of the tokens of a sentence.
func (t *Tagger) weigh(doc *text.Doc, s text.Sentence, first int, hints []Hint) {
	w := t.m.words
	from, to := s.First-first, s.Last-first
	f := t.facts[from:to]
	about := describeSentence(s, f, &t.facts[0])
	topic := premix(about.topic)
	near := nearby{pp: &border, p: &border, c: &border, n: &f[0], nn: &border}
	if len(f) > 1 {
		near.nn = &f[1]
	}
	t.found, t.ends = t.found[:0], t.ends[:0]
	for i := range f {
		near.pp, near.p, near.c, near.n, near.nn = near.p, near.c, near.n, near.nn, &border
		if i+2 < len(f) {
			near.nn = &f[i+2]
		}
		sum := t.sums[(from+i)*w : (from+i+1)*w]
		place := about.place(i)
		t.attrs = near.pairAttributes(t.attrs[:0], topic)
		t.attrs = t.ev.attributes(t.attrs, t.facts, from+i, i, about)
		t.found = t.m.rows.slots(t.found, t.attrs)
		t.ends = append(t.ends, int32(len(t.found)))
		addSum(sum, t.shapes(&near, place))
		addSum(sum, t.topics(&near, topic))
		addSum(sum, t.placed(t.again(doc, s.First+i, from+i), place))
	}
	t.addFound(t.sums[from*w : to*w])
	if hints != nil {
		t.weighHints(hints[s.First:s.Last], t.sums[from*w:to*w])
	}
}

// addFound adds the rows in found to the sums of a sentence. The rows of many tokens are
// read in one go, so that the processor can wait for many of them at once.
func (t *Tagger) addFound(sums []uint64) {
	m, start := t.m, int32(0)
	for i, end := range t.ends {
		m.rows.addRows(sums[i*m.words:(i+1)*m.words], t.found[start:end])
		start = end
	}
}

// weighHints adds the rows of the hints of a sentence: each token sees its own and those of
// the tokens next to it.
func (t *Tagger) weighHints(hints []Hint, sums []uint64) {
	w := t.m.words
	for i, h := range hints {
		if h == 0 {
			continue
		}
		rows := t.hint(h) // by offset of the hint from the token: -1, 0, 1
		addSum(sums[i*w:(i+1)*w], rows[w:2*w])
		if i > 0 {
			addSum(sums[(i-1)*w:i*w], rows[2*w:])
		}
		if i+1 < len(hints) {
			addSum(sums[(i+1)*w:(i+2)*w], rows[:w])
		}
	}
}

// reconsider decodes again the sentences on whose words other places of the document have
// a say. All see the tags of the first decoding.
func (t *Tagger) reconsider(sentences []text.Sentence, first int) {
	if !t.m.votes {
		return
	}
	w := t.m.words
	t.before = append(t.before[:0], t.tags...)
	for _, s := range sentences {
		changed := false
		from, to := s.First-first, s.Last-first
		var prev, v, next tally
		if from < to {
			next = t.ev.vote(from, t.before)
		}
		for i := from; i < to; i++ {
			prev, v, next = v, next, tally{}
			if i+1 < to {
				next = t.ev.vote(i+1, t.before)
			}
			if prev.lead|v.lead|next.lead == 0 {
				continue
			}
			t.attrs = voteAttributes(t.attrs[:0], prev, v, next)
			if len(t.attrs) > 0 {
				t.m.add(t.sums[i*w:(i+1)*w], t.attrs, &t.slots)
				t.spread(i, i+1)
				changed = true
			}
		}
		if changed {
			t.decode(s, first)
		}
	}
}

// spread takes the sums of some tokens apart.
func (t *Tagger) spread(from, to int) {
	m := t.m
	for i := from; i < to; i++ {
		spread(t.scores[i*m.tags:(i+1)*m.tags], t.sums[i*m.words:(i+1)*m.words])
	}
}

// decode finds the best tags of a sentence.
func (t *Tagger) decode(s text.Sentence, first int) {
	m := t.m
	from, to := s.First-first, s.Last-first
	t.path.best(&m.viterbi, m.spread, t.scores[from*m.tags:to*m.tags], to-from, t.tags[from:to])
}

// read appends the spans of a decoded sentence.
func (t *Tagger) read(dst []Tagged, s text.Sentence, first int) []Tagged {
	from, n := s.First-first, s.Last-s.First
	tags := t.tags[from : from+n]
	ready := false
	for i := 0; i < n; i++ {
		if tags[i] == tagO {
			continue
		}
		start := i
		for !ends(int(tags[i])) {
			i++
		}
		if !ready {
			t.potentials(from, n)
			t.prob.run(&t.m.forward, t.psi, n, i)
			ready = true
		}
		label := labelOf(int(tags[i]))
		p := t.prob.span(&t.m.forward, t.psi, start, i+1, label)
		dst = append(dst, Tagged{First: s.First + start, Last: s.First + i + 1, Label: uint8(label), Prob: t.m.calibrate(p)})
	}
	return dst
}

// potentials takes the exponentials of a sentence's scores.
func (t *Tagger) potentials(from, n int) {
	m := t.m
	if cap(t.psi) < n*m.tags {
		t.psi = make([]float32, n*m.tags*3/2)
	}
	t.psi = t.psi[:n*m.tags]
	for i := range n {
		exps(t.psi[i*m.tags:(i+1)*m.tags], t.scores[(from+i)*m.tags:(from+i+1)*m.tags], m.decay)
	}
}

// exps writes the exponentials of the scores of a token, the best of which becomes 1. decay
// has e^(-i/scale) for each distance i; what is further away counts as its last.
func exps(psi []float32, scores []int32, decay []float32) {
	scores = scores[:len(psi)]
	a, b := scores[0], scores[0]
	for k := 2; k < len(scores); k += 2 { // two maxima: neither waits for the other
		a, b = max(a, scores[k-1]), max(b, scores[k])
	}
	top, last := max(a, b), uint32(len(decay)-1)
	for k, v := range scores {
		psi[k] = decay[min(uint32(top-v), last)]
	}
}
