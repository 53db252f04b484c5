package build

import (
	"math"

	"github.com/namyab/namyab/gazetteer"
)

// basePrior is how likely an entry of a kind is to be meant, before anything else is known
// of it: natural logarithms of relative frequencies, set from counts of kinds in news.
var basePrior = map[gazetteer.Kind]float64{
	gazetteer.Country: 4, gazetteer.Province: 3, gazetteer.District: 1, gazetteer.City: 1.5,
	gazetteer.Town: 0, gazetteer.Village: -4, gazetteer.Valley: 0, gazetteer.River: 0,
	gazetteer.Lake: -0.5, gazetteer.Mountain: -0.5, gazetteer.Pass: 0, gazetteer.Desert: -0.5,
	gazetteer.Region: 1.5, gazetteer.Airport: 0, gazetteer.Base: 0.5, gazetteer.Dam: 0,
	gazetteer.Road: -0.5, gazetteer.Bridge: -1, gazetteer.BorderCrossing: 0, gazetteer.Building: -0.5,
	gazetteer.Person: 0, gazetteer.ArmedGroup: 2, gazetteer.Party: 0.5, gazetteer.Government: 1,
	gazetteer.Military: 0.5, gazetteer.Police: 1, gazetteer.Intelligence: 1, gazetteer.IGO: 2,
	gazetteer.NGO: 0, gazetteer.Media: 1, gazetteer.Company: 0, gazetteer.People: 2,
	gazetteer.Tribe: 0.5, gazetteer.Religion: 2, gazetteer.Nationality: 2,
}

// priorOf returns the prior of a row in thousandths. A prior of the table (0 to 10, how well
// known) counts as it stands, less 2; otherwise the kind, the population and the number of
// registers and spellings that know the entry make it.
func priorOf(r *row) int16 {
	p := basePrior[r.kind]
	if r.prior >= 0 {
		p = float64(r.prior) - 2
	} else {
		if r.population > 0 && r.kind.IsSettled() && r.kind != gazetteer.Village {
			p += min(max(0.5*math.Log(float64(r.population)/50_000), -1.5), 3)
		}
		if r.country == "AF" && r.kind != gazetteer.Village {
			p++
		}
		for _, ref := range r.refs {
			if ref.scheme == "wikidata" {
				p += 0.5
			}
		}
		p += min(0.05*float64(len(r.aliases)), 0.5)
	}
	return int16(min(max(math.Round(p*1000), -20_000), 20_000))
}
