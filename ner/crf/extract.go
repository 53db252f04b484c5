package crf

import (
	"github.com/namyab/namyab/internal/text"
)

// extractor turns documents into attributes for training. The Tagger does the same with
// remembered sums; a test holds the two together.
type extractor struct {
	classes *clusters
	word    wordScratch
	facts   []facts
	ev      evidence
	window  []facts
	lists   [][]uint64 // of the sentence in hand, by token
	hints   [][]uint64
}

// load looks at the words of a document and collects its evidence.
func (x *extractor) load(doc *text.Doc) {
	x.facts = x.facts[:0]
	for i := range doc.Tokens {
		x.facts = append(x.facts, x.word.look([]byte(doc.Surface(i)), x.classes))
	}
	x.ev.reset(len(x.facts))
	for _, s := range doc.Sentences {
		x.ev.collect(x.facts[s.First:s.Last], s.First, sentenceOf(s))
	}
}

// describeSentence finds what the attributes ask of a sentence with the given words, in a
// document that begins with the word first.
func describeSentence(s text.Sentence, words []facts, first *facts) sentence {
	d := sentenceOf(s)
	d.topic, d.flat = first.lower, true
	for i := range words {
		if words[i].flags&allLower != 0 {
			d.flat = false
			break
		}
	}
	return d
}

func sentenceOf(s text.Sentence) sentence { return sentence{casing: uint8(s.Casing), line: s.Line} }

// sentence fills lists and hints with the attributes of the tokens of sentence s of the
// loaded document. hints is nil or has one a token of the document.
func (x *extractor) sentence(doc *text.Doc, s text.Sentence, hints []Hint) {
	n := s.Last - s.First
	for len(x.lists) < n {
		x.lists, x.hints = append(x.lists, nil), append(x.hints, nil)
	}
	for i := range n {
		x.lists[i], x.hints[i] = x.lists[i][:0], x.hints[i][:0]
	}
	for j := -reach; j < n+reach; j++ {
		f, word := &border, []byte(nil)
		if j >= 0 && j < n {
			f, word = &x.facts[s.First+j], []byte(doc.Surface(s.First+j))
		}
		x.word.look(word, x.classes)
		for o := -reach; o <= reach; o++ {
			if i := j - o; i >= 0 && i < n {
				x.lists[i] = x.word.contextFree(x.lists[i], f, o)
			}
		}
	}
	x.window = fillWindow(x.window, x.facts[s.First:s.Last])
	place := describeSentence(s, x.facts[s.First:s.Last], &x.facts[0])
	for i := range n {
		x.lists[i] = joint(x.lists[i], x.window, i, place)
		if x.word.without&Evidence == 0 {
			x.lists[i] = x.ev.attributes(x.lists[i], x.facts, s.First+i, i, place)
		}
		if hints == nil {
			continue
		}
		for o := -1; o <= 1; o++ {
			if k := i + o; k >= 0 && k < n {
				x.hints[i] = hintAttributes(x.hints[i], hints[s.First+k], o)
			}
		}
	}
}

// fillWindow puts border words on both sides of a sentence.
func fillWindow(dst, words []facts) []facts {
	dst = dst[:0]
	for range reach {
		dst = append(dst, border)
	}
	dst = append(dst, words...)
	for range reach {
		dst = append(dst, border)
	}
	return dst
}

// dictionary numbers attributes and counts them: open addressing, never shrinking.
type dictionary struct {
	keys   []uint64
	ids    []uint32
	counts []float32 // by id: sentences met in, by weight
	hashes []uint64  // by id
	frozen bool
}

const noAttribute = ^uint32(0)

func newDictionary() *dictionary {
	return &dictionary{keys: make([]uint64, 1<<16), ids: make([]uint32, 1<<16)}
}

// id returns the number of an attribute, making one unless the dictionary is frozen.
func (d *dictionary) id(key uint64) uint32 {
	if key == 0 {
		key = 1
	}
	mask := uint64(len(d.keys) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if d.keys[i] == key {
			return d.ids[i]
		}
		if d.keys[i] != 0 {
			continue
		}
		if d.frozen {
			return noAttribute
		}
		id := uint32(len(d.counts))
		d.keys[i], d.ids[i] = key, id
		d.counts, d.hashes = append(d.counts, 0), append(d.hashes, key)
		if len(d.counts)*2 > len(d.keys) {
			d.grow()
		}
		return id
	}
}

func (d *dictionary) grow() {
	size := len(d.keys) * 2
	d.keys, d.ids = make([]uint64, size), make([]uint32, size)
	mask := uint64(size - 1)
	for id, key := range d.hashes {
		i := key & mask
		for d.keys[i] != 0 {
			i = (i + 1) & mask
		}
		d.keys[i], d.ids[i] = key, uint32(id)
	}
}

// prune keeps the attributes met at least least times, renumbers them in order of first
// meeting, and freezes the dictionary. It returns the new number of each old one.
func (d *dictionary) prune(least float32) []uint32 {
	renumber := make([]uint32, len(d.counts))
	kept := &dictionary{keys: make([]uint64, len(d.keys)), ids: make([]uint32, len(d.keys))}
	for id, n := range d.counts {
		renumber[id] = noAttribute
		if n >= least {
			renumber[id] = kept.id(d.hashes[id])
			kept.counts[renumber[id]] = n
		}
	}
	kept.frozen = true
	*d = *kept
	return renumber
}
