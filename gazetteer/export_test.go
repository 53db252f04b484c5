package gazetteer_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestExportGolden(t *testing.T) {
	g, err := gazetteer.Open(small(t))
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, g.Export(&b))
	const golden = "testdata/export.golden.jsonl"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, b.Bytes(), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String(), "go test ./gazetteer -run Golden -update rewrites it")
}

func TestStats(t *testing.T) {
	g, err := gazetteer.Open(small(t))
	require.NoError(t, err)
	s := g.Stats()
	assert.Equal(t, 6, s.Entries)
	assert.Equal(t, []string{"embedded"}, s.Layers)
	assert.Equal(t, gazetteer.Country, s.Kinds[0].Kind)
}

func TestFacts(t *testing.T) {
	g, err := gazetteer.Open(small(t))
	require.NoError(t, err)
	e, ok := g.ByID("per/ahmad-massoud")
	require.True(t, ok)
	assert.Equal(t, []gazetteer.Role{{Text: "NRF leader", From: 20210000}}, g.Roles(e.Index))
	assert.Equal(t, "NRF leader (2021-)", g.Roles(e.Index)[0].String())
	assert.Equal(t, 1989, g.Born(e.Index))
	assert.Equal(t, []string{"org/nrf"}, g.Affiliations(e.Index))
	d, ok := g.ByID("loc/AF0908")
	require.True(t, ok)
	require.Len(t, g.Within(d.Index), 2)
	assert.Equal(t, "loc/AF08", g.Within(d.Index)[0].ID)
	from, to := g.Valid(g.Within(d.Index)[0].Index)
	assert.Equal(t, [2]int{20040000, 0}, [2]int{from, to})
	assert.Equal(t, gazetteer.SpeechVerb, g.WordClass("said"))
	assert.Equal(t, gazetteer.LocWord|gazetteer.Common, g.WordClass("valley"))
}
