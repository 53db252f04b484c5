package gazetteer

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestForeignSpellings: names as German, French and Turkish papers write them are found, as
// likenesses; a name that is listed as it is written is what it is.
func TestForeignSpellings(t *testing.T) {
	g := Default()
	for _, c := range []struct {
		spelling string
		kind     Kind
		want     string
	}{
		{"Ghormatsch", District, "loc/AF3107"},
		{"Kamdech", District, "loc/AF1606"},
		{"Mohamad Chatami", Person, "per/mohammad-khatami"},
		{"Yunos Chales", Person, "per/mohammad-yunus-khalis"},
		{"Kudratullah Dschamal", Person, "per/qudratullah-jamal"},
		{"Celalabad", City, "loc/gn1139715"},
	} {
		found := g.Lookup(c.spelling, c.kind)
		if assert.NotEmpty(t, found, c.spelling) {
			assert.Equal(t, c.want, found[0].Entry.ID, c.spelling)
			assert.Equal(t, Fuzzy, found[0].Tier, c.spelling)
			assert.Less(t, found[0].Score, foreignFactor, c.spelling)
		}
	}
	for _, name := range []string{"Chaman", "Charikar", "Chabahar"} {
		found := g.Lookup(name)
		if assert.NotEmpty(t, found, name) {
			assert.Equal(t, Exact, found[0].Tier, name)
		}
	}
}
