package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bad is one input that cannot be read as it is meant.
type bad struct {
	name string
	line string
	code string // of the error record
}

// brokenLines makes the corpus of bad JSON lines.
func brokenLines() []bad {
	const good = `{"id":"x","text":"Kabul \u00e9 \"q\" 😀","n":[1,{"a":null,"b":-1.5e+3}],"t":true}`
	var out []bad
	for i := 1; i < len(good); i++ { // torn anywhere, also inside a character
		if i > len("{") {
			out = append(out, bad{fmt.Sprintf("torn at %d", i), good[:i], "bad-json"})
		}
	}
	for i := range out {
		if strings.ContainsRune(string([]rune(out[i].line)), '\uFFFD') {
			out[i].code = "invalid-utf8"
		}
	}
	add := func(code string, lines ...string) {
		for _, l := range lines {
			out = append(out, bad{l, l, code})
		}
	}
	add("bad-json", `{`, `}`, `{]`, `{"text":"a",}`, `{"text" "a"}`, `{"text":}`, `{,}`, `{"a":1 "text":"b"}`, `{'text':'a'}`, `{text:"a"}`,
		`{"text":"a"} x`, `{"text":"a"}{"text":"b"}`, `{"text":"a"},`, `{"text":"a"]`, `{"text":"\x"}`, `{"text":"\u12"}`, `{"text":"\u12g4"}`,
		`{"text":"`+"\x00"+`"}`, `{"text":"a`+"\t"+`b"}`, `{"text":"`+"\x1f"+`"}`, "\x00", `{"text":"a","n":01}`, `{"text":"a","n":1.}`, `{"text":"a","n":.5}`,
		`{"text":"a","n":+1}`, `{"text":"a","n":1e}`, `{"text":"a","n":--1}`, `{"text":"a","n":0x1}`, `{"text":"a","n":NaN}`, `{"text":"a","n":Infinity}`,
		`{"text":"a","n":tru}`, `{"text":"a","n":nul}`, `{"text":"a","n":True}`, `{"text":"a","n":[1,]}`, `{"text":"a","n":[,1]}`, `{"text":"a","n":[1 2]}`,
		`{"text":"a","n":{"a"}}`, `{"text":"a","n":{"a":1,}}`, `{"text":"a","n":{1:2}}`, `{"text":"a",}`, `{"text":"a","text"}`, `nil`, `text`, `Kabul`,
		`"torn`, `[1,2`, `// comment`, `{"text":"a"/*c*/}`, `{"text":"a"}`+"\x00", "\ufeff\ufeff{\"text\":\"a\"}", `<html>`, `id,text`, `'a'`, "\u00a0{}", `-`, `1.e3`, `""""`)
	add("not-object", `[]`, `[1,2]`, `"text"`, `1`, `-1.5e3`, `true`, `false`, `null`, `[{"text":"a"}]`, ` "a" `)
	add("missing-field", `{}`, `{"id":1}`, `{"Text":"a"}`, `{"text ":"a"}`, `{"body":"a"}`, `{"n":{"text":"a"}}`, ` { } `)
	add("wrong-type", `{"text":1}`, `{"text":null}`, `{"text":true}`, `{"text":[]}`, `{"text":{}}`, `{"text":["a"]}`, `{"text":-0.5}`, `{"text":"a","text":2}`,
		`{"id":[],"text":"a"}`, `{"id":{},"text":"a"}`, `{"id":true,"text":"a"}`, `{"id":false,"text":"a"}`)
	add("bad-escape", `{"text":"\ud800"}`, `{"text":"\udc00"}`, `{"text":"a\ud800b"}`, `{"text":"\ud800\ud800"}`, `{"text":"\udc00\ud800"}`, `{"text":"\ud83dx"}`, `{"id":"\ud800","text":"a"}`)
	for _, b := range []string{"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\x80", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\xfe", "\xf8\x88\x80\x80\x80"} {
		add("invalid-utf8", `{"text":"a`+b+`"}`, `{"text":"a","n":"`+b+`"}`, b)
	}
	for _, n := range []int{MaxDepthForTest, 5000, 200_000} {
		add("too-deep", `{"text":"a","n":`+strings.Repeat("[", n), `{"text":"a","n":`+strings.Repeat(`{"a":`, n)+"1"+strings.Repeat("}", n+1))
	}
	return out
}

// MaxDepthForTest is one level more than the reader goes.
const MaxDepthForTest = 1000

// TestBrokenLines puts every bad line between two good ones: the bad one is an error with
// its code and line, the good ones are answered, and --strict makes exit code 1.
func TestBrokenLines(t *testing.T) {
	withFake(t)
	list := brokenLines()
	require.GreaterOrEqual(t, len(list), 200)
	var in strings.Builder
	for i, b := range list {
		fmt.Fprintf(&in, "{\"id\":%d,\"text\":\"Kabul\"}\n%s\n", i, b.line)
	}
	for _, strict := range []bool{false, true} {
		args := []string{"-i", "jsonl", "-j", "4"}
		want := exitOK
		if strict {
			args, want = append(args, "--strict"), exitInput
		}
		got := nam(in.String(), args...)
		assert.Equal(t, want, got.code)
		assert.Empty(t, got.stderr)
		lines := strings.Split(strings.TrimSuffix(got.stdout, "\n"), "\n")
		require.Len(t, lines, 2*len(list))
		for i, b := range list {
			require.True(t, strings.HasPrefix(lines[2*i], fmt.Sprintf(`{"id":%d,"text":"Kabul","schema":`, i)), "the line before %s: %s", b.name, lines[2*i])
			require.Contains(t, lines[2*i+1], `"error":{"code":"`+b.code+`"`, "%.100s", b.name)
			require.Contains(t, lines[2*i+1], fmt.Sprintf(`"line":%d`, 2*i+2), "%.100s", b.name)
			checkSchema(t, lines[2*i+1])
		}
	}
}

// TestErrorPlaces checks the column of errors, which counts characters.
func TestErrorPlaces(t *testing.T) {
	withFake(t)
	for _, tt := range []struct{ mode, in, want string }{
		{"jsonl", "{\"text\":\"é\" x}", `"code":"bad-json","message":"expected ','","line":1,"column":13`},
		{"jsonl", "\n{\"text\":\"é\xff\"}", `"line":2,"column":11`},
		{"jsonl", `{"text":"é","id":"é\ud800"}`, `"line":1,"column":20`},
		{"lines", "ok\nKabul é\xffx", `"id":"line-2","error":{"code":"invalid-utf8","message":"byte 0xff is not UTF-8; convert the input, nothing is replaced silently","line":2,"column":8`},
		{"text", "a\nb\n😀é\xc3(", `"id":"stdin","error":{"code":"invalid-utf8","message":"byte 0xc3 is not UTF-8; convert the input, nothing is replaced silently","line":3,"column":3`},
		{"html", "<p>\n\xff", `"line":2,"column":1`},
	} {
		got := nam(tt.in, "-i", tt.mode)
		assert.Contains(t, got.stdout, tt.want, "%q", tt.in)
		assert.Zero(t, got.code)
	}
	got := nam(`{"text":"a","when":"soon"}`+"\n"+`{"text":"a","when":7}`+"\n"+`{"text":"a","when":null}`, "-i", "jsonl", "--date-field", "when")
	lines := strings.Split(got.stdout, "\n")
	assert.Contains(t, lines[0], `"code":"bad-date"`)
	assert.Contains(t, lines[0], `"line":1,"column":20`)
	assert.Contains(t, lines[1], `"code":"bad-date"`)
	assert.Contains(t, lines[2], `"entities":[]`)
}

// TestLongLines: a line beyond the limit is an error, the next line is read from its
// beginning, and a line of exactly the limit passes.
func TestLongLines(t *testing.T) {
	withFake(t)
	for _, size := range []int{100, 64 << 10, 64<<10 + 1, 300_000} {
		limit := fmt.Sprint(size)
		in := strings.Repeat("x", size+1) + "\nKabul\n" + strings.Repeat("y", size) + "\r\n" + strings.Repeat("z", size*3) + "\nDoha"
		got := nam(in, "-i", "lines", "--max-line", limit)
		lines := strings.Split(strings.TrimSuffix(got.stdout, "\n"), "\n")
		require.Len(t, lines, 5, "%d", size)
		assert.Contains(t, lines[0], `"code":"line-too-long"`)
		assert.Contains(t, lines[1], `"text":"Kabul"`)
		assert.Contains(t, lines[2], `"entities":[]`)
		assert.Contains(t, lines[3], `"code":"line-too-long"`)
		assert.Contains(t, lines[3], `"line":4`)
		assert.Contains(t, lines[4], `"text":"Doha"`)
	}
}

func TestUTF16(t *testing.T) {
	withFake(t)
	assert.Contains(t, nam("\xff\xfeK\x00a\x00").stdout, "iconv -f UTF-16")
}

// TestBrokenFiles: what cannot be opened or unpacked is an error in its place; the other
// files are read, and of a damaged archive what came before the damage.
func TestBrokenFiles(t *testing.T) {
	withFake(t)
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		p := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(p, data, 0o600))
		return p
	}
	lines := []byte(strings.Repeat("Fighting in Kabul was heavy on the first day.\n", 4000))
	gz, zs := gzipped(t, lines), zstded(t, lines)
	secret := write("secret.txt", lines)
	require.NoError(t, os.Chmod(secret, 0))
	damaged := bytes.Clone(gz)
	damaged[len(damaged)/2] ^= 0x55
	sum := bytes.Clone(gz)
	sum[len(sum)-5] ^= 1
	tests := []struct {
		file, code string
		least      int // lines that come before the damage, at least
	}{
		{filepath.Join(dir, "missing.txt"), "unreadable", 0},
		{dir, "unreadable", 0},
		{secret, "unreadable", 0},
		{write("torn.gz", gz[:len(gz)/2]), "bad-archive", 0},
		{write("torn2.gz", gz[:len(gz)-4]), "bad-archive", 3999},
		{write("head.gz", gz[:5]), "bad-archive", 0},
		{write("damaged.gz", damaged), "bad-archive", 0},
		{write("sum.gz", sum), "bad-archive", 3999},
		{write("torn.zst", zs[:len(zs)/2]), "bad-archive", 0},
		{write("head.zst", zs[:6]), "bad-archive", 0},
		{write("magic.zst", []byte("\x28\xb5\x2f\xfd????????")), "bad-archive", 0},
		{write("notgz.gz", []byte("\x1f\x8b????????????????")), "bad-archive", 0},
	}
	good := write("good.txt", []byte("Doha\n"))
	for _, tt := range tests {
		if tt.file == secret && os.Geteuid() == 0 {
			continue // nothing is unreadable for root
		}
		for _, mode := range []string{"lines", "text"} {
			got := nam("", "-i", mode, "--strict", tt.file, good)
			name := filepath.Base(tt.file) + " " + mode
			assert.Equal(t, exitInput, got.code, name)
			assert.Empty(t, got.stderr, name)
			out := strings.Split(strings.TrimSuffix(got.stdout, "\n"), "\n")
			require.GreaterOrEqual(t, len(out), 2, name)
			assert.Contains(t, out[len(out)-1], `"text":"Doha"`, name)
			assert.Contains(t, out[len(out)-2], `"error":{"code":"`+tt.code+`"`, name)
			if mode == "lines" {
				assert.GreaterOrEqual(t, len(out)-2, tt.least, name)
				assert.Zero(t, nam("", "-i", mode, tt.file, good).code, name)
			} else {
				assert.Len(t, out, 2, name)
			}
		}
	}
}

// TestCompressed reads gzip and zstd like plain data, also several members in one file.
func TestCompressed(t *testing.T) {
	withFake(t)
	plain := "\ufeffKabul\nDoha\r\n\nTaliban"
	want := nam(plain, "-i", "lines").stdout
	gz := gzipped(t, []byte(plain))
	half := len(plain) / 2
	two := append(gzipped(t, []byte(plain[:half])), gzipped(t, []byte(plain[half:]))...)
	for name, data := range map[string][]byte{"gzip": gz, "members": two, "zstd": zstded(t, []byte(plain))} {
		assert.Equal(t, want, nam(string(data), "-i", "lines").stdout, name)
	}
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

func zstded(t *testing.T, data []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	defer func() { require.NoError(t, w.Close()) }()
	return w.EncodeAll(data, nil)
}

// TestNullData: records end in NUL, in and out, and may hold line ends.
func TestNullData(t *testing.T) {
	withFake(t)
	got := nam("Kabul\nDoha\x00\x00Taliban\r\n\x00last", "-i", "lines", "-z")
	parts := strings.Split(got.stdout, "\x00")
	require.Len(t, parts, 5)
	assert.Equal(t, 2, strings.Count(parts[0], `"start"`))
	assert.Empty(t, parts[1])
	assert.Contains(t, parts[2], "Taliban")
	assert.Contains(t, parts[3], `"id":"line-4"`)
	assert.Empty(t, parts[4])
	assert.NotContains(t, got.stdout, "\n")
}
