// Package page writes documents as one self-contained HTML page: the text with its names in
// colour, a card with the identity of each, a list of entities and a locator map. Nothing is
// loaded from anywhere, no script is needed.
package page

//go:generate go run ./genoutline

import (
	"html"
	"strconv"
	"strings"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/ner"
)

// Page is the writer of the format.
type Page struct {
	facts      record.Facts
	tool, data string
}

// New returns the writer.
func New(facts record.Facts, tool, data string) *Page { return &Page{facts, tool, data} }

// Header returns the head of the page with style, legend and the outlines of the map, which
// all maps of the page share.
func (p *Page) Header() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta name=\"color-scheme\" content=\"light dark\">\n<title>Names found by Namyab</title>\n<style>\n")
	b.WriteString(style)
	b.WriteString("</style>\n</head>\n<body>\n<header class=\"top\">\n<h1>Names found</h1>\n<ul class=\"legend\" aria-label=\"Kinds of names\">")
	for _, l := range ner.Labels {
		b.WriteString(`<li><span class="m ` + class(l) + `">` + words[l] + "</span></li>")
	}
	b.WriteString("</ul>\n</header>\n")
	b.WriteString(`<svg width="0" height="0" class="defs" aria-hidden="true"><defs><g id="land"><path class="land" d="` + countryPath +
		`"/><path class="lines" d="` + provincePath + `"/></g></defs></svg>` + "\n<main>\n")
	return b.String()
}

// Between returns nothing: articles follow each other.
func (p *Page) Between() string { return "" }

// Footer closes the page.
func (p *Page) Footer() string {
	return "</main>\n<footer>" + html.EscapeString(p.tool) + ", data of " + html.EscapeString(p.data) +
		". The map is schematic: lines between provinces are drawn halfway between district centres.</footer>\n</body>\n</html>\n"
}

var words = [...]string{ner.Person: "person", ner.Org: "organisation", ner.GPE: "place", ner.Loc: "landscape", ner.Fac: "structure", ner.Norp: "people or faith"}

func class(l ner.Label) string {
	return [...]string{ner.Person: "person", ner.Org: "org", ner.GPE: "gpe", ner.Loc: "loc", ner.Fac: "fac", ner.Norp: "norp"}[l]
}

// Append appends the article of one document.
func (p *Page) Append(dst []byte, d *record.Doc) []byte {
	b := &builder{b: dst, page: p, doc: d, prefix: "d" + strconv.Itoa(d.Index+1)}
	b.str("<article id=\"" + b.prefix + "\">\n<h2>")
	b.text(d.ID)
	b.str("</h2>\n")
	if d.Err != nil {
		b.str("<p class=\"error\" role=\"note\">")
		b.text(d.Err.Error())
		b.str("</p>\n</article>\n")
		return b.b
	}
	b.group()
	b.summary()
	b.str("<div class=\"cols\">\n<div class=\"text\">")
	b.prose()
	b.str("</div>\n<div class=\"side\">\n")
	b.locator()
	b.list()
	b.str("</div>\n</div>\n</article>\n")
	return b.b
}

// builder writes one article.
type builder struct {
	b      []byte
	page   *Page
	doc    *record.Doc
	prefix string // makes ids of the article's elements unique in the page
	groups []group
	of     []int // entity -> group
}

// group is what one thing is called in the document: a cluster.
type group struct {
	label    ner.Label
	shown    string // label as written
	link     *ner.Link
	name     string // of the entry, or the longest spelling met
	count    int
	spelled  []string // distinct, in order
	cluster  int
	entityID string
}

func (b *builder) str(s string)  { b.b = append(b.b, s...) }
func (b *builder) num(n int)     { b.b = strconv.AppendInt(b.b, int64(n), 10) }
func (b *builder) text(s string) { b.str(html.EscapeString(s)) }

// group collects the clusters, in order of first mention.
func (b *builder) group() {
	b.of = make([]int, len(b.doc.Entities))
	known := map[[2]int]int{}
	for i := range b.doc.Entities {
		e := &b.doc.Entities[i]
		m := e.Mention
		key := [2]int{m.Cluster, 0}
		if m.Cluster == 0 {
			key[1] = i + 1 // no cluster: a thing of its own
		}
		k, ok := known[key]
		if !ok {
			k = len(b.groups)
			known[key] = k
			b.groups = append(b.groups, group{label: m.Label, shown: e.Label, link: &m.Link, cluster: m.Cluster})
		}
		g := &b.groups[k]
		g.add(e)
		b.of[i] = k
	}
	for k := range b.groups {
		b.groups[k].entityID = b.prefix + "-e" + strconv.Itoa(k+1)
	}
}

func (g *group) add(e *record.Entity) {
	g.count++
	if g.link.NIL() && !e.Mention.Link.NIL() {
		g.link = &e.Mention.Link
	}
	spelling := strings.Join(strings.Fields(e.Text), " ")
	for _, s := range g.spelled {
		if s == spelling {
			return
		}
	}
	g.spelled = append(g.spelled, spelling)
	if len(spelling) > len(g.name) {
		g.name = spelling
	}
	if !g.link.NIL() {
		g.name = g.link.Entry.Name
	}
}

func (b *builder) summary() {
	linked := 0
	for i := range b.groups {
		if !b.groups[i].link.NIL() {
			linked++
		}
	}
	b.str("<p class=\"sum\">")
	if b.doc.Date != "" {
		b.str("<time datetime=\"")
		b.text(b.doc.Date)
		b.str("\">")
		b.text(b.doc.Date)
		b.str("</time> · ")
	}
	b.count(len(b.doc.Entities), "mention")
	b.str(" of ")
	b.count(len(b.groups), "thing")
	b.str(", ")
	b.num(linked)
	b.str(" of them known")
	if b.doc.Truncated {
		b.str(" · the document goes on beyond what was analysed")
	}
	b.str("</p>\n")
}

// count writes a number with its noun.
func (b *builder) count(n int, noun string) {
	b.num(n)
	b.str(" " + noun)
	if n != 1 {
		b.str("s")
	}
}

// prose writes the text with its mentions. Line breaks stay: the style keeps white space.
func (b *builder) prose() {
	text := b.doc.Text
	at := 0
	for i := range b.doc.Entities {
		e := &b.doc.Entities[i]
		if e.From < at {
			continue
		}
		b.text(text[at:e.From])
		b.mention(i, e)
		at = e.To
	}
	b.text(text[at:])
}

// mention writes one name: a link to its place in the list, with a card that shows on
// hover and focus. The card is hidden from screen readers, who get the list's entry as the
// description instead of hearing the card in the middle of the sentence.
func (b *builder) mention(i int, e *record.Entity) {
	g := &b.groups[b.of[i]]
	b.str(`<a class="m ` + class(e.Mention.Label))
	if e.Mention.Link.NIL() {
		b.str(" nil")
	}
	b.str(`" href="#` + g.entityID + `" aria-describedby="` + g.entityID + `" data-l="`)
	b.text(e.Label)
	b.str(`">`)
	b.text(e.Text)
	b.str(`<span class="card" aria-hidden="true">`)
	b.card(&e.Mention.Link, e)
	b.str("</span></a>")
}

func (b *builder) card(l *ner.Link, e *record.Entity) {
	b.str("<b>")
	if l.NIL() {
		b.text(strings.Join(strings.Fields(e.Text), " "))
		b.str("</b><i>")
		b.text(e.Label)
		b.str("</i><span>not in the gazetteer</span>")
		return
	}
	b.text(l.Entry.Name)
	b.str("</b><i>")
	b.text(e.Label + " · " + strings.ReplaceAll(l.Entry.Kind.String(), "-", " "))
	b.str("</i>")
	for _, r := range l.Roles {
		b.str("<span>")
		b.text(r)
		b.str("</span>")
	}
	if w := b.within(l); w != "" {
		b.str("<span>in ")
		b.text(w)
		b.str("</span>")
	}
	b.str("<code>")
	b.text(l.Entry.ID)
	b.str("</code>")
}

// within names what an entry lies within, nearest first.
func (b *builder) within(l *ner.Link) string {
	var names []string
	for _, up := range b.page.facts.Within(l.Entry.Index) {
		names = append(names, up.Name)
	}
	return strings.Join(names, ", ")
}
