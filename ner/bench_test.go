package ner_test

import (
	"testing"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/crf"
	"github.com/namyab/namyab/ner/prosetag"
	"github.com/namyab/namyab/ner/rules"
)

// The benchmarks read the project's own texts, each with our tokens, and report tokens a
// second of processor time, so that every figure of one run can be set beside the others
// and a busy machine does not decide:
//
//	go test ./ner -run '^$' -bench . -cpu 1

// proseShare is how many texts there are for each that prose reads: it takes some hundred
// times as long, and its figures are per token all the same.
const proseShare = 16

// benchDocs returns every so many of the own texts, tokenised, and how many tokens they have.
func benchDocs(b *testing.B, every int) (docs []*text.Doc, tokens int) {
	b.Helper()
	for i, d := range ownTexts(b) {
		if i%every != 0 {
			continue
		}
		doc := text.Tokenize(d.Text)
		docs = append(docs, doc)
		tokens += len(doc.Tokens)
	}
	return docs, tokens
}

// perToken runs f over the texts, once before the timer starts.
func perToken(b *testing.B, every int, f func(doc *text.Doc)) {
	b.Helper()
	docs, tokens := benchDocs(b, every)
	for _, d := range docs {
		f(d)
	}
	b.ReportAllocs()
	start := cpuTime()
	for b.Loop() {
		for _, d := range docs {
			f(d)
		}
	}
	spent := (cpuTime() - start).Seconds() / float64(b.N)
	b.ReportMetric(float64(tokens)/spent, "tokens/s")
	b.ReportMetric(1e9*spent/float64(tokens), "ns/token")
}

func benchFlow(b *testing.B, every int, opts ...ner.Option) {
	b.Helper()
	rec, err := ner.New(opts...)
	if err != nil {
		b.Fatal(err)
	}
	perToken(b, every, func(d *text.Doc) { rec.Recognize(d.Text) })
}

func BenchmarkFlow(b *testing.B)         { benchFlow(b, 1) }
func BenchmarkFlowNoTagger(b *testing.B) { benchFlow(b, 1, ner.WithTagger(ner.TaggerNone)) }
func BenchmarkFlowExplain(b *testing.B)  { benchFlow(b, 1, ner.WithExplain(true)) }
func BenchmarkFlowProse(b *testing.B)    { benchFlow(b, proseShare, ner.WithTagger(ner.TaggerProse)) }

// BenchmarkFlowUnlinked leaves linking and co-reference out: what they cost is the
// difference to BenchmarkFlow.
func BenchmarkFlowUnlinked(b *testing.B) {
	rec, err := ner.New()
	if err != nil {
		b.Fatal(err)
	}
	perToken(b, 1, func(d *text.Doc) { rec.Unlinked(d.Text) })
}

func BenchmarkTokenize(b *testing.B) {
	var doc text.Doc
	perToken(b, 1, func(d *text.Doc) { doc.Reset(d.Text) })
}

func BenchmarkMatcher(b *testing.B) {
	m := gazetteer.Default().NewMatcher()
	var dst []gazetteer.Match
	perToken(b, 1, func(d *text.Doc) { dst = m.Match(dst[:0], d) })
}

func BenchmarkRules(b *testing.B) {
	m := gazetteer.Default().NewMatcher()
	classes := map[*text.Doc][]gazetteer.WordClass{}
	var dst []rules.Match
	perToken(b, 1, func(d *text.Doc) {
		class, ok := classes[d]
		if !ok {
			m.Match(nil, d)
			class = append(class, m.Classes()...)
			classes[d] = class
		}
		dst = rules.Find(dst[:0], d, class)
	})
}

// BenchmarkTagger is the statistical tagger alone, its hints made beforehand.
func BenchmarkTagger(b *testing.B) {
	model, err := crf.Default()
	if err != nil {
		b.Fatal(err)
	}
	tagger, hints := model.NewTagger(), ner.Hints(gazetteer.Default())
	made := map[*text.Doc][]crf.Hint{}
	var dst []crf.Tagged
	perToken(b, 1, func(d *text.Doc) {
		h, ok := made[d]
		if !ok {
			h = hints(d)
			made[d] = h
		}
		dst = tagger.Tag(dst[:0], d, h)
	})
}

// BenchmarkProse is the other tagger alone, on the same texts and tokens.
func BenchmarkProse(b *testing.B) {
	tagger := prosetag.New()
	var dst []prosetag.Span
	perToken(b, proseShare, func(d *text.Doc) { dst = tagger.Tag(dst[:0], d) })
}
