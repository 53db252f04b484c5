package crf

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/internal/text"
)

var long = flag.Bool("long", false, "run the tests that train for minutes")

// sharedFile reads a file of the folder beside the checkout, or skips the test.
func sharedFile(t *testing.T, parts ...string) string {
	t.Helper()
	name := filepath.Join(append([]string{"..", "..", "..", "shared"}, parts...)...)
	b, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		t.Skipf("%s is not there: put the shared folder beside the checkout", name)
	}
	require.NoError(t, err)
	return string(b)
}

// TestCoNLL2003 trains on the train file alone, on its own tokens, without hints, and
// scores the test file with four labels as conlleval does. About a minute on one core:
//
//	go test ./ner/crf -run CoNLL2003 -long -v
func TestCoNLL2003(t *testing.T) {
	if !*long {
		t.Skip("trains for a minute or more: run with -long")
	}
	in := func(name string) []Input {
		return []Input{{Name: name, Text: sharedFile(t, "corpora", "eval", name)}}
	}
	b, err := TrainFiles(context.Background(), Options{
		Train: in("conll2003.train.conll"), Dev: in("conll2003.dev.conll"), GoldTokens: true, Seed: 1,
		Progress: func(p Progress) { t.Logf("%+v", p) },
	})
	require.NoError(t, err)
	m, err := Open(string(b))
	require.NoError(t, err)
	score, err := m.Score(in("conll2003.test.conll"), true, nil)
	require.NoError(t, err)
	var table strings.Builder
	require.NoError(t, score.Write(&table))
	t.Log("\n" + table.String())
	assert.GreaterOrEqual(t, score.F1(), 0.89)
}

// TestShippedModelAlone scores the embedded model without any hints on the evaluation
// documents, which it has not seen.
func TestShippedModelAlone(t *testing.T) {
	m, err := Default()
	require.NoError(t, err)
	for _, tt := range []struct {
		file string
		want float64
	}{{"dev.jsonl", 0.94}, {"seeds.jsonl", 0.94}} {
		score := m.ScoreExamples(goldExamples(t, sharedFile(t, "eval", tt.file)), nil)
		var table strings.Builder
		require.NoError(t, score.Write(&table))
		t.Log(tt.file + "\n" + table.String())
		assert.GreaterOrEqual(t, score.F1(), tt.want, tt.file)
	}
}

// goldExamples reads evaluation documents; doubtful mentions are left out, so that the
// score is a little lower than the evaluation's own, which ignores them.
func goldExamples(t *testing.T, lines string) []Example {
	t.Helper()
	var out []Example
	sc := bufio.NewScanner(strings.NewReader(lines))
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var d struct {
			Text     string
			Entities []struct {
				Start, End int
				Label      string
				Optional   bool
			}
		}
		require.NoError(t, json.Unmarshal(sc.Bytes(), &d))
		e := Example{Doc: text.Tokenize(d.Text)}
		starts := map[int]int{}
		for i := range e.Doc.Tokens {
			starts[utf8.RuneCountInString(d.Text[:e.Doc.Tokens[i].Start])] = i
		}
		for _, m := range d.Entities {
			first, ok := starts[m.Start]
			if !ok || m.Optional {
				continue
			}
			last := first + 1
			for last < len(e.Doc.Tokens) && utf8.RuneCountInString(d.Text[:e.Doc.Tokens[last].Start]) < m.End {
				last++
			}
			e.Spans = append(e.Spans, corpus.TokenSpan{First: first, Last: last, Label: m.Label})
		}
		out = append(out, e)
	}
	require.NoError(t, sc.Err())
	return out
}
