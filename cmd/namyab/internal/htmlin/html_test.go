package htmlin

import (
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRead(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"plain text", "Kabul", "Kabul"},
		{"paragraphs", "<p>Kabul</p>\n<p>Herat</p>", "Kabul\n\nHerat"},
		{"inline tags", "<p>Ahmad <b>Shah</b> Massoud</p>", "Ahmad Shah Massoud"},
		{"line break", "Kabul<br>Herat", "Kabul\n\nHerat"},
		{"white space in a paragraph", "<p>Ahmad\n\tShah", "Ahmad  Shah"},
		{"pre keeps lines", "<pre>a\nb</pre>", "a\nb"},
		{"entities", "Kabul&rsquo;s &amp; Herat&#8217;s &#x6A9;", "Kabul’s & Herat’s ک"},
		{"entity without semicolon", "R&ampD &notin; &not x", "R&D ∉ ¬ x"},
		{"no entity", "AT&T &; &unknown; &", "AT&T &; &unknown; &"},
		{"script and style", "<style>p{}</style>a<script>var x = '<p>'</script>b", "a\n\nb"},
		{"head", "<head><title>T</title></head><body>x", "x"},
		{"navigation", "<nav><ul><li>Home</ul></nav><p>x</p><footer>y</footer>", "x"},
		{"nested aside", "<aside>a<aside>b</aside>c</aside>d", "d"},
		{"header of the page", "<header>Site</header><p>x", "x"},
		{"header of an article", "<article><header><h1>Title</h1></header><p>x", "Title\n\nx"},
		{"nav never closed", "<nav>Home<main><p>x", "x"},
		{"hidden", `<p hidden>a</p><div style="display: none">b</div><p>c`, "c"},
		{"role", `<div role="navigation">a <div>b</div> c</div>d`, "d"},
		{"comment", "a<!-- b -->c", "ac"},
		{"torn", "<p>Kabul <a href='", "Kabul "},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := Read([]byte(tt.page))
			assert.Equal(t, tt.want, p.Text)
			check(t, tt.page, p)
		})
	}
}

// check slices the page at every character of the text and unescapes the slice to it.
func check(t *testing.T, page string, p *Page) {
	t.Helper()
	require.Equal(t, len(p.Text), len(p.Shown))
	last := 0
	for i, r := range p.Shown {
		start, end, ok := p.Source(i, i+len(string(r)))
		if !ok {
			require.Equal(t, '\n', r, "only separators have no source")
			continue
		}
		require.LessOrEqual(t, last, end)
		last = start
		require.Contains(t, html.UnescapeString(page[start:end]), string(r))
	}
}

func TestSourceOfRange(t *testing.T) {
	page := "<p>The &laquo;Lion&raquo; <i>of Panj&shy;shir</i>, Ahmad&nbsp;Shah"
	p := Read([]byte(page))
	for _, surface := range []string{"«Lion»", "Panj\u00adshir", "Ahmad\u00a0Shah"} {
		i := strings.Index(p.Shown, surface)
		require.GreaterOrEqual(t, i, 0, surface)
		start, end, ok := p.Source(i, i+len(surface))
		require.True(t, ok)
		assert.Equal(t, surface, html.UnescapeString(page[start:end]))
	}
	i := strings.Index(p.Shown, "Lion» of")
	start, end, ok := p.Source(i, i+len("Lion» of"))
	require.True(t, ok)
	assert.Equal(t, "Lion&raquo; <i>of", page[start:end])
}

func FuzzRead(f *testing.F) {
	f.Add("<p>Kabul&rsquo;s <b>x</b> &ampfoo <nav>a</nav><pre>\n</pre>")
	f.Add("<script>a</script>&#x;&#0;&NotEqualTilde;")
	f.Fuzz(func(t *testing.T, page string) {
		page = strings.ToValidUTF8(page, "?")
		p := Read([]byte(page))
		require.Equal(t, len(p.Text), len(p.Shown))
		last := 0
		for _, q := range p.pieces {
			require.GreaterOrEqual(t, q.src, last, "pieces are in order and apart")
			last = q.src + q.srcLen
			require.LessOrEqual(t, last, len(page))
			got := page[q.src:last]
			if q.verbatim {
				require.Equal(t, p.Shown[q.text:q.text+q.textLen], got)
			} else {
				require.Equal(t, p.Shown[q.text:q.text+q.textLen], html.UnescapeString(got))
			}
		}
	})
}
