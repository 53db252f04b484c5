package crf

// Whole-document evidence (Chieu & Ng 2003; Krishnan & Manning 2006): what the other places
// say where a word stands in the document. One pass over the document fills a table of its words; the
// attributes of a token then ask for its word.

// seen is what a document shows of one word, whatever its case.
type seen struct {
	key   uint64 // hash of the lower-case form
	stamp uint32 // of the document that filled the entry; others count as empty
	signs sign
	n     uint8            // places remembered
	first int32            // first token where it is capitalised, in any sentence; -1 for none
	at    [maxPlaces]int32 // the first places where capitals mean something: token indices
}

// maxPlaces is how many places of a word are remembered; the first ones tell most,
// since news names people in full before it shortens them.
const maxPlaces = 4

type sign uint16

const (
	inLower    sign = 1 << iota // in lower case
	capMid                      // capitalised inside a sentence of ordinary casing
	capFirst                    // capitalised at the start of one
	inCaps                      // all capitals in a sentence of ordinary casing
	afterTitle                  // after a title
	runFirst                    // first of a longer run of capitalised words
	runInner                    // inside one
	runLast                     // last of one
	runAlone                    // a capitalised word by itself inside a sentence
	allSigns                    // one past the last
)

// evidence is the table of a document's words.
type evidence struct {
	table []seen
	shift uint
	stamp uint32
	echoes
}

// reset makes room for a document of n tokens. It costs nothing when the table is large
// enough: entries of earlier documents are told by their stamp.
func (e *evidence) reset(n int) {
	size := 256
	shift := uint(64 - 8)
	for size < 2*n {
		size *= 2
		shift--
	}
	e.echoes.reset(n)
	e.stamp++
	if size > len(e.table) || e.stamp == 0 {
		e.table = make([]seen, max(size, len(e.table)))
		e.stamp = 1
	}
	// A smaller document uses the first part of the table only: it stays in the cache.
	e.shift = shift
}

// find returns the entry of a word, empty when the document has not shown it.
func (e *evidence) find(key uint64) *seen {
	mask := uint64(1)<<(64-e.shift) - 1
	for i := key >> e.shift; ; i = (i + 1) & mask {
		s := &e.table[i]
		if s.stamp != e.stamp {
			*s = seen{key: key, stamp: e.stamp, first: -1}
			return s
		}
		if s.key == key {
			return s
		}
	}
}

// collect reads one sentence, whose first token has the number first in the document.
func (e *evidence) collect(w []facts, first int, s sentence) {
	run := 0 // capitalised words before this one
	for i := range w {
		f := &w[i]
		switch {
		case f.flags&startsUpper != 0:
			d := e.meet(f, first+i)
			if s.casing == 0 { // else capitals mean nothing here
				d.note(w, i, first+i, run)
				run++
			}
			continue
		case s.casing == 0 && f.flags&allLower != 0:
			e.find(f.lower).signs |= inLower
		}
		run = 0
	}
}

// note adds what the i-th word of an ordinary sentence, a capitalised one that follows run
// others, says of itself; at is its number in the document.
func (d *seen) note(w []facts, i, at, run int) {
	more := i+1 < len(w) && w[i+1].flags&startsUpper != 0
	switch {
	case run > 0 && more:
		d.signs |= runInner
	case run > 0:
		d.signs |= runLast
	case more:
		d.signs |= runFirst
	case i > 0:
		d.signs |= runAlone
	}
	if i > 0 && w[i-1].flags&isTitle != 0 {
		d.signs |= afterTitle
	}
	if w[i].flags&allUpper != 0 {
		d.signs |= inCaps
	}
	if i == 0 {
		d.signs |= capFirst
		return
	}
	d.signs |= capMid
	if d.n < maxPlaces {
		d.at[d.n] = int32(at)
		d.n++
	}
}

// meet finds the entry of a capitalised word and notes that it stands at token at.
func (e *evidence) meet(f *facts, at int) *seen {
	d := e.find(f.lower)
	if d.first < 0 {
		d.first = int32(at)
	}
	e.note(int32(at), d.first)
	return d
}

// attributes appends what the document says of token at (its number in the document),
// the i-th word of the sentence. all holds the facts of the whole document.
func (e *evidence) attributes(dst []uint64, all []facts, at int, i int, s sentence) []uint64 {
	f := &all[at]
	if f.flags&startsUpper == 0 {
		return dst
	}
	d := e.find(f.lower)
	const t = tEvidence
	place := uint64(s.casing)
	if i == 0 {
		place |= 8
	}
	signs := d.signs
	if s.casing == 0 && i > 0 && d.n == 1 {
		// Its own place is the only one: nothing is said by others but lower case.
		signs &= inLower | capFirst
	}
	dst = append(dst, attr2(t, place, uint64(signs)))
	for b := sign(1); b < allSigns; b <<= 1 {
		if signs&b != 0 {
			dst = append(dst, attr2(t+8, place, uint64(b)))
		}
	}
	for _, p := range d.at[:d.n] {
		if int(p) == at {
			continue
		}
		prev, next := &border, &border
		if p > 0 {
			prev = &all[p-1]
		}
		if int(p)+1 < len(all) {
			next = &all[p+1]
		}
		dst = append(dst,
			attr(t+16, prev.lower), attr(t+24, next.lower),
			attr(t+32, uint64(classPrefix(prev.class, 8))), attr(t+40, uint64(classPrefix(next.class, 8))),
			attr2(t+48, prev.short, next.short))
	}
	return dst
}

// border stands for the place before the first and after the last word of a sentence.
var border = func() facts {
	f := facts{exact: 1, lower: 1, shape: 1, short: 1}
	f.premix()
	return f
}()
