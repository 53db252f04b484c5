package flags

import (
	"fmt"
	"io"
	"strings"
)

// Man writes the manual page (section 1) in the man macros of roff.
func (s *Set) Man(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"%s %s\" \"User Commands\"\n", strings.ToUpper(s.Tool), s.Tool, s.Version)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n.SH SYNOPSIS\n", s.Tool, roff(s.Summary))
	for i := range s.Verbs {
		v := &s.Verbs[i]
		fmt.Fprintf(&b, ".B %s %s\n[flags] %s\n.br\n", s.Tool, v.Name, roff(v.Operands))
	}
	b.WriteString(".SH DESCRIPTION\n")
	paragraphs(&b, s.Long)
	for i := range s.Verbs {
		s.manVerb(&b, &s.Verbs[i])
	}
	b.WriteString(".SH EXIT STATUS\n")
	for _, e := range s.Exits {
		fmt.Fprintf(&b, ".TP\n.B %d\n%s\n", e.Code, roff(e.Meaning))
	}
	for _, sec := range s.Sections {
		fmt.Fprintf(&b, ".SH %s\n", strings.ToUpper(roff(sec.Title)))
		paragraphs(&b, sec.Body())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s *Set) manVerb(b *strings.Builder, v *Verb) {
	fmt.Fprintf(b, ".SH %s\n%s.\n", strings.ToUpper(roff(v.Name)), roff(v.Summary))
	paragraphs(b, v.Long)
	for _, c := range categories(s.of(v)) {
		fmt.Fprintf(b, ".SS %s\n", roff(c.name))
		for _, f := range c.flags {
			fmt.Fprintf(b, ".TP\n.B %s\n%s.\n", roff(strings.TrimSpace(f.spelling())), roff(f.Help+f.defaults()))
			if f.Long != "" {
				b.WriteString(roff(f.Long) + "\n")
			}
		}
	}
	if len(v.Examples) > 0 {
		b.WriteString(".SS Examples\n")
	}
	for _, e := range v.Examples {
		fmt.Fprintf(b, "%s:\n.PP\n.nf\n.RS\n%s\n.RE\n.fi\n.PP\n", roff(e.Note), roff(e.Command))
	}
}

func paragraphs(b *strings.Builder, text string) {
	for _, par := range strings.Split(text, "\n\n") {
		if par == "" {
			continue
		}
		if strings.HasPrefix(par, " ") {
			fmt.Fprintf(b, ".PP\n.nf\n%s\n.fi\n", roff(par))
			continue
		}
		fmt.Fprintf(b, ".PP\n%s\n", roff(strings.Join(strings.Fields(par), " ")))
	}
}

// roff escapes what roff would read as a request, and every character beyond ASCII: not
// all readers of man pages take UTF-8.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...").Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	var b strings.Builder
	for _, r := range strings.Join(lines, "\n") {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\[u%04X]`, r)
		}
	}
	return b.String()
}
