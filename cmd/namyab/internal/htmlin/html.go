// Package htmlin reads the running text of an HTML page and remembers where every byte of
// it stands in the page. Scripts, styles, navigation and other boilerplate are left out,
// entities are decoded, blocks are set apart.
package htmlin

import (
	"bytes"
	"html"
	"sort"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Page is the text of an HTML page with its map.
type Page struct {
	// Text is what is analysed: line breaks inside a paragraph are spaces, as a browser
	// shows them, and blocks are separated by an empty line.
	Text string

	// Shown has the same length as Text and the white space of the page, so that a slice of
	// it equals the slice of the page, unescaped.
	Shown string

	pieces []piece
}

// piece is a run of text and where it comes from. A verbatim piece has the same length in
// both; any other piece (an entity) maps as a whole.
type piece struct {
	text, src       int // where it begins
	textLen, srcLen int
	verbatim        bool
}

// Source maps a half-open range of Text to the range of the page that it was read from. The
// range of the page begins with the first and ends with the last character of the range;
// tags between them lie inside it. ok is false for a range that holds only separators.
func (p *Page) Source(from, to int) (start, end int, ok bool) {
	i := sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].text+p.pieces[i].textLen > from })
	j := sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].text >= to }) - 1
	if i >= len(p.pieces) || j < i {
		return 0, 0, false
	}
	a, b := p.pieces[i], p.pieces[j]
	start, end = a.src, b.src+b.srcLen
	if a.verbatim {
		start += max(0, from-a.text)
	}
	if b.verbatim {
		end = b.src + min(to-b.text, b.textLen)
	}
	return start, end, true
}

// skipped reports whether the content of an element is no running text.
func skipped(a atom.Atom) bool {
	switch a {
	case atom.Head, atom.Title, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Header,
		atom.Footer, atom.Aside, atom.Svg, atom.Math, atom.Select, atom.Button, atom.Textarea,
		atom.Iframe, atom.Object, atom.Form, atom.Noembed, atom.Noframes, atom.Canvas, atom.Audio,
		atom.Video, atom.Menu, atom.Dialog:
		return true
	}
	return false
}

// inline reports whether an element does not end a line of text; every other one does.
func inline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code,
		atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I, atom.Ins,
		atom.Kbd, atom.Mark, atom.Q, atom.S, atom.Samp, atom.Small, atom.Span,
		atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U, atom.Var, atom.Wbr,
		atom.Acronym, atom.Big, atom.Tt, atom.Img, atom.Strike:
		return true
	}
	return false
}

// void reports whether an element has no content and no end tag.
func void(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img,
		atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// reader holds the state of reading one page.
type reader struct {
	text, shown []byte
	pieces      []piece
	skip        atom.Atom // the element being left out, 0 for none
	depth       int       // how many of them are open
	article     int       // open <article> and <main>: a <header> in them is a headline
	pre         int
	gap         bool // a block ended: the next text begins a paragraph
}

// Read reads a page, which must be valid UTF-8. It never fails: browsers show broken pages,
// too. It takes time and memory linear in the page.
func Read(page []byte) *Page {
	r := &reader{}
	z := xhtml.NewTokenizer(bytes.NewReader(page))
	pos := 0
	for {
		kind := z.Next()
		raw := z.Raw()
		start := pos
		pos += len(raw)
		switch kind {
		case xhtml.ErrorToken:
			return &Page{Text: string(r.text), Shown: string(r.shown), pieces: r.pieces}
		case xhtml.TextToken:
			if r.depth == 0 {
				r.run(string(raw), start)
			}
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			r.open(z)
		case xhtml.EndTagToken:
			name, _ := z.TagName()
			r.close(atom.Lookup(name))
		}
	}
}

func (r *reader) open(z *xhtml.Tokenizer) {
	name, attrs := z.TagName()
	a := atom.Lookup(name)
	if r.depth > 0 && (a == atom.Article || a == atom.Main) {
		r.depth = 0 // a navigation that was never closed
	}
	if r.depth > 0 {
		if a == r.skip && !void(a) {
			r.depth++
		}
		return
	}
	if !inline(a) {
		r.gap = true
	}
	switch a {
	case atom.Article, atom.Main:
		r.article++
	case atom.Pre:
		r.pre++
	}
	hide := skipped(a) && (a != atom.Header || r.article == 0)
	if hide || attrs && hidden(z) {
		if !void(a) {
			r.skip, r.depth = a, 1
		}
	}
}

// hidden reports whether the attributes say that the element is not shown or not read.
func hidden(z *xhtml.Tokenizer) bool {
	for {
		key, val, more := z.TagAttr()
		switch string(key) {
		case "hidden":
			return true
		case "aria-hidden":
			if string(val) == "true" {
				return true
			}
		case "role":
			switch string(val) {
			case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar":
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(string(val), " ", ""), "display:none") {
				return true
			}
		}
		if !more {
			return false
		}
	}
}

func (r *reader) close(a atom.Atom) {
	if r.depth > 0 {
		if a == r.skip || a == atom.Body || a == atom.Html {
			r.depth--
			r.gap = true
		}
		return
	}
	if !inline(a) {
		r.gap = true
	}
	switch a {
	case atom.Article, atom.Main:
		r.article = max(0, r.article-1)
	case atom.Pre:
		r.pre = max(0, r.pre-1)
	}
}

// run adds a text token that begins at src in the page.
func (r *reader) run(raw string, src int) {
	if r.gap {
		if strings.TrimLeft(raw, " \t\r\n\f") == "" {
			return // white space between blocks
		}
		if len(r.text) > 0 {
			r.text = append(r.text, "\n\n"...)
			r.shown = append(r.shown, "\n\n"...)
		}
		r.gap = false
	}
	from := 0
	for i := 0; i < len(raw); {
		if raw[i] != '&' {
			i++
			continue
		}
		n, decoded := entity(raw[i:])
		if n == 0 {
			i++
			continue
		}
		r.add(raw[from:i], src+from, i-from, true)
		r.add(decoded, src+i, n, false)
		i += n
		from = i
	}
	r.add(raw[from:], src+from, len(raw)-from, true)
}

func (r *reader) add(s string, src, srcLen int, verbatim bool) {
	if s == "" {
		return
	}
	r.pieces = append(r.pieces, piece{text: len(r.text), src: src, textLen: len(s), srcLen: srcLen, verbatim: verbatim})
	r.shown = append(r.shown, s...)
	at := len(r.text)
	r.text = append(r.text, s...)
	if r.pre > 0 {
		return
	}
	for i := at; i < len(r.text); i++ {
		switch r.text[i] {
		case '\n', '\r', '\t', '\f':
			r.text[i] = ' '
		}
	}
}

// longest is more than the length of any entity ("&CounterClockwiseContourIntegral;").
const longest = 40

// entity returns the length of the character reference at the beginning of s and what it
// stands for; 0 when there is none. How far a reference without a semicolon reaches is
// settled by asking the decoder: the shortest prefix that explains the whole.
func entity(s string) (int, string) {
	end := 1
	for end < len(s) && end < longest && (isAlnum(s[end]) || s[end] == '#') {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	all := html.UnescapeString(s[:end])
	if all == s[:end] {
		return 0, ""
	}
	for n := 2; n <= end; n++ {
		if d := html.UnescapeString(s[:n]); d != s[:n] && d+s[n:end] == all {
			return n, d
		}
	}
	return 0, ""
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
