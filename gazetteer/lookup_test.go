package gazetteer

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sharedFile opens a file of the fact tables that stand beside the checkout, and skips the
// test where they are not.
func sharedFile(t testing.TB, name string) *bufio.Scanner {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "shared", "data", name))
	if err != nil {
		t.Skipf("needs ../shared/data/%s beside the checkout", name)
	}
	t.Cleanup(func() { _ = f.Close() })
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	return sc
}

type pair struct{ variant, canonical, class, id string }

// placeKinds maps the kinds of the pair tables to the kinds that an answer may have.
var placeKinds = map[string][]Kind{
	"province": {Province},
	"district": {District},
	"village":  {Village},
	"river":    {River}, "pass": {Pass}, "valley": {Valley}, "mountains": {Mountain}, "mountain": {Mountain},
	"desert": {Desert}, "dam": {Dam}, "airport": {Airport, Base}, "military_base": {Base, Airport},
}

// masked returns a mask under which the variant itself is listed nowhere.
func masked(variant string) func(uint32, string) bool {
	words := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
	}
	plain := words(variant)
	return func(_ uint32, alias string) bool { return words(alias) == plain }
}

// TestVariantsOfActors masks each attested spelling and asks for it: the right entry must
// stand first. Kinds are those that the pair table gives: person, or any body.
func TestVariantsOfActors(t *testing.T) {
	g := Default()
	spelling := []string{"person:spelling", "person:filename-romanisation:spelling", "person:order", "person:titled", "org:spelling", "org:order"}
	var orgs []Kind
	for _, k := range Kinds() {
		if k.IsOrganisation() || k.IsPeople() {
			orgs = append(orgs, k)
		}
	}
	sc := sharedFile(t, "variants_actors_dev.tsv")
	right, n := map[string]int{}, map[string]int{}
	var lost []string
	for sc.Scan() {
		f := strings.Split(sc.Text(), "\t")
		if !slices.Contains(spelling, f[2]) {
			continue
		}
		kinds := []Kind{Person}
		if strings.HasPrefix(f[2], "org") {
			kinds = orgs
		}
		n[f[2]]++
		found := g.Search(f[0], Options{Kinds: kinds, Mask: masked(f[0]), MinScore: -1})
		if len(found) > 0 && (found[0].Entry.Name == f[1] || g.HasName(found[0].Entry.Index, f[1])) {
			right[f[2]]++
			continue
		}
		lost = append(lost, describe(f[2], f[0], f[1], found))
	}
	assert.GreaterOrEqual(t, report(t, right, n, lost), 0.95)
}

func describe(class, variant, want string, found []Found) string {
	s := class + ": " + variant + " -> " + want + "; found"
	for i, x := range found {
		if i < 2 {
			s += " " + x.Entry.Name + " (" + x.Alias.Name + " " + x.Tier.String() + " " + time.Duration(x.Score*1e9).String() + ")"
		}
	}
	return s
}

func report(t *testing.T, right, n map[string]int, lost []string) (share float64) {
	t.Helper()
	r, all := 0, 0
	var classes []string
	for c := range n {
		classes = append(classes, c)
	}
	slices.Sort(classes)
	for _, c := range classes {
		t.Logf("%-42s %4d of %4d  %.4f", c, right[c], n[c], float64(right[c])/float64(n[c]))
		r, all = r+right[c], all+n[c]
	}
	t.Logf("%-42s %4d of %4d  %.4f", "all", r, all, float64(r)/float64(all))
	if os.Getenv("LOST") != "" {
		for _, l := range lost {
			t.Log(l)
		}
	}
	return float64(r) / float64(all)
}

// TestVariantsOfPlaces does the same for places of relation spelling. An entry of the same
// name counts as right, since villages share names.
func TestVariantsOfPlaces(t *testing.T) {
	g := Default()
	var features []Kind
	for _, k := range Kinds() {
		if k.IsPlace() && k != Province && k != District && k != Village {
			features = append(features, k)
		}
	}
	sc := sharedFile(t, "variants_places_dev.tsv")
	right, n := map[string]int{}, map[string]int{}
	var lost []string
	for sc.Scan() {
		f := strings.Split(sc.Text(), "\t")
		if len(f) < 6 || f[5] != "spelling" {
			continue
		}
		kinds, ok := placeKinds[f[2]]
		if !ok {
			kinds = features
		}
		n[f[2]]++
		found := g.Search(f[0], Options{Kinds: kinds, Mask: masked(f[0]), MinScore: -1})
		if len(found) > 0 && (found[0].Entry.Name == f[1] || g.HasName(found[0].Entry.Index, f[1]) || strings.TrimPrefix(found[0].Entry.ID, "loc/") == f[3]) {
			right[f[2]]++
			continue
		}
		lost = append(lost, describe(f[2], f[0], f[1], found))
	}
	report(t, right, n, lost)
	for _, want := range []struct {
		class string
		least float64
	}{{"province", 0.96}, {"district", 0.96}, {"city", 0.90}, {"river", 0.90}, {"village", 0.88}} {
		assert.GreaterOrEqual(t, float64(right[want.class])/float64(max(n[want.class], 1)), want.least, want.class)
	}
}

// TestUnlistedNames asks for people who are in no table: hardly any may find anybody.
func TestUnlistedNames(t *testing.T) {
	g := Default()
	sc := sharedFile(t, "unlisted_names_dev.txt")
	n := 0
	var lost []string
	for sc.Scan() {
		n++
		if found := g.Lookup(sc.Text()); len(found) > 0 {
			lost = append(lost, describe("unlisted", sc.Text(), "nobody", found))
		}
	}
	t.Logf("false links: %d of %d, %.4f", len(lost), n, float64(len(lost))/float64(n))
	if os.Getenv("LOST") != "" {
		for _, l := range lost {
			t.Log(l)
		}
	}
	assert.LessOrEqual(t, float64(len(lost))/float64(n), 0.015, "some are people of the tables under another spelling")
}

// TestResponse logs what the threshold does: how many of the spellings of persons that are
// asked for as persons, and how many names of strangers asked for without a kind, reach a score.
func TestResponse(t *testing.T) {
	g := Default()
	levels := []float64{0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97}
	right, wrong := make([]int, len(levels)), make([]int, len(levels))
	all, strangers := 0, 0
	sc := sharedFile(t, "variants_actors_dev.tsv")
	for sc.Scan() {
		f := strings.Split(sc.Text(), "\t")
		if f[2] != "person:spelling" {
			continue
		}
		all++
		found := g.Search(f[0], Options{Kinds: []Kind{Person}, Mask: masked(f[0]), MinScore: -1, Limit: 1})
		for i, l := range levels {
			if len(found) > 0 && found[0].Score >= l && g.HasName(found[0].Entry.Index, f[1]) {
				right[i]++
			}
		}
	}
	sc = sharedFile(t, "unlisted_names_dev.txt")
	for sc.Scan() {
		strangers++
		found := g.Search(sc.Text(), Options{MinScore: -1, Limit: 1})
		for i, l := range levels {
			if len(found) > 0 && found[0].Score >= l {
				wrong[i]++
			}
		}
	}
	for i, l := range levels {
		t.Logf("score %.2f: right entry %.3f, strangers linked %.3f", l, float64(right[i])/float64(all), float64(wrong[i])/float64(strangers))
	}
}

// TestLookalikes holds that names which look alike and are different never meet.
func TestLookalikes(t *testing.T) {
	g := Default()
	sc := sharedFile(t, "lookalikes.tsv")
	sc.Scan()
	for sc.Scan() {
		f := strings.Split(sc.Text(), "\t")
		for _, q := range [][2]string{{f[1], f[2]}, {f[2], f[1]}} {
			for _, x := range g.Lookup(q[0]) {
				if g.HasName(x.Entry.Index, q[1]) && !g.HasName(x.Entry.Index, q[0]) {
					t.Errorf("%s finds %s by %s (%s, %.3f)", q[0], q[1], x.Alias.Name, x.Tier, x.Score)
				}
			}
		}
	}
}

// hostile are names that a look-up must answer in bounded time.
var hostile = []string{
	"", " ", "-", "’", "\xff\xfe", strings.Repeat("a", 10_000), strings.Repeat("Mohammad ", 200),
	strings.Repeat("khmdr", 2000), strings.Repeat("aeiou", 50), strings.Repeat("Khan Ali ", 40),
	strings.Repeat("Dehi Sari ", 30), strings.Repeat("e i al ", 40), strings.Repeat("محمد ", 100),
	strings.Repeat("ا", 5000), strings.Repeat("A. ", 80), "Abdul Mohammad Khan Shah Ali Ahmad Gul Haji",
}

func TestHostileNames(t *testing.T) {
	g := Default()
	for _, q := range hostile {
		best := time.Hour
		for range 5 { // the best of five: the machine may be busy
			start := time.Now()
			g.Lookup(q)
			g.Search(q, Options{MinScore: -1, Edits: true, Kinds: []Kind{Person}})
			best = min(best, time.Since(start))
		}
		assert.Less(t, best, 50*time.Millisecond, "%.40q", q)
	}
}

func FuzzLookup(f *testing.F) {
	for _, q := range hostile {
		f.Add(q)
	}
	g := Default()
	f.Fuzz(func(t *testing.T, q string) {
		for i, x := range g.Search(q, Options{MinScore: -1, Edits: true}) {
			if x.Entry.ID == "" || x.Alias.Name == "" || i >= 10 {
				t.Fatalf("answer %d to %q: %+v", i, q, x)
			}
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	g := Default()
	for _, name := range []string{"Panjshir", "Panjsheer", "Panjsher Valey", "Mohammad Qasem Fahem", "Zalmai Rasoul Khan", "پنجشیر", strings.Repeat("a", 10_000), strings.Repeat("Mohammad ", 200), strings.Repeat("khmdr", 2000)} {
		b.Run(name[:min(len(name), 24)], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Lookup(name)
			}
		})
	}
}

func TestOpenIsFast(t *testing.T) {
	start := time.Now()
	require.Positive(t, Default().Len())
	t.Log(time.Since(start))
}
