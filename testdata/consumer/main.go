// Command names is a module outside Namyab's that uses it as anybody would. It is
// built and run by a test, so that what users import keeps compiling for them.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/ner"
)

const sample = "KABUL — Defense Minister Bismillah Khan Mohammadi 😀 left Panjsheer for Kabul on Monday."

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}

func run(w io.Writer) error {
	rec, err := ner.New(ner.WithTagger(ner.TaggerNone))
	if err != nil {
		return err
	}
	doc := rec.Recognize(sample)
	for _, m := range doc.Mentions {
		if got := doc.Text[m.Start:m.End]; got != m.Text {
			return fmt.Errorf("mention %q is not the slice %q", m.Text, got)
		}
		name := "NIL"
		if !m.Link.NIL() {
			name = m.Link.Entry.Name
		}
		if _, err := fmt.Fprintf(w, "mention\t%s\t%s\t%s\n", m.Text, m.Label, name); err != nil {
			return err
		}
	}
	for _, f := range gazetteer.Default().Lookup("Panjsheer", gazetteer.Province) {
		if _, err := fmt.Fprintf(w, "lookup\t%s\t%s\n", f.Entry.ID, f.Entry.Name); err != nil {
			return err
		}
	}
	return nil
}
