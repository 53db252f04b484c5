package eval

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ent makes a mention; more is the norm and the link, in that order.
func ent(start, end int, label string, more ...string) Entity {
	e := Entity{Start: start, End: end, Label: label}
	if len(more) > 0 {
		e.Norm = more[0]
	}
	if len(more) > 1 {
		e.LinkID = more[1]
	}
	return e
}

func doubtful(start, end int, label string) Entity {
	return Entity{Start: start, End: end, Label: label, Optional: true}
}

func TestPair(t *testing.T) {
	for _, c := range []struct {
		name       string
		gold, pred []Entity
		want       []Pairing
	}{
		{"right", []Entity{ent(0, 5, "GPE")}, []Entity{ent(0, 5, "GPE")}, []Pairing{{0, 0, SameSpanLabel}}},
		{"label", []Entity{ent(0, 5, "GPE")}, []Entity{ent(0, 5, "LOC")}, []Pairing{{0, 0, SameSpan}}},
		{"span", []Entity{ent(0, 5, "GPE")}, []Entity{ent(0, 9, "GPE")}, []Pairing{{0, 0, OverlapLabel}}},
		{"both", []Entity{ent(0, 5, "GPE")}, []Entity{ent(4, 9, "LOC")}, []Pairing{{0, 0, Overlap}}},
		{"touching is not overlapping", []Entity{ent(0, 5, "GPE")}, []Entity{ent(5, 9, "GPE")}, []Pairing{{0, -1, MissedMention}, {-1, 0, SpuriousMention}}},
		{"one prediction over two", []Entity{ent(0, 5, "GPE"), ent(6, 20, "GPE")}, []Entity{ent(0, 20, "GPE")}, []Pairing{{0, -1, MissedMention}, {1, 0, OverlapLabel}}},
		{"same label before longer", []Entity{ent(0, 10, "GPE")}, []Entity{ent(0, 8, "LOC"), ent(8, 10, "GPE")}, []Pairing{{0, 1, OverlapLabel}, {-1, 0, SpuriousMention}}},
		{"same span before overlap", []Entity{ent(0, 5, "GPE")}, []Entity{ent(0, 4, "GPE"), ent(0, 5, "LOC")}, []Pairing{{0, 1, SameSpan}, {-1, 0, SpuriousMention}}},
		{"doubtful, equal", []Entity{doubtful(0, 5, "GPE")}, []Entity{ent(0, 5, "GPE")}, []Pairing{{0, -1, DoubtfulMention}, {-1, 0, IgnoredMention}}},
		{"doubtful, overlapping", []Entity{doubtful(0, 5, "GPE")}, []Entity{ent(3, 9, "ORG")}, []Pairing{{0, -1, DoubtfulMention}, {-1, 0, IgnoredMention}}},
		{"doubtful, alone", []Entity{doubtful(0, 5, "GPE")}, nil, []Pairing{{0, -1, DoubtfulMention}}},
		{"over doubtful and firm", []Entity{doubtful(0, 5, "GPE"), ent(6, 9, "GPE")}, []Entity{ent(0, 9, "GPE")}, []Pairing{{0, -1, DoubtfulMention}, {1, -1, MissedMention}, {-1, 0, IgnoredMention}}},
		{"equal to firm, over doubtful", []Entity{doubtful(0, 5, "GPE"), ent(0, 9, "GPE")}, []Entity{ent(0, 9, "GPE")}, []Pairing{{0, -1, DoubtfulMention}, {1, 0, SameSpanLabel}}},
		{"long prediction first", []Entity{ent(50, 60, "GPE")}, []Entity{ent(0, 99, "ORG"), ent(10, 20, "ORG"), ent(50, 60, "GPE")}, []Pairing{{0, 2, SameSpanLabel}, {-1, 0, SpuriousMention}, {-1, 1, SpuriousMention}}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, Pair(c.gold, c.pred)) })
	}
}

// The seven cases of the table in the package comment, counted by hand.
func TestSemEvalSchemes(t *testing.T) {
	gold := []Doc{{ID: "a", Entities: []Entity{
		ent(0, 5, "GPE"),   // found
		ent(10, 15, "GPE"), // as LOC
		ent(20, 25, "ORG"), // one longer
		ent(30, 35, "ORG"), // one longer and as PERSON
		ent(40, 45, "FAC"), // missed
		doubtful(60, 65, "NORP"),
	}}}
	pred := []Doc{{ID: "a", Entities: []Entity{
		ent(0, 5, "GPE"), ent(10, 15, "LOC"), ent(20, 26, "ORG"), ent(30, 36, "PERSON"),
		ent(50, 55, "LOC"), // spurious
		ent(61, 65, "ORG"), // ignored
	}}}
	r := Score(gold, pred, nil)
	for _, c := range []struct {
		scheme                     string
		cor, inc, par, missed, spu int
		p, rec                     float64
	}{
		{"strict", 1, 3, 0, 1, 1, 1.0 / 5, 1.0 / 5},
		{"exact", 2, 2, 0, 1, 1, 2.0 / 5, 2.0 / 5},
		{"partial", 2, 0, 2, 1, 1, 3.0 / 5, 3.0 / 5},
		{"type", 2, 2, 0, 1, 1, 2.0 / 5, 2.0 / 5},
	} {
		t.Run(c.scheme, func(t *testing.T) {
			for _, s := range r.Spans {
				if s.Scheme != c.scheme {
					continue
				}
				assert.Equal(t, Counts{Label: "all", Correct: c.cor, Incorrect: c.inc, Partial: c.par, Missed: c.missed,
					Spurious: c.spu, Possible: 5, Actual: 5, Precision: c.p, Recall: c.rec, F1: c.p}, s.Overall)
				return
			}
			t.Fatal("scheme not in the report")
		})
	}
	assert.Equal(t, []int{5, 1, 5, 1}, []int{r.Gold, r.Doubtful, r.Pred, r.Ignored})
	assert.Nil(t, r.Link)

	strict := map[string]Counts{}
	for _, c := range r.Spans[0].Labels {
		strict[c.Label] = c
	}
	assert.Equal(t, Counts{Label: "GPE", Correct: 1, Incorrect: 1, Possible: 2, Actual: 1, Precision: 1, Recall: .5, F1: 2.0 / 3}, strict["GPE"])
	assert.Equal(t, Counts{Label: "LOC", Spurious: 1, Actual: 2}, strict["LOC"])
	assert.Equal(t, []string{"PERSON", "ORG", "GPE", "LOC", "FAC"}, labelsOf(r.Spans[0]))
}

func labelsOf(s SpanScore) []string {
	var out []string
	for _, c := range s.Labels {
		out = append(out, c.Label)
	}
	return out
}

// entry is a row of the little gazetteer of these tests.
type entry struct {
	kind  string
	names []string
	place Place
}

type table map[string]entry

func (m table) Names(id string) ([]string, string, bool) {
	e, ok := m[id]
	return e.names, e.kind, ok
}

func (m table) meant(norm string) (ids []string) {
	for _, id := range inTableOrder(m) {
		e := m[id]
		for _, n := range e.names {
			if newTarget(norm).admits(e.kind, Key(n)) {
				ids = append(ids, id)
				break
			}
		}
	}
	return ids
}

func (m table) Kinds(norm string) (kinds []string) {
	for _, id := range m.meant(norm) {
		kinds = append(kinds, m[id].kind)
	}
	return kinds
}

func (m table) Where(id string) (Place, bool) {
	e, ok := m[id]
	return e.place, ok
}

func (m table) Locate(norm string) (Place, bool) {
	for _, id := range m.meant(norm) {
		if m[id].place.HasPoint {
			return m[id].place, true
		}
	}
	return Place{}, false
}

func point(lat, lon float64, adm1, adm2 string) Place {
	return Place{Lat: lat, Lon: lon, HasPoint: true, Adm1: adm1, Adm2: adm2}
}

var world = table{
	"loc/AF":     {"country", []string{"Afghanistan"}, point(33.9, 67.7, "", "")},
	"loc/US":     {"country", []string{"United States", "USA"}, Place{}},
	"loc/AF08":   {"province", []string{"Panjshir", "Panjsher"}, point(35.3, 69.7, "loc/AF08", "")},
	"loc/AF0801": {"district", []string{"Bazarak"}, point(35.31, 69.51, "loc/AF08", "loc/AF0801")},
	"loc/pv":     {"valley", []string{"Panjshir Valley"}, point(35.3, 69.5, "loc/AF08", "")},
	"loc/kab":    {"city", []string{"Kabul", "Kābul"}, point(34.53, 69.17, "loc/AF01", "loc/AF0101")},
	"org/tb":     {"armed-group", []string{"Taliban"}, Place{}},
	"org/iskp":   {"armed-group", []string{"Islamic State Khorasan Province"}, Place{}},
	"per/mas":    {"person", []string{"Ahmad Massoud", "Massoud"}, Place{}},
}

var _ Atlas = table{}

func TestRight(t *testing.T) {
	for _, c := range []struct {
		name, norm, link string
		want             bool
	}{
		{"name", "Kabul", "loc/kab", true},
		{"alias", "United States", "loc/US", true},
		{"case and punctuation", "USA.", "loc/US", true},
		{"diacritics", "Kábul", "loc/kab", true},
		{"second alternative", "Kabol;Kabul", "loc/kab", true},
		{"class word left out", "Panjshir Province", "loc/AF08", true},
		{"class word left out of an alias", "Panjsher Province", "loc/AF08", true},
		{"class word in the name", "Panjshir Valley", "loc/pv", true},
		{"kind against class word", "Panjshir Province", "loc/pv", false},
		{"kind against class word, other way", "Panjshir Valley", "loc/AF08", false},
		{"without class word any kind", "Panjshir", "loc/AF08", true},
		{"class word of no place", "Islamic State Khorasan Province", "org/iskp", true},
		{"other entry", "Kabul", "loc/AF", false},
		{"unknown id", "Kabul", "loc/nowhere", false},
		{"NIL for a known thing", "Kabul", "", false},
		{"NIL for one known alternative", "Nowhere;Kabul", "", false},
		{"NIL for an unknown thing", "John Smith", "", true},
		{"NIL where the kind is unknown", "Kabul River", "", true},
		{"link for an unknown thing", "John Smith", "per/mas", false},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, Right(world, c.norm, c.link)) })
	}
}

func TestKey(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Al-Qaeda", "alqaeda"}, {"  Kābul \t City ", "kabul city"}, {"Sa‘id ʿAli", "said ali"}, {"Médecins", "medecins"},
		{"", ""}, {"--", ""}, {"U.S.", "us"}, {"کابل", "کابل"}, {"Washington, D.C.", "washington dc"},
	} {
		assert.Equal(t, c.want, Key(c.in), c.in)
		assert.Equal(t, c.want, Key(Key(c.in)), "twice: %s", c.in)
	}
}

func TestLinkScores(t *testing.T) {
	gold := []Doc{{ID: "a", Entities: []Entity{
		ent(0, 5, "GPE", "Kabul"),
		ent(10, 15, "GPE", "Panjshir Province"),
		ent(20, 25, "NORP", "Afghanistan"),
		ent(30, 35, "ORG", "Taliban"),
		ent(40, 45, "PERSON", "John Smith"),
		ent(50, 55, "PERSON", "Ahmad Massoud"),
		ent(60, 65, "PERSON"), // no norm
		ent(70, 75, "GPE", "Kabul"),
	}}}
	pred := []Doc{{ID: "a", Entities: []Entity{
		ent(0, 5, "GPE", "", "loc/kab"),      // right
		ent(10, 15, "GPE", "", "loc/pv"),     // wrong kind
		ent(20, 25, "NORP", "", "loc/AF"),    // right, plain
		ent(30, 35, "ORG", "", "org/tb"),     // right, plain
		ent(40, 45, "PERSON"),                // NIL, right
		ent(50, 55, "PERSON"),                // NIL, wrong
		ent(60, 65, "PERSON", "", "per/mas"), // not judged
		ent(70, 76, "GPE", "", "loc/kab"),    // not strictly matched
	}}}
	r := Score(gold, pred, world)
	l := r.Link
	require.NotNil(t, l)
	assert.Equal(t, Accuracy{"all", 4, 6, 4.0 / 6}, l.All)
	assert.Equal(t, Accuracy{"not plain", 2, 4, .5}, l.NotPlain)
	assert.Equal(t, Accuracy{"in gazetteer", 3, 5, .6}, l.Known)
	assert.Equal(t, Accuracy{"not in gazetteer", 1, 1, 1}, l.Unknown)
	assert.Equal(t, []Accuracy{{"PERSON", 1, 2, .5}, {"ORG", 1, 1, 1}, {"GPE", 1, 2, .5}, {"NORP", 1, 1, 1}}, l.Labels)
	assert.Equal(t, PRF{4, 7, 4, 7, 4.0 / 7, 4.0 / 7, 4.0 / 7}, l.Linked)

	s := r.Toponyms
	require.NotNil(t, s)
	assert.Equal(t, Accuracy{"within 161 km", 2, 2, 1}, s.Within161km)
	assert.Equal(t, Accuracy{"same province", 2, 2, 1}, s.Adm1)
	assert.Equal(t, Accuracy{"same district", 1, 1, 1}, s.Adm2)
	assert.InDelta(t, haversine(world["loc/pv"].place, world["loc/AF08"].place)/2, s.MedianKm, 1e-9)
}

func TestToponymsCountTheUnresolved(t *testing.T) {
	gold := []Doc{{ID: "a", Entities: []Entity{ent(0, 5, "GPE", "Kabul"), ent(6, 9, "GPE", "Kabul"), ent(10, 15, "GPE", "Atlantis")}}}
	pred := []Doc{{ID: "a", Entities: []Entity{ent(0, 5, "GPE"), ent(6, 9, "GPE", "", "loc/US"), ent(10, 15, "GPE")}}}
	s := Score(gold, pred, world).Toponyms
	assert.Equal(t, 2, s.Unresolved)
	assert.Equal(t, Accuracy{"within 161 km", 0, 2, 0}, s.Within161km)
	assert.Equal(t, Accuracy{"same province", 0, 2, 0}, s.Adm1)
	assert.InDelta(t, 20015, s.MedianKm, 1)
}

func TestHaversine(t *testing.T) {
	kabul, kandahar := Place{Lat: 34.5281, Lon: 69.1723}, Place{Lat: 31.6133, Lon: 65.7101}
	assert.InDelta(t, 459, haversine(kabul, kandahar), 3)
	assert.InDelta(t, lost, haversine(Place{Lat: 90}, Place{Lat: -90}), 1e-6)
	assert.Zero(t, haversine(kabul, kabul))
}

func TestReportIsWrittenInFixedOrder(t *testing.T) {
	gold := []Doc{{ID: "a", Text: "Kabul fell to Zorg", Entities: []Entity{ent(0, 5, "GPE", "Kabul"), ent(14, 18, "ZORG", "Zorg")}}}
	pred := []Doc{{ID: "a", Entities: []Entity{ent(0, 5, "GPE", "", "loc/AF"), ent(6, 10, "ABLE")}}}
	r := Score(gold, pred, world)
	var one, two, js bytes.Buffer
	require.NoError(t, r.Table(&one))
	require.NoError(t, Score(gold, pred, world).Table(&two))
	assert.Equal(t, one.String(), two.String())
	assert.Equal(t, []string{"GPE", "ABLE", "ZORG"}, labelsOf(r.Spans[0]))
	require.NoError(t, r.JSON(&js))
	var back Report
	require.NoError(t, json.Unmarshal(js.Bytes(), &back))
	assert.Equal(t, r, back)

	var list bytes.Buffer
	require.NoError(t, WriteMistakes(&list, Mistakes(gold, pred, world)))
	assert.Equal(t, strings.Join([]string{
		"a\twrong-link\tGPE \"\"\tKabul\tGPE \"\"\tloc/AF\t [Kabul] fell to Zorg",
		"a\tmissed\tZORG \"\"\tZorg\t-\t-\tKabul fell to [Zorg] ",
		"a\tspurious\t-\t-\tABLE \"\"\t-\tKabul [fell] to Zorg\n",
	}, "\n"), list.String())
}

func TestFailedRecordsCountAsMissed(t *testing.T) {
	r := Score([]Doc{{ID: "a", Entities: []Entity{ent(0, 5, "GPE")}}}, []Doc{{ID: "a", Error: "too long"}}, nil)
	assert.Equal(t, 1, r.Failed)
	assert.Equal(t, 1, r.Strict().Missed)
}
