package romanize

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPlaceOf(t *testing.T) {
	for _, row := range []struct {
		word  string
		i     int
		other string
		j     int
		want  string
	}{
		{"hashimi", 4, "hashmi", 4, "CiC"},
		{"ahmadi", 5, "ahmad", 5, "Ci$"},
		{"ibrahim", 0, "brahim", 0, "^iC"},
		{"naim", 2, "nam", 2, "ViC"},
		{"salim", 3, "salam", 3, ""}, // the other has a vowel of its own
		{"salim", 3, "salam", 4, ""},
		{"mondawel", 6, "mandol", 5, "CeC"}, // beside a w, which may be a vowel
		{"mahmud", 2, "mamud", 2, "VhC"},
	} {
		assert.Equal(t, row.want, PlaceOf(row.word, row.i, row.other, row.j), "%s %d, %s %d", row.word, row.i, row.other, row.j)
	}
}

func TestLettersLeftOutByPlace(t *testing.T) {
	d := func(a, b string) float64 {
		cost, ok := Default().Distance(a, b, 100)
		require.True(t, ok)
		return cost
	}
	assert.Less(t, d("Hashmi", "Hashimi"), d("Ahmad", "Ahmadi"), "a vowel within a word, and at its end")
	assert.Less(t, d("Hashmi", "Hashimi"), d("Salim", "Salam"), "a vowel more, and another one")
	assert.Less(t, d("Naderi Khan", "Nadri Khan"), d("Farida Khan", "Farid Khan"), "words of a name end, too")
	assert.InDelta(t, d("Deh e Sabz", "Dehe Sabz"), 0, 1e-6, "a connector is no word")
}

func TestParseCostsAtPlaces(t *testing.T) {
	c, err := ParseCosts("CiC\t\t1.00\nCi$\t\t7.00\n")
	require.NoError(t, err)
	within, _ := c.Distance("hashmi", "hashimi", 100)
	end, _ := c.Distance("ahmad", "ahmadi", 100)
	assert.InDelta(t, 1, within, 1e-6)
	assert.InDelta(t, 7, end, 1e-6)
	for _, bad := range []string{"CiC\ta\t1.00\n", "XiC\t\t1.00\n", "C1C\t\t1.00\n", "CiV$\t\t1.00\n"} {
		_, err := ParseCosts(bad)
		assert.Error(t, err, bad)
	}
}

func TestJudgeCountsWhatPartsTell(t *testing.T) {
	judge := func(a, b string) Judgement { return Default().Judge(a, b) }
	assert.InDelta(t, initialWeight, judge("Dekhdana", "D. Khan").Both, 1e-9, "an initial")
	assert.InDelta(t, echoWeight, judge("Saleh Mohammad", "Saleh Mohammad Saleh").OnlyB, 1e-9, "an echo")
	assert.InDelta(t, echoWeight, judge("Najib Ullah Najib", "Najib Ullah").OnlyA, 1e-9, "an echo")
	assert.GreaterOrEqual(t, judge("Barakzai", "Ahmadullah Barakzai").OnlyB, 1.0, "a name of two common words")
	assert.Less(t, judge("Barakzai", "Ahmad Barakzai").OnlyB, 1.0, "a common word")
}

func TestIsTitle(t *testing.T) {
	for _, w := range []string{"Haji", "Hajji", "Dr", "Mullah", "Mawlawi", "حاجی"} {
		assert.True(t, IsTitle(w), w)
	}
	for _, w := range []string{"", "Karzai", "Khan", "Mohammad"} {
		assert.False(t, IsTitle(w), w)
	}
}
