package eval

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/build"
)

const columns = "id kind name within country lat lon population aliases roles affiliations born died from to prior refs sources note"

// rows makes a table out of rows with the columns id, kind, name, within, lat, lon,
// aliases and prior.
func rows(list ...[8]string) *fstest.MapFile {
	var b strings.Builder
	names := strings.Fields(columns)
	b.WriteString(strings.Join(names, "\t") + "\n")
	for _, r := range list {
		has := map[string]string{"id": r[0], "kind": r[1], "name": r[2], "within": r[3], "lat": r[4], "lon": r[5],
			"aliases": r[6], "prior": r[7], "country": "AF", "sources": "test"}
		for i, n := range names {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(has[n])
		}
		b.WriteByte('\n')
	}
	return &fstest.MapFile{Data: []byte(b.String())}
}

func smallJudge(t *testing.T) Atlas {
	t.Helper()
	blob, problems, err := build.CompileAnyway(fstest.MapFS{
		"countries.tsv":     rows([8]string{"loc/AF", "country", "Afghanistan", "", "33.9", "67.7", "Afghan [class=demonym]", "10"}),
		"provinces.tsv":     rows([8]string{"loc/AF01", "province", "Kabul", "loc/AF", "34.5", "69.3", "", "5"}),
		"districts.tsv":     rows([8]string{"loc/AF0102", "district", "Paghman", "loc/AF01|loc/AF", "34.6", "68.9", "Pagmān", "3"}),
		"features.tsv":      rows([8]string{"loc/kabul-river", "river", "Kabul River", "loc/AF", "34.4", "70.5", "", "2"}),
		"settlements.tsv":   rows([8]string{"loc/gn1", "city", "Kabul", "loc/AF01|loc/AF", "34.53", "69.17", "Kabool", "8"}, [8]string{"loc/gn2", "village", "Kabul", "loc/AF", "36", "66", "", "0"}),
		"organisations.tsv": rows([8]string{"org/iskp", "armed-group", "Islamic State Khorasan Province", "", "", "", "ISKP [class=acronym]", "5"}),
	})
	require.NoError(t, err)
	g, err := gazetteer.Open(string(blob))
	require.NoError(t, err, "%v", problems)
	return NewJudge(g)
}

func TestGazetteerJudge(t *testing.T) {
	j := smallJudge(t)
	for _, c := range []struct {
		norm  string
		kinds []string
		where string // id of the place that the norm means
	}{
		{"Afghanistan", []string{"country"}, "loc/AF"},
		{"Kabul", []string{"city", "province", "village"}, "loc/gn1"},
		{"Kabul Province", []string{"province"}, "loc/AF01"},
		{"Kabul River", []string{"river"}, "loc/kabul-river"},
		{"Kabul District", nil, ""},
		{"Pagman District", []string{"district"}, "loc/AF0102"},
		{"Islamic State Khorasan Province", []string{"armed-group"}, ""},
		{"Atlantis", nil, ""},
		{"", nil, ""},
	} {
		t.Run(c.norm, func(t *testing.T) {
			assert.Equal(t, c.kinds, j.Kinds(c.norm))
			p, ok := j.Locate(c.norm)
			assert.Equal(t, c.where != "", ok)
			assert.Equal(t, c.where, p.ID)
		})
	}
	p, ok := j.Where("loc/AF0102")
	require.True(t, ok)
	assert.Equal(t, Place{ID: "loc/AF0102", Lat: 34.6, Lon: 68.9, HasPoint: true, Adm1: "loc/AF01", Adm2: "loc/AF0102"}, p)
	_, ok = j.Where("loc/nowhere")
	assert.False(t, ok)

	assert.True(t, Right(j, "Paghman District", "loc/AF0102"))
	assert.True(t, Right(j, "ISKP", "org/iskp"))
	assert.False(t, Right(j, "Kabul Province", "loc/gn1"))
	assert.True(t, Right(j, "Kabul District", ""))
	assert.False(t, Right(j, "Kabul", ""))
	assert.True(t, plain(j, "Afghanistan"))
	assert.False(t, plain(j, "Kabul;Afghanistan"))
}

// What the judge knows of a norm and what it calls right are one rule: an entry is
// right for a norm exactly when its kind is among those that the norm may mean.
func TestKindsAgreeWithRight(t *testing.T) {
	j := smallJudge(t)
	ids := []string{"loc/AF", "loc/AF01", "loc/AF0102", "loc/kabul-river", "loc/gn1", "loc/gn2", "org/iskp"}
	for _, id := range ids {
		names, kind, ok := j.Names(id)
		require.True(t, ok)
		for _, n := range names {
			for _, norm := range []string{n, n + " Province", n + " District", n + " Valley", n + " River"} {
				if Right(j, norm, id) {
					assert.Contains(t, j.Kinds(norm), kind, "%s for %s", id, norm)
				} else {
					assert.NotContains(t, j.Kinds(norm), kind, "%s for %s", id, norm)
				}
			}
		}
	}
}
