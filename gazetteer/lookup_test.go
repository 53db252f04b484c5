package gazetteer

import (
	"bufio"
	"fmt"
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
	right, n := map[string]int{}, map[string]int{}
	var lost []string
	for _, p := range ActorPairs(t) {
		n[p.Class]++
		found := g.Search(p.Variant, Options{Kinds: KindsOfActor(p.Class), Mask: masked(p.Variant), MinScore: -1})
		if len(found) > 0 && (found[0].Entry.Name == p.Canonical || g.HasName(found[0].Entry.Index, p.Canonical)) {
			right[p.Class]++
			continue
		}
		lost = append(lost, describe(p.Class, p.Variant, p.Canonical, found))
	}
	assert.GreaterOrEqual(t, Report(t, right, n, lost), 0.97)
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

func Report(t *testing.T, right, n map[string]int, lost []string) (share float64) {
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
	right, n := map[string]int{}, map[string]int{}
	var lost []string
	for _, p := range PlacePairs(t) {
		n[p.Class]++
		found := g.Search(p.Variant, Options{Kinds: KindsOfPlace(p.Class), Mask: masked(p.Variant), MinScore: -1})
		if len(found) > 0 && (found[0].Entry.Name == p.Canonical || g.HasName(found[0].Entry.Index, p.Canonical) || strings.TrimPrefix(found[0].Entry.ID, "loc/") == p.ID) {
			right[p.Class]++
			continue
		}
		lost = append(lost, describe(p.Class, p.Variant, p.Canonical, found))
	}
	Report(t, right, n, lost)
	features, all := 0, 0
	for class := range n {
		if class != "province" && class != "district" && class != "village" {
			features, all = features+right[class], all+n[class]
		}
	}
	t.Logf("cities, towns and features: %d of %d, %.4f", features, all, float64(features)/float64(all))
	assert.GreaterOrEqual(t, float64(features)/float64(max(all, 1)), 0.96)
	for _, want := range []struct {
		class string
		least float64
	}{{"province", 0.98}, {"district", 0.98}, {"city", 0.96}, {"town", 0.96}, {"river", 0.96}, {"village", 0.91}} {
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
	assert.LessOrEqual(t, float64(len(lost))/float64(n), 0.01, "some are people of the tables under another spelling")
}

// TestResponse logs what the threshold does, as a table for the README: the share of
// spellings whose right entry stands first and reaches a score, and the share of names of
// strangers that reach it with anybody.
func TestResponse(t *testing.T) {
	g := Default()
	levels := []float64{0.3, 0.5, 0.6, 0.7, 0.75, DefaultMinScore, 0.85, 0.9, 0.95}
	columns := []string{"persons", "persons, no kind", "bodies", "districts", "villages", "strangers", "strangers as persons"}
	reached, n := make([][]int, len(columns)), make([]int, len(columns))
	for c := range columns {
		reached[c] = make([]int, len(levels))
	}
	count := func(c int, name string, kinds []Kind, mask func(uint32, string) bool, right func(Entry) bool) {
		n[c]++
		found := g.Search(name, Options{Kinds: kinds, Mask: mask, MinScore: -1, Limit: 1})
		for i, l := range levels {
			if len(found) > 0 && found[0].Score >= l && right(found[0].Entry) {
				reached[c][i]++
			}
		}
	}
	for _, p := range append(ActorPairs(t), PlacePairs(t)...) {
		right := func(e Entry) bool { return e.Name == p.Canonical || g.HasName(e.Index, p.Canonical) }
		switch {
		case strings.HasPrefix(p.Class, "person"):
			count(0, p.Variant, KindsOfActor(p.Class), masked(p.Variant), right)
			count(1, p.Variant, nil, masked(p.Variant), right)
		case strings.HasPrefix(p.Class, "org"):
			count(2, p.Variant, KindsOfActor(p.Class), masked(p.Variant), right)
		case p.Class == "district":
			count(3, p.Variant, KindsOfPlace(p.Class), masked(p.Variant), right)
		case p.Class == "village":
			count(4, p.Variant, KindsOfPlace(p.Class), masked(p.Variant), right)
		}
	}
	anybody := func(Entry) bool { return true }
	for sc := sharedFile(t, "unlisted_names_dev.txt"); sc.Scan(); {
		count(5, sc.Text(), nil, nil, anybody)
		count(6, sc.Text(), []Kind{Person}, nil, anybody)
	}
	t.Logf("| score at least | %s |", strings.Join(columns, " | "))
	for i, l := range levels {
		row := fmt.Sprintf("| %.2f |", l)
		for c := range columns {
			row += fmt.Sprintf(" %.1f %% |", 100*float64(reached[c][i])/float64(n[c]))
		}
		t.Log(row)
	}
}

// TestTime logs how long a look-up takes; BenchmarkLookup measures single names.
func TestTime(t *testing.T) {
	g := Default()
	var took []time.Duration
	for sc := sharedFile(t, "unlisted_names_dev.txt"); sc.Scan(); {
		name := sc.Text()
		g.Lookup(name)
		start := time.Now()
		g.Lookup(name)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	t.Logf("unlisted names: median %v, of a hundred the slowest but one %v, the slowest %v", took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
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
	strings.Repeat("Dehi Sari ", 30), strings.Repeat("e i al ", 40), strings.Repeat("محمد ", 100), strings.Repeat("Chou Djan Gul ", 50),
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
		t.Logf("%v for %.40q", best, q)
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

// TestNothingToAsk: a spelling of nothing but small words is like no name.
func TestNothingToAsk(t *testing.T) {
	g := Default()
	g.Lookup("Hamid Karzai", Person) // what was compared before must not tell
	for _, q := range []string{"e", "al", "wa", "i", "-", "ul ud"} {
		for _, k := range []Kind{Country, Province, Person} {
			for _, f := range g.Search(q, Options{Kinds: []Kind{k}, MinScore: -1}) {
				assert.NotEqual(t, Fuzzy, f.Tier, "%s as %s finds %s", q, k, f.Alias.Name)
			}
		}
	}
}

// TestLookupPossessive: a possessive that is part of a name is met, another falls away.
func TestLookupPossessive(t *testing.T) {
	g := Default()
	for spelling, want := range map[string]string{
		"Attorney General's Office": "org/attorney-general-s-office",
		"Hamid Karzai's":            "per/hamid-karzai",
		"Panjshir’s":                "loc/AF08",
	} {
		found := g.Lookup(spelling)
		if assert.NotEmpty(t, found, spelling) {
			assert.Equal(t, want, found[0].Entry.ID, spelling)
		}
	}
}
