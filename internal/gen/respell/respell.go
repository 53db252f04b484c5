// Package respell writes the names of annotated texts in spellings that nobody listed.
//
// The gazetteer knows nearly every spelling of the project's own texts, since both were made
// by the same people. What is learned from such texts is that a name met by likeness alone is
// somebody else, and what is measured on them is how good the lists are. So a part of the
// names is written in another spelling that is attested for the same entry, and that spelling
// is taken out of the gazetteer.
package respell

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"io/fs"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/build"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/ner/eval"
)

// Respelt are texts with other spellings, and the gazetteer that lacks these.
type Respelt struct {
	Docs      []annotated.Doc // as many as were given, in their order; "+respelt" ends their ids
	Changed   [][]bool        // for each name of each text: whether it was written anew
	Gazetteer *gazetteer.Gazetteer
}

// New respells the given share of the names of docs, all mentions of one name in one text
// alike. The tables are those that the embedded gazetteer is made of. The same docs and salt
// give the same texts.
func New(docs []annotated.Doc, tables fs.FS, share float64, salt string) (*Respelt, error) {
	s := speller{g: gazetteer.Default(), share: share, salt: salt, spellings: map[string]string{}, gone: map[string]bool{}}
	s.judge = eval.NewJudge(s.g)
	out := &Respelt{}
	for i := range docs {
		doc, changed := s.respell(&docs[i])
		out.Docs, out.Changed = append(out.Docs, doc), append(out.Changed, changed)
	}
	var err error
	out.Gazetteer, err = without(tables, s.gone)
	return out, err
}

// mark ends the ids of respelt texts.
const mark = "+respelt"

// Is reports whether a text is one that was respelt.
func Is(d *annotated.Doc) bool { return strings.HasSuffix(d.ID, mark) }

type speller struct {
	g         *gazetteer.Gazetteer
	judge     eval.Judge
	share     float64
	salt      string
	spellings map[string]string // by text, norm and surface, "" where there is no other
	gone      map[string]bool   // letters of the spellings that were used
}

func (s *speller) respell(d *annotated.Doc) (annotated.Doc, []bool) {
	out := *d
	out.ID += mark
	out.Names = slices.Clone(d.Names)
	changed := make([]bool, len(d.Names))
	var b strings.Builder
	at := 0
	for k := range out.Names {
		n := &out.Names[k]
		b.WriteString(d.Text[at:n.Start])
		surface := d.Text[n.Start:n.End]
		at = n.End
		if other := s.other(d, n, surface); other != "" {
			surface, changed[k] = other, true
		}
		n.Start, n.End = b.Len(), b.Len()+len(surface)
		b.WriteString(surface)
	}
	b.WriteString(d.Text[at:])
	out.Text = b.String()
	return out, changed
}

// other returns the spelling that stands for a name in the text, or "".
func (s *speller) other(d *annotated.Doc, n *annotated.Name, surface string) string {
	if n.Norm == "" || n.Label == "NORP" || !s.chosen(d.ID+"\x00"+n.Norm) {
		return ""
	}
	key := d.ID + "\x00" + n.Norm + "\x00" + strings.ToLower(surface)
	spelling, known := s.spellings[key]
	if !known {
		spelling = s.seek(n, surface, key)
		s.spellings[key] = spelling
	}
	if spelling == "" {
		return ""
	}
	s.gone[letters(spelling)] = true
	if surface == strings.ToUpper(surface) {
		return strings.ToUpper(spelling)
	}
	return spelling
}

// chosen draws the share by lot.
func (s *speller) chosen(key string) bool { return float64(hash(s.salt+key)%1000) < s.share*1000 }

func hash(s string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(s)) // never fails
	return h.Sum32() >> 3
}

// seek draws another listed spelling of the same parts of a name.
func (s *speller) seek(n *annotated.Name, surface, key string) string {
	var fits []string
	for _, f := range s.g.Search(surface, gazetteer.Options{MinScore: 0.99, Limit: 50}) {
		if !eval.Right(s.judge, n.Norm, f.Entry.ID) {
			continue
		}
		for _, a := range s.g.Aliases(f.Entry.Index) {
			if s.fits(a, f.Entry, surface) && !slices.Contains(fits, a.Name) {
				fits = append(fits, a.Name)
			}
		}
	}
	if len(fits) == 0 {
		return ""
	}
	slices.Sort(fits)
	return fits[int(hash(s.salt+key))%len(fits)]
}

// wellKnown is the prior of bodies of whose names the lists have every spelling.
const wellKnown = 7.5

// fits reports whether an alias of the entry is another spelling of the surface and the name
// of nothing that the surface never means.
func (s *speller) fits(a gazetteer.Alias, e gazetteer.Entry, surface string) bool {
	switch a.Class {
	case gazetteer.Acronym, gazetteer.Code, gazetteer.Demonym:
		return false
	}
	if e.Kind == gazetteer.Country || s.g.Prior(e.Index) >= wellKnown && !e.Kind.IsPlace() && e.Kind != gazetteer.Person {
		return false
	}
	if a.Lang != "" || a.Name == e.Name || letters(a.Name) == letters(surface) || len(strings.Fields(a.Name)) != len(strings.Fields(surface)) {
		return false
	}
	j := romanize.Default().Judge(surface, a.Name)
	if j.OnlyA+j.OnlyB > 0 || j.TitlesA+j.TitlesB > 0 || j.Edited == 0 {
		return false
	}
	for _, f := range s.g.Search(a.Name, gazetteer.Options{MinScore: 0.99, Limit: 50}) {
		if letters(f.Entry.Name) == letters(a.Name) || !s.g.HasName(f.Entry.Index, surface) {
			return false
		}
	}
	return true
}

// letters is a name without case and what stands between words.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -'’.", r) {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// aliasField is the field of a table that holds the aliases.
const aliasField = 8

// without compiles the tables without the spellings that are gone.
func without(tables fs.FS, gone map[string]bool) (*gazetteer.Gazetteer, error) {
	files, err := fs.Glob(tables, "*.tsv")
	if err != nil {
		return nil, err
	}
	kept := fstest.MapFS{}
	for _, name := range files {
		data, err := fs.ReadFile(tables, name)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		for line := range bytes.Lines(data) {
			b.WriteString(withoutAliases(string(line), gone))
		}
		kept[name] = &fstest.MapFile{Data: b.Bytes()}
	}
	blob, problems, err := build.Compile(kept)
	switch {
	case err != nil:
		return nil, err
	case len(problems) > 0:
		return nil, fmt.Errorf("respell: the tables without %d spellings: %s", len(gone), problems[0])
	}
	return gazetteer.Open(string(blob))
}

func withoutAliases(row string, gone map[string]bool) string {
	fields := strings.Split(row, "\t")
	if len(fields) <= aliasField {
		return row
	}
	fields[aliasField] = strings.Join(slices.DeleteFunc(strings.Split(fields[aliasField], "|"), func(a string) bool {
		name, _, _ := strings.Cut(a, " [")
		return gone[letters(name)]
	}), "|")
	return strings.Join(fields, "\t")
}
