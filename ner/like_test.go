package ner_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestNamesByLikeness: a name that no table writes so is linked where it is like one that a
// table has, and only there.
func TestNamesByLikeness(t *testing.T) {
	rec := recognizer(t, plain)
	for _, c := range []struct{ name, text, surface, want string }{
		{"letters exchanged", "Zabihullah Mujihad told reporters that the road was open.", "Zabihullah Mujihad", "per/zabihullah-mujahid"},
		{"a man who is known abroad", "Barrak Obbama spoke to reporters in Kabul.", "Barrak Obbama", "per/barack-obama"},
		{"a body of several words", "The Wolrd Food Programme sent flour to Faryab.", "Wolrd Food Programme", "org/world-food-programme"},
		{"a province", "The Taliban took three districts of Badakhchhan.", "Badakhchhan", "loc/AF17"},
		{"an ezafe joined, and letters exchanged", "Villagers fled to Puli Aalm in Logar province.", "Puli Aalm", "loc/gn1130497"},
		{"the son is not the father", "His son Donald Trump Jr. wrote that the president listens.", "Donald Trump Jr.", ""},
		{"a woman is not the man", "Latifa Ahmadi, a teacher from Herat, bakes bread.", "Latifa Ahmadi", ""},
		{"half a name is nobody's", "Shir Padshah, a shepherd, lost two sheep.", "Shir Padshah", ""},
		{"a town abroad that few know", "Fighters crossed the river at Zgiersz on Friday.", "Zgiersz", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := rec.Recognize(c.text)
			met := false
			for _, m := range d.Mentions {
				if m.Text == c.surface {
					met = true
					assert.Equal(t, c.want, m.Link.Entry.ID)
				}
			}
			assert.True(t, met, "%q is not among%s", c.surface, quoted(d.Mentions))
		})
	}
}
