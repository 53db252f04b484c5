package eval

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadBracketed(t *testing.T) {
	const in = `#! a comment
## one date=2021-09-06 genre=wire

The [Taliban|ORG|Taliban] left [Qalat-e-Zarin|GPE].
#! another

ک [کابل|?GPE|Kabul;Kabul Province] \[sic\] a\|b \\

## two
No names.
`
	docs, err := ReadGold(strings.NewReader(in))
	require.NoError(t, err)
	require.Len(t, docs, 2)
	d := docs[0]
	assert.Equal(t, "one", d.ID)
	assert.Equal(t, "2021-09-06", d.Date)
	assert.Equal(t, "wire", d.Genre)
	assert.Equal(t, 2, d.Line)
	assert.Equal(t, "The Taliban left Qalat-e-Zarin.\n\nک کابل [sic] a|b \\", d.Text)
	assert.Equal(t, []Entity{
		{Start: 4, End: 11, Text: "Taliban", Label: "ORG", Norm: "Taliban"},
		{Start: 17, End: 30, Text: "Qalat-e-Zarin", Label: "GPE"},
		{Start: 35, End: 39, Text: "کابل", Label: "GPE", Norm: "Kabul;Kabul Province", Optional: true},
	}, d.Entities)
	require.NoError(t, d.checkEntities())
	assert.Equal(t, "No names.", docs[1].Text)
	s, e := d.Bytes(d.Entities[2])
	assert.Equal(t, "کابل", d.Text[s:e])
}

func TestReadBracketedSaysWhereTheMistakeIs(t *testing.T) {
	for _, c := range []struct{ name, in, at, says string }{
		{"nothing", "", "f:1:1", "no document"},
		{"text before a document", "hello\n", "f:1:1", "before the first document"},
		{"no id", "##  \n", "f:1:4", "expected an id"},
		{"unknown attribute", "## a colour=red\n", "f:1:6", "date=YYYY-MM-DD"},
		{"bad date", "## a date=2021-13-01\n", "f:1:6", "date=YYYY-MM-DD"},
		{"bad genre", "## a genre=poem\n", "f:1:6", "genre="},
		{"id twice", "## a\n## a\n", "f:2:4", "line 1"},
		{"open mention", "## a\nein [Kabul|GPE\n", "f:2:5", "no ]"},
		{"nested mention", "## a\nx [a [b|GPE|b]|GPE|a]\n", "f:2:6", "inside a mention"},
		{"stray bracket", "## a\nکا ] \n", "f:2:4", "outside a mention"},
		{"stray bar", "## a\na | b\n", "f:2:3", "outside a mention"},
		{"no label", "## a\n[Kabul]\n", "f:2:1", "1 fields"},
		{"four fields", "## a\n[Kabul|GPE|a|b]\n", "f:2:13", "4 fields"},
		{"unknown label", "## a\n[Kabul|CITY|Kabul]\n", "f:2:8", "expected one of"},
		{"empty surface", "## a\n[|GPE|Kabul]\n", "f:2:2", "surface"},
		{"space in surface", "## a\n[ Kabul|GPE|Kabul]\n", "f:2:2", "surface"},
		{"space in norm", "## a\n[Kabul|GPE| Kabul]\n", "f:2:12", "space"},
		{"empty alternative", "## a\n[Kabul|GPE|Kabul;]\n", "f:2:12", "alternative"},
		{"lone backslash", "## a\na \\n b\n", "f:2:3", "backslash"},
		{"invalid UTF-8", "## a\n\xff\n", "f:2:1", "UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadBracketed(strings.NewReader(c.in), "f")
			var se *SyntaxError
			require.ErrorAs(t, err, &se)
			assert.Contains(t, err.Error(), c.at+":")
			assert.Contains(t, err.Error(), c.says)
		})
	}
}

func TestReadGoldJSON(t *testing.T) {
	docs, err := ReadGold(strings.NewReader("\n" + `{"id":"a","text":"😀 Kabul","entities":[{"start":2,"end":7,"text":"Kabul","label":"GPE","norm":"Kabul","optional":true}]}` + "\n"))
	require.NoError(t, err)
	require.Len(t, docs, 1)
	assert.Equal(t, Entity{Start: 2, End: 7, Text: "Kabul", Label: "GPE", Norm: "Kabul", Optional: true}, docs[0].Entities[0])

	for _, c := range []struct{ name, in, says string }{
		{"empty", " \n", "no document"},
		{"no JSON", "{x\n", "line 1: expected one JSON object"},
		{"wrong slice", `{"id":"a","text":"Kabul","entities":[{"start":0,"end":3,"text":"Kabul","label":"GPE"}]}`, "offset unit"},
		{"outside", `{"id":"a","text":"Kabul","entities":[{"start":0,"end":9,"text":"Kabul","label":"GPE"}]}`, "no range"},
		{"no label", `{"id":"a","text":"Kabul","entities":[{"start":0,"end":5}]}`, "expected start, end and label"},
		{"bytes", `{"id":"a","text":"Kabul","offset_unit":"byte","entities":[]}`, "gold offsets are code points"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadGold(strings.NewReader(c.in))
			require.ErrorContains(t, err, c.says)
		})
	}
}

func TestAlignTurnsEveryUnitIntoCodePoints(t *testing.T) {
	gold := []Doc{{ID: "a", Text: "é😀 Kabul", Entities: []Entity{{Start: 3, End: 8, Text: "Kabul", Label: "GPE"}}}}
	for _, c := range []struct{ name, unit, span string }{
		{"code points", "codepoint", `"start":3,"end":8`},
		{"default", "", `"start":3,"end":8`},
		{"bytes", "byte", `"start":7,"end":12`},
		{"UTF-16", "utf16", `"start":4,"end":9`},
	} {
		t.Run(c.name, func(t *testing.T) {
			pred, err := ReadPred(strings.NewReader(`{"id":"a","offset_unit":"` + c.unit + `","entities":[{` + c.span +
				`,"text":"Kabul","label":"GPE","link":{"id":"loc/x","name":"Kabul","kind":"city"},"cluster":4}]}`))
			require.NoError(t, err)
			got, err := Align(gold, pred)
			require.NoError(t, err)
			assert.Equal(t, []Entity{{Start: 3, End: 8, Text: "Kabul", Label: "GPE", LinkID: "loc/x", LinkName: "Kabul", LinkKind: "city", Cluster: 4}},
				got[0].Entities)
		})
	}
}

func TestAlignErrors(t *testing.T) {
	gold := []Doc{{ID: "a", Text: "é", Line: 1}, {ID: "b", Text: "x", Line: 2}}
	for _, c := range []struct {
		name string
		pred []Doc
		says string
	}{
		{"missing", []Doc{{ID: "a"}}, `"b" (line 2) has no prediction`},
		{"unknown", []Doc{{ID: "a"}, {ID: "b"}, {ID: "c", Line: 3}}, `"c" (line 3) is for no gold document`},
		{"twice", []Doc{{ID: "a"}, {ID: "a"}}, "twice"},
		{"without ids", []Doc{{}}, "1 predictions without ids for 2"},
		{"inside a character", []Doc{{ID: "a", Unit: Byte, Entities: []Entity{{Start: 0, End: 1, Label: "GPE"}}}, {ID: "b"}}, "no range"},
		{"wrong text", []Doc{{ID: "a", Entities: []Entity{{Start: 0, End: 1, Text: "e", Label: "GPE"}}}, {ID: "b"}}, "offset unit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Align(gold, c.pred)
			require.ErrorContains(t, err, c.says)
		})
	}
	got, err := Align(gold, []Doc{{}, {Error: "too long"}})
	require.NoError(t, err)
	assert.Equal(t, "b", got[1].ID)
	assert.Equal(t, "too long", got[1].Error)
}

func FuzzReadBracketed(f *testing.F) {
	f.Add("## a date=2021-01-01\nx [Kabul|GPE|Kabul] \\[y\\]\n\nz\n")
	f.Add("## a\n[a|?ORG]")
	f.Fuzz(func(t *testing.T, in string) {
		docs, err := ReadBracketed(strings.NewReader(in), "f")
		if err != nil {
			return
		}
		for _, d := range docs {
			require.NoError(t, d.checkEntities())
			require.Equal(t, strings.TrimRight(d.Text, "\n"), d.Text)
		}
	})
}
