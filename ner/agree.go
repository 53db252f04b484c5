package ner

import "math"

// One name, one bearer: a full name that stands several times in a text means one thing (one
// sense per discourse: Gale, Church & Yarowsky 1992). What the words around one mention say of
// it is weighed together with what they say around the others.

// leastAgreed is the log-probability of a reading that a mention does not have.
const leastAgreed = -6.0

// maxAgreed bounds the mentions of a name that are asked, so that long texts stay linear.
const maxAgreed = 16

// agree makes the mentions of each full name of a person mean what is likeliest for
// all of them together, where they would mean different things.
func (l *linkScratch) agree() {
	clear(l.seen)
	for i := range l.named {
		m := &l.named[i]
		m.again = -1
		if m.words < 2 || m.label != Person { // a "Defence Ministry" may be that of another country
			continue
		}
		if j, ok := l.seen[m.key^uint64(m.label)]; ok {
			m.again = j
		}
		l.seen[m.key^uint64(m.label)] = int32(i)
	}
	for i := len(l.named) - 1; i >= 0; i-- {
		if last := l.seen[l.named[i].key^uint64(l.named[i].label)]; last == int32(i) && l.named[i].again >= 0 && l.disagree(last) {
			l.settle(last)
		}
	}
}

// disagree reports whether the mentions of a name, from the last back, are read differently.
func (l *linkScratch) disagree(last int32) bool {
	best := l.readings[l.named[last].best]
	for i := l.named[last].again; i >= 0; i = l.named[i].again {
		if r := &l.readings[l.named[i].best]; r.nil_ != best.nil_ || r.entry != best.entry {
			return true
		}
	}
	return false
}

// settle gives every reading of the mentions of a name, from the last back, its mean
// log-probability over all of them, and each mention its best reading anew. Facts of one text
// are not independent, hence the mean and not the sum.
func (l *linkScratch) settle(last int32) {
	l.means = l.means[:0]
	for i := last; i >= 0; i = l.named[i].again {
		m := &l.named[i]
		for k := m.readings.from; k < m.readings.to; k++ {
			sum, n := 0.0, 0.0
			for j := last; j >= 0 && n < maxAgreed; j = l.named[j].again {
				n++
				if o := l.find(&l.named[j], &l.readings[k]); o >= 0 {
					sum += math.Log(l.probability(&l.named[j], o))
				} else {
					sum += leastAgreed
				}
			}
			l.means = append(l.means, float32(sum/n))
		}
	}
	n := 0
	for i := last; i >= 0; i = l.named[i].again {
		m := &l.named[i]
		for k := m.readings.from; k < m.readings.to; k++ {
			r := &l.readings[k]
			r.elsewhere = l.means[n] - r.score
			r.score = l.means[n]
			n++
		}
		m.best, _ = l.lead(m)
	}
}

// find returns the reading of m that means what r does, or -1.
func (l *linkScratch) find(m *named, r *reading) int32 {
	if r.nil_ {
		return m.readings.from
	}
	return int32(l.withEntry(int(m.readings.from), int(m.readings.to), r.entry))
}
