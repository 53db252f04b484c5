package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	trainFile = "testdata/train.conll"
	devFile   = "testdata/dev.conll"
	recordMap = "PER=PERSON,LOC=GPE"
)

// trained trains on the small file with further arguments and returns the model's name.
func trained(t *testing.T, args ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "m.ncrf")
	require.Equal(t, result{}, nam("", append([]string{"train", "-o", name, trainFile}, args...)...))
	return name
}

func content(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}

// columnF1 is F1 of eval --conll on the dev file.
func columnF1(t *testing.T, args ...string) float64 {
	t.Helper()
	got := nam("", append([]string{"eval", "--conll", "-o", "json"}, args...)...)
	require.Zero(t, got.code, got.stderr)
	var report struct{ Overall struct{ F1 float64 } }
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &report), got.stdout)
	return report.Overall.F1
}

// TestTrain trains on the file of the help's example, scores the model on sentences that it
// has not seen, and uses it in every verb that takes a model.
func TestTrain(t *testing.T) {
	m := trained(t, "--map", recordMap, "--dev", devFile)
	assert.Greater(t, columnF1(t, "--model", m, "--map", recordMap, devFile), 0.8)
	assert.Less(t, columnF1(t, "--model", m, devFile), 0.5, "without --map PER and LOC are never right")

	const line = "Nasima Torabi left Ghazal Relief.\n"
	got := nam(line, "-i", "lines", "--model", m)
	require.Zero(t, got.code, got.stderr)
	checkSchema(t, got.stdout)
	assert.Contains(t, got.stdout, `"text":"Ghazal Relief","label":"ORG","link":null,"cluster":2,"method":"model"`)
	plain := nam(line, "-i", "lines")
	assert.NotEqual(t, modelOf(t, plain.stdout), modelOf(t, got.stdout))

	assert.Contains(t, nam("", "explain", "--model", m, "Ghazal Relief closed.").stdout, `"Ghazal Relief"  ORG  by model`)
	gold := filepath.Join(t.TempDir(), "gold.txt")
	require.NoError(t, os.WriteFile(gold, []byte("## a\n[Nasima Torabi|PERSON] left [Ghazal Relief|ORG].\n"), 0o600))
	assert.Zero(t, nam("", "eval", "--run", "--model", m, gold).code)
}

func modelOf(t *testing.T, line string) string {
	t.Helper()
	var r struct{ Meta struct{ Model string } }
	require.NoError(t, json.Unmarshal([]byte(line), &r))
	return r.Meta.Model
}

// TestTrainFlags tells by the bytes of the model that each flag has an effect, and that
// the same flags have the same.
func TestTrainFlags(t *testing.T) {
	models := map[string]string{}
	for name, args := range map[string][]string{
		"plain": nil, "seed": {"--seed", "2"}, "epochs": {"--epochs", "2"}, "hints": {"--no-hints"}, "map": {"--map", "PER=PERSON"}, "rest": {"--map", "LOC=,*=NAME"},
		"weight": {"--weight", trainFile + "=0.5"}, "two": {devFile}, "two weighted": {devFile, "--weight", devFile + "=2"},
	} {
		m := content(t, trained(t, args...))
		for other, bytes := range models {
			assert.NotEqual(t, bytes, m, "%s and %s", name, other)
		}
		models[name] = m
	}
	assert.Equal(t, models["plain"], content(t, trained(t)))
	assert.Equal(t, models["plain"], nam("", "train", "-o", "-", trainFile).stdout)
	assert.Equal(t, models["plain"], nam(content(t, trainFile), "train", "-o", "-", "-").stdout)
}

// TestTrainProbes: a place that cannot be written to is found out before training.
func TestTrainProbes(t *testing.T) {
	for _, out := range []string{t.TempDir(), filepath.Join(t.TempDir(), "no", "m.ncrf")} {
		got := nam("", "train", "-o", out, trainFile)
		assert.Equal(t, exitInput, got.code)
		assert.Contains(t, got.stderr, "--out")
		assert.Contains(t, got.stderr, out)
	}
}

// TestModelErrors: each names the file and says what to do.
func TestModelErrors(t *testing.T) {
	dir := t.TempDir()
	good := content(t, trained(t, "--map", recordMap))
	write := func(name, data string) string {
		name = filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(name, []byte(data), 0o600))
		return name
	}
	for _, tt := range []struct{ name, want string }{
		{filepath.Join(dir, "missing"), "no such file"},
		{dir, "is a directory"},
		{write("empty", ""), "magic"},
		{write("text", content(t, trainFile)), "magic"},
		{write("torn", good[:len(good)/2]), "size"},
		{write("bent", good[:len(good)/2]+"x"+good[len(good)/2+1:]), "checksum"},
		{trained(t), `label "PER" is not one of PERSON`},
	} {
		for _, args := range [][]string{{"-i", "lines"}, {"explain", "text"}, {"eval", "--run", "../../testdata/corpus/w1_wire_a.txt"}} {
			got := nam("", append(args, "--model", tt.name)...)
			assert.Equal(t, exitData, got.code, "%v", args)
			assert.Empty(t, got.stdout)
			assert.Contains(t, got.stderr, tt.name)
			assert.Contains(t, got.stderr, tt.want)
		}
	}
	assert.Contains(t, nam("", "eval", "--conll", "--model", filepath.Join(dir, "torn"), devFile).stderr, "torn: model file: size")
	assert.Contains(t, nam("", "eval", "--run", devFile).stderr, devFile+":1:1: ")
	assert.Contains(t, nam("Kabul\n", "eval", "--conll", "--model", trained(t), "-").stderr, "-:1: expected a token and a tag")
}
