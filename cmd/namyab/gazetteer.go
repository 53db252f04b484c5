package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/build"
)

// gazetteer is the verb of that name: build, lint, export, stats.
func (c *call) gazetteer() error {
	if len(c.Operands) == 0 {
		return usagef("gazetteer is followed by build, lint, export or stats")
	}
	what := c.Operands[0]
	c.Operands = c.Operands[1:]
	switch what {
	case "build":
		return c.buildGazetteer()
	case "lint":
		return c.lintGazetteer()
	case "export":
		g, err := c.namedGazetteer()
		if err != nil {
			return err
		}
		w := bufio.NewWriterSize(c.stdout, 64<<10)
		if err := g.Export(w); err != nil {
			return err
		}
		return w.Flush()
	case "stats":
		return c.gazetteerStats()
	}
	return usagef("gazetteer is followed by build, lint, export or stats, found %q", what)
}

// namedGazetteer opens the file that is named, or else the embedded gazetteer with
// --gazetteer over it.
func (c *call) namedGazetteer() (*gazetteer.Gazetteer, error) {
	if len(c.Operands) == 0 {
		g, _, err := c.openGazetteer()
		return g, err
	}
	if len(c.Operands) > 1 {
		return nil, usagef("one FILE at most, found %d", len(c.Operands))
	}
	blob, err := c.compile(c.Operands[0])
	if err != nil {
		return nil, err
	}
	g, err := gazetteer.Open(string(blob))
	if err != nil {
		return nil, dataError(fmt.Errorf("%s: %w", c.Operands[0], err))
	}
	return g, nil
}

// compile reads a table, a directory of tables, or a file that is compiled already.
func (c *call) compile(name string) ([]byte, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		blob, problems, err := build.Compile(os.DirFS(name))
		return c.compiled(blob, inDir(name, problems), err)
	}
	data, err := readInput(name, c.stdin)
	if err != nil {
		return nil, dataError(err)
	}
	format := build.FormatOf(name, data[:min(len(data), 512)])
	if format == build.NGZ {
		return data, nil
	}
	blob, problems, err := build.CompileUser(bytes.NewReader(data), name, format, gazetteer.Default())
	return c.compiled(blob, problems, err)
}

// inDir puts the directory before the file names of problems.
func inDir(dir string, problems []build.Problem) []build.Problem {
	for i := range problems {
		problems[i].File = filepath.Join(dir, problems[i].File)
	}
	return problems
}

func (c *call) compiled(blob []byte, problems []build.Problem, err error) ([]byte, error) {
	if err != nil {
		return nil, dataError(err)
	}
	if len(problems) > 0 {
		return nil, dataError(&build.ProblemsError{Problems: problems})
	}
	return blob, nil
}

func (c *call) buildGazetteer() error {
	if len(c.Operands) != 1 {
		return usagef("gazetteer build takes one FILE or directory, found %d", len(c.Operands))
	}
	blob, err := c.compile(c.Operands[0])
	if err != nil {
		return err
	}
	return c.writeFile(c.Text("out"), blob)
}

// lintGazetteer prints each defect in a line; any of them makes exit code 1.
func (c *call) lintGazetteer() error {
	if len(c.Operands) == 0 {
		return usagef("gazetteer lint needs at least one FILE or directory")
	}
	var out []byte
	found := false
	for _, name := range c.Operands {
		problems, err := c.lint(name)
		if err != nil {
			return dataError(err)
		}
		for _, p := range problems {
			found = true
			out = c.appendProblem(out, p)
		}
	}
	if _, err := c.stdout.Write(out); err != nil {
		return err
	}
	if found {
		return &codeError{code: exitInput}
	}
	return nil
}

func (c *call) lint(name string) ([]build.Problem, error) {
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		problems, err := build.LintTables(os.DirFS(name))
		return inDir(name, problems), err
	}
	data, err := readInput(name, c.stdin)
	if err != nil {
		return nil, err
	}
	return build.Lint(bytes.NewReader(data), name, build.FormatOf(name, data[:min(len(data), 512)]))
}

func (c *call) appendProblem(dst []byte, p build.Problem) []byte {
	if c.Text("output") != "json" {
		return append(append(dst, p.String()...), '\n')
	}
	dst = record.AppendString(append(dst, `{"file":`...), p.File)
	dst = record.AppendInt(append(dst, `,"line":`...), p.Line)
	dst = record.AppendInt(append(dst, `,"column":`...), p.Column)
	dst = record.AppendString(append(dst, `,"code":`...), p.Code)
	dst = record.AppendString(append(dst, `,"message":`...), strings.ToValidUTF8(p.Message, "\ufffd"))
	return append(dst, '}', '\n')
}

// gazetteerStats counts entries and names by kind.
func (c *call) gazetteerStats() error {
	g, err := c.namedGazetteer()
	if err != nil {
		return err
	}
	st := g.Stats()
	switch c.Text("output") {
	case "json":
		return statsJSON(c.stdout, st)
	case "tsv":
		_, err = fmt.Fprintln(c.stdout, "kind\tentries\tnames")
		for _, k := range st.Kinds {
			if err == nil {
				_, err = fmt.Fprintf(c.stdout, "%s\t%d\t%d\n", k.Kind, k.Entries, k.Aliases)
			}
		}
		return err
	}
	_, err = fmt.Fprintf(c.stdout, "%d entries, %d names, %d lexicon words, %.1f MB\n\n%-16s %9s %9s\n", st.Entries, st.Aliases, st.Words, float64(st.Bytes)/1e6, "kind", "entries", "names")
	for _, k := range st.Kinds {
		if err == nil {
			_, err = fmt.Fprintf(c.stdout, "%-16s %9d %9d\n", k.Kind, k.Entries, k.Aliases)
		}
	}
	return err
}

func statsJSON(w io.Writer, st gazetteer.Stats) error {
	dst := record.AppendInt([]byte(`{"entries":`), st.Entries)
	dst = record.AppendInt(append(dst, `,"names":`...), st.Aliases)
	dst = record.AppendInt(append(dst, `,"words":`...), st.Words)
	dst = record.AppendInt(append(dst, `,"bytes":`...), st.Bytes)
	dst = append(dst, `,"kinds":[`...)
	for i, k := range st.Kinds {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = record.AppendString(append(dst, `{"kind":`...), k.Kind.String())
		dst = record.AppendInt(append(dst, `,"entries":`...), k.Entries)
		dst = record.AppendInt(append(dst, `,"names":`...), k.Aliases)
		dst = append(dst, '}')
	}
	_, err := w.Write(append(dst, "]}\n"...))
	return err
}
