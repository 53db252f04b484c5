package main

import (
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hard are texts whose offsets are easy to get wrong.
var hard = []string{
	"Kabul", "😀 Kabul 😀 Doha", "\ufeffKabul", "Kabul\r\nDoha\r\nSalang\r\npass", "a\u00a0Kabul\u2003Doha", "پنج\u200cشیر, پنجشیر and Kabul",
	"Müller 😀 Bros in Kabul", "Cafe\u0301 in Doha", "𐎀𐎁 Kabul \u202eDoha\u202c", "\x00Kabul\x00", "\"Kabul\"\\Doha\t\u2028Taliban", "\u00adKabul", "🇦🇫 Kabul 👨‍👩‍👧 Doha",
}

type sliced struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Unit     string `json:"offset_unit"`
	Entities []struct {
		Start, End int
		Text       string
	} `json:"entities"`
}

func slice(t *testing.T, s sliced, i int) string {
	t.Helper()
	e := s.Entities[i]
	switch s.Unit {
	case "byte":
		return s.Text[e.Start:e.End]
	case "utf16":
		return string(utf16.Decode(utf16.Encode([]rune(s.Text))[e.Start:e.End]))
	}
	return string([]rune(s.Text)[e.Start:e.End])
}

func hardLines(t *testing.T, texts []string) string {
	t.Helper()
	var in strings.Builder
	for _, text := range texts {
		line, err := json.Marshal(map[string]string{"text": text})
		require.NoError(t, err)
		in.Write(append(line, '\n'))
	}
	return in.String()
}

// TestSlices slices every offset in every unit, in Go.
func TestSlices(t *testing.T) {
	for _, world := range []string{"fake", "real"} {
		t.Run(world, func(t *testing.T) {
			texts := hard
			if world == "fake" {
				withFake(t)
			} else {
				sample, err := os.ReadFile("../../testdata/sample.txt")
				require.NoError(t, err)
				texts = append(append(slices.Clone(hard), string(sample)), sharedTexts(t)...)
			}
			in := hardLines(t, texts)
			for _, unit := range []string{"codepoint", "byte", "utf16"} {
				got := nam(in, "-i", "jsonl", "--offsets", unit)
				lines := strings.Split(strings.TrimSuffix(got.stdout, "\n"), "\n")
				require.Len(t, lines, len(texts))
				n := 0
				for k, line := range lines {
					var s sliced
					require.NoError(t, json.Unmarshal([]byte(line), &s))
					require.Equal(t, texts[k], s.Text)
					for i := range s.Entities {
						require.Equal(t, s.Entities[i].Text, slice(t, s, i), "%s %d", unit, k)
						n++
					}
				}
				assert.Greater(t, n, 10)
			}
		})
	}
}

// sharedTexts returns the evaluation texts where they lie beside the checkout.
func sharedTexts(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, name := range []string{"seeds.jsonl", "dev.jsonl"} {
		data, err := os.ReadFile(filepath.Join("../../../shared/eval", name))
		if err != nil {
			t.Logf("without the shared texts: %v", err)
			return nil
		}
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			var d struct{ Text string }
			require.NoError(t, json.Unmarshal([]byte(line), &d))
			out = append(out, d.Text)
		}
	}
	return out
}

// TestOtherLanguages has jq and Python slice the default unit.
func TestOtherLanguages(t *testing.T) {
	withFake(t)
	out := nam(hardLines(t, hard), "-i", "jsonl").stdout
	want := strings.Count(out, `"label":`)
	for name, args := range map[string][]string{
		"jq":      {"-c", `. as $d | .entities[] | (.text == $d.text[.start:.end])`},
		"python3": {"-c", "import sys,json\nfor l in sys.stdin.buffer.read().decode().split('\\n'):\n  d=json.loads(l) if l else {'entities':[]}\n  for e in d['entities']: print(str(e['text']==d['text'][e['start']:e['end']]).lower())"},
	} {
		path, err := exec.LookPath(name)
		if err != nil {
			t.Logf("there is no %s", name)
			continue
		}
		cmd := exec.Command(path, args...)
		cmd.Stdin = strings.NewReader(out)
		got, err := cmd.Output()
		require.NoError(t, err, name)
		assert.Equal(t, strings.Repeat("true\n", want), string(got), name)
	}
}

// TestTextOffsets counts the byte order mark and CR LF of a file.
func TestTextOffsets(t *testing.T) {
	withFake(t)
	for _, text := range append(hard, "\ufeffKabul\r\n😀 Doha") {
		for _, unit := range []string{"codepoint", "byte", "utf16"} {
			var s sliced
			require.NoError(t, json.Unmarshal([]byte(nam(text, "--offsets", unit).stdout), &s))
			s.Text = text
			for i := range s.Entities {
				assert.Equal(t, s.Entities[i].Text, slice(t, s, i), "%q %s", text, unit)
			}
		}
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// TestHTMLSpans slices the raw page at each byte span and unescapes it to the surface; a
// tag in the middle of a name is no part of it.
func TestHTMLSpans(t *testing.T) {
	withFake(t)
	for _, page := range []string{
		"<p>Kabul &amp; Doha</p>", "\ufeff<p>Kabul", "<p>O&rsquo;Neill &amp; Sons, Zarif &quot;Q&quot; of <b>Panj</b>sheer",
		"<p>M&uuml;ller &#x1F600; Bros\r\n met Ahmad <i>Masood</i>", "<div>&#1662;&#1606;&#1580;&#1588;&#1740;&#1585;</div>", "<pre>Salang\npass</pre>",
		"<nav>Kabul</nav>Doha <!-- Kabul -->Kabul<script>Kabul</script>",
	} {
		got := nam(page, "-i", "html", "--offsets", "byte")
		var s sliced
		require.NoError(t, json.Unmarshal([]byte(got.stdout), &s))
		require.NotEmpty(t, s.Entities, page)
		for _, e := range s.Entities {
			assert.Equal(t, e.Text, html.UnescapeString(tag.ReplaceAllString(page[e.Start:e.End], "")), page)
		}
	}
}
