package crf

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/corpus"
)

// sentences makes a small corpus in which a few patterns tell names apart.
func sentences(n int, seed uint64) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	people := []string{"Omar", "Karim", "Rahim", "Zahra", "Nadia", "Habib", "Latif"}
	places := []string{"Kabul", "Herat", "Balkh", "Farah", "Ghor", "Zabul"}
	var b strings.Builder
	for i := range n {
		if i%7 == 0 {
			b.WriteString("-DOCSTART- O\n\n")
		}
		p, q := people[rng.IntN(len(people))], people[rng.IntN(len(people))]
		l := places[rng.IntN(len(places))]
		switch rng.IntN(3) {
		case 0:
			fmt.Fprintf(&b, "Mr. O\n%s B-PER\n%s I-PER\nlives O\nin O\n%s B-LOC\n. O\n\n", p, q, l)
		case 1:
			fmt.Fprintf(&b, "%s B-LOC\nis O\nfar O\n, O\nsaid O\n%s B-PER\n. O\n\n", l, p)
		default:
			fmt.Fprintf(&b, "The O\nroad O\nto O\n%s B-LOC\nis O\nclosed O\n. O\n\n", l)
		}
	}
	return b.String()
}

func trainSmall(t *testing.T, seed uint64) []byte {
	t.Helper()
	b, err := TrainFiles(context.Background(), Options{
		Train: []Input{{Name: "train", Text: sentences(300, 1)}},
		Dev:   []Input{{Name: "dev", Text: sentences(80, 2)}},
		Seed:  seed, Epochs: 4, Folds: 3, FoldEpochs: 2, Clusters: []byte{},
	})
	require.NoError(t, err)
	return b
}

func TestTrainingLearns(t *testing.T) {
	m, err := Open(string(trainSmall(t, 1)))
	require.NoError(t, err)
	assert.Equal(t, []string{"LOC", "PER"}, m.Labels())
	for _, gold := range []bool{true, false} {
		score, err := m.Score([]Input{{Name: "test", Text: sentences(100, 3)}}, gold, nil)
		require.NoError(t, err)
		assert.Greater(t, score.F1(), 0.98)
	}
	columns, err := m.TagCoNLL(Input{Name: "test", Text: sentences(100, 3)}, nil)
	require.NoError(t, err)
	score, err := corpus.EvaluateCoNLL("test", columns)
	require.NoError(t, err)
	want, err := m.Score([]Input{{Name: "test", Text: sentences(100, 3)}}, true, nil)
	require.NoError(t, err)
	assert.Equal(t, want.Counts, score.Counts)
}

func TestTrainingIsDeterministic(t *testing.T) {
	a := trainSmall(t, 7)
	assert.Equal(t, a, trainSmall(t, 7), "same seed, same bytes")
	assert.NotEqual(t, a, trainSmall(t, 8), "another seed, another order")
}

func TestTrainErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", "nothing to train on"},
		{"no names", "word O\n\n", "0 labels"},
		{"one column", "word O\nalone\n", "file:2: expected a token and a tag"},
		{"bad tag", "word X-PER\n", "file:1: expected a tag"},
	}
	for _, tt := range tests {
		_, err := TrainFiles(context.Background(), Options{Train: []Input{{Name: "file", Text: tt.text}}, Clusters: []byte{}})
		assert.ErrorContains(t, err, tt.want, tt.name)
	}
	_, err := TrainFiles(context.Background(), Options{
		Train: []Input{{Name: "file", Text: "Kabul B-LOC\n\n"}}, Labels: []string{"PER"}, Clusters: []byte{},
	})
	assert.ErrorContains(t, err, `label "LOC" is none of ["PER"]`)
	_, err = TrainFiles(context.Background(), Options{Train: []Input{{Name: "f", Text: "Kabul B-LOC\n\n"}}, Clusters: []byte("x")})
	assert.ErrorContains(t, err, "word classes")
}

func TestTrainingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := TrainFiles(ctx, Options{Train: []Input{{Name: "train", Text: sentences(20, 1)}}, Clusters: []byte{}})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestQuantisedWeightsAreNear(t *testing.T) {
	const scale = 20
	for _, w := range []float32{0, 0.01, -0.02, 0.5, -1.234, 3.3333, -6.3, 6.34} {
		assert.InDelta(t, w, float32(quantise(w, scale))/scale, 0.5/scale+1e-6)
	}
	assert.Equal(t, 127, quantise(1000, scale))
	assert.Equal(t, -127, quantise(-1000, scale))
}

func TestPackedRowsAreFound(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	const tags, n = 25, 20000
	hashes, weights := make([]uint64, n), make([]float32, n*tags)
	for i := range hashes {
		hashes[i] = rng.Uint64()
		for k := range tags {
			weights[i*tags+k] = float32(rng.NormFloat64())
		}
	}
	r, used := packRows(hashes, weights, tags, 20, n)
	assert.Greater(t, used, n*97/100, "few attributes find both buckets full")
	found, wrong, sum := 0, 0, make([]uint64, sumWords(tags))
	got := make([]int32, tags)
	for i, h := range hashes {
		slot, ok := r.find(h)
		if ok == 0 {
			continue
		}
		found++
		clear(sum)
		r.addRows(sum, []uint32{slot})
		spread(got, sum)
		for k := range tags {
			if int32(quantise(weights[i*tags+k], 20)) != got[k] {
				wrong++
				break
			}
		}
	}
	assert.Less(t, wrong, n/1000, "hardly any attribute is hidden by one with its fingerprint")
	assert.GreaterOrEqual(t, found, used)
	strangers := 0
	for range 100000 {
		_, ok := r.find(rng.Uint64())
		strangers += ok
	}
	assert.Less(t, strangers, 100, "an unknown attribute is hardly ever taken for a known one")
}

func TestExpFast(t *testing.T) {
	for x := float32(-60); x <= 0; x += 0.37 {
		want := math.Exp(float64(x))
		assert.InEpsilon(t, want, float64(expFast(x)), 1e-5, "%v", x)
	}
}

func TestFitLine(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	var probs []float64
	var right []bool
	for range 20000 {
		p := rng.Float64()
		probs = append(probs, p)
		right = append(right, rng.Float64() < sigmoid(0.6*logit(p)-0.3))
	}
	slope, offset := fitLine(probs, right)
	assert.InDelta(t, 0.6, slope, 0.05)
	assert.InDelta(t, -0.3, offset, 0.05)
	slope, offset = fitLine(probs[:10], right[:10])
	assert.Equal(t, []float64{1, 0}, []float64{slope, offset}, "too little to go by")
}

// TestWithout: a model trained without a group of attributes tags as if there were none.
func TestWithout(t *testing.T) {
	for _, without := range []Group{0, Evidence, Skeletons, Evidence | Skeletons} {
		b, err := TrainFiles(context.Background(), Options{Epochs: 4, Train: []Input{{Name: "train", Text: sentences(300, 1)}}, Seed: 1, Without: without, Clusters: []byte{}})
		require.NoError(t, err)
		m, err := Open(string(b))
		require.NoError(t, err)
		assert.Equal(t, without&Evidence == 0, m.votes)
		score, err := m.Score([]Input{{Name: "train", Text: sentences(300, 1)}}, false, nil)
		require.NoError(t, err)
		assert.Greater(t, score.F1(), 0.9)
	}
}

// TestVariationsCountLess: what varies an example counts by its weight when rare
// attributes are dropped.
func TestVariationsCountLess(t *testing.T) {
	docs, err := corpus.ReadCoNLL("train", sentences(300, 1))
	require.NoError(t, err)
	var examples []Example
	for i := range docs {
		examples = append(examples, NewExample(&docs[i], false, 1))
	}
	plain := trainAll(t, examples)
	for i := range docs {
		e := NewExample(&docs[i], false, 0.25)
		e.Of = i + 1
		examples = append(examples, e)
	}
	varied := trainAll(t, examples)
	assert.Equal(t, plain, varied, "copies bring no attribute that the texts have once")
}

// trainAll returns how many attributes training kept.
func trainAll(t *testing.T, examples []Example) (attributes int) {
	t.Helper()
	_, err := Train(context.Background(), examples, nil, Options{
		Seed: 1, Epochs: 1, Folds: 1, Clusters: []byte{},
		Progress: func(p Progress) { attributes = p.Attributes },
	})
	require.NoError(t, err)
	return attributes
}
