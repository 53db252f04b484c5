package text

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClean(t *testing.T) {
	cases := []struct{ name, text, want, lower string }{
		{"plain", "Kabul", "Kabul", "kabul"},
		{"soft hyphen", "Afghani\u00adstan", "Afghanistan", "afghanistan"},
		{"marks", "\u200eKabul\u200f", "Kabul", "kabul"},
		{"zwnj", "می\u200cخورد", "میخورد", "میخورد"},
		{"curly", "Sa’id “x”", "Sa'id \"x\"", "sa'id \"x\""},
		{"dashes", "Pol–e—Hesar", "Pol-e-Hesar", "pol-e-hesar"},
		{"spaces", "Deh\u00a0Sabz", "Deh Sabz", "deh sabz"},
		{"accents", "ÇA Č", "ÇA Č", "ça č"},
		{"broken", "a\xffB", "a\xffB", "a\xffb"},
		{"replacement character", "a\ufffdB", "a\ufffdB", "a\ufffdb"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, Clean(c.text))
			assert.Equal(t, c.lower, string(AppendLower(nil, c.text)))
		})
	}
}
