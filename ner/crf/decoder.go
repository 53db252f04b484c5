package crf

import (
	"slices"

	"github.com/namyab/namyab/internal/corpus"
)

// decoder tags lessons with weights that are still being learnt, unquantised.
type decoder struct {
	weights []float32
	tags    int
	chain   chain[int32]
	spread  int32
	path    path
	attrs   []uint32
	ends    []int32
	buf     []float32
	scores  []int32
}

// fine is the scale at which the decoder rounds scores.
const fine = 4096

func newDecoder(labels int, l *learner) *decoder {
	weights, trans := l.average()
	full := make([]int32, len(trans))
	for i, w := range trans {
		full[i] = int32(w * fine)
	}
	d := &decoder{weights: weights, tags: l.tags, chain: newChain(labels, full)}
	d.spread = spreadOf(&d.chain)
	return d
}

// tag writes the best tags of a lesson to out.
func (d *decoder) tag(l *lesson, out []uint8) {
	d.gather(l)
	d.scores = d.scores[:0]
	for _, v := range emissions(&d.buf, d.weights, d.tags, d.attrs, d.ends) {
		d.scores = append(d.scores, int32(v*fine))
	}
	d.path.best(&d.chain, d.spread, d.scores, len(l.tags), out)
}

// gather lists all attributes of a lesson, token by token.
func (d *decoder) gather(l *lesson) {
	d.attrs, d.ends = d.attrs[:0], d.ends[:0]
	from, hfrom, vfrom := int32(0), int32(0), int32(0)
	for i, end := range l.ends {
		d.attrs = append(d.attrs, l.attrs[from:end]...)
		d.attrs = append(d.attrs, l.hints[hfrom:l.hends[i]]...)
		if len(l.vends) > 0 {
			d.attrs = append(d.attrs, l.votes[vfrom:l.vends[i]]...)
			vfrom = l.vends[i]
		}
		from, hfrom = end, l.hends[i]
		d.ends = append(d.ends, int32(len(d.attrs)))
	}
}

// score tags a set as the Tagger would and returns the strict F1.
func (t *trainer) score(l *learner, set *lessons) float64 {
	d := newDecoder(len(t.labels), l)
	tags := make([][]uint8, len(set.docs))
	for i, e := range set.docs {
		tags[i] = make([]uint8, len(e.first))
	}
	decode := func(counts *corpus.Counts) {
		var out []uint8
		for i := range set.list {
			x := &set.list[i]
			out = append(out[:0], x.tags...)
			d.tag(x, out)
			copy(tags[x.doc][x.first:], out)
			countSpans(counts, x.tags, out)
		}
	}
	var once, twice corpus.Counts
	for i := range set.list {
		set.list[i].vends = set.list[i].vends[:0]
	}
	decode(&once)
	if t.o.Folds < 2 {
		return once.F1()
	}
	t.addVotes(set, tags)
	decode(&twice)
	return twice.F1()
}

// countSpans counts the spans of two tag sequences of one sentence.
func countSpans(c *corpus.Counts, gold, pred []uint8) {
	type span struct{ first, last, label int }
	read := func(tags []uint8) (out []span) {
		for i := 0; i < len(tags); i++ {
			if tags[i] == tagO {
				continue
			}
			first := i
			for !ends(int(tags[i])) {
				i++
			}
			out = append(out, span{first, i + 1, labelOf(int(tags[i]))})
		}
		return out
	}
	g, p := read(gold), read(pred)
	c.Gold += len(g)
	c.Pred += len(p)
	for _, s := range p {
		if slices.Contains(g, s) {
			c.Correct++
		}
	}
}
