// Package build compiles the plain tables into the blob that package gazetteer opens,
// and is their validator. Only commands, generators and tests import it.
package build

import (
	"fmt"
	"io"
	"io/fs"

	"github.com/namyab/namyab/gazetteer"
)

// Problem is one defect of a table. Line and Column count from 1; Column counts the
// fields of a TSV line, and bytes in JSONL.
type Problem struct {
	File    string
	Line    int
	Column  int
	Code    string // stable: see Codes
	Message string
}

// String returns file:line:column: message [code].
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s [%s]", p.File, p.Line, p.Column, p.Message, p.Code)
}

// Compile reads the project's tables under fsys and returns the blob; the same tables give
// the same bytes. Problems are in order of file, line and column; with any there is no blob.
func Compile(fsys fs.FS) ([]byte, []Problem, error) { return nil, nil, nil }

// Format is the format of a user's gazetteer file.
type Format uint8

// The formats.
const (
	TSV   Format = iota // header line, then one entry a line
	JSONL               // one JSON object a line
	NGZ                 // compiled
)

// FormatOf guesses the format from the file name and the first bytes.
func FormatOf(name string, head []byte) Format { return TSV }

// CompileUser reads one user gazetteer and returns its blob. name goes into the problems
// and becomes the layer's name. base, when not nil, resolves ids in within and affiliations.
func CompileUser(r io.Reader, name string, f Format, base *gazetteer.Gazetteer) ([]byte, []Problem, error) {
	return nil, nil, nil
}

// LoadUser reads, compiles and opens user gazetteers and lays them over base, in order.
// Problems are an error of type *ProblemsError.
func LoadUser(base *gazetteer.Gazetteer, files ...File) (*gazetteer.Gazetteer, error) {
	return base, nil
}

// File is one named input of LoadUser.
type File struct {
	Name string
	Data io.Reader
}

// ProblemsError reports the defects of a user's gazetteer.
type ProblemsError struct{ Problems []Problem }

// Error lists the first problems, one a line.
func (e *ProblemsError) Error() string { return fmt.Sprint(e.Problems) }

// Lint checks one user gazetteer (TSV or JSONL) or, with a directory of tables, all of
// them, and returns every problem.
func Lint(r io.Reader, name string, f Format) ([]Problem, error) { return nil, nil }

// LintTables checks the project's tables under fsys.
func LintTables(fsys fs.FS) ([]Problem, error) { return nil, nil }

// Codes lists every problem code with a short explanation, in alphabetical order.
func Codes() []Code { return nil }

// Code is one kind of defect.
type Code struct{ Name, Meaning string }
