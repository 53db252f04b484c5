package romanize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// sharedTable reads a table of the fact data that stand beside the checkout, header row
// and comments left out, and skips the test where they do not.
func sharedTable(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "data", name))
	if os.IsNotExist(err) {
		t.Skipf("no %s: the fact tables are not beside this checkout", name)
	}
	require.NoError(t, err)
	var rows [][]string
	for i, line := range strings.Split(string(data), "\n") {
		if i > 0 && line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// spellingPairs returns pairs of spellings of one name, by the file and class they are of.
func spellingPairs(t testing.TB) map[string][][2]string {
	pairs := map[string][][2]string{}
	for _, r := range sharedTable(t, "variants_places_dev.tsv") {
		if r[5] == "spelling" {
			class := "place"
			if r[2] == "village" {
				class = "village"
			}
			pairs[class] = append(pairs[class], [2]string{r[0], r[1]})
		}
	}
	for _, r := range sharedTable(t, "variants_actors_dev.tsv") {
		switch r[2] {
		case "person:spelling", "person:filename-romanisation:spelling", "person:order", "person:titled", "org:spelling", "org:order":
			pairs[r[2]] = append(pairs[r[2]], [2]string{r[0], r[1]})
		}
	}
	for _, r := range sharedTable(t, "variants_iec_dev.tsv") {
		pairs["iec"] = append(pairs["iec"], [2]string{r[0], r[1]})
	}
	return pairs
}
