package build

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one defect of a table. Line and Column count from 1; Column is the byte
// of the line at which the offending field or key begins.
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

// Code is one kind of defect.
type Code struct{ Name, Meaning string }

var codes = []Code{
	{"alias-ambiguous", "a name of two persons or bodies that ambiguous.tsv does not list"},
	{"alias-class", "an alias class that is not one of name, acronym, demonym, short, nickname, former, code"},
	{"alias-duplicate", "the same alias twice in one row"},
	{"alias-empty", "an empty item in a list"},
	{"alias-is-name", "an alias that only repeats the name of the entry"},
	{"alias-attribute", "an attribute in square brackets that is not lang=, src= or class="},
	{"bad-country", "a country that is not two capital letters (ISO 3166-1 alpha-2)"},
	{"bad-date", "a year or date that is not YYYY, YYYY-MM or YYYY-MM-DD"},
	{"bad-encoding", "bytes that are not UTF-8"},
	{"bad-id", "an id that is empty, too long or has characters other than letters, digits, _ . : - /"},
	{"bad-json", "a line that is not one JSON object, or a value of the wrong type"},
	{"bad-lang", "a language that is not a BCP 47 tag"},
	{"bad-latitude", "a latitude that is not a number from -90 to 90"},
	{"bad-longitude", "a longitude that is not a number from -180 to 180"},
	{"bad-number", "a population that is not a whole number"},
	{"bad-op", "an operation that is not add, replace or suppress, or that lacks what it works on"},
	{"bad-prior", "a prior that is not a whole number from 0 to 10"},
	{"bad-ref", "a reference that is not scheme=value"},
	{"bad-word", "a lexicon word that is not in lower case"},
	{"bad-word-class", "a word class that the lexicon does not know"},
	{"byte-order-mark", "a byte order mark"},
	{"carriage-return", "a line that ends in CR LF"},
	{"column-count", "a line with more or fewer fields than the header"},
	{"column-duplicate", "a column or key twice"},
	{"column-missing", "a header without a column that is needed"},
	{"column-unknown", "a column or key that is not one of the format"},
	{"control-character", "a control character or an invisible mark"},
	{"dangling-affiliation", "an affiliation that is no entry"},
	{"dangling-id", "an id in ambiguous.tsv or in an operation that is no entry"},
	{"dangling-within", "a parent that is no entry"},
	{"date-order", "a range that ends before it begins"},
	{"died-before-born", "a death before the birth"},
	{"id-duplicate", "an id that another row has"},
	{"lonely-coordinate", "a latitude without a longitude, or the reverse"},
	{"name-empty", "a row without a name"},
	{"no-header", "a file without a header line"},
	{"not-compiled", "a compiled gazetteer that does not open"},
	{"not-sorted", "a row out of the order of ids"},
	{"outside-country", "coordinates outside the country of the entry"},
	{"self-within", "an entry within itself"},
	{"stray-script", "a canonical name or an unmarked alias with letters of two scripts"},
	{"too-long", "a field that is longer than the format holds"},
	{"too-many", "more entries, languages or sources than the format holds"},
	{"unknown-kind", "a kind that is not one of the published ones"},
	{"white-space", "white space at an end, two in a row, or other than a plain space"},
	{"within-kind", "a parent that is no place"},
	{"wrong-source", "a source with a character that separates lists"},
}

// Codes lists every problem code with what it means.
func Codes() []Code { return slices.Clone(codes) }

// problems collects defects, up to a bound so that a wrong file does not fill the memory.
type problems struct {
	list []Problem
	more int
}

const maxProblems = 100_000

func (p *problems) add(file string, line, col int, code, format string, args ...any) {
	if len(p.list) >= maxProblems {
		p.more++
		return
	}
	p.list = append(p.list, Problem{file, line, col, code, fmt.Sprintf(format, args...)})
}

// join adds the defects of q.
func (p *problems) join(q *problems) {
	n := min(len(q.list), maxProblems-len(p.list))
	p.list = append(p.list, q.list[:n]...)
	p.more += q.more + len(q.list) - n
}

func (p *problems) sorted() []Problem {
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Column-b.Column, strings.Compare(a.Code, b.Code))
	})
	return p.list
}

// ProblemsError reports the defects of a user's gazetteer.
type ProblemsError struct{ Problems []Problem }

// Error lists the first problems, one a line, and counts the rest.
func (e *ProblemsError) Error() string {
	var b strings.Builder
	for i, p := range e.Problems {
		if i == 10 {
			fmt.Fprintf(&b, "\nand %d more", len(e.Problems)-i)
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.String())
	}
	return b.String()
}
