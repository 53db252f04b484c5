package flags

import (
	"fmt"
	"io"
	"strings"
)

// width is the column at which help wraps.
const width = 88

// Overview writes the help of the whole tool.
func (s *Set) Overview(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s: %s\n\n", s.Tool, s.Version, s.Summary)
	if v, ok := s.Verb(s.Default); ok {
		examples(&b, v.Examples[:min(2, len(v.Examples))])
	}
	b.WriteString("Verbs (" + s.Default + " is meant when there is none):\n")
	for i := range s.Verbs {
		v := &s.Verbs[i]
		fmt.Fprintf(&b, "  %-11s %s\n", v.Name, v.Summary)
	}
	fmt.Fprintf(&b, "\n%s VERB --help tells all of a verb.\n", s.Tool)
	if s.Long != "" {
		b.WriteString("\n")
		wrap(&b, s.Long, "")
	}
	b.WriteString("\nExit codes:\n")
	for _, e := range s.Exits {
		hang(&b, fmt.Sprintf("  %d  ", e.Code), e.Meaning, 5)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Help writes the help of one verb: usage, examples, text, flags by category.
func (s *Set) Help(w io.Writer, v *Verb) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s [flags] %s\n\n", s.Tool, v.Name, v.Operands)
	wrap(&b, v.Summary+".", "")
	b.WriteByte('\n')
	examples(&b, v.Examples)
	if v.Long != "" {
		wrap(&b, v.Long, "")
		b.WriteByte('\n')
	}
	for _, c := range categories(s.of(v)) {
		fmt.Fprintf(&b, "%s:\n", c.name)
		for _, f := range c.flags {
			s.flagHelp(&b, f)
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, strings.TrimRight(b.String(), "\n")+"\n")
	return err
}

func (s *Set) flagHelp(b *strings.Builder, f *Flag) {
	hang(b, fmt.Sprintf("  %-27s ", f.spelling()), f.Help+f.defaults(), 30)
	if f.Long != "" {
		wrap(b, f.Long, strings.Repeat(" ", 30))
	}
}

func (f *Flag) defaults() string {
	out := ""
	if len(f.Choices) > 0 {
		out = ": " + strings.Join(f.Choices, ", ")
	}
	if f.Default != "" {
		out += " (default " + f.Default + ")"
	}
	if f.Repeat {
		out += "; repeatable"
	}
	return out
}

func examples(b *strings.Builder, list []Example) {
	for _, e := range list {
		fmt.Fprintf(b, "  # %s\n  %s\n\n", e.Note, e.Command)
	}
}

type category struct {
	name  string
	flags []*Flag
}

// categories groups flags by category, in order of first appearance.
func categories(flags []*Flag) []category {
	var out []category
next:
	for _, f := range flags {
		for i := range out {
			if out[i].name == f.Category {
				out[i].flags = append(out[i].flags, f)
				continue next
			}
		}
		out = append(out, category{f.Category, []*Flag{f}})
	}
	return out
}

// hang writes head, then text wrapped and indented to the column after head.
func hang(b *strings.Builder, head, text string, indent int) {
	if len([]rune(head)) > indent {
		b.WriteString(strings.TrimRight(head, " ") + "\n")
		head = strings.Repeat(" ", indent)
	}
	var t strings.Builder
	wrap(&t, text, strings.Repeat(" ", indent))
	b.WriteString(head + strings.TrimLeft(t.String(), " "))
}

// wrap writes paragraphs wrapped to width; a paragraph that begins with white space is kept as it is.
func wrap(b *strings.Builder, text, indent string) {
	for i, par := range strings.Split(text, "\n\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		if strings.HasPrefix(par, " ") {
			for _, line := range strings.Split(par, "\n") {
				b.WriteString(indent + line + "\n")
			}
			continue
		}
		line := indent
		for _, word := range strings.Fields(par) {
			if len([]rune(line))+len([]rune(word)) > width && line != indent {
				b.WriteString(strings.TrimRight(line, " ") + "\n")
				line = indent
			}
			line += word + " "
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}
