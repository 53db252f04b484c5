package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTableIsCurrent counts the words of the corpora and compares them with the committed
// table: the classes themselves take a minute, but a tokenizer that cuts other words shows here.
func TestTableIsCurrent(t *testing.T) {
	const corpora = "../../../../shared/corpora/train"
	if _, err := os.Stat(corpora); err != nil {
		t.Skipf("the corpora are not beside the checkout: %v", err)
	}
	files, err := expand([]string{corpora})
	require.NoError(t, err)
	text, err := read(files, 3)
	require.NoError(t, err)
	table, err := os.ReadFile("../tagtrain/clusters.tsv")
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSuffix(string(table), "\n"), "\n")
	assert.Contains(t, lines[1], fmt.Sprintf("%d words in ", len(text.words)-1))
	assert.Contains(t, lines[1], fmt.Sprintf(" from %d tokens of %d files", len(text.tokens), len(files)))
	const head = 3
	require.Len(t, lines, head+len(text.words)-1)
	for i, line := range lines[head:] {
		f := strings.Split(line, "\t")
		require.Equal(t, fmt.Sprintf("%s %d", text.words[i+1], text.counts[i+1]), f[0]+" "+f[2], "line %d", head+i+1)
	}
}
