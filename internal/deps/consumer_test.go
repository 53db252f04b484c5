package deps

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A module outside, in testdata/consumer, builds against this one and runs, without
// network. It is run from a copy, since the go command may complete its go.mod.
func TestConsumerModule(t *testing.T) {
	if testing.Short() {
		t.Skip("links a program")
	}
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("the go command is not on the path")
	}
	top, dir := root(t), t.TempDir()
	from := filepath.Join(top, "testdata", "consumer")
	for _, name := range []string{"main.go", "go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(from, name))
		require.NoError(t, err)
		if name == "go.mod" {
			require.Contains(t, string(data), "=> ../..")
			data = []byte(strings.Replace(string(data), "=> ../..", "=> "+filepath.ToSlash(top), 1))
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
	}
	cmd := exec.Command(goTool, "run", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off", "GONOSUMDB=*")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, stderr.String())

	lines := string(out)
	assert.Contains(t, lines, "lookup\tloc/AF08\tPanjshir\n")
	assert.Contains(t, lines, "mention\tPanjsheer\tGPE\tPanjshir\n")
	assert.Contains(t, lines, "mention\tKABUL\tGPE\tKabul\n")
	assert.Contains(t, lines, "\tPERSON\tBismillah Khan Mohammadi\n")
	assert.NotContains(t, lines, "Monday")
}
