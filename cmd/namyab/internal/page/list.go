package page

import (
	"strings"

	"github.com/namyab/namyab/ner"
)

// list writes the entities of the document by label, in order of first mention.
func (b *builder) list() {
	b.str("<section class=\"list\" aria-label=\"Entities\">\n")
	for _, l := range ner.Labels {
		open := false
		for k := range b.groups {
			g := &b.groups[k]
			if g.label != l {
				continue
			}
			if !open {
				b.str("<h3><span class=\"m " + class(l) + "\">")
				b.text(plural[l])
				b.str("</span></h3>\n<ul>\n")
				open = true
			}
			b.item(g)
		}
		if open {
			b.str("</ul>\n")
		}
	}
	if len(b.groups) == 0 {
		b.str("<p>No names were found.</p>\n")
	}
	b.str("</section>\n")
}

var plural = [...]string{ner.Person: "People", ner.Org: "Organisations", ner.GPE: "Places", ner.Loc: "Landscape", ner.Fac: "Structures", ner.Norp: "Peoples and faiths"}

func (b *builder) item(g *group) {
	b.str(`<li id="` + g.entityID + `" tabindex="-1"><b>`)
	b.text(g.name)
	b.str("</b>")
	if g.count > 1 {
		b.str(" <span class=\"n\">×")
		b.num(g.count)
		b.str("</span>")
	}
	if g.link.NIL() {
		b.str(" <span class=\"kind\">not known</span>")
	} else {
		b.str(" <span class=\"kind\">")
		b.text(strings.ReplaceAll(g.link.Entry.Kind.String(), "-", " "))
		if w := b.within(g.link); w != "" {
			b.str(" in ")
			b.text(w)
		}
		b.str("</span>")
	}
	b.spellings(g)
	b.identity(g)
	b.str("</li>\n")
}

// spellings lists how the thing is called in the text, where that differs from its name.
func (b *builder) spellings(g *group) {
	var other []string
	for _, s := range g.spelled {
		if s != g.name {
			other = append(other, s)
		}
	}
	if len(other) > 0 {
		b.str("<div class=\"as\">as “")
		b.text(strings.Join(other, "”, “"))
		b.str("”</div>")
	}
}

func (b *builder) identity(g *group) {
	if g.link.NIL() {
		return
	}
	for _, r := range g.link.Roles {
		b.str("<div class=\"role\">")
		b.text(r)
		b.str("</div>")
	}
	b.str("<div class=\"ids\"><code>")
	b.text(g.link.Entry.ID)
	b.str("</code>")
	for _, r := range b.page.facts.Refs(g.link.Entry.Index) {
		b.str(" <code>")
		if r.Scheme == "wikidata" {
			b.str(`<a href="https://www.wikidata.org/wiki/`)
			b.text(r.Value)
			b.str(`" rel="noreferrer">`)
			b.text(r.Value)
			b.str("</a>")
		} else {
			b.text(r.Scheme + " " + r.Value)
		}
		b.str("</code>")
	}
	b.str("</div>")
}
