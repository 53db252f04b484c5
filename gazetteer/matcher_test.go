package gazetteer_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// TestMatcherMeets: what stands in a text must be met as the entry, or as none.
func TestMatcherMeets(t *testing.T) {
	g := gazetteer.Default()
	m := g.NewMatcher()
	for _, c := range []struct {
		why, text, name, id string
		met                 bool
	}{
		{"an acronym read as a word", "Isaf said so.", "Isaf", "org/international-security-assistance-force", true},
		{"nor a short one", "Un said so.", "Un", "org/united-nations", false},
		{"everybody's name in lower case", "talks with the taliban in Doha", "taliban", "org/taliban", true},
		{"but no word of English", "a turkey in Doha", "turkey", "loc/TR", false},
		{"a comma inside a unit", "the 3rd Battalion, 5th Marines, left", "3rd Battalion, 5th Marines", "org/3rd-battalion-5th-marines", true},
		{"and no other comma", "in Helmand, Province officials", "Helmand, Province", "loc/AF30", false},
		{"an editor's bracket", "with Ahmad [Shah] Massoud he", "Ahmad [Shah] Massoud", "per/ahmad-shah-massoud", true},
		{"and no other", "with Ahmad [1] Massoud he", "Ahmad [1] Massoud", "per/ahmad-massoud", false},
		{"a district spelt as a village is", "in Khayr Kot today", "Khayr Kot", "loc/AF1207", true},
		{"a town abroad under its own spelling", "in Noda today", "Noda", "loc/gn1855078", true},
		{"and no other", "in Nodeh today", "Nodeh", "loc/gn1855078", false},
	} {
		doc := text.Tokenize(c.text)
		met := false
		for _, x := range m.Match(nil, doc) {
			if doc.Slice(x.First, x.Last) != c.name {
				continue
			}
			for _, h := range g.Hits(nil, x, 0) {
				met = met || g.Entry(h.Entry).ID == c.id
			}
		}
		assert.Equal(t, c.met, met, "%s: %q as %s", c.why, c.name, c.id)
	}
}
