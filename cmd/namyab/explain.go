package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/ner"
)

// explain prints how the recogniser came to its answer. The parts of the evidence of a
// candidate sum to its score (log-odds).
func (c *call) explain() error {
	text := strings.Join(c.Operands, " ")
	if len(c.Operands) == 0 {
		data, err := io.ReadAll(c.stdin)
		if err != nil {
			return inputError(err)
		}
		text = string(data)
	}
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\ufffd"), bom)
	date, err := ner.ParseDate(c.Text("date"))
	if err != nil {
		return usagef("--date: %v", err)
	}
	g, _, err := c.openGazetteer()
	if err != nil {
		return err
	}
	n := c.Count("candidates")
	if n == 0 {
		n = 3
	}
	rec, _, err := c.newRecognizer(g, ner.WithCandidates(n), ner.WithExplain(true))
	if err != nil {
		return err
	}
	var b strings.Builder
	x := explanation{&b, g}
	x.doc(rec.RecognizeDated(text, date))
	return writeString(c.stdout, b.String())
}

// explanation writes what the recogniser says of itself.
type explanation struct {
	b     *strings.Builder
	facts record.Facts
}

func (x explanation) doc(doc *ner.Document) {
	b := x.b
	if t := doc.Trace; t != nil {
		fmt.Fprintf(b, "tokens   %s\n", strings.Join(t.Tokens, "|"))
	}
	if d := doc.Date.String(); d != "" {
		fmt.Fprintf(b, "date     %s\n", d)
	}
	for i := range doc.Mentions {
		x.mention(&doc.Mentions[i])
	}
	if t := doc.Trace; t != nil && len(t.Dropped) > 0 {
		b.WriteString("\ndropped\n")
		for _, d := range t.Dropped {
			fmt.Fprintf(b, "  %d..%d  %q  %s  by %s  %.3f: %s\n", d.Start, d.End, d.Text, d.Label, d.Method, d.Score, d.Why)
			x.reasons("    ", d.Reasons)
		}
	}
}

func (x explanation) mention(m *ner.Mention) {
	b := x.b
	fmt.Fprintf(b, "\n%d..%d  %q  %s  by %s", m.Start, m.End, m.Text, m.Label, m.Method)
	if m.Score > 0 {
		fmt.Fprintf(b, "  %.3f", m.Score)
	}
	fmt.Fprintf(b, "  cluster %d\n", m.Cluster)
	x.reasons("    ", m.Reasons)
	if m.Coref != "" {
		fmt.Fprintf(b, "  = %q  by rule %s\n", m.Fuller, m.Coref)
	}
	if m.Link.NIL() {
		b.WriteString("  -> NIL\n")
	} else {
		fmt.Fprintf(b, "  -> %s", x.identity(&m.Link, m.Text))
		if len(m.Link.Roles) > 0 {
			fmt.Fprintf(b, "  %s", strings.Join(m.Link.Roles, "; "))
		}
		b.WriteByte('\n')
	}
	for i := range m.Candidates {
		c := &m.Candidates[i]
		name := "NIL"
		if !c.NIL() {
			name = x.identity(&c.Link, m.Text)
		}
		fmt.Fprintf(b, "    %d. %.3f  %s\n", i+1, c.Score, name)
		x.reasons("       ", c.Reasons)
	}
	if len(m.NILReasons) > 0 {
		b.WriteString("    -. NIL\n")
		x.reasons("       ", m.NILReasons)
	}
}

func (x explanation) reasons(indent string, list []ner.Reason) {
	for _, r := range list {
		fmt.Fprintf(x.b, "%s%+7.3f  %-24s %s\n", indent, r.Weight, r.Name, r.Detail)
	}
}

// identity writes an entry, the listed name that was met with its source, the edits that
// lead to it, and the gazetteer when it is the user's.
func (x explanation) identity(l *ner.Link, surface string) string {
	out := fmt.Sprintf("%s  %s (%s)", l.Entry.ID, l.Entry.Name, l.Entry.Kind)
	if l.Alias != "" {
		out += fmt.Sprintf("  as %q", l.Alias)
	}
	if src := record.AliasSource(x.facts, l); src != "" {
		out += " [" + src + "]"
	}
	if edits := record.Edits(surface, l.Alias); len(edits) > 0 && l.Alias != "" {
		out += "  " + strings.Join(edits, " ")
	}
	if layer := x.facts.Layer(l.Entry.Index); layer != "embedded" && layer != "" {
		out += "  from " + layer
	}
	return out
}
