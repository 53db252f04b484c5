package build

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/internal/wire"
)

// Format is the format of a user's gazetteer file.
type Format uint8

// The formats.
const (
	TSV   Format = iota // header line, then one entry a line
	JSONL               // one JSON object a line
	NGZ                 // compiled
)

// FormatOf tells the format from the first bytes, and from the name where they do not say.
func FormatOf(name string, head []byte) Format {
	switch ext := strings.ToLower(path.Ext(name)); {
	case bytes.HasPrefix(head, []byte(ngz.Magic)), ext == ".ngz" && len(head) == 0:
		return NGZ
	case ext == ".jsonl", ext == ".ndjson", ext == ".json", bytes.HasPrefix(bytes.TrimLeft(head, "\uFEFF \t\r\n"), []byte("{")):
		return JSONL
	}
	return TSV
}

// CompileUser reads one user gazetteer of format TSV or JSONL and returns its blob. name
// goes into the problems, and becomes the name of the layer. With any problem there is no
// blob. The error is of reading only.
//
// A row needs a name; id, kind and every other column of the project's tables may be there.
// op says what the row does: add (default), replace or suppress the entry of that id; with
// suppress and a column alias, those listed names of the entry go (of every entry, where
// there is no id) and the entry stays. A row that adds to an id of a layer below adds its
// names and facts to that entry. With base, parents, affiliations and the ids of replace
// and suppress must be entries of base or of the file. The file is read to its end first. A
// million rows with one alias each take about ten seconds of processor time, spread over the
// processors, and 750 MB; the blob is some 300 MB of those.
func CompileUser(r io.Reader, name string, f Format, base *gazetteer.Gazetteer) ([]byte, []Problem, error) {
	u := newUser(name, base)
	if err := u.read(r, f); err != nil {
		return nil, nil, err
	}
	if ps := u.p.sorted(); len(ps) > 0 {
		return nil, ps, nil
	}
	w := u.w
	u.w, u.ids, u.made = nil, lineOf{}, nil // finish needs the memory
	return w.finish(name), nil, nil
}

// Lint checks one user gazetteer and returns every problem. A compiled one is opened.
func Lint(r io.Reader, name string, f Format) ([]Problem, error) {
	if f == NGZ {
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if _, err := gazetteer.Open(string(data)); err != nil {
			return []Problem{{File: name, Line: 1, Column: 1, Code: "not-compiled", Message: err.Error()}}, nil
		}
		return nil, nil
	}
	u := newUser(name, nil)
	if err := u.read(r, f); err != nil {
		return nil, err
	}
	return u.p.sorted(), nil
}

// File is one named input of LoadUser.
type File struct {
	Name string
	Data io.Reader
}

// LoadUser reads, compiles and opens user gazetteers of any format and lays them over base,
// in order. Defects of the files are an error of type *ProblemsError.
func LoadUser(base *gazetteer.Gazetteer, files ...File) (*gazetteer.Gazetteer, error) {
	g := base
	for _, file := range files {
		layer, err := open(file, g)
		if err != nil {
			return nil, err
		}
		if g, err = g.With(layer); err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name, err)
		}
	}
	return g, nil
}

func open(file File, base *gazetteer.Gazetteer) (*gazetteer.Gazetteer, error) {
	var head [64]byte
	n, err := io.ReadFull(file.Data, head[:])
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("%s: %w", file.Name, err)
	}
	r := io.MultiReader(bytes.NewReader(head[:n]), file.Data)
	f := FormatOf(file.Name, head[:n])
	var blob []byte
	if f == NGZ {
		if blob, err = io.ReadAll(r); err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name, err)
		}
	} else {
		var ps []Problem
		if blob, ps, err = CompileUser(r, file.Name, f, base); err != nil {
			return nil, err
		} else if len(ps) > 0 {
			return nil, &ProblemsError{ps}
		}
	}
	g, err := gazetteer.Open(string(wire.View(blob)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file.Name, err)
	}
	return g, nil
}

// user is one user gazetteer while it is read.
type user struct {
	name string
	base *gazetteer.Gazetteer // nil: ids of other layers are not checked
	late []lateID
	w    *writer
	p    problems
	ids  lineOf
	made map[string]int // slugs that were taken -> how often
	slug []byte
}

// lateID is an id that was no entry when its row was read.
type lateID struct {
	Problem
	hash uint64
}

func newUser(name string, base *gazetteer.Gazetteer) *user {
	u := &user{name: name, base: base, w: newWriter(), made: map[string]int{}}
	u.w.strings.plain = true
	return u
}

func (u *user) read(r io.Reader, f Format) error {
	blocks, err := readBlocks(r, u.name)
	if err != nil {
		return err
	}
	if f == JSONL {
		err = u.readJSONL(blocks)
	} else {
		u.readTSV(blocks)
	}
	for _, x := range u.late {
		if u.ids.line(x.hash) == 0 {
			u.p.add(x.File, x.Line, x.Column, x.Code, "%s", x.Message)
		}
	}
	return err
}

func (u *user) readJSONL(blocks []block) error {
	u.w.walk(1, size(blocks)/3, size(blocks)) // about as many prefixes as there are letters in names
	return (&jsonl{lines: newLines(reader(blocks), u.name, &u.p)}).read(func(r *row) {
		u.w.walkers[0].row(r)
		u.row(r, 0)
	})
}

// refer checks that an id is an entry of the layers below, or later of this file.
func (u *user) refer(r *row, fl field, code, id string) {
	if u.base == nil || id == "" {
		return
	}
	if _, ok := u.base.ByID(id); ok {
		return
	}
	u.late = append(u.late, lateID{
		Problem{r.file, r.line, r.col(fl), code, fmt.Sprintf("the id %q is no entry", id)}, ngz.HashString(id),
	})
}

func (u *user) references(r *row) {
	for _, id := range r.within {
		u.refer(r, fWithin, "dangling-within", id)
	}
	for _, id := range r.affils {
		u.refer(r, fAffiliations, "dangling-affiliation", id)
	}
	if r.op != ngz.OpAdd {
		u.refer(r, fID, "dangling-id", r.id)
		if r.op == ngz.OpReplace && len(u.late) > 0 && u.late[len(u.late)-1].Code == "dangling-id" {
			u.late[len(u.late)-1].hash = 0 // its own id does not count
		}
	}
}

// row takes over a row whose names walker k has taken apart.
func (u *user) row(r *row, k int) {
	bad := func(fl field, code, format string, args ...any) {
		u.p.add(r.file, r.line, r.col(fl), code, format, args...)
	}
	switch {
	case r.op != ngz.OpSuppress:
		for i := range r.aliases {
			r.aliases[i].suppress = false
		}
	case hasSuppressed(r):
		r.op = ngz.OpSuppressName
		r.name = ""
	}
	switch {
	case r.op == ngz.OpSuppress && r.id == "":
		bad(fOp, "bad-op", "suppress needs an id, or the names to take away in the column alias")
		return
	case r.op == ngz.OpReplace && r.id == "":
		bad(fOp, "bad-op", "replace needs the id of the entry to replace")
		return
	case r.name == "" && r.op != ngz.OpSuppress && r.op != ngz.OpSuppressName:
		bad(fName, "name-empty", "expected a name")
		return
	}
	if r.op == ngz.OpAdd || r.op == ngz.OpReplace {
		u.identify(r, bad)
	}
	u.references(r)
	for i := range r.within {
		if r.within[i] == r.id {
			bad(fWithin, "self-within", "%q lies within itself", r.id)
		}
	}
	if u.w.numEntries >= ngz.MaxEntries || !u.fits(r) {
		bad(fName, "too-many", "the format holds %d entries, 255 languages and 65535 sources; split the file", ngz.MaxEntries)
		return
	}
	if r.source == "" {
		r.source = u.name
	}
	u.w.add(r, k)
}

func hasSuppressed(r *row) bool {
	for _, a := range r.aliases {
		if a.suppress {
			return true
		}
	}
	return false
}

func (u *user) fits(r *row) bool {
	ok := true
	if _, fits := u.w.sources.of(r.source); !fits {
		ok = false
	}
	for _, a := range r.aliases {
		_, l := u.w.langs.of(a.lang)
		_, s := u.w.sources.of(a.source)
		ok = ok && l && s
	}
	return ok
}
