package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestFormats runs each archive of testdata/format: args is the command line, in the
// standard input, out the output, code the exit code when it is not 0. \r stands for CR at
// line ends, so that the files stay readable.
func TestFormats(t *testing.T) {
	withFake(t)
	files, err := filepath.Glob("testdata/format/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			a := parseArchive(string(data))
			args, _ := a.file("args")
			in, _ := a.file("in")
			want, _ := a.file("out")
			got := nam(unescapeCR(in), strings.Fields(args)...)
			require.Empty(t, got.stderr)
			require.Zero(t, got.code)
			out := escapeCR(withoutArt(got.stdout))
			if *update {
				a.files = []archiveFile{{"args", args}, {"in", in}, {"out", out}}
				require.NoError(t, os.WriteFile(name, []byte(a.String()), 0o644))
				return
			}
			assert.Equal(t, want, out, "run with -update and read the difference")
		})
	}
}

var art = regexp.MustCompile(`(?s)(<style>).*(</style>)|(<defs>).*(</defs>)`)

// withoutArt leaves the style sheet and the outlines out of an HTML page: they are constant
// and would fill the golden files.
func withoutArt(s string) string {
	if !strings.HasPrefix(s, "<!DOCTYPE") {
		return s
	}
	return art.ReplaceAllString(s, "$1…$2$3$4")
}

func escapeCR(s string) string   { return strings.ReplaceAll(s, "\r", "\\r") }
func unescapeCR(s string) string { return strings.ReplaceAll(s, "\\r", "\r") }
