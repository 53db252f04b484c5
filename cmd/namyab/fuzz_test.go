package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzLines feeds arbitrary bytes to every mode: as many lines come out as went in, each
// a record of the schema or blank, with every slice equal to its text.
func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"text\":\"Kabul \\ud83d\\ude00\"}\n\n[1]\r\n{\"text\":\"Doha\"}"), false)
	f.Add([]byte("Kabul\xff\nAhmad Masood\r\n\r\n😀 Doha"), true)
	f.Fuzz(func(t *testing.T, in []byte, plain bool) {
		if bytes.HasPrefix(in, []byte("\x1f\x8b")) || bytes.HasPrefix(in, []byte("\x28\xb5\x2f\xfd")) {
			return // an archive: lines are those inside
		}
		testWorld = &world{rec: fake{}, facts: fake{}, dataVersion: "2026-11-22"}
		mode := "jsonl"
		if plain {
			mode = "lines"
		}
		got := nam(string(in), "-i", mode, "-j", "2")
		require.Zero(t, got.code)
		require.Empty(t, got.stderr)
		body := bytes.TrimPrefix(in, []byte("\ufeff"))
		want := bytes.Count(body, []byte("\n"))
		if len(body) > 0 && body[len(body)-1] != '\n' {
			want++
		}
		require.Equal(t, want, strings.Count(got.stdout, "\n"), "%q", got.stdout)
		require.True(t, utf8.ValidString(got.stdout))
		for _, line := range strings.Split(got.stdout, "\n") {
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			require.True(t, json.Valid([]byte(line)), line)
			checkSchemaLoose(t, line)
		}
	})
}

// checkSchemaLoose is checkSchema for records that carry fields of the input, which may
// have the name of one of ours that is not replaced.
func checkSchemaLoose(t *testing.T, line string) {
	t.Helper()
	var v map[string]any
	require.NoError(t, json.Unmarshal([]byte(line), &v))
	if _, failed := v["schema"]; !failed {
		checkSchema(t, line)
		return
	}
	list, ok := v["entities"].([]any)
	require.True(t, ok, line)
	text, has := v["text"].(string)
	for _, item := range list {
		e, _ := item.(map[string]any)
		if has {
			start, end := int(e["start"].(float64)), int(e["end"].(float64))
			require.Equal(t, e["text"], string([]rune(text)[start:end]), line)
		}
	}
}
