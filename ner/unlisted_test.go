package ner_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/gen/respell"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

// TestUnlistedSpellings measures what the flow makes of spellings that nobody listed, in texts
// that teach nothing: the names that it finds and links right are written in other spellings
// that are taken out of the gazetteer. How many of these are found and linked right?
func TestUnlistedSpellings(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a gazetteer")
	}
	var docs []annotated.Doc
	for _, name := range []string{"../testdata/articles", "../testdata/passages", "../testdata/passages2", evalFolder + "/seeds.jsonl", evalFolder + "/dev.jsonl"} {
		if _, err := os.Stat(name); err != nil {
			t.Logf("without %s: %v", filepath.Base(name), err)
			continue
		}
		some, err := annotated.Gold(name)
		require.NoError(t, err)
		docs = append(docs, some...)
	}
	listed := recognizer(t, plain)
	for i := range docs {
		docs[i].Names = rightNames(t, listed, docs[i])
	}
	respelt, err := respell.New(docs, os.DirFS("../gazetteer/data"), 1, "")
	require.NoError(t, err)
	rec, err := ner.New(ner.WithGazetteer(respelt.Gazetteer))
	require.NoError(t, err)
	names, found, linked := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range respelt.Docs {
		d := &respelt.Docs[i]
		got := read(t, rec, d)
		for k, n := range d.Names {
			if !respelt.Changed[i][k] {
				continue
			}
			m := at(got, n)
			names[n.Label]++
			right := false
			if m != nil {
				found[n.Label]++
				right = eval.Right(judge, n.Norm, m.Link.Entry.ID)
			}
			if right {
				linked[n.Label]++
			} else if *showMistakes {
				t.Logf("%q for %s is %s in %.100q", d.Text[n.Start:n.End], n.Norm, meant(m), d.Text[max(0, n.Start-50):])
			}
		}
	}
	for _, l := range []string{"PERSON", "ORG", "GPE", "LOC", "FAC"} {
		t.Logf("%-6s %4d names, found %.3f, linked %.3f", l, names[l], share(found[l], names[l]), share(linked[l], names[l]))
		names["all"], found["all"], linked["all"] = names["all"]+names[l], found["all"]+found[l], linked["all"]+linked[l]
	}
	t.Logf("all    %4d names, found %.3f, linked %.3f", names["all"], share(found["all"], names["all"]), share(linked["all"], names["all"]))
	assert.GreaterOrEqual(t, share(found["all"], names["all"]), 0.95)
	assert.GreaterOrEqual(t, share(linked["all"], names["all"]), 0.88)
}

var judge = eval.NewJudge(gazetteer.Default())

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

func read(t *testing.T, rec *ner.Recognizer, d *annotated.Doc) *ner.Document {
	t.Helper()
	date, err := ner.ParseDate(d.Date)
	require.NoError(t, err)
	return rec.RecognizeDated(d.Text, date)
}

// meant says what a mention was linked to.
func meant(m *ner.Mention) string {
	if m == nil {
		return "missed"
	}
	return strconv.Quote(m.Link.Entry.ID)
}

// at returns the mention of the span and label of a name, or nil.
func at(d *ner.Document, n annotated.Name) *ner.Mention {
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Start == n.Start && m.End == n.End && m.Label.String() == n.Label {
			return m
		}
	}
	return nil
}

// rightNames are the names of a text that are found and linked right under the spellings that
// they have.
func rightNames(t *testing.T, rec *ner.Recognizer, d annotated.Doc) (out []annotated.Name) {
	got := read(t, rec, &d)
	for _, n := range d.Names {
		if m := at(got, n); m != nil && m.Link.Entry.ID != "" && eval.Right(judge, n.Norm, m.Link.Entry.ID) {
			out = append(out, n)
		}
	}
	return out
}
