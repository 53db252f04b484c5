// Command genoutline writes outline_gen.go, the schematic map of the HTML output: the
// border of Afghanistan and the lines between its provinces.
//
// The border is that of Natural Earth 1:110m (public domain), rounded. The lines between
// provinces are no survey: each district's centre of the gazetteer claims the land nearest
// to it (a Voronoi diagram), and a line is drawn where neighbouring districts belong to
// different provinces. This is right to some ten kilometres, enough to find one's way.
//
// It is run by "go generate" in package page and is deterministic.
package main

import (
	"bufio"
	"fmt"
	"log"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
)

type point struct{ x, y float64 } // longitude times squeeze, latitude

// squeeze is the cosine of the middle latitude: a degree of longitude is that much shorter.
const squeeze = 0.83

type district struct {
	at       point
	province string
}

func main() {
	log.SetFlags(0)
	in, out := "../../../../gazetteer/data/districts.tsv", "outline_gen.go"
	if len(os.Args) == 3 {
		in, out = os.Args[1], os.Args[2]
	}
	districts, err := read(in)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(out, []byte(generate(districts)), 0o644); err != nil {
		log.Fatal(err)
	}
}

// read takes the centres of Afghan districts and the province that each lies within.
func read(name string) ([]district, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read from
	var out []district
	var col map[string]int
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		if strings.HasPrefix(sc.Text(), "#") || sc.Text() == "" {
			continue
		}
		fields := strings.Split(sc.Text(), "\t")
		if col == nil {
			col = map[string]int{}
			for i, h := range fields {
				col[h] = i
			}
			continue
		}
		get := func(name string) string { return fields[col[name]] }
		lat, err1 := strconv.ParseFloat(get("lat"), 64)
		lon, err2 := strconv.ParseFloat(get("lon"), 64)
		if get("country") != "AF" || get("lat") == "" || get("to") != "" {
			continue
		}
		if err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%s:%d: no coordinates", name, n)
		}
		province, _, _ := strings.Cut(get("within"), "|")
		out = append(out, district{point{lon * squeeze, lat}, province})
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.at != b.at {
			return a.at.x < b.at.x || a.at.x == b.at.x && a.at.y < b.at.y
		}
		return a.province < b.province
	})
	return out, sc.Err()
}

// corner is a corner of a cell; by is the index of the neighbour across the edge that
// begins here, -1 for the national border.
type corner struct {
	point
	by int
}

// cell cuts the country down to what is nearer to district i than to any other, by
// clipping with half-planes (Sutherland & Hodgman, CACM 17(1), 1974).
func cell(districts []district, i int) []corner {
	poly := make([]corner, 0, len(border))
	for _, p := range border {
		poly = append(poly, corner{point{p[0] * squeeze, p[1]}, -1})
	}
	a := districts[i].at
	for j, d := range districts {
		if j != i && d.at != a {
			poly = clip(poly, a, d.at, j)
		}
	}
	return poly
}

func clip(poly []corner, a, b point, by int) []corner {
	mid := point{(a.x + b.x) / 2, (a.y + b.y) / 2}
	side := func(p point) float64 { return (p.x-mid.x)*(b.x-a.x) + (p.y-mid.y)*(b.y-a.y) } // < 0: nearer to a
	var out []corner
	for k, p := range poly {
		q := poly[(k+1)%len(poly)]
		sp, sq := side(p.point), side(q.point)
		if sp <= 0 {
			out = append(out, p)
		}
		if (sp < 0) != (sq < 0) && sp != sq {
			t := sp / (sp - sq)
			cut := corner{point{p.x + t*(q.x-p.x), p.y + t*(q.y-p.y)}, p.by}
			if sp < 0 {
				cut.by = by // from here the edge runs along the bisector
			}
			out = append(out, cut)
		}
	}
	return out
}

type segment struct{ ax, ay, bx, by int }

// lines returns the edges between cells of different provinces, in map units.
func lines(districts []district) []segment {
	seen := map[segment]bool{}
	var out []segment
	for i := range districts {
		poly := cell(districts, i)
		for k, p := range poly {
			if p.by < i || districts[p.by].province == districts[i].province {
				continue
			}
			q := poly[(k+1)%len(poly)]
			s := segment{px(p.x), py(p.y), px(q.x), py(q.y)}
			if s.ax > s.bx || s.ax == s.bx && s.ay > s.by {
				s = segment{s.bx, s.by, s.ax, s.ay}
			}
			if (s.ax != s.bx || s.ay != s.by) && !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		return a.ax < b.ax || a.ax == b.ax && (a.ay < b.ay || a.ay == b.ay && (a.bx < b.bx || a.bx == b.bx && a.by < b.by))
	})
	return out
}

// west, north and scale place the map: 100 units a degree of latitude.
const (
	west  = 60.4
	north = 38.65
	scale = 100
)

func px(x float64) int { return int(math.Round((x - west*squeeze) * scale)) }
func py(y float64) int { return int(math.Round((north - y) * scale)) }

func generate(districts []district) string {
	var b strings.Builder
	b.WriteString("// Code generated by genoutline; DO NOT EDIT.\n\npackage page\n\n")
	b.WriteString("// Placement of the map: x = (lon-mapWest)*mapSqueeze*mapScale, y = (mapNorth-lat)*mapScale.\n")
	fmt.Fprintf(&b, "const (\n\tmapWest    = %v\n\tmapNorth   = %v\n\tmapSqueeze = %v\n\tmapScale   = %v\n)\n\n", west, north, squeeze, scale)
	b.WriteString("// countryPath is the border, after Natural Earth 1:110m (public domain).\nconst countryPath = \"")
	for i, p := range border {
		mark := "L"
		if i == 0 {
			mark = "M"
		}
		fmt.Fprintf(&b, "%s%d %d", mark, px(p[0]*squeeze), py(p[1]))
	}
	b.WriteString("Z\"\n\n// provincePath is the lines between provinces: schematic, from the districts' centres.\nconst provincePath = \"\" +\n")
	for i, chain := range chains(lines(districts)) {
		if i > 0 {
			b.WriteString(" +\n")
		}
		b.WriteString("\t\"" + chain + "\"")
	}
	b.WriteString("\n")
	return b.String()
}

// chains joins segments that meet end to end, so that the path is short.
func chains(segs []segment) []string {
	type xy struct{ x, y int }
	used := make([]bool, len(segs))
	at := map[xy][]int{}
	for i, s := range segs {
		at[xy{s.ax, s.ay}] = append(at[xy{s.ax, s.ay}], i)
		at[xy{s.bx, s.by}] = append(at[xy{s.bx, s.by}], i)
	}
	var out []string
	for i, s := range segs {
		if used[i] {
			continue
		}
		used[i] = true
		path := fmt.Sprintf("M%d %dL%d %d", s.ax, s.ay, s.bx, s.by)
		for end, more := (xy{s.bx, s.by}), true; more; {
			more = false
			for _, j := range at[end] {
				if used[j] {
					continue
				}
				used[j], more = true, true
				next := xy{segs[j].bx, segs[j].by}
				if next == end {
					next = xy{segs[j].ax, segs[j].ay}
				}
				end = next
				path += fmt.Sprintf("L%d %d", end.x, end.y)
				break
			}
		}
		out = append(out, path)
	}
	return out
}

// border is the outline of Afghanistan, longitude and latitude: Natural Earth 1:110m,
// public domain, rounded to a hundredth of a degree.
var border = [][2]float64{
	{61.21, 35.65}, {62.23, 35.27}, {62.98, 35.40}, {63.19, 35.86}, {63.98, 36.01}, {64.55, 36.31}, {64.75, 37.11},
	{65.59, 37.31}, {65.75, 37.66}, {66.22, 37.39}, {66.52, 37.36}, {67.08, 37.36}, {67.83, 37.14}, {68.14, 37.02},
	{68.86, 37.34}, {69.20, 37.15}, {69.52, 37.61}, {70.12, 37.59}, {70.27, 37.74}, {70.38, 38.14}, {70.81, 38.49},
	{71.35, 38.26}, {71.24, 37.95}, {71.54, 37.91}, {71.45, 37.07}, {71.84, 36.74}, {72.19, 36.95}, {72.64, 37.05},
	{73.26, 37.50}, {73.95, 37.42}, {74.98, 37.42}, {75.16, 37.13}, {74.58, 37.02}, {74.07, 36.84}, {72.92, 36.72},
	{71.85, 36.51}, {71.26, 36.07}, {71.50, 35.65}, {71.61, 35.15}, {71.12, 34.73}, {71.16, 34.35}, {70.88, 33.99},
	{69.93, 34.02}, {70.32, 33.36}, {69.69, 33.11}, {69.26, 32.50}, {69.32, 31.90}, {68.93, 31.62}, {68.56, 31.71},
	{67.79, 31.58}, {67.68, 31.30}, {66.94, 31.30}, {66.38, 30.74}, {66.35, 29.89}, {65.05, 29.47}, {64.35, 29.56},
	{64.15, 29.34}, {63.55, 29.47}, {62.55, 29.32}, {60.87, 29.83}, {61.78, 30.74}, {61.70, 31.38}, {60.94, 31.55},
	{60.86, 32.18}, {60.54, 32.98}, {60.96, 33.53}, {60.53, 33.68}, {60.80, 34.40},
}
