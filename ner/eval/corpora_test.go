package eval

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every annotated text of the project reads without a mistake, and no id stands in two
// files.
func TestAnnotatedTextsAreWellFormed(t *testing.T) {
	seen := map[string]string{}
	for _, dir := range []string{"corpus", "identity", "passages", "passages2", "spellings", "articles"} {
		files, err := filepath.Glob(filepath.Join("..", "..", "testdata", dir, "*.txt"))
		require.NoError(t, err)
		slices.Sort(files)
		for _, name := range files {
			f, err := os.Open(name)
			require.NoError(t, err)
			docs, err := ReadBracketed(f, dir+"/"+filepath.Base(name))
			assert.NoError(t, err)
			require.NoError(t, f.Close())
			for _, d := range docs {
				assert.Empty(t, seen[d.ID], "id %s is in %s, too", d.ID, name)
				seen[d.ID] = name
				assert.NotEmpty(t, d.Text, "%s: %s", name, d.ID)
			}
		}
	}
}
