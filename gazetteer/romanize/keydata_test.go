package romanize

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLookalikesHaveKeysOfTheirOwn(t *testing.T) {
	for _, r := range sharedTable(t, "lookalikes.tsv") {
		assert.NotEqual(t, Key(r[1]), Key(r[2]), "%s/%s", r[1], r[2])
	}
}

// TestKeyShare reports how many attested pairs one key joins, and how many different
// names it takes for one.
func TestKeyShare(t *testing.T) {
	pairs := spellingPairs(t)
	classes := make([]string, 0, len(pairs))
	for class := range pairs {
		classes = append(classes, class)
	}
	sort.Strings(classes)
	var missed strings.Builder
	for _, class := range classes {
		n := len(pairs[class])
		same, coarse := 0, 0
		for _, p := range pairs[class] {
			if Key(p[0]) == Key(p[1]) {
				same++
			} else {
				fmt.Fprintf(&missed, "%s\t%s\t%s\t%s\t%s\n", class, p[0], p[1], Key(p[0]), Key(p[1]))
			}
			if Skeleton(p[0]) == Skeleton(p[1]) {
				coarse++
			}
		}
		if floor, ok := map[string][2]float64{"place": {0.58, 0.85}, "village": {0.65, 0.91}, "person:spelling": {0.55, 0.80}}[class]; ok {
			assert.GreaterOrEqual(t, float64(same)/float64(n), floor[0], "share of %s pairs of one key", class)
			assert.GreaterOrEqual(t, float64(coarse)/float64(n), floor[1], "share of %s pairs of one skeleton", class)
		}
		t.Logf("%-40s %5d pairs: equal key %.3f, equal skeleton %.3f", class, n, float64(same)/float64(n), float64(coarse)/float64(n))
	}
	if f := os.Getenv("MISSED"); f != "" {
		_ = os.WriteFile(f, []byte(missed.String()), 0o644)
	}
}

func TestKeyCollisions(t *testing.T) {
	for _, file := range []string{"provinces.tsv", "districts.tsv", "persons.tsv", "features.tsv", "names_dari_latin.tsv", "unlisted_names_dev.txt"} {
		col := map[string]int{"provinces.tsv": 3, "districts.tsv": 3, "persons.tsv": 1, "features.tsv": 3}[file]
		byKey, bySkel := map[string][]string{}, map[string][]string{}
		seen := map[string]bool{}
		for _, r := range sharedTable(t, file) {
			name := r[col]
			if file == "features.tsv" && r[2] == "village" || seen[name] {
				continue
			}
			seen[name] = true
			byKey[Key(name)] = append(byKey[Key(name)], name)
			bySkel[Skeleton(name)] = append(bySkel[Skeleton(name)], name)
		}
		var list []string
		n := 0
		for _, names := range byKey {
			if len(names) > 1 {
				n += len(names)
				list = append(list, strings.Join(names, "="))
			}
		}
		sort.Strings(list)
		switch file {
		case "provinces.tsv", "districts.tsv", "persons.tsv":
			assert.Zero(t, n, "different names of %s share a key: %s", file, strings.Join(list, " "))
		}
		t.Logf("%s: %d names, %d keys, %d skeletons, %d names share a key: %.600s", file, len(seen), len(byKey), len(bySkel), n, strings.Join(list, " "))
	}
}
