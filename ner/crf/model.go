// Package crf is the statistical tagger: a linear-chain conditional random field
// (Lafferty, McCallum & Pereira 2001) over BILOU tags (Ratinov & Roth 2009) with hashed
// attributes and quantised weights. It proposes spans; it decides nothing.
package crf

import (
	_ "embed" // the shipped model
	"encoding/binary"
	"math"
	"slices"
	"sync"
)

// Model is a trained tagger. It is immutable and safe for concurrent use.
type Model struct {
	params
	names    []string
	viterbi  chain[int32]
	spread   int32
	forward  chain[float32]
	decay    []float32 // e^(-i/scale)
	rawClass []byte
	classes  *clusters
	rows     rows
	tags     int
	words    int  // 64-bit words of a sum
	votes    bool // it was trained to decode twice

	// What the places before the first word of a sentence add to its first words, and those
	// after the last to its last ones, by distance from the end.
	before, after [reach][]uint64
}

//go:embed model.ncrf
var shipped string

var openShipped = sync.OnceValues(func() (*Model, error) { return Open(shipped) })

// Default returns the embedded model, opened once.
func Default() (*Model, error) { return openShipped() }

// Labels returns the labels of the spans, in the order that Tagged.Label counts.
// The embedded model has PERSON, ORG, GPE, LOC, FAC, NORP. Do not change the slice.
func (m *Model) Labels() []string { return m.names }

// Clusters returns a copy of the model's table of word classes, for Options.Clusters.
func (m *Model) Clusters() []byte { return slices.Clone(m.rawClass) }

// newModel derives what tagging needs from the sections of a checked file.
func newModel(p params, names []string, transitions, rawClass []byte, c *clusters, r rows) *Model {
	m := &Model{params: p, names: names, rawClass: rawClass, classes: c, rows: r, tags: 4*len(names) + 1, words: sumWords(4*len(names) + 1)}
	m.rows.view()
	full, exps := make([]int32, m.tags*m.tags), make([]float32, m.tags*m.tags)
	for i := range full {
		full[i] = int32(int16(binary.LittleEndian.Uint16(transitions[2*i:])))
		exps[i] = float32(math.Exp(float64(full[i]) / float64(p.scale)))
	}
	m.viterbi, m.forward = newChain(len(names), full), newChain(len(names), exps)
	m.spread = spreadOf(&m.viterbi)
	m.decay = make([]float32, int(20*p.scale)+1)
	for i := range m.decay {
		m.decay[i] = float32(math.Exp(-float64(i) / float64(p.scale)))
	}
	for lead := uint64(1); lead <= uint64(len(names)+1); lead++ {
		_, ok := m.rows.find(attr(tVote, lead))
		m.votes = m.votes || ok == 1
	}
	var w wordScratch
	var slots []uint32
	w.look(nil, c)
	for j := range reach {
		m.before[j], m.after[j] = make([]uint64, m.words), make([]uint64, m.words)
		for o := j + 1; o <= reach; o++ {
			m.add(m.before[j], w.contextFree(nil, &border, -o), &slots)
			m.add(m.after[j], w.contextFree(nil, &border, o), &slots)
		}
	}
	return m
}

// add adds the rows of the attributes that the model knows to sum. slots is scratch memory.
//
// It first finds the rows and then reads them: the reads of the second loop depend on
// nothing and no branch, so that the processor waits for many lines of memory at once.
func (m *Model) add(sum []uint64, attrs []uint64, slots *[]uint32) {
	*slots = m.rows.slots((*slots)[:0], attrs)
	m.rows.addRows(sum, *slots)
}
