package ner

import (
	"math"

	"github.com/namyab/namyab/gazetteer"
)

// weighPlace looks for the places that contain a reading, and for its neighbours.
func (s *scratch) weighPlace(i int, r *reading, f *entryFacts) {
	l := &s.link
	m := &l.named[i]
	switch {
	case r.nIn == 0:
	case l.besideContains(i, r):
		r.add(lBesideWithin, m.label)
	case l.sentenceContains(s, i, r):
		r.add(lSentenceWithin, m.label)
	case l.textContains(r):
		r.add(lTextWithin, m.label)
	case len(l.anchors) > 0:
		r.add(lNotWithin, m.label)
	}
	s.weighAddress(i, r)
	switch l.homes[l.reading-m.readings.from] {
	case noHome:
	case l.nearHome:
		r.add(lHomeNearest, m.label)
	default:
		r.add(lHomeFarther, m.label)
	}
	if m.readings.to-m.readings.from > 2 && f.hasPoint && r.kind != gazetteer.Country {
		l.weighNearness(i, r, f)
	}
}

// weighAddress weighs what stands right before a place or right after it, with a comma between:
// "Langley, Virginia".
func (s *scratch) weighAddress(i int, r *reading) {
	l := &s.link
	m := &l.named[i]
	abroad := func(p *reading) bool { return p.land != [2]byte{'A', 'F'} }
	if s.followsPlace(i) {
		if r.kind == gazetteer.Province && abroad(r) {
			r.add(lStateAfter, m.label)
		}
		if o := &l.readings[l.named[i-1].best]; !o.nil_ && holds(o, r.entry) {
			r.add(lHoldsBefore, m.label)
		}
	}
	if i+1 < len(l.named) && s.followsPlace(i+1) {
		o := &l.readings[l.named[i+1].best]
		unit := o.kind == gazetteer.Province || o.kind == gazetteer.Country
		if !o.nil_ && unit && o.entry != l.home && abroad(o) && !holds(r, o.entry) {
			r.add(lOutsideNext, m.label)
		}
	}
}

// followsPlace reports whether a place stands right before mention i, a place too, with a comma
// between.
func (s *scratch) followsPlace(i int) bool {
	if i == 0 {
		return false
	}
	o, m := &s.link.named[i-1], &s.link.named[i]
	return o.label == GPE && m.label == GPE && m.first-o.last == 1 && s.low(o.last, ",")
}

// weighNearness weighs how far a place is from the nearest sure place of the text.
func (l *linkScratch) weighNearness(i int, r *reading, f *entryFacts) {
	label := l.named[i].label
	near := math.Inf(1)
	for _, a := range l.anchors {
		if a.named != int32(i) && a.entry != r.entry {
			near = min(near, roughKm(a.lat, a.lon, f.lat, f.lon))
		}
	}
	switch {
	case math.IsInf(near, 1):
	case near < 25:
		r.add(lNear25, label)
	case near < 100:
		r.add(lNear100, label)
	case near < 300:
		r.add(lNear300, label)
	default:
		r.add(lFar, label)
	}
}

// roughKm is the distance on a plane through the two points: right to a few per cent
// within a country, and near enough to tell near from far beyond it.
func roughKm(lat1, lon1, lat2, lon2 float64) float64 {
	const degree = 111.2
	dx := (lon1 - lon2) * math.Cos((lat1+lat2)*math.Pi/360)
	return degree * math.Hypot(lat1-lat2, dx)
}

// reads reports whether some likely reading of mention i is a place that contains r,
// country aside.
func (l *linkScratch) reads(i int, r *reading) bool {
	m := &l.named[i]
	for k := m.readings.from + 1; k < min(m.readings.to, m.readings.from+6); k++ {
		if o := &l.readings[k]; o.kind != gazetteer.Country && o.entry != r.entry && holds(r, o.entry) {
			return true
		}
	}
	return false
}

func (l *linkScratch) besideContains(i int, r *reading) bool {
	m := &l.named[i]
	if i+1 < len(l.named) && l.named[i+1].first-m.last <= 5 && l.reads(i+1, r) {
		return true
	}
	return i > 0 && m.first-l.named[i-1].last <= 3 && l.reads(i-1, r)
}

// noHome is the distance to a containing place that the sentence does not name.
const noHome = math.MaxInt32

// findHomes notes how many tokens from mention i the sentence names a place that contains
// each of its readings: of two districts of one name the nearer named province has the one.
func (s *scratch) findHomes(i int) {
	l := &s.link
	m := &l.named[i]
	l.homes, l.nearHome = l.homes[:0], noHome
	for k := m.readings.from; k < m.readings.to; k++ {
		home := int32(noHome)
		if r := &l.readings[k]; r.nIn > 0 && m.readings.to-m.readings.from > 2 {
			home = s.homeOf(i, r)
		}
		l.homes = append(l.homes, home)
		l.nearHome = min(l.nearHome, home)
	}
}

func (s *scratch) homeOf(i int, r *reading) int32 {
	l := &s.link
	m := &l.named[i]
	sent := &s.doc.Sentences[s.sentence(int(m.first))]
	home := int32(noHome)
	for k := i - 1; k >= max(0, i-maxSentenceNames) && l.named[k].first >= int32(sent.First); k-- {
		if l.reads(k, r) {
			home = m.first - l.named[k].last
			break
		}
	}
	for k := i + 1; k < min(len(l.named), i+maxSentenceNames) && l.named[k].first < int32(sent.Last); k++ {
		if l.named[k].first-m.last >= home {
			break
		}
		if l.reads(k, r) {
			home = l.named[k].first - m.last
			break
		}
	}
	return home
}

// maxSentenceNames bounds the names looked at to either side, so that a text of one
// endless sentence stays linear.
const maxSentenceNames = 12

func (l *linkScratch) sentenceContains(s *scratch, i int, r *reading) bool {
	m := &l.named[i]
	sent := &s.doc.Sentences[s.sentence(int(m.first))]
	for k := i - 1; k >= max(0, i-maxSentenceNames) && l.named[k].first >= int32(sent.First); k-- {
		if l.reads(k, r) {
			return true
		}
	}
	for k := i + 1; k < min(len(l.named), i+maxSentenceNames) && l.named[k].first < int32(sent.Last); k++ {
		if l.reads(k, r) {
			return true
		}
	}
	return false
}

func (l *linkScratch) textContains(r *reading) bool {
	for _, w := range r.within[:r.nIn] {
		if l.meant[w] > 0 && w != l.home {
			return true
		}
	}
	return false
}
