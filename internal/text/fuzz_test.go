package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{
		"", "KABUL, Afghanistan (Reuters) - The U.S.-led force’s men didn't go.\n\nHeadline Here\nx",
		"a@b.co@c.d.e www.x.org http://y.com/(a) @h '‘’'s s' ... \x00\xff😀👨‍👩‍👧 می\u200cخورد؟",
		"killed.The AfghanistanThe 2021Taliban 1.2.3 J.R.R. Ph.D. Gen. \u2028\u00a0\u00ad•|",
	} {
		f.Add(s)
	}
	var again Doc
	f.Fuzz(func(t *testing.T, s string) {
		d := check(t, s)
		again.Reset(s)
		assert.Equal(t, len(d.Tokens), len(again.Tokens))
		for i := range d.Tokens {
			require.Equal(t, d.Tokens[i], again.Tokens[i])
		}
		require.Equal(t, len(d.Sentences), len(again.Sentences))
		for i := range d.Sentences {
			require.Equal(t, d.Sentences[i], again.Sentences[i])
		}
		if !utf8.ValidString(s) {
			return // what is dropped between two broken bytes may leave a whole rune
		}
		lower := AppendLower(nil, s)
		require.Equal(t, string(lower), string(AppendLower(nil, string(lower))), "idempotent")
		require.Equal(t, Clean(s), Clean(Clean(s)), "idempotent")
	})
}

// Time grows with the length and with nothing else: each of these once was, or could be,
// the worst case of some look-ahead. Logged, since a busy machine must not decide.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes of text")
	}
	for _, unit := range []string{
		"a", "A", ".", "a.", "ab.", "a@", "a@bb.cc", "'", "s'", "n't", "-", "a-", "aB", "aaaB", "AAAAThe", "1", "1.", "1a", "(",
		"\u00ad", "a\u00ad", "\u200d", "😀\u200d", "\xff", "ا\u200c", "http://", "www.", "x.com", "x.com/", ")", "\n", "a\n", "a b c d\n", "   ",
		"The", "Gen.", "\"", ".\"", strings.Repeat("x", 70) + "\n",
	} {
		small, large := timeOf(unit, 1<<16), timeOf(unit, 1<<20)
		t.Logf("%q: %v, of 16 times the text %v", unit, small, large)
	}
}

func timeOf(unit string, size int) time.Duration {
	s := strings.Repeat(unit, size/len(unit))
	d := Tokenize(s)
	start := time.Now()
	d.Reset(s) // in memory that is there already: the collector's time is not ours
	return time.Since(start)
}
