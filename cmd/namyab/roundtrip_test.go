package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/ner/eval"
)

const tripText = "Ahmad Masood left Panjsheer; \"Zarif Q\" of O’Neill & Sons,\n😀 Müller 😀 Bros and the Salang\npass. پنجشیر.\nKabul airport and Kabul, Doha\n"

// span is one mention in code points.
type span struct {
	start, end int
	label      string
}

// tripWant is what the record says of tripText.
func tripWant(t *testing.T) []span {
	t.Helper()
	var s struct {
		Entities []struct {
			Start, End int
			Label      string
		}
	}
	require.NoError(t, json.Unmarshal([]byte(nam(tripText).stdout), &s))
	var out []span
	for _, e := range s.Entities {
		out = append(out, span{e.Start, e.End, e.Label})
	}
	require.Len(t, out, 10)
	return out
}

func TestRoundTrips(t *testing.T) {
	withFake(t)
	want := tripWant(t)
	text := []rune(tripText)
	for format, read := range map[string]func(t *testing.T, out string) []span{
		"csv": readCSV, "tsv": readTSV, "brat": readBrat, "spacy": readSpacy, "labelstudio": readLabelStudio, "webanno": readWebAnno,
		"conll": readTags, "conll-bilou": readTags,
	} {
		t.Run(format, func(t *testing.T) {
			got := read(t, nam(tripText, "-o", format).stdout)
			if strings.HasPrefix(format, "conll") {
				var words []span // tokens have no offsets: compare what is between the white space
				for _, s := range want {
					words = append(words, span{0, len(strings.Join(strings.Fields(string(text[s.start:s.end])), "")), s.label})
				}
				assert.Equal(t, words, got)
				return
			}
			assert.Equal(t, want, got)
		})
	}
}

func readCSV(t *testing.T, out string) []span {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	return rowSpans(t, rows)
}

func readTSV(t *testing.T, out string) []span {
	t.Helper()
	var rows [][]string
	for _, line := range strings.Split(strings.TrimSuffix(out, "\n"), "\n") {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rowSpans(t, rows)
}

func rowSpans(t *testing.T, rows [][]string) []span {
	t.Helper()
	text := []rune(tripText)
	var got []span
	for _, row := range rows[1:] {
		require.Len(t, row, len(rows[0]))
		start, err1 := strconv.Atoi(row[1])
		end, err2 := strconv.Atoi(row[2])
		require.NoError(t, err1)
		require.NoError(t, err2)
		assert.Equal(t, string(text[start:end]), strings.ReplaceAll(row[3], `\n`, "\n"))
		got = append(got, span{start, end, row[4]})
	}
	return got
}

func readBrat(t *testing.T, out string) []span {
	t.Helper()
	var got []span
	for _, line := range strings.Split(out, "\n") {
		if !strings.HasPrefix(line, "T") {
			continue
		}
		parts := strings.Split(line, "\t")
		label, offsets, _ := strings.Cut(parts[1], " ")
		numbers := strings.FieldsFunc(offsets, func(r rune) bool { return r == ' ' || r == ';' })
		start, _ := strconv.Atoi(numbers[0])
		end, _ := strconv.Atoi(numbers[len(numbers)-1])
		got = append(got, span{start, end, label})
	}
	return got
}

func readSpacy(t *testing.T, out string) []span {
	t.Helper()
	var d struct {
		Text     string
		Entities [][3]any
	}
	require.NoError(t, json.Unmarshal([]byte(out), &d))
	assert.Equal(t, tripText, d.Text)
	var got []span
	for _, e := range d.Entities {
		got = append(got, span{int(e[0].(float64)), int(e[1].(float64)), e[2].(string)})
	}
	return got
}

func readLabelStudio(t *testing.T, out string) []span {
	t.Helper()
	var tasks []struct {
		Data        struct{ Text string }
		Predictions []struct {
			Result []struct {
				Value struct {
					Start, End int
					Labels     []string
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &tasks))
	assert.Equal(t, tripText, tasks[0].Data.Text)
	var got []span
	for _, r := range tasks[0].Predictions[0].Result {
		got = append(got, span{r.Value.Start, r.Value.End, r.Value.Labels[0]})
	}
	return got
}

func readWebAnno(t *testing.T, out string) []span {
	t.Helper()
	var page struct {
		Items []struct {
			Body   []struct{ Value string }
			Target struct {
				Selector []struct {
					Start, End            int
					Exact, Prefix, Suffix string
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &page))
	var got []span
	for _, it := range page.Items {
		pos, quote := it.Target.Selector[0], it.Target.Selector[1]
		assert.Contains(t, tripText, quote.Prefix+quote.Exact+quote.Suffix)
		got = append(got, span{pos.Start, pos.End, it.Body[0].Value})
	}
	return got
}

// readTags reads BIO and BILOU; the length of a span is that of its tokens.
func readTags(t *testing.T, out string) []span {
	t.Helper()
	var got []span
	for _, line := range strings.Split(out, "\n") {
		token, tag, ok := strings.Cut(line, "\t")
		if !ok || tag == "O" {
			continue
		}
		mark, label, _ := strings.Cut(tag, "-")
		if mark == "B" || mark == "U" {
			got = append(got, span{label: label})
		}
		require.NotEmpty(t, got)
		got[len(got)-1].end += len(token)
		require.Equal(t, got[len(got)-1].label, label)
	}
	return got
}

// TestJSONFormats parses every format that is JSON, also without documents or mentions.
func TestJSONFormats(t *testing.T) {
	withFake(t)
	for _, format := range []string{"json", "geojson", "webanno", "labelstudio"} {
		for _, in := range []string{"", "nothing", "Kabul\nnothing\n\nDoha\n\xff\nKabul"} {
			got := nam(in, "-i", "lines", "-o", format)
			assert.True(t, json.Valid([]byte(got.stdout)), "%s %q: %s", format, in, got.stdout)
		}
	}
}

// TestOutputIsPrediction scores our own output as eval reads it, in every unit.
func TestOutputIsPrediction(t *testing.T) {
	withFake(t)
	for _, unit := range []string{"codepoint", "byte", "utf16"} {
		out := nam(fmt.Sprintf("{\"id\":\"a\",\"text\":%q}\n", "😀 Kabul and Doha"), "-i", "jsonl", "--offsets", unit).stdout
		pred, err := eval.ReadPred(strings.NewReader(out))
		require.NoError(t, err)
		require.Len(t, pred, 1)
		assert.Len(t, pred[0].Entities, 2)
		gold := []eval.Doc{{ID: "a", Text: "😀 Kabul and Doha", Entities: []eval.Entity{{Start: 2, End: 7, Text: "Kabul", Label: "GPE"}, {Start: 12, End: 16, Text: "Doha", Label: "GPE"}}}}
		aligned, err := eval.Align(gold, pred)
		require.NoError(t, err)
		assert.Equal(t, gold[0].Entities[0].Start, aligned[0].Entities[0].Start)
		assert.Equal(t, gold[0].Entities[1].End, aligned[0].Entities[1].End)
	}
}

// TestUserGazetteer finds an entry of the user's own, and says where it comes from.
func TestUserGazetteer(t *testing.T) {
	got := nam("Zmarak Torkhamwal spoke in Kabul.\n", "-i", "lines", "--explain", "-g", "../../testdata/people.tsv")
	require.Zero(t, got.code, got.stderr)
	assert.Contains(t, got.stdout, `"id":"per/zmarak-torkhamwal"`)
	assert.Contains(t, got.stdout, `"gazetteer":"../../testdata/people.tsv"`)
	assert.Contains(t, got.stdout, "+people.tsv@")
	checkSchema(t, got.stdout)

	blob := t.TempDir() + "/my.ngz"
	require.Zero(t, nam("", "gazetteer", "build", "-o", blob, "../../testdata/people.tsv").code)
	info, err := os.Stat(blob)
	require.NoError(t, err)
	assert.Positive(t, info.Size())
	again := nam("Zmarak Torkhamwal spoke in Kabul.\n", "-i", "lines", "-g", blob)
	assert.Contains(t, again.stdout, `"id":"per/zmarak-torkhamwal"`)
}
