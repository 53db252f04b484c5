package ner

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// hasFeature reports whether the reading of entry id of mention i has a feature.
func hasFeature(t *testing.T, s *scratch, i int, id string, feature int) bool {
	t.Helper()
	e := entryID(t, id)
	m := &s.link.named[i]
	for k := m.readings.from; k < m.readings.to; k++ {
		r := &s.link.readings[k]
		if r.nil_ != (id == "") || !r.nil_ && r.entry != e {
			continue
		}
		for _, f := range r.f[:r.n] {
			if int(f) == feature {
				return true
			}
		}
		return false
	}
	t.Fatalf("mention %d has no reading %q", i, id)
	return false
}

// TestLinkFacts holds plain facts about readings: how the bearers of a surname were named,
// and what stands beside a name.
func TestLinkFacts(t *testing.T) {
	const (
		hamid, qayum, mahmoud = "per/hamid-karzai", "per/qayum-karzai", "per/mahmoud-karzai"
		father, son           = "per/ahmad-shah-massoud", "per/ahmad-massoud"
		bill, hillary         = "per/bill-clinton", "per/hillary-clinton"
		elder, younger        = "per/george-h-w-bush", "per/george-w-bush"
	)
	for _, c := range []struct {
		name, in, id  string
		mention, fact int
		want          bool
	}{
		{"sole bearer", "[Qayum Karzai|PERSON] left. [Karzai|PERSON] laughed.", qayum, 1, lBearerSole, true},
		{"not the sole bearer", "[Qayum Karzai|PERSON] left. [Karzai|PERSON] laughed.", hamid, 1, lBearerOther, true},
		{"fame does not count then", "[Qayum Karzai|PERSON] left. [Karzai|PERSON] laughed.", hamid, 1, lBearerFamous, false},
		{"a title opens the question", "[Qayum Karzai|PERSON] left. President [Karzai|PERSON] laughed.", hamid, 1, lBearerFamous, true},
		{"Mr. does not", "[Qayum Karzai|PERSON] left. Mr. [Karzai|PERSON] laughed.", hamid, 1, lBearerFamous, false},
		{"last of two", "[Hamid Karzai|PERSON] met [Qayum Karzai|PERSON]. [Karzai|PERSON] laughed.", qayum, 2, lBearerLast, true},
		{"first of two", "[Hamid Karzai|PERSON] met [Qayum Karzai|PERSON]. [Karzai|PERSON] laughed.", hamid, 2, lBearerFirst, true},
		{"head of the sentence", "[Hamid Karzai|PERSON] met [Qayum Karzai|PERSON]. [Karzai|PERSON] laughed.", hamid, 2, lBearerLead, true},
		{"named as kin", "[Hamid Karzai|PERSON] came with his brother, [Qayum Karzai|PERSON]. [Karzai|PERSON] laughed.", qayum, 2, lBearerKin, true},
		{"named afterwards", "[Karzai|PERSON] laughed. [Qayum Karzai|PERSON] had left.", qayum, 0, lBearerNext, true},
		{"the other", "[Qayum Karzai|PERSON] left. The other [Karzai|PERSON] laughed.", qayum, 1, lAnother, true},
		{"kin", "[Hamid Karzai|PERSON] and his brother [Mahmoud|PERSON] laughed.", mahmoud, 1, lKin, true},
		{"kin in a list", "[Karzai|PERSON] and his brothers, [Qayum|PERSON] and [Mahmoud|PERSON], laughed.", mahmoud, 2, lKin, true},
		{"nobody is his own kin", "[Ahmad Shah Massoud|PERSON] has left. His son [Ahmad|PERSON] stayed.", father, 1, lOwnKin, true},
		{"the elder", "The elder [Bush|PERSON] laughed.", elder, 0, lSenior, true},
		{"not the elder", "The elder [Bush|PERSON] laughed.", younger, 0, lAgeClash, true},
		{"the younger, after the name", "[Bush|PERSON] the younger laughed.", younger, 0, lJunior, true},
		{"Mrs.", "Mrs. [Clinton|PERSON] laughed.", hillary, 0, lWoman, true},
		{"Mrs. is no man", "Mrs. [Clinton|PERSON] laughed.", bill, 0, lSexClash, true},
		{"Mr. is no woman", "Mr. [Clinton|PERSON] laughed.", hillary, 0, lSexClash, true},
		{"mourned", "In 2011 the grave of [Massoud|PERSON] was shut.", father, 0, lDeathFits, true},
		{"mourned is not the living", "In 2011 the grave of [Massoud|PERSON] was shut.", son, 0, lDeathClash, true},
		{"listed with a title", "Marshal [Fahim|PERSON] laughed.", "per/mohammad-qasim-fahim", 0, lTitled, true},
		{"a title of kin is not his", "[Karzai|PERSON] is a brother of the president.", hamid, 0, lRoleBest, false},
		{"no title stands", "The president had hanged [Najibullah|PERSON].", "per/mohammad-najibullah", 0, lRole1, false},
		{"trade after", "[Ashraf Ghani|PERSON], a mason, laughed.", "", 0, lNILTrade, true},
		{"trade before", "A farmer, [Ashraf Ghani|PERSON], laughed.", "", 0, lNILTrade, true},
		{"trade as title", "Shopkeeper [Ashraf Ghani|PERSON] laughed.", "", 0, lNILTrade, true},
		{"no trade", "[Ashraf Ghani|PERSON], a president, met a mason.", "", 0, lNILTrade, false},
		{"age", "[Ashraf Ghani|PERSON], 34, laughed.", "", 0, lNILAge, true},
		{"a man named", "A man named [Ashraf Ghani|PERSON] laughed.", "", 0, lNILCalled, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := linkGiven(t, c.in, "")
			assert.Equal(t, c.want, hasFeature(t, s, c.mention, c.id, c.fact))
		})
	}
}

// TestTwinFacts holds what the words around a name say of a province and its city.
func TestTwinFacts(t *testing.T) {
	for _, c := range []struct {
		in      string
		mention int
		fact    int
	}{
		{"[Zhari district|GPE] of [Kandahar|GPE] is dry.", 1, lTwinUnitOf},
		{"It rained in [Kandahar|GPE].", 0, lTwinIn},
		{"The road to [Kandahar|GPE] is shut.", 0, lTwinTo},
		{"It rained north of [Kandahar|GPE].", 0, lTwinNear},
		{"It rained across [Kandahar|GPE].", 0, lTwinAcross},
		{"[Kandahar|GPE] is dry.", 0, lTwinStart},
		{"[Helmand|GPE] and [Kandahar|GPE] are dry.", 1, lTwinAmongProvinces},
		{"[Jalalabad|GPE] and [Kandahar|GPE] are dry.", 1, lTwinAmongCities},
		{"[Panjwai|GPE], [Kandahar|GPE], is dry.", 1, lTwinHolds},
	} {
		t.Run(c.in, func(t *testing.T) {
			s := linkGiven(t, c.in, "")
			assert.True(t, hasFeature(t, s, c.mention, "loc/AF27", c.fact))
		})
	}
}
