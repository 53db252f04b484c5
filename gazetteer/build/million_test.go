package build

import (
	"bytes"
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
)

// The whole million, with its time: go test ./gazetteer/build -run TestMillionRows -million -v
var million = flag.Bool("million", false, "load a user gazetteer of a million rows instead of 20,000")

// manyRows makes a table of n persons with one alias each, out of some ten thousand words.
func manyRows(n int) string {
	parts := strings.Fields("ab dul mo ham mad ka rim sha fi wa li jan na jib ra him zai khan gul far id sa yed hus sain nur za hir ta mim")
	k := len(parts)
	word := func(i int) string {
		return strings.ToUpper(parts[i%k][:1]) + parts[i%k][1:] + parts[i/k%k] + parts[i/k/k%k]
	}
	var b strings.Builder
	b.WriteString("id\tname\tkind\taliases\n")
	x := uint64(1)
	next := func() int {
		x = x*6364136223846793005 + 1442695040888963407
		return int(x >> 40)
	}
	for i := range n {
		first, middle, last := word(next()), word(next()), word(next())
		fmt.Fprintf(&b, "my/%07d\t%s %s\tperson\t%s %s x%s\n", i, first, last, first, middle, last)
	}
	return b.String()
}

// TestMillionRows loads a long list. It judges no time: -v shows it.
func TestMillionRows(t *testing.T) {
	n := 20_000
	if *million {
		n = 1_000_000
	}
	base, rows := baseGazetteer(t), manyRows(n)
	start := time.Now()
	g, err := LoadUser(base, File{"many.tsv", strings.NewReader(rows)})
	require.NoError(t, err)
	t.Logf("%d rows, %d MB: %v", n, len(rows)>>20, time.Since(start))
	require.Equal(t, base.Len()+n, g.Len())
	last := g.Entry(uint32(g.Len() - 1))
	assert.Equal(t, fmt.Sprintf("my/%07d", n-1), last.ID)
	found := g.Search(g.Aliases(last.Index)[1].Name, gazetteer.Options{MinScore: -1})
	require.NotEmpty(t, found)
	assert.Contains(t, names(found), last.ID)
}

// TestSameBytes compiles a list whose blocks different walkers take each time.
func TestSameBytes(t *testing.T) {
	rows := manyRows(8_000) // several blocks
	first, problems, err := CompileUser(strings.NewReader(rows), "many.tsv", TSV, nil)
	require.NoError(t, err)
	require.Empty(t, problems)
	for range 3 {
		again, _, err := CompileUser(strings.NewReader(rows), "many.tsv", TSV, nil)
		require.NoError(t, err)
		require.True(t, bytes.Equal(first, again), "the bytes depend on nothing but the rows")
	}
}
