package flags

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var small = &Set{
	Tool: "tool", Default: "run",
	Verbs: []Verb{{Name: "run", Flags: []string{"out", "quiet", "many", "n", "size"}}, {Name: "look", Flags: []string{"look-out"}}},
	Flags: []Flag{
		{Name: "out", Short: 'o', Arg: "F", Default: "a", Choices: []string{"a", "b"}},
		{Name: "out", Key: "look-out", Arg: "F", Default: "z"},
		{Name: "quiet", Short: 'q'}, {Name: "many", Short: 'm', Arg: "X", Repeat: true},
		{Name: "n", Short: 'n', Arg: "N", Type: Count}, {Name: "size", Arg: "S", Type: Size, Default: "1KiB"},
	},
}

func TestParse(t *testing.T) {
	v, err := small.Parse([]string{"x", "-qo", "b", "--many=1", "-m2", "-n3", "--", "-q"})
	require.NoError(t, err)
	assert.Equal(t, "run", v.Verb.Name)
	assert.Equal(t, []string{"x", "-q"}, v.Operands)
	assert.Equal(t, "b", v.Text("out"))
	assert.True(t, v.Given("quiet"))
	assert.Equal(t, []string{"1", "2"}, v.All("many"))
	assert.Equal(t, 3, v.Count("n"))
	assert.Equal(t, 1024, v.Size("size"))

	v, err = small.Parse([]string{"look", "-"})
	require.NoError(t, err)
	assert.Equal(t, "look", v.Verb.Name)
	assert.Equal(t, "z", v.Text("out"))
	assert.Equal(t, []string{"-"}, v.Operands)
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"--otu=b"}, "run has no flag --otu; did you mean --out?"},
		{[]string{"-x"}, "run has no flag -x; see tool run --help"},
		{[]string{"--out"}, "--out needs a value: --out F"},
		{[]string{"-o"}, "-o needs a value: -o F"},
		{[]string{"--out", "c"}, `--out is one of a, b, found "c"`},
		{[]string{"--quiet=1"}, `--quiet takes no value, found "1"`},
		{[]string{"-n", "-1"}, `--n is a whole number, found "-1"`},
		{[]string{"--size", "big"}, `--size: a size is a number of bytes such as 65536, 64k or 64MiB, found "big"`},
		{[]string{"look", "-q"}, "look has no flag -q; see tool look --help"},
	} {
		_, err := small.Parse(tt.args)
		var use *UsageError
		require.ErrorAs(t, err, &use)
		assert.Equal(t, tt.want, err.Error())
	}
}

func TestNear(t *testing.T) {
	for word, want := range map[string]string{"look": "look", "lok": "look", "loook": "look", "rnu": "", "news.txt": "", "": ""} {
		assert.Equal(t, want, small.Near(word), word)
	}
}

func TestParseSize(t *testing.T) {
	for s, want := range map[string]int{"": 0, "0": 0, "512": 512, "64k": 64_000, "64KiB": 65_536, "1.5M": 1_500_000, "2GB": 2_000_000_000, "1Gi": 1 << 30, "7b": 7} {
		got, err := ParseSize(s)
		require.NoError(t, err, s)
		assert.Equal(t, want, got, s)
	}
	for _, s := range []string{"x", "1x", "k", "1e9", "-1", "9999999G", "1.2.3"} {
		_, err := ParseSize(s)
		assert.Error(t, err, s)
	}
}
