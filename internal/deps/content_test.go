package deps

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// machinePath matches a path that is right on one machine only.
var machinePath = regexp.MustCompile(`(^|[\s"'` + "`" + `(=:,])(/(home|Users)/[A-Za-z0-9_]+/|/(root|work)/[A-Za-z0-9_.]|[A-Z]:\\Users\\)`)

// maxScanned leaves compiled data out: it is made from files that are scanned.
const maxScanned = 8 << 20

func TestNoMachinePaths(t *testing.T) {
	top := root(t)
	require.NoError(t, filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".git" {
				return fs.SkipDir
			}
			return nil
		}
		info, err := d.Info()
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxScanned {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil || bytes.IndexByte(data[:min(len(data), 8000)], 0) >= 0 {
			return err
		}
		for i, line := range strings.Split(string(data), "\n") {
			if m := machinePath.FindString(line); m != "" {
				rel, _ := filepath.Rel(top, p)
				assert.Fail(t, "machine path", "%s:%d: %q", filepath.ToSlash(rel), i+1, m)
			}
		}
		return nil
	}))
}

func TestMachinePathPattern(t *testing.T) {
	for _, c := range []struct {
		in   string
		want bool
	}{
		{"see /ho" + "me/someone/src", true},
		{`"/ro` + `ot/go"`, true},
		{"-o /wo" + "rk/main", true},
		{`C:\Us` + `ers\me`, true},
		{"https://example.org/home/page/1", false},
		{"../shared/eval", false},
		{"the /wo" + "rk/ of", false},
	} {
		assert.Equal(t, c.want, machinePath.MatchString(c.in), c.in)
	}
}

// The top level is what the design names, nothing else.
func TestTopLevel(t *testing.T) {
	allowed := map[string]bool{"ner": true, "gazetteer": true, "cmd": true, "testdata": true, "internal": true,
		"go.mod": true, "go.sum": true, "README.md": true, "LICENSE": true, "NOTICE": true, "ARCHITECTURE.md": true,
		".ci": true, ".golangci.yml": true, ".gitignore": true, ".git": true}
	ignored := ignoredAtTop(t)
	es, err := os.ReadDir(root(t))
	require.NoError(t, err)
	for _, e := range es {
		assert.True(t, allowed[e.Name()] || ignored(e.Name()), "%s has no place at the top of the module", e.Name())
	}
}

// ignoredAtTop reads .gitignore: what it names may lie about.
func ignoredAtTop(t *testing.T) func(name string) bool {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root(t), ".gitignore"))
	require.NoError(t, err)
	lines := strings.Fields(string(data))
	return func(name string) bool {
		for _, l := range lines {
			if ok, err := filepath.Match(strings.Trim(l, "/"), name); err == nil && ok {
				return true
			}
		}
		return false
	}
}
