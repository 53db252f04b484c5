package rules

import (
	"strings"
	"testing"

	"github.com/namyab/namyab/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each text marks the range in braces.
func TestCues(t *testing.T) {
	cases := []struct {
		text string
		want Cue
		not  Cue
	}{
		{"They left {Helmand} province.", CueProvince, CueDistrict | CueCity},
		{"They left {Helmand province} today.", CueProvince, 0},
		{"They left the province of {Helmand}.", CueProvince, CueRuled},
		{"They left {Helmand} and Kandahar provinces.", CueProvince | CuePlural, CueCity},
		{"They left the districts of Sangin, Gereshk and {Marjah}.", CueDistrict | CuePlural, 0},
		{"They left {Nad Ali} district.", CueDistrict, CueProvince},
		{"They left the village of {Zzyzx}.", CueVillage, CueCity},
		{"They left {Panjshir} Valley.", CueValley, CueRiver},
		{"They left the {Helmand} River.", CueRiver, CueValley},
		{"They left {Bagram} airfield.", CueAirport, CueBase},
		{"They left {Kajaki} dam.", CueDam, CueFacility},
		{"They met Gen. {Ahmad Rahman} there.", CueTitle, CueRole},
		{"The spokesman {Ahmad Rahman} said so.", CueRole | CueSpeech, CueTitle},
		{"The governor of {Helmand} left.", CueRuled, CueProvince},
		{"They stayed in {Kabul} for long.", CueIn, CueSpeech},
		{"His brother {Ahmad} left.", CueKin, 0},
		{"So {Kabul}'s mayor left.", CuePossessive, CueIn},
		{"But {Karim}, 34, left.", CueAge, CueCountry},
		{"In {Nad Ali}, Helmand, they left.", CueCountry, CueAge},
		{"So {Afghan} forces left.", CuePeople, 0},
		{"They left {Interior} Ministry.", CueOrgWord, 0},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			before, rest, ok := strings.Cut(c.text, "{")
			require.True(t, ok)
			inner, after, _ := strings.Cut(rest, "}")
			doc := text.Tokenize(before + inner + after)
			first, last := -1, 0
			for i, tok := range doc.Tokens {
				if tok.Start == len(before) {
					first = i
				}
				if tok.End == len(before)+len(inner) {
					last = i + 1
				}
			}
			got := Cues(doc, classesOf(doc), first, last)
			assert.Equal(t, c.want, got&c.want, "wanted cues")
			assert.Zero(t, got&c.not, "unwanted cues")
		})
	}
}

func TestCuesOutside(t *testing.T) {
	doc := text.Tokenize("They left Kabul.")
	for _, r := range [][2]int{{-1, 1}, {0, 0}, {2, 9}, {3, 2}} {
		assert.Zero(t, Cues(doc, nil, r[0], r[1]))
	}
}
