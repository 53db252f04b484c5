package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSpansOf(t *testing.T) {
	tests := []struct {
		name, tags string
		want       []Span
	}{
		{"none", "O O", nil},
		{"BIO-2", "B-PER I-PER O B-LOC", []Span{{0, 2, "PER"}, {3, 4, "LOC"}}},
		{"BIO-1", "I-PER I-PER O I-LOC B-LOC", []Span{{0, 2, "PER"}, {3, 4, "LOC"}, {4, 5, "LOC"}}},
		{"a change of label begins a name", "B-PER I-LOC", []Span{{0, 1, "PER"}, {1, 2, "LOC"}}},
		{"BILOU", "U-LOC B-PER I-PER L-PER U-ORG", []Span{{0, 1, "LOC"}, {1, 4, "PER"}, {4, 5, "ORG"}}},
		{"IOBES", "S-LOC B-PER E-PER I-PER", []Span{{0, 1, "LOC"}, {1, 3, "PER"}, {3, 4, "PER"}}},
		{"up to the end", "O B-ORG I-ORG", []Span{{1, 3, "ORG"}}},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, SpansOf(strings.Fields(tt.tags)), tt.name)
	}
}

func TestReadCoNLL(t *testing.T) {
	docs, err := ReadCoNLL("f", "-DOCSTART- (one)\tO\n\nKabul\tB-LOC\nfell\tO\n\n-DOCSTART- -X- O O\n\nOmar NNP B-NP B-PER\n")
	require.NoError(t, err)
	require.Len(t, docs, 2)
	assert.Equal(t, "one", docs[0].ID)
	assert.Equal(t, []string{"Kabul", "fell"}, docs[0].Sentences[0].Tokens)
	assert.Equal(t, []Span{{0, 1, "PER"}}, docs[1].Sentences[0].Spans)
	_, err = ReadCoNLL("f", "Kabul B-LOC\n\nfell\n")
	assert.ErrorContains(t, err, "f:3: expected a token and a tag")
}

func TestRelabel(t *testing.T) {
	docs, err := ReadCoNLL("f", "a B-geo\nb B-tim\nc B-per\nd B-zzz\n")
	require.NoError(t, err)
	Relabel(docs, map[string]string{"geo": "LOC", "tim": "", "*": "MISC"})
	assert.Equal(t, []string{"B-LOC", "O", "B-MISC", "B-MISC"}, docs[0].Sentences[0].Tags())
}

// TestScore checks the figures against those that conlleval prints for the same tags.
func TestScore(t *testing.T) {
	s, err := EvaluateCoNLL("f", "Omar B-PER B-PER\nShah I-PER I-PER\nsaw O O\nKabul B-LOC B-ORG\n\nHerat B-LOC B-LOC\nfell O B-LOC\n")
	require.NoError(t, err)
	assert.Equal(t, Counts{Correct: 2, Gold: 3, Pred: 4}, s.Counts)
	var b strings.Builder
	require.NoError(t, s.Write(&b))
	assert.Equal(t, `processed 6 tokens with 3 phrases; found: 4 phrases; correct: 2.
accuracy:  66.67%; precision:  50.00%; recall:  66.67%; FB1:  57.14
              LOC: precision:  50.00%; recall:  50.00%; FB1:  50.00  2
              ORG: precision:   0.00%; recall:   0.00%; FB1:   0.00  1
              PER: precision: 100.00%; recall: 100.00%; FB1: 100.00  1
`, b.String())
	_, err = CompareCoNLL("g", "a O\n", "p", "b O\n")
	assert.ErrorContains(t, err, "sentence 1 differs")
}

func TestTextAndRetokenise(t *testing.T) {
	tests := []struct{ name, tokens, tags, text, names string }{
		{"possessive", "The Taliban 's men", "O B-ORG O O", "The Taliban's men", "ORG:Taliban"},
		{"possessive inside the annotation", "Taliban's men", "B-ORG O", "Taliban's men", "ORG:Taliban"},
		{"quotes and brackets", `" Kabul ( AP ) " .`, "O B-GPE O B-ORG O O O", `"Kabul (AP)".`, "GPE:Kabul ORG:AP"},
		{"a name with hyphens", "in Pol-e-Charkhi prison", "O B-FAC I-FAC", "in Pol-e-Charkhi prison", "FAC:Pol-e-Charkhi prison"},
		{"Penn brackets", "Omar -LRB- PTI -RRB-", "B-PER O B-ORG O", "Omar (PTI)", "PERSON:Omar ORG:PTI"},
	}
	for _, tt := range tests {
		d := Document{Sentences: []Sentence{{Tokens: strings.Fields(tt.tokens), Spans: SpansOf(strings.Fields(tt.tags))}}}
		s, _ := d.Text()
		assert.Equal(t, tt.text+"\n", s, tt.name)
		doc, spans, _ := Retokenise(&d)
		var names []string
		for _, p := range spans {
			names = append(names, strings.Replace(p.Label, "PER", "PERSON", 1)+":"+doc.Slice(p.First, p.Last))
		}
		assert.Equal(t, tt.names, strings.Join(names, " "), tt.name)
	}
}

func TestGoldDocKeepsTheTokens(t *testing.T) {
	docs, err := ReadCoNLL("f", "U.S.-led B-LOC\nforce O\n\nHEADLINE O\nOF O\nKABUL B-LOC\n")
	require.NoError(t, err)
	doc, spans := GoldDoc(&docs[0])
	require.Len(t, doc.Tokens, 5)
	assert.Equal(t, "U.S.-led", doc.Surface(0))
	assert.Equal(t, []TokenSpan{{0, 1, "LOC"}, {4, 5, "LOC"}}, spans)
	require.Len(t, doc.Sentences, 2)
	assert.EqualValues(t, 2, doc.Sentences[1].Casing)
}
