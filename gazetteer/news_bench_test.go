package gazetteer_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// newsTexts joins the sentences of a training corpus to texts of twenty sentences.
func newsTexts(tb testing.TB, name string) (docs []*text.Doc, tokens int) {
	tb.Helper()
	f, err := os.Open(filepath.Join("..", "..", "shared", "corpora", "train", name))
	if err != nil {
		tb.Skipf("needs ../shared/corpora/train/%s beside the checkout", name)
	}
	defer func() { _ = f.Close() }()
	var b strings.Builder
	sentences := 0
	flush := func() {
		if b.Len() > 0 {
			docs = append(docs, text.Tokenize(b.String()))
			tokens += len(docs[len(docs)-1].Tokens)
			b.Reset()
		}
	}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		word, _, _ := strings.Cut(sc.Text(), "\t")
		if word == "" {
			if sentences++; sentences%20 == 0 {
				flush()
			}
			continue
		}
		if b.Len() > 0 && !strings.ContainsAny(word[:1], ".,;:'?!)") {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	flush()
	return docs, tokens
}

// benchNews measures a matcher over news: warm, which has read it before, and cold, which
// has met none of its words.
func benchNews(b *testing.B, warm bool) {
	docs, tokens := newsTexts(b, "gmb_news.train.conll")
	g := gazetteer.Default()
	m := g.NewMatcher()
	var dst []gazetteer.Match
	for _, d := range docs {
		dst = m.Match(dst[:0], d)
	}
	b.ReportAllocs()
	for b.Loop() {
		if !warm {
			m = g.NewMatcher()
		}
		for _, d := range docs {
			dst = m.Match(dst[:0], d)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
}

// BenchmarkMatchStream reads a longer corpus once, as a pipeline does: what a matcher
// remembers comes from the texts before.
func BenchmarkMatchStream(b *testing.B) {
	docs, tokens := newsTexts(b, "gmb.train.conll")
	g := gazetteer.Default()
	var dst []gazetteer.Match
	b.ReportAllocs()
	for b.Loop() {
		m := g.NewMatcher()
		for _, d := range docs {
			dst = m.Match(dst[:0], d)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
}

func BenchmarkMatchNews(b *testing.B)     { benchNews(b, true) }
func BenchmarkMatchNewsCold(b *testing.B) { benchNews(b, false) }
