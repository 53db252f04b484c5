package romanize

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// costsTSV is the learned table: from, to, cost in nats, sorted; see doc.go.
//
//go:embed costs.tsv
var costsTSV string

// Edit is one operation between two spellings: the letters From of the first stand
// where the second has To. Either may be empty. "^" and "$" are the two ends of a
// word. Cost is in nats and 0 where nothing changes.
type Edit struct {
	From, To string
	Cost     float64
}

// String returns the edit as "ee→i".
func (e Edit) String() string { return e.From + "→" + e.To }

const (
	radix     = 32 // symbols: 0 nothing, 1-26 letters, then the ends of a word
	symStart  = 27
	symEnd    = 28
	maxPairs  = 255 // two-letter units that take part in two-to-two operations
	unlisted  = 9.0 // nats: an operation of one letter that no pair attests
	listedMax = 9.0
)

// Costs is a table of edit costs between romanisations. It is immutable and safe for
// concurrent use.
type Costs struct {
	// wide[u*radix+v] is the cost of u ↔ v; u is one letter or two (first*radix+second),
	// v one letter or none. Costs are symmetric, so it serves both directions.
	wide [radix * radix * radix]float32
	// drop[u*places+p] is the cost of leaving the letter u out at a place: between two
	// consonants a vowel comes and goes, at the end of a word it makes another word.
	drop [radix * places]float32
	// two-letter against two-letter operations: pair ids by code, then their costs.
	pairID [radix * radix]uint8
	pairs  int
	square []float32
	native *nativeTable
}

var defaultCosts = sync.OnceValue(func() *Costs {
	c, err := ParseCosts(costsTSV)
	if err != nil {
		panic(err) // the table is part of the build: a test opens it
	}
	return c
})

var defaultNative = sync.OnceValue(func() *nativeTable {
	t, err := parseNative(nativeTSV, schemeTSV)
	if err != nil {
		panic(err) // as above
	}
	return t
})

// Default returns the costs learned from attested pairs of spellings, which are part
// of the program. The first call parses the table, in less than a millisecond.
func Default() *Costs { return defaultCosts() }

// symbol returns the number of a letter of a unit, 0 for what is none.
func symbol(c byte) int {
	switch {
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 1
	case c == '^':
		return symStart
	case c == '$':
		return symEnd
	}
	return 0
}

func unitCode(s string) int {
	code := 0
	for i := 0; i < len(s); i++ {
		code = code*radix + symbol(s[i])
	}
	return code
}

// parseCost reads a cost of the embedded tables, which a test has checked.
func parseCost(s string) float64 {
	cost, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.Inf(1)
	}
	return cost
}

type costRow struct {
	from, to string
	cost     float64
}

// ParseCosts reads a table of edit costs: lines of two units and a cost in nats, parted
// by tabs; units are of one or two letters a-z or the ends of a word, ^ and $, the second
// may be empty. A unit of three, "CiC", is the letter i between two consonants (C), vowels
// (V) or ends of the word (^, $); it stands for the letter left out there. Lines that begin
// with # are comments. Operations that are not listed
// cost 9 nats a letter. An error names the line, what was found and what is expected.
func ParseCosts(tsv string) (*Costs, error) {
	var rows []costRow
	for n, line := range strings.Split(tsv, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 || len(f[0]) > 2 && !isPlaced(f[0], f[1]) || len(f[1]) > 2 || len(f[0]) == 0 {
			return nil, fmt.Errorf("edit costs, line %d: found %q, expected unit, unit and cost parted by tabs; regenerate the table", n+1, line)
		}
		cost, err := strconv.ParseFloat(f[2], 64)
		if err != nil || cost < 0 {
			return nil, fmt.Errorf("edit costs, line %d: found cost %q, expected a number of nats from 0 up; regenerate the table", n+1, f[2])
		}
		rows = append(rows, costRow{f[0], f[1], cost})
	}
	return newCosts(rows)
}

func newCosts(rows []costRow) (*Costs, error) {
	c := &Costs{native: defaultNative()}
	for i := range c.wide {
		c.wide[i] = float32(math.Inf(1))
	}
	for u := 1; u < radix; u++ {
		c.wide[u*radix] = unlisted
		for v := 1; v < radix; v++ {
			c.wide[u*radix+v] = unlisted
		}
		c.wide[u*radix+u] = 0
	}
	for _, r := range rows {
		if len(r.from) == 2 && len(r.to) == 2 {
			for _, s := range []string{r.from, r.to} {
				if code := unitCode(s); c.pairID[code] == 0 {
					if c.pairs == maxPairs {
						return nil, fmt.Errorf("edit costs: more than %d units of two letters; learn with a higher floor", maxPairs)
					}
					c.pairs++
					c.pairID[code] = uint8(c.pairs)
				}
			}
		}
	}
	c.square = make([]float32, (c.pairs+1)*(c.pairs+1))
	for i := range c.square {
		c.square[i] = float32(math.Inf(1))
	}
	for _, r := range rows {
		if len(r.from) < 3 {
			c.set(r.from, r.to, float32(r.cost))
			c.set(r.to, r.from, float32(r.cost))
		}
	}
	c.setDrops(rows)
	return c, nil
}

// setDrops sets the costs of leaving out a letter at the places that have one of their own.
func (c *Costs) setDrops(rows []costRow) {
	for u := range radix {
		for p := range places {
			c.drop[u*places+p] = c.wide[u*radix]
		}
		c.drop[u*places+noPlace] = unlisted
	}
	for _, r := range rows {
		if len(r.from) == 3 {
			c.drop[symbol(r.from[1])*places+placeOf(r.from[0], r.from[2])] = float32(r.cost)
		}
	}
}

func (c *Costs) set(from, to string, cost float32) {
	switch {
	case len(from) == 2 && len(to) == 2:
		c.square[int(c.pairID[unitCode(from)])*(c.pairs+1)+int(c.pairID[unitCode(to)])] = cost
	case len(from) >= 1 && len(to) <= 1:
		c.wide[unitCode(from)*radix+unitCode(to)] = cost
	}
}

// cost returns the cost of one operation between units given by code and length.
func (c *Costs) op(u, nu, v, nv int) float32 {
	switch {
	case nu == 2 && nv == 2:
		return c.square[int(c.pairID[u])*(c.pairs+1)+int(c.pairID[v])]
	case nv == 2 || nu == 0:
		return c.wide[v*radix+u]
	}
	return c.wide[u*radix+v]
}
