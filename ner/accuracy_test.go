package ner_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/crf"
	"github.com/namyab/namyab/ner/eval"
)

var (
	accuracyTagger = flag.String("tagger", "crf", "tagger of the accuracy tests: crf, prose, none")
	accuracyModel  = flag.String("model", "", "model file of the accuracy tests; default: the embedded one")
	showMistakes   = flag.Bool("mistakes", false, "list the mistakes of the accuracy tests")
	goldFiles      = flag.String("gold", "", "measure on this gold file or folder of bracketed text alone")
)

// evalFolder holds the news texts of the evaluation, which may not be redistributed. They
// stand beside the checkout where they are to be had.
const evalFolder = "../../shared/eval"

// TestAccuracy holds what was reached on texts by others. The figures of the README come
// from the command; this test only sees to it that they do not fall.
func TestAccuracy(t *testing.T) {
	for _, c := range []struct {
		file                 string
		strict, link, linked float64
	}{
		{"seeds.jsonl", 0.96, 0.97, 0.94},
		{"dev.jsonl", 0.92, 0.92, 0.85},
	} {
		t.Run(c.file, func(t *testing.T) {
			report := measure(t, readGold(t, filepath.Join(evalFolder, c.file)))
			if *accuracyTagger != "crf" {
				t.Skip("figures are held for the default tagger alone")
			}
			assert.GreaterOrEqual(t, report.Strict().F1, c.strict, "strict F1")
			assert.GreaterOrEqual(t, report.Link.All.Accuracy, c.link, "link accuracy")
			assert.GreaterOrEqual(t, report.Link.Linked.F1, c.linked, "linked F1")
		})
	}
}

// TestAccuracyOwn measures on annotated texts of the project, or on those that -gold names.
func TestAccuracyOwn(t *testing.T) {
	if *goldFiles == "" {
		t.Skip("give -gold a bracketed file or folder")
	}
	files := []string{*goldFiles}
	if st, err := os.Stat(*goldFiles); err == nil && st.IsDir() {
		files, err = filepath.Glob(filepath.Join(*goldFiles, "*.txt"))
		require.NoError(t, err)
	}
	var gold []eval.Doc
	for _, f := range files {
		gold = append(gold, readGold(t, f)...)
	}
	measure(t, gold)
}

func readGold(t testing.TB, path string) []eval.Doc {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("the gold documents are not here: %v", err)
	}
	defer func() { require.NoError(t, f.Close()) }()
	if filepath.Ext(path) == ".txt" {
		docs, err := eval.ReadBracketed(f, path)
		require.NoError(t, err)
		return docs
	}
	docs, err := eval.ReadGold(f)
	require.NoError(t, err)
	return docs
}

// measure runs the recogniser over the gold texts and logs the table of scores.
func measure(t *testing.T, gold []eval.Doc) eval.Report {
	t.Helper()
	options := []ner.Option{ner.WithTagger(ner.TaggerName(*accuracyTagger))}
	if *accuracyModel != "" {
		data, err := os.ReadFile(*accuracyModel)
		require.NoError(t, err)
		m, err := crf.Open(string(data))
		require.NoError(t, err)
		options = append(options, ner.WithModel(m))
	}
	rec, err := ner.New(options...)
	require.NoError(t, err)
	pred := make([]eval.Doc, len(gold))
	for i, g := range gold {
		date, err := ner.ParseDate(g.Date)
		require.NoError(t, err)
		pred[i] = predicted(g.ID, rec.RecognizeDated(g.Text, date))
	}
	judge := eval.NewJudge(gazetteer.Default())
	report := eval.Score(gold, pred, judge)
	require.NoError(t, report.Table(testLog{t}))
	if *showMistakes {
		require.NoError(t, eval.WriteMistakes(testLog{t}, eval.Mistakes(gold, pred, judge)))
	}
	return report
}

// predicted turns a result into what the scorer reads: offsets in code points.
func predicted(id string, d *ner.Document) eval.Doc {
	out := eval.Doc{ID: id, Text: d.Text, Unit: eval.CodePoint}
	at, runes := 0, 0
	count := func(to int) int {
		runes += utf8.RuneCountInString(d.Text[at:to])
		at = to
		return runes
	}
	for _, m := range d.Mentions {
		start := count(m.Start)
		out.Entities = append(out.Entities, eval.Entity{
			Start: start, End: count(m.End), Text: m.Text, Label: m.Label.String(),
			LinkID: m.Link.Entry.ID, LinkName: m.Link.Entry.Name, LinkKind: m.Link.Entry.Kind.String(), Cluster: m.Cluster,
		})
	}
	return out
}

type testLog struct{ t *testing.T }

func (l testLog) Write(b []byte) (int, error) {
	l.t.Log(string(b))
	return len(b), nil
}
