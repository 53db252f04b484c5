package pipe

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

func TestScanFields(t *testing.T) {
	line := ` { "a" : 1 ,"b":[{"c":"}"}, 2], "a":"x\"y" } `
	var o Object
	require.Nil(t, o.Scan(line))
	var keys, vals, fields []string
	for _, f := range o.Fields {
		keys = append(keys, line[f.KeyStart:f.KeyEnd])
		vals = append(vals, line[f.ValStart:f.ValEnd])
		fields = append(fields, line[f.Start:f.End])
	}
	assert.Equal(t, []string{`"a"`, `"b"`, `"a"`}, keys)
	assert.Equal(t, []string{`1`, `[{"c":"}"}, 2]`, `"x\"y"`}, vals)
	assert.Equal(t, []string{` "a" : 1 `, `"b":[{"c":"}"}, 2]`, ` "a":"x\"y" `}, fields)
}

func TestScanDepth(t *testing.T) {
	var o Object
	deep := func(n int) string { return `{"a":` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}" }
	assert.Nil(t, o.Scan(deep(MaxDepth-1)))
	err := o.Scan(deep(MaxDepth + 1))
	require.NotNil(t, err)
	assert.Equal(t, record.TooDeep, err.Code)
}

// check compares the scanner with encoding/json, the slow twin: the same lines are JSON,
// and the same top-level strings come out.
func check(t *testing.T, line string) {
	t.Helper()
	if !utf8.ValidString(line) {
		return // refused before the scan
	}
	var o Object
	err := o.Scan(line)
	if err != nil && err.Code == record.TooDeep {
		return
	}
	valid := json.Valid([]byte(line))
	isObject := valid && strings.HasPrefix(strings.TrimLeft(line, " \t\r\n"), "{")
	require.Equal(t, isObject, err == nil, "%q: %v", line, err)
	if err != nil {
		require.Equal(t, valid, err.Code == record.NotObject, "%q: %v", line, err)
		require.GreaterOrEqual(t, err.Column, 1)
		require.LessOrEqual(t, err.Column, utf8.RuneCountInString(line)+1)
		return
	}
	want := map[string]json.RawMessage{}
	require.NoError(t, json.Unmarshal([]byte(line), &want))
	got := map[string]string{}
	for _, f := range o.Fields {
		key, bad := Unquote(line[f.KeyStart:f.KeyEnd])
		if bad >= 0 {
			return // the twin replaces half surrogates
		}
		got[key] = line[f.ValStart:f.ValEnd]
	}
	require.Len(t, got, len(want), line)
	for key, raw := range want {
		require.Equal(t, string(raw), got[key])
		var s string
		if raw[0] == '"' && json.Unmarshal(raw, &s) == nil {
			text, bad := Unquote(got[key])
			if bad < 0 {
				require.Equal(t, s, text)
			} else {
				require.Contains(t, s, "\ufffd", "half a pair is what the twin replaces")
			}
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{`{}`, `{"a":1,"b":[true,false,null,-1.5E+3,"\u00e9\ud83d\ude00"]}`, `{"a":{"b":{}}} `, `[1]`, `{"a":01}`, `{"\u0061":"\ud800"}`, "{\"a\":\"\\\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) { check(t, line) })
}

func BenchmarkScan(b *testing.B) {
	line := `{"id":123456,"source":"wire","text":"` + strings.Repeat("Fighting was reported north of Kabul on Monday. ", 60) + `","tags":["a","b"],"n":12345678901234567890}`
	var o Object
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		if err := o.Scan(line); err != nil {
			b.Fatal(err)
		}
	}
}
