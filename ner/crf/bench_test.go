package crf

import (
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/text"
)

var (
	markup = regexp.MustCompile(`\[([^|\]]*)\|[^\]]*\]`)
	header = regexp.MustCompile(`(?m)^(##|#!).*$`)
)

// ownDocs returns the project's annotated texts without their annotation, tokenised.
func ownDocs(tb testing.TB) []*text.Doc {
	tb.Helper()
	files, err := filepath.Glob("../../testdata/corpus/*.txt")
	require.NoError(tb, err)
	sort.Strings(files)
	var docs []*text.Doc
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(tb, err)
		for _, part := range header.Split(string(b), -1) {
			docs = append(docs, text.Tokenize(markup.ReplaceAllString(part, "$1")))
		}
	}
	return docs
}

// BenchmarkTag tags texts of the project's own corpus, from tokens to spans.
func BenchmarkTag(b *testing.B) {
	docs := ownDocs(b)
	m, err := Default()
	require.NoError(b, err)
	tokens := 0
	for _, d := range docs {
		tokens += len(d.Tokens)
	}
	t := m.NewTagger()
	var got []Tagged
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			got = t.Tag(got[:0], d, nil)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkTagShort tags texts of about a hundred tokens, one call each.
func BenchmarkTagShort(b *testing.B) {
	var docs []*text.Doc
	tokens := 0
	for _, d := range ownDocs(b) {
		for _, s := range d.Sentences {
			if n := s.Last - s.First; n > 60 {
				docs = append(docs, text.Tokenize(d.Slice(s.First, s.Last)))
				tokens += n
			}
		}
	}
	m, err := Default()
	require.NoError(b, err)
	t := m.NewTagger()
	var got []Tagged
	for b.Loop() {
		for _, d := range docs {
			got = t.Tag(got[:0], d, nil)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		_, err := Open(shipped)
		require.NoError(b, err)
	}
}
