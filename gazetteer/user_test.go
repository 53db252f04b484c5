package gazetteer_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/build"
	"github.com/namyab/namyab/gazetteer/romanize"
)

func sharedLines(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "shared", "data", name))
	if err != nil {
		t.Skipf("needs ../shared/data/%s beside the checkout", name)
	}
	defer func() { _ = f.Close() }()
	var out [][]string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	sc.Scan()
	for sc.Scan() {
		out = append(out, strings.Split(sc.Text(), "\t"))
	}
	return out
}

// userOnly opens a user gazetteer of persons with the given names and nothing else.
func userOnly(t *testing.T, names []string) *gazetteer.Gazetteer {
	t.Helper()
	var b strings.Builder
	b.WriteString("name\tkind\n")
	seen := map[string]bool{}
	for _, n := range names {
		if !seen[n] {
			seen[n] = true
			fmt.Fprintf(&b, "%s\tperson\n", n)
		}
	}
	blob, problems, err := build.CompileUser(strings.NewReader(b.String()), "names.tsv", build.TSV, nil)
	require.NoError(t, err)
	require.Empty(t, problems)
	g, err := gazetteer.Open(string(blob))
	require.NoError(t, err)
	return g
}

func firstShare(t *testing.T, g *gazetteer.Gazetteer, pairs [][2]string, same func(string) string) float64 {
	t.Helper()
	right := 0
	for _, p := range pairs {
		found := g.Search(p[0], gazetteer.Options{MinScore: -1, Kinds: []gazetteer.Kind{gazetteer.Person}})
		if len(found) > 0 && same(found[0].Entry.Name) == same(p[1]) {
			right++
		} else if os.Getenv("LOST") != "" {
			s := ""
			for _, f := range found[:min(2, len(found))] {
				s += fmt.Sprintf(" %s %.3f %s", f.Entry.Name, f.Score, f.Tier)
			}
			t.Log(p, s)
		}
	}
	share := float64(right) / float64(len(pairs))
	t.Logf("first: %d of %d, %.4f", right, len(pairs), share)
	return share
}

// TestTwoLists loads the canonical names of people on two election lists as a user
// gazetteer, among all other candidates that there are, and asks for the other list's spelling.
func TestTwoLists(t *testing.T) {
	pairs, names, find := twoLists(t)
	t.Logf("%d names", len(names))
	assert.GreaterOrEqual(t, firstShare(t, userOnly(t, names), pairs, find), 0.95)
}

// twoLists returns the pairs of the two lists, the names to load, and a function that gives
// the names of one person one name.
func twoLists(t *testing.T) (pairs [][2]string, names []string, find func(string) string) {
	t.Helper()
	for _, f := range sharedLines(t, "variants_iec_dev.tsv") {
		pairs = append(pairs, [2]string{f[0], f[1]})
		names = append(names, f[1])
	}
	// One person may stand in several pairs, and in the other lists under a third spelling:
	// names of one group of pairs are one person, and a name of a pair stays out, titles aside,
	// which come and go from list to list.
	group := map[string]string{}
	find = func(n string) string {
		for group[n] != "" {
			n = group[n]
		}
		return n
	}
	own := map[string]bool{}
	for _, p := range pairs {
		if x, y := find(p[0]), find(p[1]); x != y {
			group[x] = y
		}
		own[untitledKey(p[0])], own[untitledKey(p[1])] = true, true
	}
	for i := range pairs {
		pairs[i][1] = find(pairs[i][1])
	}
	add := func(n string) {
		if !own[untitledKey(n)] {
			names = append(names, n)
		}
	}
	for _, list := range []string{"names_dari_latin.tsv", "unlisted_names_dev.txt"} {
		for _, f := range sharedLines(t, list) {
			add(f[0])
		}
	}
	return pairs, names, find
}

// untitledKey is the key of a name without its titles.
func untitledKey(name string) string {
	words := slices.DeleteFunc(strings.Fields(name), romanize.IsTitle)
	return romanize.Key(strings.Join(words, " "))
}

func itself(n string) string { return n }

// TestBothScripts loads names in one script and asks for them in the other.
func TestBothScripts(t *testing.T) {
	toLatin, toNative, latin, native := bothScripts(t)
	t.Run("Dari finds Latin", func(t *testing.T) { assert.GreaterOrEqual(t, firstShare(t, userOnly(t, latin), toLatin, itself), 0.95) })
	t.Run("Latin finds Dari", func(t *testing.T) {
		assert.GreaterOrEqual(t, firstShare(t, userOnly(t, native), toNative, itself), 0.97)
	})
}

// bothScripts returns pairs of names in two scripts, both ways round, and the names to load.
func bothScripts(t *testing.T) (toLatin, toNative [][2]string, latin, native []string) {
	t.Helper()
	for _, f := range sharedLines(t, "names_dari_latin.tsv") {
		latin, native = append(latin, f[0]), append(native, f[1])
		toLatin = append(toLatin, [2]string{f[1], f[0]})
		toNative = append(toNative, [2]string{f[0], f[1]})
	}
	for _, f := range sharedLines(t, "unlisted_names_dev.txt") {
		latin = append(latin, f[0])
	}
	return toLatin, toNative, latin, native
}
