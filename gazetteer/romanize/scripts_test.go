package romanize

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// nameIndex finds names by the skeletons of their words: a small stand-in for the index
// of package gazetteer, to test keys and comparison alone.
type nameIndex struct {
	names  []string
	byWord map[string][]int
}

func newNameIndex(names []string) *nameIndex {
	x := &nameIndex{names: names, byWord: map[string][]int{}}
	for i, n := range names {
		for w := range skeletons(n) {
			x.byWord[w] = append(x.byWord[w], i)
		}
	}
	return x
}

// skeletons returns those of the words, of each two neighbours and of the whole name.
func skeletons(name string) map[string]bool {
	out := map[string]bool{Skeleton(name): true}
	words := strings.Fields(name)
	for i, w := range words {
		out[Skeleton(w)] = true
		if i > 0 {
			out[Skeleton(words[i-1]+" "+w)] = true
		}
	}
	delete(out, "")
	return out
}

// first returns the best name for the query; ties go to the first listed.
func (x *nameIndex) first(query string) (string, float64) {
	candidates := map[int]bool{}
	for w := range skeletons(query) {
		if list := x.byWord[w]; len(list) < 400 {
			for _, i := range list {
				candidates[i] = true
			}
		}
	}
	order := make([]int, 0, len(candidates))
	for i := range candidates {
		order = append(order, i)
	}
	sort.Ints(order)
	best, at := -1.0, ""
	for _, i := range order {
		if s := Default().Compare(query, x.names[i]); s > best {
			best, at = s, x.names[i]
		}
	}
	return at, best
}

// stride takes every so many names as a query; MISSED in the environment takes all.
func stride() int {
	if os.Getenv("MISSED") != "" {
		return 1
	}
	return 5
}

// TestNativeFindsLatin looks for the Latin form of each Dari name among 5,000 names, and
// the reverse. Names that two rows spell alike count as one.
func TestNativeFindsLatin(t *testing.T) {
	rows := sharedTable(t, "names_dari_latin.tsv")
	latinOf, dariOf := map[string][]string{}, map[string][]string{}
	var latinNames, dariNames []string
	for _, r := range rows {
		latinOf[r[1]] = append(latinOf[r[1]], r[0])
		dariOf[r[0]] = append(dariOf[r[0]], r[1])
		latinNames = append(latinNames, r[0])
		dariNames = append(dariNames, r[1])
	}
	for _, file := range []string{"unlisted_names_dev.txt", "persons.tsv"} {
		for _, r := range sharedTable(t, file) {
			latinNames = append(latinNames, r[min(1, len(r)-1)])
		}
	}
	x, y := newNameIndex(latinNames), newNameIndex(dariNames)
	var missed strings.Builder
	right, reverse := 0, 0
	n := 0.0
	for i, r := range rows {
		if i%stride() != 0 {
			continue
		}
		n++
		got, score := x.first(r[1])
		if meets(latinOf[r[1]], got) {
			right++
		} else {
			fmt.Fprintf(&missed, "%s\t%s\t%.3f\t%s\t%.3f\n", r[1], r[0], Default().Compare(r[0], r[1]), got, score)
		}
		back, _ := y.first(r[0])
		if meets(dariOf[r[0]], back) {
			reverse++
		}
	}
	if f := os.Getenv("MISSED"); f != "" {
		_ = os.WriteFile(f, []byte(missed.String()), 0o644)
	}
	t.Logf("%d names: Dari finds Latin first %.3f, Latin finds Dari first %.3f", len(latinNames), float64(right)/n, float64(reverse)/n)
	assert.Greater(t, float64(right)/n, 0.90)
	assert.Greater(t, float64(reverse)/n, 0.90)
}

func meets(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
