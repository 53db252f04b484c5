package build

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const tableHead = "id\tkind\tname\twithin\tcountry\tlat\tlon\tpopulation\taliases\troles\taffiliations\tborn\tdied\tfrom\tto\tprior\trefs\tsources\tnote"

// tableRow makes a row of the given fields, by name=value.
func tableRow(fields ...string) string {
	cols := strings.Split(tableHead, "\t")
	row := make([]string, len(cols))
	for _, f := range fields {
		k, v, _ := strings.Cut(f, "=")
		for i, c := range cols {
			if c == k {
				row[i] = v
			}
		}
	}
	return strings.Join(row, "\t")
}

func table(rows ...string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(tableHead + "\n" + strings.Join(rows, "\n") + "\n")}
}

// TestTableProblems has one defect a line, and the place and code that must be reported.
func TestTableProblems(t *testing.T) {
	ok := tableRow("id=per/a", "kind=person", "name=Abdul Zahir")
	p := func(fields ...string) string {
		return tableRow(append([]string{"id=per/b", "kind=person", "name=Wali Jan"}, fields...)...)
	}
	tests := []struct{ name, file, rows, want string }{
		{"duplicate id", "persons.tsv", ok + "\n" + ok, "persons.tsv:3:1 id-duplicate"},
		{"not sorted", "persons.tsv", p() + "\n" + ok, "persons.tsv:3:1 not-sorted"},
		{"no name", "persons.tsv", tableRow("id=per/b", "kind=person"), "persons.tsv:2:14 name-empty"},
		{"no kind", "persons.tsv", tableRow("id=per/b", "name=X Y"), "persons.tsv:2:7 unknown-kind"},
		{"unknown kind", "persons.tsv", tableRow("id=per/b", "kind=man", "name=X Y"), "persons.tsv:2:7 unknown-kind"},
		{"bad id", "persons.tsv", tableRow("id=per b", "kind=person", "name=X Y"), "persons.tsv:2:4 bad-id"},
		{"dangling parent", "persons.tsv", p("within=loc/XX"), "persons.tsv:2:23 dangling-within"},
		{"own parent", "persons.tsv", p("within=per/b"), "persons.tsv:2:23 self-within"},
		{"parent no place", "persons.tsv", ok + "\n" + p("within=per/a"), "persons.tsv:3:23 within-kind"},
		{"dangling affiliation", "persons.tsv", p("affiliations=org/x"), "dangling-affiliation"},
		{"country", "persons.tsv", p("country=Afg"), "bad-country"},
		{"latitude", "features.tsv", tableRow("id=loc/b", "kind=pass", "name=B", "lat=95", "lon=60"), "bad-latitude"},
		{"longitude", "features.tsv", tableRow("id=loc/b", "kind=pass", "name=B", "lat=35", "lon=x"), "bad-longitude"},
		{"lonely", "features.tsv", tableRow("id=loc/b", "kind=pass", "name=B", "lat=35"), "lonely-coordinate"},
		{"outside", "features.tsv", tableRow("id=loc/b", "kind=pass", "name=B", "country=AF", "lat=51", "lon=0"), "outside-country"},
		{"population", "features.tsv", tableRow("id=loc/b", "kind=town", "name=B", "population=many"), "bad-number"},
		{"prior", "persons.tsv", p("prior=11"), "bad-prior"},
		{"ref", "persons.tsv", p("refs=Q1"), "bad-ref"},
		{"year", "persons.tsv", p("born=19x0"), "bad-date"},
		{"died first", "persons.tsv", p("born=1960", "died=1950"), "died-before-born"},
		{"role backwards", "persons.tsv", p("roles=minister (2010-2004)"), "date-order"},
		{"valid backwards", "persons.tsv", p("from=2010", "to=2004"), "date-order"},
		{"alias is name", "persons.tsv", p("aliases=Wali Jan"), "alias-is-name"},
		{"alias twice", "persons.tsv", p("aliases=Vali|Vali"), "alias-duplicate"},
		{"alias empty", "persons.tsv", p("aliases=Vali||Valy"), "alias-empty"},
		{"alias class", "persons.tsv", p("aliases=Vali [class=pet]"), "alias-class"},
		{"alias attribute", "persons.tsv", p("aliases=Vali [size=3]"), "alias-attribute"},
		{"language", "persons.tsv", p("aliases=Vali [lang=d]"), "bad-lang"},
		{"source", "persons.tsv", p("aliases=Vali [src=a[b]"), "wrong-source"},
		{"two owners", "persons.tsv", ok + "\n" + p("aliases=Abdul-Zahir"), "alias-ambiguous"},
		{"stray script", "persons.tsv", p("aliases=Waliجان"), "stray-script"},
		{"white space", "persons.tsv", p("note=a  b"), "white-space"},
		{"no-break space", "persons.tsv", p("note=a\u00a0b"), "white-space"},
		{"control", "persons.tsv", p("note=a\u200eb"), "control-character"},
		{"not UTF-8", "persons.tsv", p("note=a\xffb"), "bad-encoding"},
		{"CR LF", "persons.tsv", ok + "\r", "persons.tsv:2:41 carriage-return"},
		{"too long", "persons.tsv", tableRow("id=per/b", "kind=person", "name="+strings.Repeat("x", 300)), "too-long"},
		{"columns", "persons.tsv", "per/b\tperson", "persons.tsv:2:1 column-count"},
	}
	seen := map[string]bool{}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			problems, err := LintTables(fstest.MapFS{tt.file: table(tt.rows)})
			require.NoError(t, err)
			var got []string
			for _, p := range problems {
				seen[p.Code] = true
				got = append(got, strings.Replace(strings.Split(p.String(), ": ")[0], "", "", 1)+" "+p.Code)
			}
			assert.Contains(t, strings.Join(got, "\n"), tt.want)
		})
	}
	assert.GreaterOrEqual(t, len(seen), 20)
	names := map[string]bool{}
	for _, c := range Codes() {
		names[c.Name] = true
	}
	for c := range seen {
		assert.True(t, names[c], "code %s is not in the list", c)
	}
}

func TestHeaderProblems(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"mark", "\uFEFF" + tableHead + "\n", "byte-order-mark"},
		{"missing", "id\tkind\n", "column-missing"},
		{"unknown", tableHead + "\tcolour\n", "column-unknown"},
		{"twice", tableHead + "\tid\n", "column-duplicate"},
		{"none", "# only a comment\n", "no-header"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			problems, err := LintTables(fstest.MapFS{"persons.tsv": &fstest.MapFile{Data: []byte(tt.data)}})
			require.NoError(t, err)
			var got []string
			for _, p := range problems {
				got = append(got, p.Code)
			}
			assert.Contains(t, got, tt.want)
		})
	}
}

func TestCompileIsDeterministic(t *testing.T) {
	fsys := fstest.MapFS{"persons.tsv": table(
		tableRow("id=per/a", "kind=person", "name=Abdul Zahir", "aliases=Zahir [class=short]|عبدالظاهر [lang=prs]"),
		tableRow("id=per/b", "kind=person", "name=Wali Jan", "refs=wikidata=Q1", "roles=minister (2001-2004)|poet"),
	)}
	a, problems, err := Compile(fsys)
	require.NoError(t, err)
	require.Empty(t, problems)
	b, _, err := Compile(fsys)
	require.NoError(t, err)
	require.Equal(t, a, b)
}
