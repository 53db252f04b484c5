package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"github.com/namyab/namyab/cmd/namyab/internal/format"
	"github.com/namyab/namyab/cmd/namyab/internal/pipe"
	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/ner"
)

// recognizer is what the command needs of ner.Recognizer; tests put their own in its place.
type recognizer interface {
	RecognizeDated(text string, d ner.Date) *ner.Document
}

var _ recognizer = (*ner.Recognizer)(nil)

// extract runs the verb. bare tells that namyab was called without any argument: on a
// terminal that is a question, not a wish to type a text.
func (c *call) extract(bare bool) error {
	if f, ok := c.stdin.(*os.File); ok && bare && term.IsTerminal(int(f.Fd())) {
		return c.help(commandLine())
	}
	x, err := c.extractor()
	if err != nil {
		return err
	}
	stop := newStopper()
	defer stop.close()
	mode := map[string]pipe.Mode{"text": pipe.TextFile, "lines": pipe.Lines, "jsonl": pipe.JSONLines, "html": pipe.HTMLFile}[c.Text("input")]
	cfg := &pipe.Config{
		Files: c.Operands, Mode: mode, NUL: c.Given("null-data"), MaxLine: c.Size("max-line"), MaxDoc: c.Size("max-doc"),
		Workers: c.workers(), Stop: stop.stopped.Load, Stdin: drained(c.stdin, stop),
		Answer: x.answer, Between: x.writer.Between(),
	}
	if len(cfg.Files) == 0 {
		cfg.Files = []string{pipe.Stdin}
	}
	x.mode, x.maxDoc = mode, cfg.MaxDoc
	return c.pump(cfg, x)
}

// pump runs the pipe with the header and the footer of the format around it.
func (c *call) pump(cfg *pipe.Config, x *extractor) error {
	var st pipe.Stats
	report := c.newProgress(&st)
	err := writeString(c.stdout, x.writer.Header())
	if err == nil {
		err = pipe.Run(cfg, c.stdout, &st)
	}
	if err == nil {
		err = writeString(c.stdout, x.writer.Footer())
	}
	report.end(c.Given("stats"))
	if err != nil {
		return fmt.Errorf("writing to standard output: %w", err)
	}
	if c.Given("strict") && st.Errors.Load() > 0 {
		return &codeError{code: exitInput}
	}
	return nil
}

// workers returns how many documents are read side by side. More than there are processors
// would cost memory, some megabytes each, and no time less.
func (c *call) workers() int {
	n := runtime.GOMAXPROCS(0)
	if asked := c.Count("jobs"); asked > 0 {
		return min(asked, n)
	}
	return n
}

// extractor turns one unit of input into the bytes of its answer.
type extractor struct {
	rec    recognizer
	writer format.Writer
	labels *record.LabelMap
	keys   pipe.Keys
	date   ner.Date
	mode   pipe.Mode
	maxDoc int
	jsonl  bool   // the output is one line a document: blank lines are answered
	eol    string // "\n", or NUL with --null-data
}

func (c *call) extractor() (*extractor, error) {
	x := &extractor{eol: "\n", jsonl: c.Text("output") == "jsonl"}
	if c.Given("null-data") {
		x.eol = "\x00"
	}
	var err error
	if x.date, err = ner.ParseDate(c.Text("date")); err != nil {
		return nil, usagef("--date: %v", err)
	}
	if x.labels, err = record.ParseLabelMap(c.Text("labels-map")); err != nil {
		return nil, usagef("--labels-map: %v", err)
	}
	x.keys = pipe.Keys{Text: c.Text("field"), ID: c.Text("id-field"), Date: c.Text("date-field"), StrictDate: c.Given("date-field"), Into: c.Text("into")}
	if into := x.keys.Into; into != "" && (into == x.keys.Text || into == x.keys.ID || into == "id") {
		return nil, usagef("--into %s would replace the field that holds the text or the id; choose another key", into)
	}
	unit, err := record.ParseUnit(c.Text("offsets"))
	if err != nil {
		return nil, usagef("--offsets: %v", err)
	}
	world, err := c.open()
	if err != nil {
		return nil, err
	}
	x.rec = world.rec
	enc := &record.Encoder{Unit: unit, Facts: world.facts, Tool: "namyab " + toolVersion, Data: world.dataVersion, Model: world.modelVersion,
		Alternatives: c.Count("candidates"), Explain: c.Given("explain"), Into: x.keys.Into, Max: c.Size("max-output-bytes")}
	x.writer, err = format.New(c.Text("output"), enc)
	return x, err
}

// parseLabels reads the value of --labels.
func parseLabels(list string) ([]ner.Label, error) {
	var out []ner.Label
	for _, name := range strings.Split(list, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		l, err := ner.ParseLabel(name)
		if err != nil {
			return nil, usagef("--labels: %v", err)
		}
		out = append(out, l)
	}
	return out, nil
}
