package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
)

// TestTable holds the table of flags together: keys are unique, every flag belongs to a
// verb, every verb's flags exist, defaults are among the choices.
func TestTable(t *testing.T) {
	set := commandLine()
	used := map[string]bool{}
	for _, v := range set.Verbs {
		letters := map[byte]string{}
		assert.False(t, strings.HasSuffix(v.Summary, "."), v.Name)
		for _, key := range v.Flags {
			f, ok := set.Flag(key)
			require.True(t, ok, "%s: no flag %s", v.Name, key)
			used[key] = true
			if f.Short != 0 {
				assert.Empty(t, letters[f.Short], "%s: -%c twice", v.Name, f.Short)
				letters[f.Short] = f.Name
			}
		}
	}
	keys := map[string]bool{}
	for _, f := range set.Flags {
		key := f.Key
		if key == "" {
			key = f.Name
		}
		assert.False(t, keys[key], "%s twice", key)
		keys[key] = true
		assert.True(t, used[key], "--%s belongs to no verb", key)
		assert.False(t, strings.HasSuffix(f.Help, "."), f.Name)
		assert.NotEmpty(t, f.Category, f.Name)
		if len(f.Choices) > 0 {
			assert.Contains(t, f.Choices, f.Default, f.Name)
		}
	}
}

func TestUsageErrors(t *testing.T) {
	for _, args := range [][]string{
		{"--nonsense"}, {"-o", "xml"}, {"-i", "pdf"}, {"--offsets", "char"}, {"--labels", "PER"}, {"--labels-map", "x"}, {"--date", "monday"}, {"--date", "2021-13-01"},
		{"--into", "text", "-i", "jsonl"}, {"--into", "id", "-i", "jsonl"}, {"--max-line", "big"}, {"-j", "many"}, {"--candidates", "-1"},
		{"lookup", "--kind", "planet", "x"}, {"lookup", "--within", "loc/nowhere", "x"}, {"eval"}, {"eval", "a", "b", "c"}, {"eval", "--run"}, {"gazetteer"}, {"gazetteer", "eat"},
		{"gazetteer", "build"}, {"gazetteer", "lint"}, {"train"}, {"train", "--map", "x", "f"}, {"completion"}, {"completion", "csh"}, {"help", "nonsense"},
		{"explain", "--date", "x", "text"}, {"extrct", "x"}, {"looku", "Kabul"},
		{"--model", "x", "--tagger", "prose"}, {"explain", "--model", "x", "--tagger", "none", "text"}, {"eval", "--model", "x", "a", "b"}, {"eval", "--conll", "--run", "a"},
		{"eval", "--map", "A=B", "--conll", "a"}, {"eval", "--no-hints", "--run", "a"}, {"eval", "--conll", "--model", "x", "a", "b"},
		{"train", "--map", "A=B,A=C", "f"}, {"train", "--weight", "f", "f"}, {"train", "--weight", "g=2", "f"}, {"train", "--weight", "f=0", "f"}, {"train", "--weight", "f=x", "f"},
	} {
		got := nam("", args...)
		assert.Equal(t, exitUsage, got.code, "%v", args)
		assert.Empty(t, got.stdout, "%v", args)
		assert.True(t, strings.HasPrefix(got.stderr, "namyab: "), "%v: %s", args, got.stderr)
		assert.Equal(t, 1, strings.Count(got.stderr, "\n"), "%v: one line", args)
	}
}

func TestDataErrors(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.tsv")
	require.NoError(t, os.WriteFile(bad, []byte("id\tname\tkind\nper/x\tX\tplanet\n"), 0o600))
	for _, args := range [][]string{
		{"-g", filepath.Join(dir, "missing.tsv")}, {"-g", bad}, {"lookup", "-g", bad, "x"}, {"eval", bad, bad}, {"eval", "--run", filepath.Join(dir, "missing")},
		{"gazetteer", "build", bad}, {"train", filepath.Join(dir, "missing")}, {"gazetteer", "export", bad},
	} {
		got := nam("", args...)
		assert.Equal(t, exitData, got.code, "%v: %s", args, got.stderr)
		assert.NotEmpty(t, got.stderr, "%v", args)
	}
	assert.Contains(t, nam("", "-g", bad).stderr, bad+":2:", "a defect has file, line and column")
}

func TestHelp(t *testing.T) {
	set := commandLine()
	overview := nam("", "--help")
	assert.Equal(t, overview, nam("", "help"))
	assert.Equal(t, overview, nam("", "-h"))
	for _, v := range set.Verbs {
		assert.Contains(t, overview.stdout, v.Summary)
		got := nam("", v.Name, "--help")
		assert.Zero(t, got.code)
		assert.Equal(t, got.stdout, nam("", "help", v.Name).stdout)
		for _, key := range v.Flags {
			f, _ := set.Flag(key)
			assert.Contains(t, got.stdout, "--"+f.Name, v.Name)
		}
		for _, line := range strings.Split(got.stdout, "\n") {
			assert.LessOrEqual(t, len([]rune(line)), 120, line)
		}
	}
}

// TestExamples runs every example of the help in a shell.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("examples load the data many times")
	}
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("there is no bash")
	}
	dir := root(t)
	for _, v := range commandLine().Verbs {
		for _, e := range v.Examples {
			t.Run(v.Name, func(t *testing.T) {
				out, err := shell(t, dir, e.Command)
				require.NoError(t, err, "%s\n%s", e.Command, out)
				silent := strings.Contains(e.Command, ">") || strings.Contains(e.Command, "source") || strings.Contains(e.Command, "lint") || v.Name == "train" && strings.Contains(e.Command, "-o ")
				assert.Equal(t, silent, out == "", "%s\n%s", e.Command, out)
			})
		}
	}
}

func TestVersion(t *testing.T) {
	text := nam("", "--version")
	assert.Contains(t, text.stdout, "namyab "+toolVersion)
	assert.Contains(t, text.stdout, gazetteer.DataVersion)
	for _, args := range [][]string{{"version", "--json"}, {"--version", "--json"}} {
		var v struct {
			Tool, Version, Schema string
			Data, Model           struct{ SHA256 string }
		}
		require.NoError(t, json.Unmarshal([]byte(nam("", args...).stdout), &v))
		assert.Equal(t, toolVersion, v.Version)
		assert.Len(t, v.Data.SHA256, 64)
		assert.Len(t, v.Model.SHA256, 64)
	}
}

// TestCompletions has each shell that is there check the syntax of its script, and asks
// bash for completions.
func TestCompletions(t *testing.T) {
	for shell, check := range map[string][]string{"bash": {"-n"}, "zsh": {"-n"}, "fish": {"-n"}} {
		script := nam("", "completion", shell)
		require.Zero(t, script.code)
		for _, want := range []string{"extract", "labelstudio", "max-output-bytes"} {
			assert.Contains(t, script.stdout, want, shell)
		}
		path, err := exec.LookPath(shell)
		if err != nil {
			continue
		}
		file := filepath.Join(t.TempDir(), "c")
		require.NoError(t, os.WriteFile(file, []byte(script.stdout), 0o600))
		out, err := exec.Command(path, append(check, file)...).CombinedOutput()
		assert.NoError(t, err, "%s: %s", shell, out)
	}
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("there is no bash")
	}
	for line, want := range map[string]string{"namyab extract -o web": "webanno", "namyab look": "lookup", "namyab gazetteer st": "stats", "namyab --max-d": "--max-doc", "namyab lookup -o t": "table tsv"} {
		words := strings.Fields(line)
		script := nam("", "completion", "bash").stdout + "\nCOMP_WORDS=(" + line + "); COMP_CWORD=" + string(rune('0'+len(words)-1)) + "; _namyab; echo ${COMPREPLY[@]}"
		cmd := exec.Command("bash", "-c", script)
		cmd.Dir = t.TempDir() // no files to complete
		out, err := cmd.CombinedOutput()
		require.NoError(t, err)
		assert.Equal(t, want, strings.TrimSpace(string(out)), line)
	}
}

func TestMan(t *testing.T) {
	page := nam("", "man")
	require.Zero(t, page.code)
	for _, f := range commandLine().Flags {
		assert.Contains(t, page.stdout, strings.ReplaceAll("--"+f.Name, "-", `\-`))
	}
	path, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("there is no groff to read the page")
	}
	cmd := exec.Command(path, "-man", "-Tutf8", "-ww")
	cmd.Stdin = strings.NewReader(page.stdout)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err)
	assert.NotContains(t, string(out), "warning")
	assert.Contains(t, string(out), "B³")
}

func TestStats(t *testing.T) {
	withFake(t)
	got := nam("Kabul\n\n\xff\n", "-i", "lines", "--stats")
	assert.Contains(t, got.stderr, "2 documents, 1 errors")
	assert.Equal(t, 1, strings.Count(got.stderr, "\n"))
}

func TestSeveralFiles(t *testing.T) {
	withFake(t)
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")
	require.NoError(t, os.WriteFile(a, []byte("Kabul"), 0o600))
	require.NoError(t, os.WriteFile(b, []byte("Doha\n"), 0o600))
	got := nam("Taliban", "-i", "lines", a, "-", b)
	lines := strings.Split(got.stdout, "\n")
	require.Len(t, lines, 4)
	for i, want := range []string{a + ":1", "line-1", b + ":1"} {
		assert.Contains(t, lines[i], `"id":"`+want+`"`)
	}
	missing := filepath.Join(dir, "missing")
	assert.Contains(t, nam("", "-i", "lines", missing).stdout, `{"id":"`+missing+`","error":`, "a file that cannot be read has no lines")
	empty := nam("", "-i", "lines")
	assert.Equal(t, result{}, empty, "no line in, no line out")
	assert.Equal(t, 1, strings.Count(nam("", "-i", "text").stdout, "\n"), "an empty text is a document")
}
