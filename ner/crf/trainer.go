package crf

import (
	"context"
	"slices"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/text"
)

// trainer holds one run of Train.
type trainer struct {
	o       Options
	labels  []string
	classes *clusters
	dict    *dictionary
	lessons []lesson
	dev     []lesson
	test    []lesson
	learner *learner
}

// prepare turns examples into lessons; attributes are numbered unless the dictionary is frozen.
func (t *trainer) prepare(examples []Example) []lesson {
	x := &extractor{classes: t.classes}
	var out []lesson
	for i := range examples {
		e := &examples[i]
		var hints []Hint
		if t.o.Hints != nil {
			hints = t.o.Hints(e.Doc)
		}
		x.load(e.Doc)
		spans := e.Spans
		for _, s := range e.Doc.Sentences {
			x.sentence(e.Doc, s, hints)
			n := 0
			for n < len(spans) && spans[n].First < s.Last {
				n++
			}
			out = append(out, t.lesson(x, s, spans[:n], e.Weight))
			spans = spans[n:]
		}
	}
	return out
}

// lesson numbers the attributes of the sentence in hand.
func (t *trainer) lesson(x *extractor, s text.Sentence, spans []corpus.TokenSpan, weight float64) lesson {
	n := s.Last - s.First
	l := lesson{tags: make([]uint8, n), weight: float32(weight)}
	if weight == 0 {
		l.weight = 1
	}
	for _, p := range spans {
		if p.Last <= s.Last {
			writeTags(l.tags, p.First-s.First, p.Last-s.First, slices.Index(t.labels, p.Label))
		}
	}
	for i := range n {
		l.attrs = t.number(l.attrs, x.lists[i])
		l.ends = append(l.ends, int32(len(l.attrs)))
		l.hints = t.number(l.hints, x.hints[i])
		l.hends = append(l.hends, int32(len(l.hints)))
	}
	return l
}

func (t *trainer) number(dst []uint32, list []uint64) []uint32 {
	for _, a := range list {
		if id := t.dict.id(a); id != noAttribute {
			dst = append(dst, id)
			if !t.dict.frozen {
				t.dict.counts[id]++
			}
		}
	}
	return dst
}

// writeTags writes the BILOU tags of one span; a label of -1 writes none.
func writeTags(tags []uint8, first, last, label int) {
	switch {
	case label < 0:
		return
	case last-first == 1:
		tags[first] = uint8(tagOf(label, posU))
		return
	}
	for i := first; i < last; i++ {
		tags[i] = uint8(tagOf(label, posI))
	}
	tags[first], tags[last-1] = uint8(tagOf(label, posB)), uint8(tagOf(label, posL))
}

// shrink drops rare attributes from the dictionary and the lessons.
func (t *trainer) shrink() {
	renumber := t.dict.prune(uint32(t.o.MinCount))
	for i := range t.lessons {
		l := &t.lessons[i]
		l.attrs = keep(l.attrs, l.ends, renumber)
		l.hints = keep(l.hints, l.hends, renumber)
	}
}

func keep(attrs []uint32, ends []int32, renumber []uint32) []uint32 {
	kept, from := attrs[:0], int32(0)
	for i, end := range ends {
		for _, a := range attrs[from:end] {
			if r := renumber[a]; r != noAttribute {
				kept = append(kept, r)
			}
		}
		from, ends[i] = end, int32(len(kept))
	}
	return kept
}

// run learns until the dev set stops gaining, and returns the best averaged weights.
func (t *trainer) run(ctx context.Context) (weights, trans []float32, err error) {
	best, since := -1.0, 0
	for epoch := 1; epoch <= t.o.Epochs; epoch++ {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		t.learner.rate = float32(t.o.Rate)
		p := Progress{Epoch: epoch, Epochs: t.o.Epochs, Attributes: len(t.dict.counts)}
		p.Loss = t.learner.epoch(t.lessons)
		if epoch > t.o.Epochs/4 {
			t.learner.snapshot()
		}
		w, tr := t.learner.average()
		p.DevF1 = t.score(w, tr, t.dev)
		p.TestF1 = t.score(w, tr, t.test)
		if p.DevF1 > best || len(t.dev) == 0 {
			best, since, p.Best = p.DevF1, 0, true
			weights, trans = slices.Clone(w), slices.Clone(tr)
		} else if since++; since >= t.o.Patience && epoch > t.o.Epochs/3 {
			t.report(p)
			break
		}
		t.report(p)
	}
	return weights, trans, nil
}

func (t *trainer) report(p Progress) {
	if t.o.Progress != nil {
		t.o.Progress(p)
	}
}

// score tags the dev set with unquantised weights and returns its strict F1.
func (t *trainer) score(weights, trans []float32, set []lesson) float64 {
	tags := 4*len(t.labels) + 1
	full := make([]int32, tags*tags)
	for i, w := range trans {
		full[i] = int32(w * fine)
	}
	c := newChain(len(t.labels), full)
	spread := spreadOf(&c)
	var p path
	var counts corpus.Counts
	var attrs []uint32
	var ends []int32
	var buf []float32
	var scores []int32
	var out []uint8
	for i := range set {
		l := &set[i]
		attrs, ends = mergeHints(attrs[:0], ends[:0], l)
		scores = scores[:0]
		for _, v := range emissions(&buf, weights, tags, attrs, ends) {
			scores = append(scores, int32(v*fine))
		}
		out = append(out[:0], l.tags...)
		p.best(&c, spread, scores, len(l.tags), out)
		countSpans(&counts, l.tags, out)
	}
	return counts.F1()
}

// fine is the scale at which the trainer's own decoding rounds scores.
const fine = 4096

func mergeHints(attrs []uint32, ends []int32, l *lesson) ([]uint32, []int32) {
	from, hfrom := int32(0), int32(0)
	for i, end := range l.ends {
		attrs = append(attrs, l.attrs[from:end]...)
		attrs = append(attrs, l.hints[hfrom:l.hends[i]]...)
		from, hfrom = end, l.hends[i]
		ends = append(ends, int32(len(attrs)))
	}
	return attrs, ends
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
