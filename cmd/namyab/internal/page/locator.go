package page

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// The view of the map in its units, with a margin for labels.
const (
	viewX, viewY = -20, -20
	viewW, viewH = 1270, 980
	fontSize     = 34
)

// spot is one place on the map.
type spot struct {
	g    *group
	x, y int
	size int // radius
}

// locator draws the linked places of the document that lie on the map, if there are any.
// Countries are left out: a point in the middle of one would say nothing.
func (b *builder) locator() {
	spots, far := b.spots()
	if len(spots) == 0 {
		return
	}
	b.str(`<figure class="map"><svg viewBox="` + strconv.Itoa(viewX) + " " + strconv.Itoa(viewY) + " " + strconv.Itoa(viewW) + " " + strconv.Itoa(viewH) +
		`" role="img" aria-labelledby="` + b.prefix + `-cap"><use href="#land"/>`)
	for i := range spots {
		b.spot(&spots[i])
	}
	b.labels(spots)
	b.str("</svg><figcaption id=\"" + b.prefix + "-cap\">Places in this text: ")
	for i := range spots {
		if i > 0 {
			b.str(", ")
		}
		b.text(spots[i].g.name)
	}
	if far > 0 {
		b.str("; ")
		b.num(far)
		b.str(" more outside the map")
	}
	b.str(".</figcaption></figure>\n")
}

func (b *builder) spots() (spots []spot, far int) {
	seen := map[string]bool{}
	for k := range b.groups {
		g := &b.groups[k]
		e := &g.link.Entry
		if e.ID == "" || !e.HasPoint || !e.Kind.IsPlace() || e.Kind.String() == "country" || seen[e.ID] {
			continue
		}
		seen[e.ID] = true
		x := int(math.Round((e.Lon - mapWest) * mapSqueeze * mapScale))
		y := int(math.Round((mapNorth - e.Lat) * mapScale))
		if x < viewX || x > viewX+viewW || y < viewY || y > viewY+viewH {
			far++
			continue
		}
		spots = append(spots, spot{g, x, y, 11 + int(math.Round(4*math.Log2(float64(g.count))))})
	}
	return spots, far
}

func (b *builder) spot(s *spot) {
	b.str(`<a href="#` + s.g.entityID + `" tabindex="-1"><circle class="spot ` + class(s.g.label) + `" cx="`)
	b.num(s.x)
	b.str(`" cy="`)
	b.num(s.y)
	b.str(`" r="`)
	b.num(s.size)
	b.str(`"><title>`)
	b.text(s.g.name)
	b.str("</title></circle></a>")
}

// box is the place that a label or a spot takes on the map.
type box struct{ x0, y0, x1, y1 int }

func (a box) meets(o box) bool { return a.x0 < o.x1 && o.x0 < a.x1 && a.y0 < o.y1 && o.y0 < a.y1 }

func (a box) inside() bool {
	return a.x0 >= viewX && a.y0 >= viewY && a.x1 <= viewX+viewW && a.y1 <= viewY+viewH
}

// labels writes names beside the spots where there is room: right, left, above or below.
// A spot without room keeps its title and its line in the caption.
func (b *builder) labels(spots []spot) {
	var taken []box
	for _, s := range spots {
		taken = append(taken, box{s.x - s.size, s.y - s.size, s.x + s.size, s.y + s.size})
	}
	for _, s := range spots {
		w := utf8.RuneCountInString(s.g.name) * fontSize * 62 / 100
		h, gap := fontSize, s.size+5
		for side, at := range []box{
			{s.x + gap, s.y - h/2, s.x + gap + w, s.y + h/2},
			{s.x - gap - w, s.y - h/2, s.x - gap, s.y + h/2},
			{s.x - w/2, s.y - gap - h, s.x + w/2, s.y - gap},
			{s.x - w/2, s.y + gap, s.x + w/2, s.y + gap + h},
		} {
			if at.inside() && free(at, taken) {
				taken = append(taken, at)
				// Anchored at the spot's side: the width of the letters is only an estimate.
				b.str([...]string{`<text class="r" x="`, `<text class="l" x="`, `<text x="`, `<text x="`}[side])
				b.num([...]int{at.x0, at.x1, s.x, s.x}[side])
				b.str(`" y="`)
				b.num(at.y1 - h/4)
				b.str(`">`)
				b.text(s.g.name)
				b.str("</text>")
				break
			}
		}
	}
}

func free(b box, taken []box) bool {
	for _, t := range taken {
		if b.meets(t) {
			return false
		}
	}
	return true
}
