package eval

import (
	"math"
	"sort"
)

// near is the distance within which a place counts as right: 100 miles, in kilometres.
const near = 161

// lost is the distance of a place that was not resolved: half a great circle, in kilometres.
const lost = math.Pi * earthRadius

// earthRadius is the mean radius of the Earth in kilometres (IUGG).
const earthRadius = 6371.0088

// ToponymScore says how near the places of linked mentions are to the right ones. It
// is taken over strictly matched mentions labelled GPE, LOC or FAC whose norm the
// atlas can place.
type ToponymScore struct {
	Within161km Accuracy `json:"within_161km"`
	MedianKm    float64  `json:"median_km"` // unresolved places count as half a great circle
	Adm1        Accuracy `json:"adm1"`      // same province, where the gold place lies in one
	Adm2        Accuracy `json:"adm2"`      // same district, where the gold place lies in one
	Unresolved  int      `json:"unresolved"`
}

type toponymCounter struct {
	atlas     Atlas
	score     ToponymScore
	distances []float64
	located   map[string][]Place
}

func newToponymCounter(j Judge) *toponymCounter {
	a, ok := j.(Atlas)
	if !ok {
		return nil
	}
	return &toponymCounter{atlas: a, located: map[string][]Place{}}
}

// places returns the places that a norm field may mean, one for each alternative.
func (c *toponymCounter) places(normField string) []Place {
	ps, ok := c.located[normField]
	if !ok {
		for _, n := range Norms(normField) {
			if p, found := c.atlas.Locate(n); found {
				ps = append(ps, p)
			}
		}
		c.located[normField] = ps
	}
	return ps
}

func (c *toponymCounter) add(o Outcome, g, p *Entity) {
	if o != SameSpanLabel || (g.Label != "GPE" && g.Label != "LOC" && g.Label != "FAC") {
		return
	}
	gold := c.places(g.Norm)
	if len(gold) == 0 {
		return
	}
	got, ok := c.atlas.Where(p.LinkID)
	if ok = ok && got.HasPoint; !ok {
		got = Place{}
		c.score.Unresolved++
	}
	dist := lost
	for _, q := range gold {
		if ok {
			dist = min(dist, haversine(got, q))
		}
	}
	c.distances = append(c.distances, dist)
	c.score.Within161km.add(dist <= near)
	addUnit(&c.score.Adm1, gold, got, func(p Place) string { return p.Adm1 })
	addUnit(&c.score.Adm2, gold, got, func(p Place) string { return p.Adm2 })
}

// addUnit compares one administrative level; the first gold place decides whether it counts.
func addUnit(a *Accuracy, gold []Place, got Place, unit func(Place) string) {
	if unit(gold[0]) == "" {
		return
	}
	right := false
	for _, q := range gold {
		right = right || unit(q) != "" && unit(q) == unit(got)
	}
	a.add(right)
}

func (c *toponymCounter) finish() *ToponymScore {
	s := c.score
	s.Within161km.Name, s.Adm1.Name, s.Adm2.Name = "within 161 km", "same province", "same district"
	for _, a := range []*Accuracy{&s.Within161km, &s.Adm1, &s.Adm2} {
		*a = a.finished()
	}
	s.MedianKm = median(c.distances)
	return &s
}

// median returns the middle value, the mean of the two middle values of an even
// number, and 0 of none.
func median(xs []float64) float64 {
	if len(xs) == 0 {
		return 0
	}
	s := append([]float64(nil), xs...)
	sort.Float64s(s)
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}

// haversine returns the distance of two places over a sphere, in kilometres.
func haversine(a, b Place) float64 {
	const rad = math.Pi / 180
	la, lb := a.Lat*rad, b.Lat*rad
	sp, sl := math.Sin((lb-la)/2), math.Sin((b.Lon-a.Lon)*rad/2)
	h := sp*sp + math.Cos(la)*math.Cos(lb)*sl*sl
	return 2 * earthRadius * math.Asin(math.Min(1, math.Sqrt(h)))
}
