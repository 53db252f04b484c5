package main

import (
	"fmt"
	"io"
	"strings"

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
	rec, err := ner.New(ner.WithGazetteer(g), ner.WithTagger(ner.TaggerName(c.Text("tagger"))), ner.WithCandidates(n), ner.WithExplain(true))
	if err != nil {
		return dataError(err)
	}
	var b strings.Builder
	explainDoc(&b, rec.RecognizeDated(text, date))
	return writeString(c.stdout, b.String())
}

func explainDoc(b *strings.Builder, doc *ner.Document) {
	if t := doc.Trace; t != nil {
		fmt.Fprintf(b, "tokens   %s\n", strings.Join(t.Tokens, "|"))
	}
	if d := doc.Date.String(); d != "" {
		fmt.Fprintf(b, "date     %s\n", d)
	}
	for i := range doc.Mentions {
		explainMention(b, &doc.Mentions[i])
	}
	if t := doc.Trace; t != nil && len(t.Dropped) > 0 {
		b.WriteString("\ndropped\n")
		for _, d := range t.Dropped {
			fmt.Fprintf(b, "  %d..%d  %q  %s  by %s  %.3f: %s\n", d.Start, d.End, d.Text, d.Label, d.Method, d.Score, d.Why)
			explainReasons(b, "    ", d.Reasons)
		}
	}
}

func explainMention(b *strings.Builder, m *ner.Mention) {
	fmt.Fprintf(b, "\n%d..%d  %q  %s  by %s", m.Start, m.End, m.Text, m.Label, m.Method)
	if m.Score > 0 {
		fmt.Fprintf(b, "  %.3f", m.Score)
	}
	fmt.Fprintf(b, "  cluster %d\n", m.Cluster)
	explainReasons(b, "    ", m.Reasons)
	if m.Coref != "" {
		fmt.Fprintf(b, "  = %q  by rule %s\n", m.Fuller, m.Coref)
	}
	if m.Link.NIL() {
		b.WriteString("  -> NIL\n")
	} else {
		e := m.Link.Entry
		fmt.Fprintf(b, "  -> %s  %s (%s)  alias %q", e.ID, e.Name, e.Kind, m.Link.Alias)
		if len(m.Link.Roles) > 0 {
			fmt.Fprintf(b, "  %s", strings.Join(m.Link.Roles, "; "))
		}
		b.WriteByte('\n')
	}
	for i := range m.Candidates {
		c := &m.Candidates[i]
		name := "NIL"
		if !c.NIL() {
			name = fmt.Sprintf("%s  %s (%s)  alias %q", c.Entry.ID, c.Entry.Name, c.Entry.Kind, c.Alias)
		}
		fmt.Fprintf(b, "    %d. %.3f  %s\n", i+1, c.Score, name)
		explainReasons(b, "       ", c.Reasons)
	}
	if len(m.NILReasons) > 0 {
		b.WriteString("    -. NIL\n")
		explainReasons(b, "       ", m.NILReasons)
	}
}

func explainReasons(b *strings.Builder, indent string, list []ner.Reason) {
	for _, r := range list {
		fmt.Fprintf(b, "%s%+7.3f  %-24s %s\n", indent, r.Weight, r.Name, r.Detail)
	}
}
