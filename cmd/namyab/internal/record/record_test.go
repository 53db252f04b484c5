package record

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner"
)

func FuzzAppendString(f *testing.F) {
	f.Add("a\"b\\c\n\r\t\x00\x1f\x7f😀\u2028</script>")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		var back string
		require.NoError(t, json.Unmarshal(AppendString(nil, s), &back))
		require.Equal(t, s, back)
	})
}

func TestAppendRound(t *testing.T) {
	for _, tt := range []struct {
		x        float64
		decimals int
		want     string
	}{
		{0.93, 4, "0.93"}, {0.123456, 4, "0.1235"}, {1, 4, "1"}, {35.3, 5, "35.3"}, {69.172330000001, 5, "69.17233"},
		{-0.000001, 4, "0"}, {-12.5, 2, "-12.5"}, {1e-7, 4, "0"}, {123456.789, 2, "123456.79"},
	} {
		assert.Equal(t, tt.want, string(AppendRound(nil, tt.x, tt.decimals)))
	}
}

// FuzzCursor compares the cursor with the slow way: make the runes, count them.
func FuzzCursor(f *testing.F) {
	f.Add("aé😀پ\u200c\r\n\ufeffz", uint16(3), uint16(1))
	f.Fuzz(func(t *testing.T, s string, a, b uint16) {
		s = strings.ToValidUTF8(s, "?")
		for _, u := range []Unit{CodePoint, Byte, UTF16} {
			c := NewCursor(u, s)
			for _, at := range []int{int(a) % (len(s) + 1), int(b) % (len(s) + 1)} {
				for at < len(s) && !utf8.RuneStart(s[at]) {
					at++
				}
				want := map[Unit]int{CodePoint: len([]rune(s[:at])), Byte: at, UTF16: len(utf16.Encode([]rune(s[:at])))}[u]
				require.Equal(t, want, c.At(at))
			}
		}
	})
}

func TestPlace(t *testing.T) {
	line, col := Place("ab\néé\xff", 7)
	assert.Equal(t, []int{2, 3}, []int{line, col})
	assert.Equal(t, 7, Invalid("ab\néé\xff"))
	assert.Equal(t, -1, Invalid("é\ufffd"), "the replacement character itself is valid")
}

func TestRefsHaveEachKeyOnce(t *testing.T) {
	refs := []gazetteer.Ref{{Scheme: "wof", Value: "1"}, {Scheme: "geonames", Value: "2"}, {Scheme: "wof", Value: "3"}, {Scheme: "pcode", Value: "4"}}
	assert.Equal(t, `"wof":"1","geonames":"2","pcode":"4"`, string(appendRefs(nil, refs)))
}

func TestLabelMap(t *testing.T) {
	for _, tt := range []struct{ spec, person, norp, fac string }{
		{"", "PERSON", "NORP", "FAC"}, {"ontonotes", "PERSON", "NORP", "FAC"}, {"conll", "PER", "MISC", "LOC"},
		{"acled", "ACTOR", "ACTOR", "LOCATION"}, {"PERSON=Who, NORP=", "Who", "", "FAC"},
	} {
		m, err := ParseLabelMap(tt.spec)
		require.NoError(t, err)
		assert.Equal(t, []string{tt.person, tt.norp, tt.fac}, []string{m.Name(ner.Person), m.Name(ner.Norp), m.Name(ner.Fac)}, tt.spec)
	}
	for _, spec := range []string{"nonsense", "PER=x", "PERSON=a b", "PERSON"} {
		_, err := ParseLabelMap(spec)
		assert.Error(t, err, spec)
	}
}
