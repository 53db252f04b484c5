package eval

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestChunks(t *testing.T) {
	for _, c := range []struct {
		name, tags string
		want       []Chunk
	}{
		{"IOB2", "B-PER I-PER O B-LOC", []Chunk{{0, 2, "PER"}, {3, 4, "LOC"}}},
		{"IOB1", "I-PER I-PER B-PER O", []Chunk{{0, 2, "PER"}, {2, 3, "PER"}}},
		{"BILOU", "B-PER I-PER L-PER U-LOC U-LOC", []Chunk{{0, 3, "PER"}, {3, 4, "LOC"}, {4, 5, "LOC"}}},
		{"BIOES", "B-PER E-PER S-LOC", []Chunk{{0, 2, "PER"}, {2, 3, "LOC"}}},
		{"label changes inside", "B-PER I-LOC", []Chunk{{0, 1, "PER"}, {1, 2, "LOC"}}},
		{"inside after outside", "O I-PER O", []Chunk{{1, 2, "PER"}}},
		{"last after outside", "O L-PER I-PER", []Chunk{{1, 2, "PER"}, {2, 3, "PER"}}},
		{"unknown is outside", "X-PER B- O B-PER", []Chunk{{3, 4, "PER"}}},
		{"hyphen in the label", "B-ARMED-GROUP I-ARMED-GROUP", []Chunk{{0, 2, "ARMED-GROUP"}}},
		{"none", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, Chunks(nil, strings.Fields(c.tags))) })
	}
}

func TestScoreTags(t *testing.T) {
	const columns = `-DOCSTART- -X- O O

EU NNP B-ORG B-ORG
rejects VBZ O O
German JJ B-MISC B-LOC

Peter NNP B-PER B-PER
Blackburn NNP I-PER O
Kabul NNP O B-LOC
`
	gold, pred, err := ReadColumns(strings.NewReader(columns))
	require.NoError(t, err)
	r, err := ScoreTags(gold, pred)
	require.NoError(t, err)
	assert.Equal(t, []int{2, 6, 3}, []int{r.Sentences, r.Tokens, r.TokensOK})
	assert.Equal(t, 1, r.Overall.Correct)
	assert.InDelta(t, 1.0/4, r.Overall.Precision, 1e-12)
	assert.InDelta(t, 1.0/3, r.Overall.Recall, 1e-12)
	var b bytes.Buffer
	require.NoError(t, r.Table(&b))
	assert.Contains(t, b.String(), "gold phrases 3   found 4   correct 1")
	assert.Contains(t, b.String(), "accuracy  50.00%   P  25.00%   R  33.33%   F1  28.57")

	_, _, err = ReadColumns(strings.NewReader("O\n"))
	require.ErrorContains(t, err, "line 1")
	_, err = ScoreTags([][]string{{"O"}}, [][]string{{"O", "O"}})
	require.ErrorContains(t, err, "sentence 1")
	_, err = ScoreTags([][]string{{"O"}}, nil)
	require.Error(t, err)
}
