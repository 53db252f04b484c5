package main

import (
	"fmt"
	"slices"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
)

// spelling is one way to write a name. IDs are the entries that list it.
type spelling struct {
	name string
	cost float64
	ids  []string
}

// variants lists spellings of names, most likely first, the listed ones marked.
func (c *call) variants() error {
	g, _, err := c.openGazetteer()
	if err != nil {
		return err
	}
	return c.eachName(func(dst []byte, name string) []byte {
		list := c.spellings(g, name)
		switch c.Text("output") {
		case "json":
			return variantsJSON(dst, name, list)
		case "tsv":
			for _, s := range list {
				dst = fmt.Appendf(dst, "%s\t%s\t%.3f\t%s\n", name, s.name, s.cost, joined(s.ids))
			}
			return dst
		}
		dst = append(append(dst, name...), '\n')
		for _, s := range list {
			mark := "  "
			if len(s.ids) > 0 {
				mark = "* "
			}
			dst = fmt.Appendf(dst, "  %s%-32s %6.3f  %s\n", mark, s.name, s.cost, joined(s.ids))
		}
		return dst
	})
}

// spellings returns up to --limit variants. Whether one is listed is asked of the
// gazetteer itself: an exact look-up.
func (c *call) spellings(g *gazetteer.Gazetteer, name string) []spelling {
	limit := c.Count("limit")
	ask := limit
	if c.Given("listed") {
		ask = 20 * limit
	}
	var out []spelling
	for _, v := range romanize.Variants(name, ask) {
		s := spelling{name: v.Name, cost: v.Cost}
		for _, f := range g.Search(v.Name, gazetteer.Options{Limit: 5}) {
			if f.Tier == gazetteer.Exact && !slices.Contains(s.ids, f.Entry.ID) {
				s.ids = append(s.ids, f.Entry.ID)
			}
		}
		if len(s.ids) == 0 && c.Given("listed") {
			continue
		}
		if out = append(out, s); len(out) == limit {
			break
		}
	}
	return out
}

func joined(ids []string) string {
	out := ""
	for i, id := range ids {
		if i > 0 {
			out += " "
		}
		out += id
	}
	return out
}

func variantsJSON(dst []byte, name string, list []spelling) []byte {
	dst = append(dst, `{"query":`...)
	dst = record.AppendString(dst, name)
	dst = append(dst, `,"variants":[`...)
	for i, s := range list {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"name":`...)
		dst = record.AppendString(dst, s.name)
		dst = append(dst, `,"cost":`...)
		dst = record.AppendRound(dst, s.cost, 4)
		dst = append(dst, `,"listed":[`...)
		for k, id := range s.ids {
			if k > 0 {
				dst = append(dst, ',')
			}
			dst = record.AppendString(dst, id)
		}
		dst = append(dst, `]}`...)
	}
	return append(dst, "]}\n"...)
}
