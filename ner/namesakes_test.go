package ner_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

// passages are the folders of short texts on confusable identities.
var passages = []string{"../testdata/passages", "../testdata/passages2"}

// withinLine is a comment of the passages that says in which unit the k-th mention of the
// text lies: the norm of a homonymous district cannot.
var withinLine = regexp.MustCompile(`^#! within: mention (\d+) "[^"]*" = (.+)$`)

// TestNamesakes holds which of two units of one name is meant (Arghandab in Kandahar and
// in Zabul), which the scores of links cannot see.
func TestNamesakes(t *testing.T) {
	rec, err := ner.New()
	require.NoError(t, err)
	judge := eval.NewJudge(gazetteer.Default())
	right, all := 0, 0
	var files []string
	for _, folder := range passages {
		some, err := filepath.Glob(filepath.Join(folder, "*.txt"))
		require.NoError(t, err)
		files = append(files, some...)
	}
	for _, file := range files {
		wants := withinLines(t, file)
		for _, doc := range readGold(t, file) {
			for k, unit := range wants[doc.ID] {
				all++
				m := mentionAt(t, rec, &doc, k)
				if m != nil && liesWithin(judge, m.Link.Entry, unit) {
					right++
				} else {
					t.Logf("%s: mention %d is not read as within %s: %+v", doc.ID, k, unit, m)
				}
			}
		}
	}
	require.NotZero(t, all, "the passages say nothing about units")
	t.Logf("%d of %d namesakes are in the right unit", right, all)
	assert.GreaterOrEqual(t, float64(right)/float64(all), 0.8)
}

// withinLines reads the comments of a file: document id, number of the mention, unit.
func withinLines(t *testing.T, file string) map[string]map[int]string {
	t.Helper()
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	out := map[string]map[int]string{}
	id := ""
	for line := range strings.SplitSeq(string(b), "\n") {
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			id, _, _ = strings.Cut(rest, " ")
			out[id] = map[int]string{}
		}
		if m := withinLine.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			k, err := strconv.Atoi(m[1])
			require.NoError(t, err)
			out[id][k] = m[2]
		}
	}
	return out
}

// mentionAt runs the recogniser and returns its mention of the k-th gold mention, from 1.
func mentionAt(t *testing.T, rec *ner.Recognizer, doc *eval.Doc, k int) *ner.Mention {
	t.Helper()
	require.LessOrEqual(t, k, len(doc.Entities))
	date, err := ner.ParseDate(doc.Date)
	require.NoError(t, err)
	start, end := doc.Bytes(doc.Entities[k-1])
	require.True(t, utf8.ValidString(doc.Text[start:end]))
	d := rec.RecognizeDated(doc.Text, date)
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Start < end && start < m.End {
			return m
		}
	}
	return nil
}

func liesWithin(judge eval.Judge, e gazetteer.Entry, unit string) bool {
	if e.ID == "" {
		return false
	}
	for _, area := range gazetteer.Default().Within(e.Index) {
		if eval.Right(judge, unit, area.ID) {
			return true
		}
	}
	return false
}
