package page

import (
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	xhtml "golang.org/x/net/html"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner"
)

type noFacts struct{}

func (noFacts) Refs(uint32) []gazetteer.Ref {
	return []gazetteer.Ref{{Scheme: "wikidata", Value: `Q1"><b>`}}
}
func (noFacts) Within(uint32) []gazetteer.Entry {
	return []gazetteer.Entry{{ID: "loc/x", Name: "A & B"}}
}
func (noFacts) Aliases(uint32) []gazetteer.Alias { return nil }
func (noFacts) Layer(uint32) string              { return "" }

// doc has what could break a page: markup in the text, in names and in ids.
func doc(index int) *record.Doc {
	text := "<script>alert(1)</script> Kabul & \"Herat\" <b>Kabul"
	d := &record.Doc{Index: index, ID: "a<b>&\"", Source: text, Text: text, Date: "2021-09-06"}
	for i, word := range []string{"Kabul", "Herat"} {
		at := strings.Index(text, word)
		m := &ner.Mention{Start: at, End: at + 5, Text: word, Label: ner.GPE, Cluster: i + 1}
		m.Link = ner.Link{Entry: gazetteer.Entry{ID: "loc/" + word, Name: word + " <i>", Kind: gazetteer.City, Lat: 34.5 - float64(i), Lon: 69.2, HasPoint: true}, Roles: []string{"<u>"}}
		d.Entities = append(d.Entities, record.Entity{Start: at, End: at + 5, From: at, To: at + 5, Text: word, Label: "GPE", Mention: m})
	}
	return d
}

func whole(t *testing.T) string {
	t.Helper()
	p := New(noFacts{}, "namyab 0", "2026 <data>")
	out := p.Header()
	for i := range 3 {
		out += string(p.Append(nil, doc(i)))
	}
	return out + p.Footer()
}

// TestPage parses the page: elements are closed in order, ids are unique, links lead to
// ids, nothing is loaded, and nothing of the text became markup.
func TestPage(t *testing.T) {
	z := xhtml.NewTokenizer(strings.NewReader(whole(t)))
	var open []string
	ids, refs := map[string]bool{}, map[string]bool{}
	for z.Next() != xhtml.ErrorToken {
		tok := z.Token()
		switch tok.Type {
		case xhtml.StartTagToken:
			if tok.Data != "meta" {
				open = append(open, tok.Data)
			}
			assert.NotContains(t, []string{"script", "link", "img", "iframe", "u"}, tok.Data)
			for _, a := range tok.Attr {
				switch {
				case a.Key == "id":
					assert.False(t, ids[a.Val], "id %s twice", a.Val)
					ids[a.Val] = true
				case a.Key == "href" && strings.HasPrefix(a.Val, "#"), a.Key == "aria-describedby", a.Key == "aria-labelledby":
					refs[strings.TrimPrefix(a.Val, "#")] = true
				case a.Key == "href":
					assert.True(t, strings.HasPrefix(a.Val, "https://www.wikidata.org/wiki/"), a.Val)
				}
				assert.NotContains(t, []string{"src", "onclick"}, a.Key)
			}
		case xhtml.EndTagToken:
			require.NotEmpty(t, open)
			require.Equal(t, open[len(open)-1], tok.Data)
			open = open[:len(open)-1]
		}
	}
	assert.Empty(t, open)
	for r := range refs {
		assert.True(t, ids[r], "nothing has the id %s", r)
	}
	assert.NotContains(t, style, "url(")
	assert.NotContains(t, style, "@import")
}

var variable = regexp.MustCompile(`--([a-z-]+):(#[0-9a-f]{3,6})`)

// TestContrast computes the contrast (WCAG 2.2) of text on every tint and of lines on the
// page, in both schemes: 7:1 for text, 4.5:1 for dim text, 3:1 for signs.
func TestContrast(t *testing.T) {
	light, dark, _ := strings.Cut(style, "prefers-color-scheme:dark")
	dark, _, _ = strings.Cut(dark, "}}")
	for scheme, css := range map[string]string{"light": light, "dark": dark} {
		c := map[string]float64{}
		for _, m := range variable.FindAllStringSubmatch(css, -1) {
			c[m[1]] = luminance(t, m[2])
		}
		for _, kind := range []string{"person", "org", "gpe", "loc", "fac", "norp"} {
			assert.GreaterOrEqual(t, contrast(c["fg"], c[kind]), 7.0, "%s text on %s", scheme, kind)
			assert.GreaterOrEqual(t, contrast(c[kind+"-l"], c["bg"]), 3.0, "%s line of %s", scheme, kind)
			assert.GreaterOrEqual(t, contrast(c[kind+"-l"], c["land"]), 3.0, "%s spot of %s", scheme, kind)
		}
		for _, ground := range []string{"bg", "card"} {
			assert.GreaterOrEqual(t, contrast(c["fg"], c[ground]), 7.0, "%s text on %s", scheme, ground)
			assert.GreaterOrEqual(t, contrast(c["dim"], c[ground]), 4.5, "%s dim text on %s", scheme, ground)
		}
	}
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	hex = hex[1:]
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	sum := 0.0
	for i, w := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		require.NoError(t, err)
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += w * v
	}
	return sum
}

// TestLabelsKeepApart places labels for many spots: none overlaps another or leaves the map.
func TestLabelsKeepApart(t *testing.T) {
	d := &record.Doc{ID: "x", Text: strings.Repeat("Kabul ", 60)}
	for i := range 60 {
		m := &ner.Mention{Label: ner.GPE, Cluster: i + 1}
		m.Link.Entry = gazetteer.Entry{ID: "loc/" + strconv.Itoa(i), Name: "Place " + strconv.Itoa(i), Kind: gazetteer.Town, HasPoint: true, Lat: 30 + float64(i%9), Lon: 61 + float64(i*7%13)}
		d.Entities = append(d.Entities, record.Entity{From: 6 * i, To: 6*i + 5, Text: "Kabul", Label: "GPE", Mention: m})
	}
	b := &builder{page: New(noFacts{}, "", ""), doc: d, prefix: "d1"}
	b.group()
	spots, far := b.spots()
	assert.Equal(t, 60, len(spots)+far)
	b.labels(spots)
	n := strings.Count(string(b.b), "<text")
	assert.Greater(t, n, 20)
}

// TestOutlineIsCurrent makes the outlines again from the gazetteer's districts.
func TestOutlineIsCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the generator")
	}
	out := filepath.Join(t.TempDir(), "outline_gen.go")
	cmd := exec.Command("go", "run", "./genoutline", "../../../../gazetteer/data/districts.tsv", out)
	msg, err := cmd.CombinedOutput()
	require.NoError(t, err, string(msg))
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	want, err := os.ReadFile("outline_gen.go")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "run go generate ./cmd/...")
}
