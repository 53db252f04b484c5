package gazetteer

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBareName(t *testing.T) {
	for _, row := range []struct {
		name, want string
		sense      classSense
	}{
		{"Khawak Pass", "Khawak", sensePass},
		{"Kotal-e Khawak", "Khawak", sensePass},
		{"Tarnak Rod", "Tarnak", senseRiver | senseRoad},
		{"Darya-ye Tarnak", "Tarnak", senseRiver},
		{"Qaleh Shaharak", "Shaharak", senseSettled},
		{"Reg-i-Khan Nishin", "Khan Nishin", senseDesert},
		{"Kabul International Airport", "Kabul", senseAir},
		{"Kandahar", "Kandahar", 0},
		{"Deh Kalay", "Kalay", senseSettled}, // something must be left
		{"Koh", "Koh", 0},
		{"", "", 0},
		{" - ", " - ", 0},
		{"Band-e-", "Band-e-", 0},
	} {
		bare, sense := bareName(row.name)
		assert.Equal(t, row.want, bare, row.name)
		assert.Equal(t, row.sense, sense, row.name)
	}
}

func TestWithoutTitles(t *testing.T) {
	assert.Equal(t, "Mojib Rahman", withoutTitles("Alhaj Dr. Mojib Rahman"))
	assert.Equal(t, "Haji", withoutTitles("Haji"))
	assert.Equal(t, "", withoutTitles(""))
}

// TestClassWords asks for places with another class word than the listed one, or without.
func TestClassWords(t *testing.T) {
	g := Default()
	for _, row := range []struct{ query, want string }{
		{"Kotal-e Khawak", "Khawak Pass"},
		{"Helmand Rod", "Helmand River"},
	} {
		kind := Pass
		if row.want != "Khawak Pass" {
			kind = River
		}
		found := g.Lookup(row.query, kind)
		require.NotEmpty(t, found, row.query)
		assert.Equal(t, row.want, found[0].Entry.Name)
	}
}

func TestNamesOfPersonsAreNoVillages(t *testing.T) {
	var s searcher
	s.g = Default()
	for name, want := range map[string]bool{
		"Abdul Karim": true, "Haji Mohammad Khan": true,
		"Karim": false, "Deh Salah": false, "Shahr-e Now": false, "": false,
	} {
		s.name, s.person = name, notAsked
		s.namer.Set(name)
		assert.Equal(t, want, s.isPersonal(), name)
	}
}

func TestInitialsAndAcronymsAreNoLikeness(t *testing.T) {
	for _, x := range Default().Search("Dekhdana", Options{MinScore: 0.3}) {
		assert.NotEqual(t, "D.I. Khan", x.Alias.Name)
	}
	for _, x := range Default().Search("UNAMAA", Options{MinScore: -1}) {
		assert.NotEqual(t, Acronym, x.Alias.Class)
	}
}

// TestRareWordsFindNames holds that titles and common words do not crowd out a rare one: the
// candidates of Haji Mohammad Mohaqeq are the Mohaqeqs.
func TestRareWordsFindNames(t *testing.T) {
	assert.Equal(t, uint32(0b010), covers(1, 3))
	assert.Equal(t, uint32(0b111), covers(3, 3))
	assert.Equal(t, uint32(0b011), covers(4, 3))
	assert.Equal(t, uint32(0b110), covers(5, 3))
	var sums tally
	sums.reset()
	sums.add(7, 6, 0b011) // two words joined
	sums.add(7, 5, 0b001) // one of them counts no second time
	sums.add(7, 4, 0b110) // half of these is new
	assert.InDelta(t, 8, sums.sums[sums.used[0]], 1e-6)
}
