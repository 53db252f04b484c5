package romanize

import (
	"math"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// twin is the distance as its definition reads: the cheapest way over all cuts of both
// words, memorised in a map, costs looked up by the text of the units.
type twin struct {
	costs map[[2]string]float64
	memo  map[[2]int]float64
	a, b  string
}

func newTwin(t testing.TB) *twin {
	w := &twin{costs: map[[2]string]float64{}}
	for _, line := range strings.Split(costsTSV, "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 3 || line[0] == '#' {
			continue
		}
		cost := parseCost(f[2])
		require.False(t, math.IsInf(cost, 0), line)
		w.costs[[2]string{f[0], f[1]}] = cost
		w.costs[[2]string{f[1], f[0]}] = cost
	}
	return w
}

func (w *twin) distance(a, b string) float64 {
	w.a, w.b, w.memo = "^"+a+"$", "^"+b+"$", map[[2]int]float64{}
	return w.from(0, 0)
}

func (w *twin) from(i, j int) float64 {
	if i == len(w.a) && j == len(w.b) {
		return 0
	}
	if d, ok := w.memo[[2]int{i, j}]; ok {
		return d
	}
	best := math.Inf(1)
	for di := 0; di <= 2 && i+di <= len(w.a); di++ {
		for dj := 0; dj <= 2 && j+dj <= len(w.b); dj++ {
			if di+dj == 0 {
				continue
			}
			u, v := w.a[i:i+di], w.b[j:j+dj]
			cost, ok := w.costs[[2]string{u, v}]
			switch {
			case di == 1 && u == v:
				cost = 0
			case di == 1 && dj == 0:
				cost, ok = w.costs[[2]string{placedAt(w.a, i, w.b, j), ""}]
			case di == 0 && dj == 1:
				cost, ok = w.costs[[2]string{placedAt(w.b, j, w.a, i), ""}]
			}
			switch {
			case di == 1 && u == v:
			case ok:
			case di <= 1 && dj <= 1:
				cost = unlisted
			default:
				continue
			}
			best = min(best, cost+w.from(i+di, j+dj))
		}
	}
	w.memo[[2]int{i, j}] = best
	return best
}

// placedAt is the pattern of letter i of a word before letter j of the other; both have
// their ends.
func placedAt(word string, i int, other string, j int) string {
	if word[i] < 'a' {
		return word[i : i+1]
	}
	return PlaceOf(word[1:len(word)-1], i-1, other[1:len(other)-1], j-1)
}

func randomWord(r *rand.Rand) string {
	const letters = "aaaeeiioouuyhhkkgqwvszjdtrlmnbpfcx"
	b := make([]byte, r.Intn(11))
	for i := range b {
		b[i] = letters[r.Intn(len(letters))]
	}
	return string(b)
}

func TestDistanceIsThatOfItsTwin(t *testing.T) {
	w, c, r := newTwin(t), Default(), rand.New(rand.NewSource(1))
	for n := 0; n < 3000; n++ {
		a, b := randomWord(r), randomWord(r)
		if a == "" || b == "" {
			continue
		}
		want := w.distance(a, b)
		got, ok := c.Distance(a, b, 1000)
		require.True(t, ok, "%s %s", a, b)
		require.InDelta(t, want, got, 1e-3, "%s %s", a, b)
		back, _ := c.Distance(b, a, 1000)
		require.InDelta(t, got, back, 1e-3, "%s %s: not symmetric", a, b)
		sum := 0.0
		aligned, edits := c.Align(a, b)
		for _, e := range edits {
			sum += e.Cost
		}
		require.InDelta(t, want, aligned, 1e-3)
		require.InDelta(t, want, sum, 1e-3, "%s %s: the edits are not all", a, b)
		limit := r.Float64() * 20
		got, ok = c.Distance(a, b, limit)
		if math.Abs(want-limit) > 1e-3 {
			require.Equal(t, want < limit, ok, "%s %s: limit %f, distance %f, got %f", a, b, limit, want, got)
		}
	}
}

func TestDistanceByMeaning(t *testing.T) {
	c := Default()
	for _, row := range []struct {
		rule, a, near, far string
	}{
		{"a vowel is less than a consonant", "Tarinkot", "Tirinkot", "Tarinkod"},
		{"oo for u is one edit", "Masud", "Masood", "Masad"},
		{"a doubled letter is nothing", "Hasan", "Hassan", "Hasin"},
		{"kh for h is less than k for h", "Hesarak", "Khesarak", "Kesarak"},
		{"q for k", "Kandahar", "Qandahar", "Tandahar"},
		{"w for v", "Parwan", "Parvan", "Parban"},
		{"diacritics are nothing", "Hesarak", "Ḩeşārak", "Hesabak"},
		{"apostrophes are nothing", "Masoud", "Mas’oud", "Mahoud"},
		{"case is nothing", "KABUL", "kabul", "Zabul"},
		{"native", "کابل", "Kabul", "Zabul"},
		{"native of another hand", "كابل", "Kabul", "Kakul"},
	} {
		near, _ := c.Distance(row.a, row.near, 100)
		far, _ := c.Distance(row.a, row.far, 100)
		assert.Less(t, near, far, "%s: %s/%s %f, %s/%s %f", row.rule, row.a, row.near, near, row.a, row.far, far)
	}
	_, edits := c.Align("Panjsheer", "Panjshir")
	require.Len(t, edits, 1)
	assert.Equal(t, "ee→i", edits[0].String())
}

func TestDistanceOfNothing(t *testing.T) {
	c := Default()
	d, ok := c.Distance("", "", 1)
	assert.True(t, ok)
	assert.Zero(t, d)
	_, ok = c.Distance("Kabul", "--", 1)
	assert.False(t, ok)
}

func TestParseCostsNamesTheLine(t *testing.T) {
	for _, row := range []struct{ rule, tsv, want string }{
		{"two columns", "a\te\n", "line 1"},
		{"no number", "# x\na\te\tmuch\n", "line 2"},
		{"negative", "a\te\t-1\n", "line 1"},
		{"three letters", "abc\te\t1\n", "line 1"},
	} {
		_, err := ParseCosts(row.tsv)
		assert.ErrorContains(t, err, row.want, row.rule)
	}
	c, err := ParseCosts("a\te\t1.5\n")
	require.NoError(t, err)
	d, ok := c.Distance("kabal", "kebel", 10)
	assert.True(t, ok)
	assert.Equal(t, 3.0, d)
}
