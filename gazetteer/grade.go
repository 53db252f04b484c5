package gazetteer

import (
	"math"

	"github.com/namyab/namyab/gazetteer/romanize"
)

// The grades of likeness, in nats where not said otherwise; TestUnlistedNames and
// TestVariants… measure them.
const (
	middlePlace   = 7.6   // edits at which the score of a place is one half
	middleVillage = 4.5   // of a village or of a place of several words, where the kind was not asked for: there are too many
	middleOpen    = 2.65  // of a person, where the kind was not asked for: half the country shares a dozen names
	middleWhole   = 3.2   // the same, where each name has all parts of the other
	middleOne     = 4.2   // of a person or body with one part
	middleMore    = 2.4   // for each part more
	fuzzyLetters  = 0.15  // of a person, of names with a part more: for each letter that differs as written, beside the learned costs
	scoreLike     = 0.97  // the score of a like name that could not be liker
	spread        = 1.1   // how steeply the score falls
	alienPart     = 0.4   // factor: the spelling has a part that the name has not
	clash         = 0.15  // factor: each has a part that the other has not
	otherPart     = 0.75  // factor: a person has a part more, in place of a common one that the spelling has (Ghulam Mohammad Faiz, Ghulam Sarwar Faiz)
	morePart      = 0.82  // factor: a person has a part more, beside two that agree
	lesserPart    = 0.97  // factor: the name has a part more, beside two that agree
	barePart      = 0.95  // factor: a class word more or less, which says what the place is
	onePart       = 0.845 // factor: the name has a part more, beside one that agrees
	alienTitle    = 0.75  // factor: a title before the name of a place, or before half a name
	leastBoth     = 0.1   // weight of the parts up to which names have nothing in common
	fewParts      = 1.6   // weight of the parts below which a name is half a name
)

// grade makes a score from the judgement of the query (A) against a listed name (B). A
// part that only the query has speaks for somebody else: Hamid Shinwari is not Shinwari.
// open says that no kind was asked for.
func grade(j romanize.Judgement, k Kind, open bool) float64 {
	if j.Both <= leastBoth {
		return 0 // an initial, at most
	}
	middle := middleOne + middleMore*max(j.Both-1, 0)
	titles := j.TitlesA + j.TitlesB
	if open && j.OnlyB >= 2 {
		return j.Score * clash // a body or a place that is named after somebody
	}
	switch {
	case k == Person && open && j.OnlyA+j.OnlyB == 0 && titles == 0 && j.Both > 1:
		middle = middleWhole
	case k == Person && open:
		middle = middleOpen
	case k == Village && open:
		middle = middleVillage
		if titles > 0 || j.OnlyA+j.OnlyB > 0 {
			return 0
		}
	case k.IsPlace():
		middle = middlePlace
		if open && j.Both > 1 {
			middle = middleVillage // two words that are somewhat like two of a place may be a person's
		}
		if open && (j.TitlesA > 0 || j.OnlyA > 0) {
			return 0 // Manzullah Khan is no place
		}
	}
	score := 1 / (1 + math.Exp((j.Edited-middle)/spread))
	half := j.Both < fewParts && !k.IsPlace()
	switch {
	case j.OnlyA >= 1 && j.OnlyB >= 1:
		return max(score*clash, j.Score) // Hamid Karzai, Hekmat Karzai
	case half && (titles > 0 || j.OnlyA+j.OnlyB > 0):
		score *= alienTitle // Haji Jalaluddin, Ahmad Tariq: half a name is anybody's
		if j.OnlyA+j.OnlyB > 0 {
			score *= lesserPart
		}
		if j.OnlyA >= 1 {
			score *= alienPart
		}
		return score
	case j.OnlyA >= 1:
		return score * alienPart
	case k == Person && j.OnlyA > 0 && j.OnlyB >= 1:
		return score * otherPart
	case j.OnlyA > 0 && j.OnlyB > 0:
		return score * lesserPart * lesserPart
	case j.OnlyA > 0:
		return score * lesserPart
	case j.OnlyB >= 1 && j.Both >= fewParts && k == Person, open && j.OnlyB >= 1 && !k.IsPlace():
		return score * morePart // a body may be named after somebody
	case j.OnlyB >= 1 && j.Both >= fewParts:
		return score * lesserPart
	case j.OnlyB >= 1, j.OnlyB > 0 && half:
		return score * onePart
	case j.OnlyB > 0:
		return score * 0.99
	}
	return score
}
