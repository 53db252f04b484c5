package gazetteer_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// BenchmarkMatch measures the warm matcher over the development articles.
func BenchmarkMatch(b *testing.B) {
	f, err := os.Open(filepath.Join("..", "..", "shared", "eval", "dev.jsonl"))
	if err != nil {
		b.Skip("needs ../shared/eval/dev.jsonl beside the checkout")
	}
	defer func() { _ = f.Close() }()
	var docs []*text.Doc
	tokens := 0
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var d struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			b.Fatal(err)
		}
		docs = append(docs, text.Tokenize(d.Text))
		tokens += len(docs[len(docs)-1].Tokens)
	}
	m := gazetteer.Default().NewMatcher()
	var dst []gazetteer.Match
	for _, d := range docs {
		dst = m.Match(dst[:0], d)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			dst = m.Match(dst[:0], d)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
}
