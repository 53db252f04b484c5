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

// Tagger holds the memory that tagging needs and a memo of words met before (about
// 4 MiB). It is costly to make and cheap to keep: take it from a pool. Not for
// concurrent use.
type Tagger struct {
	m       *Model
	memo    memo
	scratch wordScratch
	surface []byte
	attrs   []uint64
	ev      evidence

	facts  []facts  // of the part in hand, by token
	sums   []uint64 // the same, m.words a token
	counts []uint8  // rows in each sum
	window []facts
	scores []int32 // of the part in hand, m.tags a token
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
	t.look(doc, first, last)
	for _, s := range sentences {
		t.ev.collect(t.facts[s.First-first:s.Last-first], s.First-first, sentenceOf(s))
	}
	for _, s := range sentences {
		if s.Last > s.First {
			t.weigh(doc, s, first, hints)
			t.decode(s, first)
		}
	}
	t.reconsider(sentences, first)
	for _, s := range sentences {
		dst = t.read(dst, s, first)
	}
	return dst
}

// reconsider decodes again the sentences on whose words other places of the document have
// a say. All see the tags of the first decoding.
func (t *Tagger) reconsider(sentences []text.Sentence, first int) {
	if !t.m.votes {
		return
	}
	m := t.m
	t.before = append(t.before[:0], t.tags...)
	for _, s := range sentences {
		changed := false
		for i := s.First - first; i < s.Last-first; i++ {
			t.attrs = t.ev.votes(t.attrs[:0], i, s.First-first, s.Last-first, t.before)
			if len(t.attrs) == 0 || int(t.counts[i])+len(t.attrs) > maxRowsPerToken {
				continue
			}
			if n := m.add(t.sums[i*m.words:(i+1)*m.words], t.attrs); n > 0 {
				t.counts[i] += uint8(n)
				changed = true
			}
		}
		if changed {
			t.decode(s, first)
		}
	}
}

// look finds the facts of tokens first to last and makes room for their scores.
func (t *Tagger) look(doc *text.Doc, first, last int) {
	n := last - first
	if cap(t.facts) < n {
		room := min(n+n/2+64, max(n, partTokens))
		t.facts, t.counts, t.tags = make([]facts, room), make([]uint8, room), make([]uint8, room)
		t.sums, t.scores = make([]uint64, room*t.m.words), make([]int32, room*t.m.tags)
	}
	t.facts, t.counts, t.tags = t.facts[:n], t.counts[:n], t.tags[:n]
	t.sums, t.scores = t.sums[:n*t.m.words], t.scores[:n*t.m.tags]
	clear(t.sums)
	clear(t.counts)
	t.ev.reset(n)
	for i := range n {
		surface := doc.Surface(first + i)
		t.facts[i] = t.memo.words[t.word(hashString(surface), surface)].f
	}
}

// weigh adds up the rows of the attributes of the tokens of one sentence.
func (t *Tagger) weigh(doc *text.Doc, s text.Sentence, first int, hints []Hint) {
	m := t.m
	from, n := s.First-first, s.Last-s.First
	for i := range n {
		f := &t.facts[from+i]
		at := t.word(f.exact, doc.Surface(s.First+i))
		e := &t.memo.words[at]
		sums := t.memo.sums[at*(2*reach+1)*m.words:]
		for o := -reach; o <= reach; o++ {
			if j := i - o; j >= 0 && j < n {
				k := (o + reach) * m.words
				t.addSum(from+j, sums[k:k+m.words], e.rows[o+reach])
			}
		}
	}
	for j := range min(reach, n) { // the places before the first and after the last word
		for o := -reach; o < -j; o++ {
			t.addBorder(from+j, o)
			t.addBorder(from+n-1-j, -o)
		}
	}
	t.window = fillWindow(t.window, t.facts[from:from+n])
	place := describeSentence(s, t.facts[from:from+n], &t.facts[0])
	for i := range n {
		t.attrs = joint(t.attrs[:0], t.window, i, place)
		t.attrs = t.ev.attributes(t.attrs, t.facts, from+i, i, place)
		k := (from + i) * m.words
		t.counts[from+i] += uint8(m.add(t.sums[k:k+m.words], t.attrs))
		if hints != nil {
			t.weighHints(hints[s.First:s.Last], i, from+i)
		}
	}
}

func (t *Tagger) weighHints(hints []Hint, i, at int) {
	for o := -1; o <= 1; o++ {
		if k := i + o; k >= 0 && k < len(hints) && hints[k] != 0 {
			h := t.hint(hints[k])
			sums := t.memo.hsums[(h*3+o+1)*t.m.words:]
			t.addSum(at, sums[:t.m.words], t.memo.hints[h].rows[o+1])
		}
	}
}

// addSum adds a sum of rows to that of a token, unless its lanes could overflow.
func (t *Tagger) addSum(token int, sum []uint64, rows uint8) {
	if int(t.counts[token])+int(rows) > maxRowsPerToken {
		return
	}
	k := token * t.m.words
	addSum(t.sums[k:k+t.m.words], sum)
	t.counts[token] += rows
}

func (t *Tagger) addBorder(token, o int) {
	k := (o + reach) * t.m.words
	t.addSum(token, t.m.borderSum[k:k+t.m.words], uint8(t.m.borderN[o+reach]))
}

// decode finds the best tags of a sentence.
func (t *Tagger) decode(s text.Sentence, first int) {
	m := t.m
	from, n := s.First-first, s.Last-s.First
	scores := t.scores[from*m.tags : (from+n)*m.tags]
	for i := range n {
		k := (from + i) * m.words
		spread(scores[i*m.tags:(i+1)*m.tags], t.sums[k:k+m.words], int(t.counts[from+i]))
	}
	t.path.best(&m.viterbi, m.spread, scores, n, t.tags[from:from+n])
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
			t.prob.run(&t.m.forward, t.psi, n)
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
	last := int32(len(m.decay) - 1)
	for i := range n {
		row := t.scores[(from+i)*m.tags : (from+i+1)*m.tags]
		top := row[0]
		for _, v := range row {
			top = max(top, v)
		}
		out := t.psi[i*m.tags : (i+1)*m.tags]
		for k, v := range row {
			out[k] = m.decay[min(top-v, last)]
		}
	}
}
