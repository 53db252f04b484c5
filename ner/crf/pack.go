package crf

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"github.com/namyab/namyab/internal/corpus"
)

// finish quantises the weights, keeps the attributes that matter most, calibrates on the
// dev set with the very model that will ship, and writes the file.
func (t *trainer) finish(weights, trans []float32, dev []Example) ([]byte, error) {
	tags := 4*len(t.labels) + 1
	scale := scaleOf(weights)
	r, used := packRows(t.dict.hashes, weights, tags, scale, t.o.Rows)
	steps := make([]int16, tags*tags)
	for i, w := range trans {
		steps[i] = int16(math.RoundToEven(float64(min(max(w*scale, -2000), 2000))))
	}
	p := params{scale: scale, slope: 1, rows: uint32(used)}
	file := encode(p, t.labels, steps, t.o.Clusters, r)
	if len(dev) == 0 {
		return file, nil
	}
	m, err := Open(string(file))
	if err != nil {
		return nil, err
	}
	slope, offset := fitLine(outcomes(m, dev, t.o))
	p.slope, p.offset = float32(slope), float32(offset)
	return encode(p, t.labels, steps, t.o.Clusters, r), nil
}

// outcomes tags the dev set and tells for each span its marginal and whether it is right.
func outcomes(m *Model, dev []Example, o Options) (probs []float64, right []bool) {
	tagger := m.NewTagger()
	var got []Tagged
	for _, e := range dev {
		var hints []Hint
		if o.Hints != nil {
			hints = o.Hints(e.Doc)
		}
		got = tagger.Tag(got[:0], e.Doc, hints)
		for _, g := range got {
			probs = append(probs, float64(g.Prob))
			right = append(right, slices.Contains(e.Spans, corpus.TokenSpan{First: g.First, Last: g.Last, Label: m.names[g.Label]}))
		}
	}
	return probs, right
}

// scaleOf chooses the quantisation: the largest weights may be cut to let the many small
// ones keep a finer step; all but one in ten thousand fit.
func scaleOf(weights []float32) float32 {
	var sizes []float32
	for _, w := range weights {
		if w > 0.5 || w < -0.5 {
			sizes = append(sizes, max(w, -w))
		}
	}
	slices.Sort(sizes)
	top := float32(4)
	if n := len(sizes); n > 0 {
		top = sizes[n-1-n/10000]
	}
	return min(max(float32(math.Floor(float64(127/top))), 8), 64)
}

// packRows places the attributes with the largest weights into the table.
func packRows(hashes []uint64, weights []float32, tags int, scale float32, most int) (rows, int) {
	type candidate struct {
		id   int
		norm float32
	}
	var order []candidate
	for id := range hashes {
		var norm float32
		keep := false
		for _, w := range weights[id*tags : (id+1)*tags] {
			norm += w * w
			keep = keep || w*scale >= 0.5 || w*scale <= -0.5
		}
		if keep {
			order = append(order, candidate{id, norm})
		}
	}
	slices.SortFunc(order, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.norm, a.norm), cmp.Compare(a.id, b.id))
	})
	order = order[:min(len(order), most)]
	buckets := 1
	for buckets*slotsPerBucket < len(order)*16/15 {
		buckets *= 2
	}
	r := rows{stride: (tags + 7) / 8 * 8, mask: uint64(buckets - 1)}
	r.prints, r.weights = make([]byte, buckets*slotsPerBucket*2), make([]byte, buckets*slotsPerBucket*r.stride)
	used := 0
	for _, c := range order {
		if at := r.place(hashes[c.id]); at >= 0 {
			for i, w := range weights[c.id*tags : (c.id+1)*tags] {
				r.weights[at*r.stride+i] = byte(quantise(w, scale) + bias)
			}
			used++
		}
	}
	r.view()
	return r, used
}

// quantise rounds a weight to steps that fit a byte with its bias.
func quantise(w, scale float32) int {
	return int(math.RoundToEven(float64(min(max(w*scale, -127), 127))))
}

// place takes a slot for an attribute in the emptier of its buckets and returns its
// number, -1 when both are full or the fingerprint is taken there: the weaker attribute is then lost.
func (r *rows) place(attr uint64) int {
	a, b := r.buckets(attr)
	fa, taken := r.free(a, attr)
	fb, alsoTaken := r.free(b, attr)
	if taken || alsoTaken {
		return -1
	}
	bucket, slot := a, fa
	if fb < fa {
		bucket, slot = b, fb
	}
	if slot == slotsPerBucket {
		return -1
	}
	at := int(bucket)*slotsPerBucket + slot
	binary.LittleEndian.PutUint16(r.prints[at*2:], fingerprint(attr))
	return at
}

// free returns the first free slot of a bucket and whether the fingerprint stands in it.
func (r *rows) free(bucket, attr uint64) (slot int, taken bool) {
	for slot < slotsPerBucket {
		f := binary.LittleEndian.Uint16(r.prints[(int(bucket)*slotsPerBucket+slot)*2:])
		if f == 0 {
			return slot, false
		}
		if f == fingerprint(attr) {
			return slot, true
		}
		slot++
	}
	return slot, false
}
