package build

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
)

// baseGazetteer is a small gazetteer to lay users' files over.
func baseGazetteer(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	blob, problems, err := Compile(fstest.MapFS{
		"countries.tsv": table(tableRow("id=loc/AF", "kind=country", "name=Afghanistan")),
		"persons.tsv": table(
			tableRow("id=per/a", "kind=person", "name=Abdul Zahir", "aliases=Zahir [class=short]", "sources=list"),
			tableRow("id=per/b", "kind=person", "name=Wali Jan"),
		),
	})
	require.NoError(t, err)
	require.Empty(t, problems)
	g, err := gazetteer.Open(string(blob))
	require.NoError(t, err)
	return g
}

func names(found []gazetteer.Found) (out []string) {
	for _, f := range found {
		out = append(out, f.Entry.ID)
	}
	return out
}

func TestLayers(t *testing.T) {
	g, err := LoadUser(baseGazetteer(t),
		File{"one.tsv", strings.NewReader("op\tid\tname\tkind\taliases\talias\n" +
			"add\t\tKabir Shahi\tperson\tKabeer Shahy [src=mine]\t\n" +
			"add\tper/a\tAbdul Zahir\tperson\tZahir of Kabul\t\n" +
			"replace\tper/b\tWali Khan Jan\tperson\t\t\n" +
			"suppress\tper/a\t\t\t\tZahir\n")},
		File{"two.jsonl", strings.NewReader(`{"id":"org/mine","name":"Mine Union","kind":"ngo","aliases":[{"name":"MU","class":"acronym"}],"within":["loc/AF"],"lat":34.5,"lon":69.1}` + "\n" +
			`{"op":"suppress","id":"usr/kabir-shahi"}` + "\n")},
	)
	require.NoError(t, err)
	assert.Empty(t, names(g.Lookup("Kabir Shahi")), "suppressed by the second file")
	assert.Equal(t, []string{"per/a"}, names(g.Lookup("Zahir of Kabul")), "a name added")
	assert.Equal(t, []string{"per/b"}, names(g.Lookup("Wali Khan Jan")))
	e, ok := g.ByID("per/b")
	require.True(t, ok)
	assert.Equal(t, "Wali Khan Jan", e.Name)
	assert.Equal(t, "one.tsv", g.Layer(e.Index))
	for _, f := range g.Search("Zahir", gazetteer.Options{MinScore: -1}) {
		assert.NotEqual(t, gazetteer.Exact, f.Tier, "the short name went")
	}
	e, ok = g.ByID("org/mine")
	require.True(t, ok)
	require.Len(t, g.Within(e.Index), 1)
	assert.Equal(t, "loc/AF", g.Within(e.Index)[0].ID)
	assert.InDelta(t, 34.5, e.Lat, 1e-5)

	var first, second bytes.Buffer
	require.NoError(t, g.Export(&first))
	again, err := LoadUser(baseGazetteer(t), File{"export.jsonl", strings.NewReader(first.String())})
	require.NoError(t, err, "what Export writes can be read back")
	require.NoError(t, again.Export(&second))
	assert.Equal(t, 4, strings.Count(first.String(), "\n"), first.String())
}

func TestUserProblems(t *testing.T) {
	tests := []struct {
		name, file, data, want string
	}{
		{"no header", "a.tsv", "", "a.tsv:1:1: expected a header"},
		{"no name", "a.tsv", "name\tkind\n\tperson\n", "a.tsv:2:1: expected a name"},
		{"kind", "a.tsv", "name\tkind\nX\tman\n", "a.tsv:2:3: kind \"man\""},
		{"column", "a.tsv", "name\tcolour\nX\tred\n", "a.tsv:1:6: column \"colour\""},
		{"op", "a.tsv", "name\top\nX\tdrop\n", "a.tsv:2:3: expected add, replace or suppress"},
		{"suppress what", "a.tsv", "op\tname\nsuppress\tX\n", "suppress needs an id"},
		{"unknown id", "a.tsv", "op\tid\nsuppress\tper/zzz\n", "a.tsv:2:10: the id \"per/zzz\" is no entry"},
		{"torn", "a.jsonl", "{\"name\":\"X\"", "a.jsonl:1:"},
		{"no object", "a.jsonl", "[1]", "a.jsonl:1:"},
		{"key", "a.jsonl", `{"name":"X","colour":1}`, "a.jsonl:1:13: key \"colour\""},
		{"key twice", "a.jsonl", `{"name":"X","name":"Y"}`, "stands twice"},
		{"type", "a.jsonl", `{"name":true}`, "expected a string"},
		{"behind", "a.jsonl", `{"name":"X"} {}`, "something behind"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := LoadUser(baseGazetteer(t), File{tt.file, strings.NewReader(tt.data)})
			require.ErrorContains(t, err, tt.want)
			var pe *ProblemsError
			require.ErrorAs(t, err, &pe)
		})
	}
}

func TestCompiledUserOpens(t *testing.T) {
	blob, problems, err := CompileUser(strings.NewReader("name\tkind\nKabir Shahi\tperson\n"), "my.tsv", TSV, nil)
	require.NoError(t, err)
	require.Empty(t, problems)
	g, err := LoadUser(baseGazetteer(t), File{"my.ngz", bytes.NewReader(blob)})
	require.NoError(t, err)
	assert.Equal(t, []string{"usr/kabir-shahi"}, names(g.Lookup("Kabeer Shahi")))
}

func TestManyUserEntries(t *testing.T) {
	if testing.Short() {
		t.Skip("a hundred thousand rows")
	}
	var b strings.Builder
	b.WriteString("name\tkind\n")
	for i := range 100_000 {
		fmt.Fprintf(&b, "Name%d Family%d\tperson\n", i%7919, i%104729)
	}
	g, err := LoadUser(baseGazetteer(t), File{"many.tsv", strings.NewReader(b.String())})
	require.NoError(t, err)
	assert.Equal(t, 100_003, g.Len())
}

func BenchmarkLoadUser(b *testing.B) {
	var t strings.Builder
	t.WriteString("name\tkind\taliases\n")
	for i := range 100_000 {
		fmt.Fprintf(&t, "Mohammad%d Karim%d\tperson\tMuhammad%d Kareem%d\n", i%7919, i, i%7919, i)
	}
	for b.Loop() {
		if _, err := LoadUser(baseGazetteer(b), File{"many.tsv", strings.NewReader(t.String())}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzUser(f *testing.F) {
	f.Add([]byte("name\tkind\taliases\nX Y\tperson\tZ [lang=ps]|W\n"), false)
	f.Add([]byte(`{"name":"X","aliases":[{"name":"Y"}],"within":["a"],"lat":1,"lon":2}`), true)
	f.Fuzz(func(t *testing.T, data []byte, json bool) {
		format := TSV
		if json {
			format = JSONL
		}
		blob, problems, err := CompileUser(bytes.NewReader(data), "f", format, nil)
		if err != nil || len(problems) > 0 {
			return
		}
		g, err := gazetteer.Open(string(blob))
		require.NoError(t, err, "what compiles opens")
		for i := range uint32(g.Len()) {
			g.Aliases(i)
			g.Lookup(g.Entry(i).Name)
		}
	})
}
