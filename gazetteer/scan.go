package gazetteer

import (
	"math/bits"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/gazetteer/romanize"
)

// The bounds of a scan: the score from which it is needless, for there is an answer that
// good or only such answers are asked for; the entries of the kinds asked
// for beyond which it is not tried, and the learned distance that a name may have.
const (
	scanBelow    = 0.85
	scanEntries  = 12_000
	scanDistance = 11.0
	scanLetters  = 3
	scanSounds   = 3    // consonants that only one of the names may have
	scanMissing  = 0.75 // stands for what the name has nothing like: no key led to it
)

// scan compares the query with the names of all entries of the kinds asked for, where these
// are few: no province is so misspelt that it shares no word with its name. Cost: a
// millisecond for features, a tenth for provinces. People and bodies are not scanned: one of
// the words of their names leads to them, and a scan found nobody else.
func (s *searcher) scan(l *layer) {
	kinds := s.kinds & placesOnly
	s.sounds = soundsOf(s.name)
	few := 0
	for e := range uint32(l.f.NumEntries) {
		if kinds&(1<<kindOf(l.f.EntryKind(e))) != 0 {
			few++
		}
	}
	if few > scanEntries {
		return
	}
	for e := range uint32(l.f.NumEntries) {
		if kinds&(1<<kindOf(l.f.EntryKind(e))) != 0 {
			s.scanEntry(l, e)
		}
	}
}

// placesOnly is the set of the kinds of places.
var placesOnly = func() (set uint64) {
	for k := range numKinds {
		if k.IsPlace() {
			set |= 1 << k
		}
	}
	return set
}()

func (s *searcher) scanEntry(l *layer, e uint32) {
	r := l.f.Entry(e)
	for a := r.Alias; a < r.End; a++ {
		rec := l.f.Alias(a)
		if rec.Flags&ngz.FlagSuppress != 0 || isForm(AliasClass(rec.Class)) || abs(len(rec.Name)-len(s.name)) > scanLetters || isNative(rec.Name) {
			continue
		}
		if bits.OnesCount32(soundsOf(rec.Name)^s.sounds) > scanSounds {
			continue
		}
		if _, ok := romanize.Default().Distance(s.name, rec.Name, scanDistance); !ok {
			continue
		}
		i, ok := s.wanted(l, a, e)
		if !ok {
			continue
		}
		x := s.compare(rec.Name, true)
		x.missing = scanMissing
		score := s.likeScore(&x, rec.Name, kindOf(l.f.EntryKind(e)))
		if score >= s.o.MinScore {
			s.hits = append(s.hits, hit{i, l.alias + a, Fuzzy, score, float32(s.g.Prior(i)), int32(len(s.likes))})
			s.likes = append(s.likes, x)
		}
	}
}

// soundsOf returns the set of the consonants of a name, those that scribes exchange as one.
// It is a quick test before the distance, which takes a hundred times as long.
func soundsOf(name string) (set uint32) {
	for i := 0; i < len(name); i++ {
		set |= soundBits[name[i]]
	}
	return set
}

var soundBits = func() (t [256]uint32) {
	for bit, letters := range []string{"bp", "d", "f", "gkqcx", "j", "l", "m", "n", "r", "sz", "t"} {
		for _, c := range []byte(letters) {
			t[c], t[c-0x20] = 1<<bit, 1<<bit
		}
	}
	return t
}()
