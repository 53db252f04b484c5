package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/gazetteer"
)

// lookup answers each name with the entries that it may mean.
func (c *call) lookup() error {
	kinds, err := parseKinds(c.All("kind"))
	if err != nil {
		return err
	}
	g, _, err := c.openGazetteer()
	if err != nil {
		return err
	}
	if id := c.Text("within"); id != "" {
		if _, ok := g.ByID(id); !ok {
			return usagef("--within %s: there is no entry with this id", id)
		}
	}
	opts := gazetteer.Options{Kinds: kinds, Within: c.Text("within"), Limit: c.Count("limit"), MinScore: c.Real("min-score"), Edits: true}
	show := map[string]func([]byte, string, []gazetteer.Found) []byte{"json": lookupJSON, "tsv": lookupTSV, "table": lookupTable}[c.Text("output")]
	head := ""
	if c.Text("output") == "tsv" {
		head = "query\trank\tid\tname\tkind\tscore\ttier\talias\tsource\tedits\n"
	}
	if err := writeString(c.stdout, head); err != nil {
		return err
	}
	return c.eachName(func(dst []byte, name string) []byte { return show(dst, name, g.Search(name, opts)) })
}

// eachName answers the operands, or else the lines of standard input, each at once: a
// host that writes a line may wait for the answer.
func (c *call) eachName(answer func(dst []byte, name string) []byte) error {
	var buf []byte
	for _, name := range c.Operands {
		buf = answer(buf[:0], name)
		if _, err := c.stdout.Write(buf); err != nil {
			return err
		}
	}
	if len(c.Operands) > 0 {
		return nil
	}
	in := bufio.NewReaderSize(c.stdin, 64<<10)
	out := bufio.NewWriterSize(c.stdout, 64<<10)
	for {
		line, err := in.ReadString('\n')
		if line != "" {
			buf = answer(buf[:0], strings.TrimRight(line, "\r\n"))
			if _, err := out.Write(buf); err != nil {
				return err
			}
		}
		if in.Buffered() == 0 || err != nil {
			if ferr := out.Flush(); ferr != nil {
				return ferr
			}
		}
		if err != nil {
			return nil // the end of input, or as much as could be read
		}
	}
}

// lookupJSON appends one line: the query and its hits, empty for NIL.
func lookupJSON(dst []byte, name string, found []gazetteer.Found) []byte {
	dst = append(dst, `{"query":`...)
	dst = record.AppendString(dst, strings.ToValidUTF8(name, "\ufffd"))
	dst = append(dst, `,"hits":[`...)
	for i := range found {
		f := &found[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"id":`...)
		dst = record.AppendString(dst, f.Entry.ID)
		dst = append(dst, `,"name":`...)
		dst = record.AppendString(dst, f.Entry.Name)
		dst = append(dst, `,"kind":"`...)
		dst = append(dst, f.Entry.Kind.String()...)
		dst = append(dst, `","score":`...)
		dst = record.AppendRound(dst, f.Score, 4)
		dst = append(dst, `,"tier":"`...)
		dst = append(dst, f.Tier.String()...)
		dst = append(dst, `","alias":`...)
		dst = record.AppendString(dst, f.Alias.Name)
		dst = append(dst, `,"source":`...)
		dst = record.AppendString(dst, f.Alias.Source)
		dst = append(dst, `,"edits":[`...)
		for k, e := range f.Edits {
			if k > 0 {
				dst = append(dst, ',')
			}
			dst = record.AppendString(dst, e.String())
		}
		dst = append(dst, ']')
		if f.Entry.HasPoint {
			dst = append(dst, `,"lat":`...)
			dst = record.AppendRound(dst, f.Entry.Lat, 5)
			dst = append(dst, `,"lon":`...)
			dst = record.AppendRound(dst, f.Entry.Lon, 5)
		}
		dst = append(dst, '}')
	}
	return append(dst, "]}\n"...)
}

func edits(f *gazetteer.Found) string {
	list := make([]string, len(f.Edits))
	for i, e := range f.Edits {
		list[i] = e.String()
	}
	return strings.Join(list, " ")
}

func lookupTSV(dst []byte, name string, found []gazetteer.Found) []byte {
	name = strings.NewReplacer("\t", " ", "\n", " ").Replace(name)
	for i := range found {
		f := &found[i]
		dst = fmt.Appendf(dst, "%s\t%d\t%s\t%s\t%s\t%.4f\t%s\t%s\t%s\t%s\n",
			name, i+1, f.Entry.ID, f.Entry.Name, f.Entry.Kind, f.Score, f.Tier, f.Alias.Name, f.Alias.Source, edits(f))
	}
	if len(found) == 0 {
		dst = append(append(dst, name...), "\t0\t\t\t\t\t\t\t\t\n"...)
	}
	return dst
}

func lookupTable(dst []byte, name string, found []gazetteer.Found) []byte {
	dst = append(append(dst, name...), '\n')
	if len(found) == 0 {
		return append(dst, "  nothing known\n"...)
	}
	for i := range found {
		f := &found[i]
		dst = fmt.Appendf(dst, "  %.3f  %-22s %-12s %-28s", f.Score, f.Entry.ID, f.Entry.Kind, f.Entry.Name)
		if f.Alias.Name != f.Entry.Name || f.Tier != gazetteer.Exact {
			dst = fmt.Appendf(dst, " %s: %s", f.Tier, f.Alias.Name)
			if f.Alias.Source != "" {
				dst = fmt.Appendf(dst, " [%s]", f.Alias.Source)
			}
		}
		if len(f.Edits) > 0 {
			dst = fmt.Appendf(dst, "  %s", edits(f))
		}
		dst = append(dst, '\n')
	}
	return dst
}
