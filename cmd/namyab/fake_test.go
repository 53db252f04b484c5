package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner"
)

// fake is a recogniser of a few names, so that formats and the pipe are tested apart from
// what is found. It implements record.Facts, too.
type fake struct{}

type fakeName struct {
	text   string
	label  ner.Label
	entry  uint32 // 0: NIL
	method ner.Method
	score  float64
}

var fakeEntries = []gazetteer.Entry{
	{},
	{ID: "per/ahmad-massoud", Name: "Ahmad Massoud", Kind: gazetteer.Person, Index: 1},
	{ID: "loc/AF08", Name: "Panjshir", Kind: gazetteer.Province, Country: "AF", Lat: 35.3, Lon: 69.7, HasPoint: true, Index: 2},
	{ID: "org/taliban", Name: "Taliban", Kind: gazetteer.ArmedGroup, Index: 3},
	{ID: "loc/AF", Name: "Afghanistan", Kind: gazetteer.Country, Country: "AF", Lat: 33.9, Lon: 67.7, HasPoint: true, Index: 4},
	{ID: "loc/gn1138958", Name: "Kabul", Kind: gazetteer.City, Country: "AF", Lat: 34.5281, Lon: 69.17233, HasPoint: true, Index: 5},
	{ID: "loc/doha", Name: "Doha", Kind: gazetteer.City, Country: "QA", Lat: 25.28, Lon: 51.52, HasPoint: true, Index: 6},
	{ID: "loc/salang-pass", Name: "Salang Pass", Kind: gazetteer.Pass, Country: "AF", Lat: 35.32, Lon: 69.04, HasPoint: true, Index: 7},
	{ID: "loc/kbl", Name: "Kabul Airport", Kind: gazetteer.Airport, Country: "AF", Lat: 34.56, Lon: 69.21, HasPoint: true, Index: 8},
	{ID: "nrp/pashtun", Name: "Pashtun", Kind: gazetteer.People, Index: 9},
}

var fakeNames = []fakeName{
	{"Ahmad Masood", ner.Person, 1, ner.ByGazetteer, 0.93},
	{"Masood", ner.Person, 1, ner.ByGazetteer, 0.9},
	{"Panjsheer", ner.GPE, 2, ner.ByGazetteer, 0.99},
	{"پنجشیر", ner.GPE, 2, ner.ByGazetteer, 0.97},
	{"Taliban", ner.Org, 3, ner.ByGazetteer, 0},
	{"Afghanistan", ner.GPE, 4, ner.ByGazetteer, 0.999},
	{"Kabul", ner.GPE, 5, ner.ByGazetteer, 0.98},
	{"Doha", ner.GPE, 6, ner.ByGazetteer, 0.95},
	{"Salang\r\npass", ner.Loc, 7, ner.ByRule, 0.8},
	{"Salang\npass", ner.Loc, 7, ner.ByRule, 0.8},
	{"Salang pass", ner.Loc, 7, ner.ByRule, 0.8},
	{"Kabul airport", ner.Fac, 8, ner.ByRule, 0.85},
	{"Pashtun", ner.Norp, 9, ner.ByGazetteer, 0.9},
	{"O’Neill & Sons", ner.Org, 0, ner.ByModel, 0.6},
	{"Zarif \"Q\"", ner.Person, 0, ner.ByModel, 0},
	{"Zarif Q", ner.Person, 0, ner.ByModel, 0.55},
	{"Müller 😀 Bros", ner.Org, 0, ner.ByModel, 0.5},
}

func (fake) RecognizeDated(text string, d ner.Date) *ner.Document {
	doc := &ner.Document{Text: text, Date: d}
	for at := 0; at < len(text); {
		if n := fakeAt(text, at); n >= 0 {
			f := &fakeNames[n]
			doc.Mentions = append(doc.Mentions, f.mention(text, at))
			at += len(f.text)
			continue
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	fakeClusters(doc)
	return doc
}

// fakeAt returns the longest name that stands at a place, -1 for none.
func fakeAt(text string, at int) int {
	best := -1
	if c := text[at]; c >= '0' && c <= '9' || c == ' ' {
		return best
	}
	if r, _ := utf8.DecodeLastRuneInString(text[:at]); unicode.IsLetter(r) {
		return best
	}
	for i := range fakeNames {
		name := fakeNames[i].text
		if !strings.HasPrefix(text[at:], name) || best >= 0 && len(name) <= len(fakeNames[best].text) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[at+len(name):]); !unicode.IsLetter(r) || at+len(name) == len(text) {
			best = i
		}
	}
	return best
}

func (f *fakeName) mention(text string, at int) ner.Mention {
	m := ner.Mention{Start: at, End: at + len(f.text), Text: text[at : at+len(f.text)], Label: f.label, Method: f.method, Score: f.score}
	if f.entry == 0 {
		return m
	}
	m.Link = ner.Link{Entry: fakeEntries[f.entry], Score: 0.875, Alias: f.text}
	if f.entry == 1 {
		m.Link.Roles = []string{"NRF leader (2021-)"}
	}
	m.Candidates = []ner.Candidate{{Link: m.Link, Reasons: []ner.Reason{{Name: "alias-exact", Detail: f.text, Weight: 2.5}}}}
	m.Reasons = []ner.Reason{{Name: "gazetteer", Detail: "listed", Weight: 1.25}}
	return m
}

// fakeClusters numbers things in order of first mention.
func fakeClusters(doc *ner.Document) {
	var keys []string
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		key := m.Link.Entry.ID
		if key == "" {
			key = "?" + m.Text
		}
		m.Cluster = 0
		for k := range keys {
			if keys[k] == key {
				m.Cluster = k + 1
			}
		}
		if m.Cluster == 0 {
			keys = append(keys, key)
			m.Cluster = len(keys)
		}
	}
}

func (fake) Refs(i uint32) []gazetteer.Ref {
	switch i {
	case 1:
		return []gazetteer.Ref{{Scheme: "wikidata", Value: "Q4695485"}}
	case 2:
		return []gazetteer.Ref{{Scheme: "pcode", Value: "AF08"}, {Scheme: "iso3166_2", Value: "AF-PAN"}}
	}
	return nil
}

func (fake) Within(i uint32) []gazetteer.Entry {
	switch i {
	case 2, 5, 7:
		return fakeEntries[4:5]
	case 8:
		return []gazetteer.Entry{fakeEntries[5], fakeEntries[4]}
	}
	return nil
}

func (fake) Aliases(i uint32) []gazetteer.Alias {
	if i == 2 {
		return []gazetteer.Alias{{Name: "Panjshir"}, {Name: "Panjsheer", Source: "UN"}}
	}
	return nil
}

func (fake) Layer(uint32) string { return "embedded" }

func fakeWorld() *world {
	return &world{rec: fake{}, facts: fake{}, dataVersion: "2026-11-22", modelVersion: "0a1b2c3d"}
}

// withFake makes every run of the test use the fake recogniser.
func withFake(t *testing.T) {
	t.Helper()
	old := testWorld
	testWorld = fakeWorld()
	t.Cleanup(func() { testWorld = old })
}

// result is what a run left behind.
type result struct {
	code           int
	stdout, stderr string
}

// nam runs the command in this process.
func nam(stdin string, args ...string) result {
	var out, errOut bytes.Buffer
	code := run(args, strings.NewReader(stdin), &out, &errOut)
	return result{code, out.String(), errOut.String()}
}

// archive is a txtar file: comment, then named files after lines "-- name --".
type archive struct {
	comment string
	files   []archiveFile
}

type archiveFile struct{ name, data string }

func parseArchive(s string) archive {
	var a archive
	cur := &a.comment
	for _, line := range strings.SplitAfter(s, "\n") {
		name, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "-- ")
		if name, ok2 := strings.CutSuffix(name, " --"); ok && ok2 {
			a.files = append(a.files, archiveFile{name: name})
			cur = &a.files[len(a.files)-1].data
			continue
		}
		*cur += line
	}
	return a
}

func (a archive) String() string {
	var b strings.Builder
	b.WriteString(a.comment)
	for _, f := range a.files {
		b.WriteString("-- " + f.name + " --\n" + f.data)
		if !strings.HasSuffix(f.data, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func (a archive) file(name string) (string, bool) {
	for i := range a.files {
		if a.files[i].name == name {
			return a.files[i].data, true
		}
	}
	return "", false
}
