package ner_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner"
)

var updateGolden = flag.Bool("update", false, "rewrite the golden files with what comes out now")

// TestGolden reads testdata/golden: one file a group of cases that belong together, in
// txtar. A case NAME has
//
//	-- NAME --         the text; "NAME 2021-09-06" gives its date
//	-- NAME.want --    what must come out, one mention a line: span, label, entry, cluster;
//	                   "a;b" for the entry where the text does not decide between two
//	-- NAME.wanted --  instead of it: what should come out and does not yet, which is logged
//
// -update rewrites .want and never .wanted: those are written by hand, by the guide.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "golden", "*.txtar"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			a := parseTxtar(string(data))
			a.check(t)
			if *updateGolden && a.String() != string(data) {
				require.NoError(t, os.WriteFile(f, []byte(a.String()), 0o644))
			}
		})
	}
}

// check runs the cases of a file and, under -update, puts what came out into it.
func (a *txtar) check(t *testing.T) {
	for i := 0; i < len(a.files); i++ {
		name, date, _ := strings.Cut(a.files[i].name, " ")
		if strings.Contains(name, ".want") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			got := golden(t, strings.TrimSuffix(a.files[i].data, "\n"), date)
			if wanted, ok := a.file(name + ".wanted"); ok {
				if !sameMentions(wanted, got) {
					t.Logf("wanted:\n%sbut it is still:\n%s", wanted, got)
				} else {
					t.Log("what was wanted is there now: rename it to .want")
				}
				return
			}
			want, ok := a.file(name + ".want")
			switch {
			case ok && sameMentions(want, got):
			case *updateGolden:
				a.set(i+1, name+".want", got)
			default:
				require.True(t, ok, "the case has neither .want nor .wanted; run go test -update and read what it writes")
				assert.Equal(t, want, got)
			}
		})
	}
}

// sameMentions compares two lists of mentions; want may allow several entries.
func sameMentions(want, got string) bool {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	return slices.EqualFunc(a, b, func(w, g string) bool {
		wf, gf := strings.Split(w, "|"), strings.Split(g, "|")
		if len(wf) != 4 || len(gf) != 4 {
			return w == g
		}
		return wf[0] == gf[0] && wf[1] == gf[1] && wf[3] == gf[3] && slices.Contains(strings.Split(wf[2], ";"), gf[2])
	})
}

// golden writes the mentions of a text one a line.
func golden(t *testing.T, text, date string) string {
	t.Helper()
	d, err := ner.ParseDate(date)
	require.NoError(t, err)
	rec := recognizer(t, plain)
	doc := rec.RecognizeDated(text, d)
	invariants(t, rec, text, doc)
	var b strings.Builder
	for _, m := range doc.Mentions {
		id := m.Link.Entry.ID
		if m.Link.NIL() {
			id = "-"
		}
		fmt.Fprintf(&b, "%s|%s|%s|%d\n", strings.ReplaceAll(m.Text, "\n", "⏎"), m.Label, id, m.Cluster)
	}
	return b.String()
}

// txtar is the format of Go's golden files: a comment, then files after "-- name --".
type txtar struct {
	comment string
	files   []txtarFile
}

type txtarFile struct{ name, data string }

func parseTxtar(s string) *txtar {
	var a txtar
	at := &a.comment
	for _, line := range strings.SplitAfter(s, "\n") {
		name, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			a.files = append(a.files, txtarFile{name: name})
			at = &a.files[len(a.files)-1].data
			continue
		}
		*at += line
	}
	return &a
}

func (a *txtar) file(name string) (data string, ok bool) {
	for _, f := range a.files {
		if f.name == name {
			return f.data, true
		}
	}
	return "", false
}

// set replaces the file of a name, or puts it in at i.
func (a *txtar) set(i int, name, data string) {
	for k := range a.files {
		if a.files[k].name == name {
			a.files[k].data = data
			return
		}
	}
	a.files = append(a.files[:i], append([]txtarFile{{name, data}}, a.files[i:]...)...)
}

func (a *txtar) String() string {
	var b strings.Builder
	b.WriteString(a.comment)
	for _, f := range a.files {
		b.WriteString("-- " + f.name + " --\n" + f.data)
		if f.data != "" && !strings.HasSuffix(f.data, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
