package build

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// entryTables are the files of entries, in the order in which entries are numbered.
var entryTables = []string{
	"countries.tsv", "provinces.tsv", "districts.tsv", "settlements.tsv", "features.tsv",
	"world.tsv", "persons.tsv", "organisations.tsv", "peoples.tsv",
}

// lexiconTables are the files of words with their classes.
var lexiconTables = []string{"titles.tsv", "classwords.tsv", "nameparts.tsv"}

// commonTable lists ordinary English words with how often each stands in lower case.
const commonTable = "commonwords.tsv"

// ambiguousTable lists the names that several persons or bodies own.
const ambiguousTable = "ambiguous.tsv"

// tables is everything read from the project's tables.
type tables struct {
	rows      []*row
	classes   map[string]gazetteer.WordClass
	words     []string // keys of classes, in order of reading
	ambiguous map[string]struct{}
	index     map[string]int // id -> row
	p         problems
}

// Compile reads the project's tables under fsys and returns the blob; the same tables give
// the same bytes. Problems come in order of file, line and column; with any there is no
// blob. Tables that are not there count as empty. The error is of reading only.
func Compile(fsys fs.FS) ([]byte, []Problem, error) {
	t, err := readTables(fsys)
	if err != nil {
		return nil, nil, err
	}
	t.check()
	if ps := t.p.sorted(); len(ps) > 0 {
		return nil, ps, nil
	}
	return t.write(), nil, nil
}

// CompileAnyway is Compile that leaves problems aside where it can: for work in progress.
func CompileAnyway(fsys fs.FS) ([]byte, []Problem, error) {
	t, err := readTables(fsys)
	if err != nil {
		return nil, nil, err
	}
	t.check()
	return t.write(), t.p.sorted(), nil
}

// LintTables checks the project's tables under fsys.
func LintTables(fsys fs.FS) ([]Problem, error) {
	t, err := readTables(fsys)
	if err != nil {
		return nil, err
	}
	t.check()
	return t.p.sorted(), nil
}

func readTables(fsys fs.FS) (*tables, error) {
	t := &tables{classes: map[string]gazetteer.WordClass{}, ambiguous: map[string]struct{}{}, index: map[string]int{}}
	for _, name := range entryTables {
		if err := withFile(fsys, name, func(f fs.File) error {
			return (&tsv{lines: newLines(f, name, &t.p), strict: true}).read(t.addRow)
		}); err != nil {
			return nil, err
		}
	}
	for _, name := range lexiconTables {
		if err := withFile(fsys, name, func(f fs.File) error { return t.lexicon(newLines(f, name, &t.p)) }); err != nil {
			return nil, err
		}
	}
	if err := withFile(fsys, commonTable, func(f fs.File) error { return t.common(newLines(f, commonTable, &t.p)) }); err != nil {
		return nil, err
	}
	return t, withFile(fsys, ambiguousTable, func(f fs.File) error { return t.readAmbiguous(newLines(f, ambiguousTable, &t.p)) })
}

func withFile(fsys fs.FS, name string, read func(fs.File) error) (err error) {
	f, err := fsys.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("table %s: %w", name, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return read(f)
}

func (t *tables) addRow(r *row) {
	bad := func(fl field, code, format string, args ...any) {
		t.p.add(r.file, r.line, r.col(fl), code, format, args...)
	}
	if r.name == "" {
		bad(fName, "name-empty", "expected a name")
	}
	if r.id == "" {
		bad(fID, "bad-id", "expected an id")
	}
	if r.kind == gazetteer.NoKind {
		bad(fKind, "unknown-kind", "expected a kind")
	}
	if first, ok := t.index[r.id]; ok && r.id != "" {
		bad(fID, "id-duplicate", "the id %q stands in %s:%d already", r.id, t.rows[first].file, t.rows[first].line)
		return
	}
	if n := len(t.rows); n > 0 && t.rows[n-1].file == r.file && t.rows[n-1].id > r.id {
		bad(fID, "not-sorted", "expected rows in the byte order of ids, found %q after %q", r.id, t.rows[n-1].id)
	}
	t.index[r.id] = len(t.rows)
	t.rows = append(t.rows, r)
}

// plainTable reads a table without entries: each gets the fields of a line and their columns.
func plainTable(l *lines, header string, each func(fields []string, cols []int)) error {
	n := strings.Count(header, "\t") + 1
	seen := false
	for {
		s, err := l.next()
		if err != nil || s == nil {
			return err
		}
		if len(s) == 0 || s[0] == '#' {
			continue
		}
		fields := strings.Split(string(s), "\t")
		if !seen {
			seen = true
			if string(s) != header {
				l.p.add(l.file, l.line, 1, "column-missing", "expected the header %q, found %q", header, clip(string(s)))
			}
			continue
		}
		if len(fields) != n {
			l.p.add(l.file, l.line, 1, "column-count", "expected %d fields as in the header, found %d", n, len(fields))
			continue
		}
		cols := make([]int, n)
		at := 1
		for i, f := range fields {
			cols[i] = at
			at += len(f) + 1
		}
		each(fields, cols)
	}
}

func (t *tables) lexicon(l *lines) error {
	return plainTable(l, "word\tclasses\tsource", func(f []string, cols []int) {
		word := f[0]
		if word == "" || strings.ToLower(word) != word {
			l.p.add(l.file, l.line, cols[0], "bad-word", "expected a word in lower case, found %q", word)
			return
		}
		c, err := gazetteer.ParseWordClass(f[1])
		if err != nil {
			l.p.add(l.file, l.line, cols[1], "bad-word-class", "%s", err)
			return
		}
		t.class(word, c)
	})
}

func (t *tables) common(l *lines) error {
	return plainTable(l, "word\tcount", func(f []string, cols []int) {
		if f[0] == "" || strings.ToLower(f[0]) != f[0] {
			l.p.add(l.file, l.line, cols[0], "bad-word", "expected a word in lower case, found %q", f[0])
			return
		}
		t.class(f[0], gazetteer.Common)
	})
}

func (t *tables) class(word string, c gazetteer.WordClass) {
	if _, ok := t.classes[word]; !ok {
		t.words = append(t.words, word)
	}
	t.classes[word] |= c
}

func (t *tables) readAmbiguous(l *lines) error {
	return plainTable(l, "surface\tids\tnote", func(f []string, cols []int) {
		t.ambiguous[plainName(f[0])] = struct{}{}
		for id := range strings.SplitSeq(f[1], "|") {
			if _, ok := t.index[id]; !ok {
				l.p.add(l.file, l.line, cols[1], "dangling-id", "the id %q is no entry", id)
			}
		}
	})
}

// plainName is what names have in common that are equal up to case and punctuation.
func plainName(s string) string { return string(ngz.AppendWord(nil, s)) }

func (t *tables) write() []byte {
	w := newWriter()
	w.index = func(id string) (uint32, bool) {
		i, ok := t.index[id]
		return uint32(i), ok
	}
	const size = 1 << 20 // enough for all words
	counter := newWalker(nil, size)
	for _, r := range t.rows {
		counter.row(r)
	}
	w.walk(1, counter.count, size)
	for _, r := range t.rows {
		w.walkers[0].row(r)
		w.add(r, 0)
	}
	for _, word := range t.words {
		w.classes = append(w.classes, ngz.Pair{Hash: ngz.HashString(word), Val: uint32(t.classes[word])})
	}
	return w.finish("embedded")
}
