package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// schema is the published JSON Schema of the record.
var schema = sync.OnceValue(func() map[string]any {
	data, err := os.ReadFile("../../testdata/record.schema.json")
	if err != nil {
		panic(err)
	}
	var s map[string]any
	if err := json.Unmarshal(data, &s); err != nil {
		panic(err)
	}
	return s
})

// checkSchema fails unless line is a record of the published schema.
func checkSchema(t *testing.T, line string) {
	t.Helper()
	var v any
	require.NoError(t, json.Unmarshal([]byte(line), &v), line)
	require.Empty(t, validate(schema(), schema(), v, "$"), "%.300s", line)
}

// validate checks a value against the part of JSON Schema 2020-12 that the record's schema
// uses, and refuses a schema that uses more. It returns what is wrong, "" for nothing.
func validate(root, s map[string]any, v any, at string) string {
	for key, arg := range s {
		var wrong string
		switch key {
		case "$schema", "$id", "$defs", "title", "description", "additionalProperties":
		case "$ref":
			defs, _ := root["$defs"].(map[string]any)
			def, ok := defs[strings.TrimPrefix(arg.(string), "#/$defs/")].(map[string]any)
			if !ok {
				return "schema: no " + arg.(string)
			}
			wrong = validate(root, def, v, at)
		case "oneOf":
			wrong = oneOf(root, arg.([]any), v, at)
		case "not":
			if validate(root, arg.(map[string]any), v, at) == "" {
				wrong = at + ": is what it must not be"
			}
		case "properties":
			wrong = properties(root, s, v, at)
		case "items":
			list, _ := v.([]any)
			for i, item := range list {
				if wrong = validate(root, arg.(map[string]any), item, fmt.Sprintf("%s[%d]", at, i)); wrong != "" {
					break
				}
			}
		default:
			wrong = keyword(key, arg, v, at)
		}
		if wrong != "" {
			return wrong
		}
	}
	if _, has := s["properties"]; !has && s["additionalProperties"] != nil {
		return properties(root, s, v, at)
	}
	return ""
}

func oneOf(root map[string]any, list []any, v any, at string) string {
	n, why := 0, ""
	for _, o := range list {
		w := validate(root, o.(map[string]any), v, at)
		if w == "" {
			n++
		}
		why += "; " + w
	}
	if n != 1 {
		return fmt.Sprintf("%s: fits %d of oneOf%s", at, n, why)
	}
	return ""
}

func properties(root, s map[string]any, v any, at string) string {
	obj, ok := v.(map[string]any)
	if !ok {
		return ""
	}
	props, _ := s["properties"].(map[string]any)
	for key, val := range obj {
		p, known := props[key].(map[string]any)
		if !known {
			switch more := s["additionalProperties"].(type) {
			case bool:
				if !more {
					return at + ": unknown key " + key
				}
			case map[string]any:
				p, known = more, true
			}
		}
		if known {
			if w := validate(root, p, val, at+"."+key); w != "" {
				return w
			}
		}
	}
	return ""
}

func keyword(key string, arg, v any, at string) string {
	num, isNum := v.(float64)
	str, isStr := v.(string)
	list, isList := v.([]any)
	limit, _ := arg.(float64)
	ok := true
	switch key {
	case "type":
		ok = typed(arg, v)
	case "const":
		ok = reflect.DeepEqual(arg, v)
	case "enum":
		ok = false
		for _, e := range arg.([]any) {
			ok = ok || reflect.DeepEqual(e, v)
		}
	case "required":
		obj, isObj := v.(map[string]any)
		for _, k := range arg.([]any) {
			if _, has := obj[k.(string)]; isObj && !has {
				ok = false
			}
		}
	case "minimum":
		ok = !isNum || num >= limit
	case "exclusiveMinimum":
		ok = !isNum || num > limit
	case "maximum":
		ok = !isNum || num <= limit
	case "minLength":
		ok = !isStr || len([]rune(str)) >= int(limit)
	case "minItems":
		ok = !isList || len(list) >= int(limit)
	case "pattern":
		ok = !isStr || regexp.MustCompile(arg.(string)).MatchString(str)
	default:
		return "schema: the validator does not know " + key
	}
	if !ok {
		return fmt.Sprintf("%s: %v is against %s %v", at, v, key, arg)
	}
	return ""
}

func typed(arg, v any) bool {
	if list, ok := arg.([]any); ok {
		for _, t := range list {
			if typed(t, v) {
				return true
			}
		}
		return false
	}
	switch x := v.(type) {
	case nil:
		return arg == "null"
	case bool:
		return arg == "boolean"
	case string:
		return arg == "string"
	case float64:
		return arg == "number" || arg == "integer" && x == float64(int64(x))
	case []any:
		return arg == "array"
	}
	return arg == "object"
}

// TestSchemaOfGolden validates the records of the golden files.
func TestSchemaOfGolden(t *testing.T) {
	for _, name := range []string{"jsonl", "several-jsonl", "explain", "html-in", "max-output-bytes", "lines", "crlf", "passthrough"} {
		data, err := os.ReadFile("testdata/format/" + name + ".txtar")
		require.NoError(t, err)
		out, _ := parseArchive(string(data)).file("out")
		for _, line := range strings.Split(out, "\n") {
			if line = strings.TrimSuffix(strings.TrimSpace(line), `\r`); line != "" {
				checkSchema(t, line)
			}
		}
	}
}

// TestSchemaOfSample validates what the embedded data give, with all extras.
func TestSchemaOfSample(t *testing.T) {
	for _, args := range [][]string{{}, {"--explain", "--candidates", "3"}, {"--offsets", "byte"}, {"--tagger", "none"}} {
		got := nam("", append([]string{"extract", "../../testdata/sample.txt"}, args...)...)
		require.Zero(t, got.code, got.stderr)
		checkSchema(t, got.stdout)
	}
}

// TestKeyOrder holds the published order of keys.
func TestKeyOrder(t *testing.T) {
	withFake(t)
	got := nam("Ahmad Masood in Panjsheer", "-i", "lines", "--date", "2021-09-06").stdout
	last := -1
	for _, key := range []string{`"id":"line-1"`, `"schema":`, `"offset_unit":`, `"date":`, `"entities":`, `"start":`, `"end":`, `"text":`, `"label":`, `"link":{"id":`,
		`"name":`, `"kind":`, `"refs":`, `"roles":`, `"cluster":`, `"method":`, `"score":`, `"within":`, `"lat":`, `"lon":`, `"meta":{"tool":`, `"data":`, `"model":`, `"truncated":`} {
		at := strings.Index(got, key)
		assert.Greater(t, at, last, key)
		last = at
	}
}
