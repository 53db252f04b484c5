package crf

import (
	"context"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/text"
)

// trainer holds one run of Train.
type trainer struct {
	o       Options
	labels  []string
	classes *clusters
	dict    *dictionary
	train   lessons
	dev     lessons
}

// lessons is a set of examples made ready: sentences in order, and what tells the words of each
// document that are the same.
type lessons struct {
	list []lesson
	docs []echoes
	of   []int // Example.Of
}

// prepare turns examples into lessons; attributes are numbered unless the dictionary is frozen.
func (t *trainer) prepare(examples []Example) lessons {
	x := &extractor{classes: t.classes}
	x.word.without = t.o.Without
	var out lessons
	for i := range examples {
		e := &examples[i]
		var hints []Hint
		if t.o.Hints != nil {
			hints = t.o.Hints(e.Doc)
		}
		x.load(e.Doc)
		out.of = append(out.of, e.Of)
		out.docs = append(out.docs, echoes{slices.Clone(x.ev.first), slices.Clone(x.ev.prev), slices.Clone(x.ev.last)})
		spans := e.Spans
		for _, s := range e.Doc.Sentences {
			x.sentence(e.Doc, s, hints)
			n := 0
			for n < len(spans) && spans[n].First < s.Last {
				n++
			}
			l := t.lesson(x, s, spans[:n], e.Weight)
			l.doc, l.first = i, s.First
			out.list = append(out.list, l)
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
			t.write(&l, p, s.First)
		}
	}
	for i := range l.free {
		if l.free[i] == 0 {
			l.free[i] = 1 << l.tags[i]
		}
	}
	for i := range n {
		l.attrs = t.number(l.attrs, x.lists[i], l.weight)
		l.ends = append(l.ends, int32(len(l.attrs)))
		l.hints = t.number(l.hints, x.hints[i], l.weight)
		l.hends = append(l.hends, int32(len(l.hints)))
	}
	return l
}

func (t *trainer) number(dst []uint32, list []uint64, weight float32) []uint32 {
	for _, a := range list {
		if id := t.dict.id(a); id != noAttribute {
			dst = append(dst, id)
			if !t.dict.frozen {
				t.dict.counts[id] += weight
			}
		}
	}
	return dst
}

// write notes one name. A label such as "GPE|LOC" leaves open which of them it is, and
// "O|NORP" whether it is a name at all.
func (t *trainer) write(l *lesson, p corpus.TokenSpan, from int) {
	first, last := p.First-from, p.Last-from
	labels := strings.Split(p.Label, "|")
	if len(labels) == 1 {
		writeTags(l.tags, first, last, slices.Index(t.labels, p.Label))
		return
	}
	if l.free == nil {
		l.free = make([]uint64, len(l.tags))
	}
	tags := make([]uint8, len(l.tags))
	for _, label := range labels {
		clear(tags)
		if label != openLabel {
			writeTags(tags, first, last, slices.Index(t.labels, label))
		}
		for i := first; i < last; i++ {
			l.free[i] |= 1 << tags[i]
		}
	}
}

// openLabel is the part of a label that says "or no name".
const openLabel = "O"

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
	renumber := t.dict.prune(float32(t.o.MinCount))
	for i := range t.train.list {
		l := &t.train.list[i]
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

// newLearner makes a learner for the attributes of the dictionary.
func (t *trainer) newLearner(seed uint64) *learner {
	l := newLearner(len(t.labels), len(t.dict.counts), seed)
	l.rate, l.drop, l.hintDrop = float32(t.o.Rate), float32(t.o.Dropout), float32(t.o.HintDrop)
	l.pull = make([]float32, len(t.dict.counts))
	for i, n := range t.dict.counts {
		l.pull[i] = float32(t.o.Prior / float64(n))
	}
	return l
}

// crossTag tags each training document with a model that has not seen it, and adds the
// attributes of the votes to the lessons. Documents go to folds by chance. The folds are
// learnt side by side: each depends on the seed and its number alone.
func (t *trainer) crossTag(ctx context.Context) error {
	rng := rand.New(rand.NewPCG(t.o.Seed, 0x666f6c64))
	fold := make([]int, len(t.train.docs))
	for i := range fold {
		fold[i] = rng.IntN(t.o.Folds)
		if of := t.train.of[i]; of > 0 {
			fold[i] = fold[of-1]
		}
	}
	tags := make([][]uint8, len(t.train.docs))
	for i, d := range t.train.docs {
		tags[i] = make([]uint8, len(d.first))
	}
	var wg sync.WaitGroup
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	for f := range t.o.Folds {
		wg.Go(func() {
			turns <- struct{}{}
			defer func() { <-turns }()
			t.tagFold(ctx, f, fold, tags)
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	t.dict.frozen = false
	t.addVotes(&t.train, tags)
	t.dict.frozen = true
	return nil
}

// tagFold learns from the other folds and tags the documents of fold f.
func (t *trainer) tagFold(ctx context.Context, f int, fold []int, tags [][]uint8) {
	var seen, unseen []*lesson
	for i := range t.train.list {
		if l := &t.train.list[i]; fold[l.doc] == f {
			unseen = append(unseen, l)
		} else {
			seen = append(seen, l)
		}
	}
	l := t.newLearner(t.o.Seed + uint64(f) + 1)
	for range t.o.FoldEpochs {
		if ctx.Err() != nil {
			return
		}
		l.epoch(seen)
		l.snapshot()
	}
	d := newDecoder(len(t.labels), l)
	for _, x := range unseen {
		d.tag(x, tags[x.doc][x.first:x.first+len(x.tags)])
	}
}

// addVotes numbers the attributes that come from the tags of a first decoding.
func (t *trainer) addVotes(set *lessons, tags [][]uint8) {
	var attrs []uint64
	for i := range set.list {
		l := &set.list[i]
		l.votes, l.vends = l.votes[:0], l.vends[:0]
		for k := range l.tags {
			attrs = set.docs[l.doc].votes(attrs[:0], l.first+k, l.first, l.first+len(l.tags), tags[l.doc])
			l.votes = t.number(l.votes, attrs, l.weight)
			l.vends = append(l.vends, int32(len(l.votes)))
		}
	}
}

// run learns until the dev set stops gaining, and returns the averaged weights.
func (t *trainer) run(ctx context.Context) (weights, trans []float32, err error) {
	best, since := -1.0, 0
	l := t.newLearner(t.o.Seed)
	list := make([]*lesson, len(t.train.list))
	for i := range list {
		list[i] = &t.train.list[i]
	}
	for epoch := 1; epoch <= t.o.Epochs; epoch++ {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		p := Progress{Epoch: epoch, Epochs: t.o.Epochs, Attributes: len(t.dict.counts)}
		p.Loss = l.epoch(list)
		if epoch > t.o.Epochs/4 {
			l.snapshot()
		}
		p.DevF1 = t.score(l, &t.dev)
		if p.Best = p.DevF1 > best; p.Best {
			best, since = p.DevF1, 0
		} else {
			since++
		}
		t.report(p)
		if len(t.dev.list) > 0 && since >= t.o.Patience && epoch > t.o.Epochs/3 {
			break
		}
	}
	// The average of all later epochs, not the best one on dev: it is as good there and better
	// on text from elsewhere.
	weights, trans = l.average()
	return weights, trans, nil
}

func (t *trainer) report(p Progress) {
	if t.o.Progress != nil {
		t.o.Progress(p)
	}
}
