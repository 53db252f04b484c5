// Package annotated reads the annotated texts that the generators of weights learn from:
// the project's own in bracket format, and the re-annotated news of the training folder.
package annotated

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/namyab/namyab/internal/corpus"
	"github.com/namyab/namyab/ner/eval"
)

// Name is one annotated mention, in bytes.
type Name struct {
	Start, End int
	Label      string
	Norm       string
	Optional   bool
}

// Doc is one annotated text.
type Doc struct {
	ID, Text, Date string
	Own            bool    // written by the project, with norms
	Weight         float64 // how much its decisions teach about identity
	Names          []Name
}

// trapWeight is the weight of the texts in testdata/identity. They were written to be
// hard: namesakes, fathers and sons. What they teach is true, but that every second
// Hamid Karzai is a baker is not.
const trapWeight = 0.3

// Own reads the project's annotated texts under root, in order of folder and name.
func Own(root string) ([]Doc, error) {
	var docs []Doc
	for _, folder := range [...]struct {
		name   string
		weight float64
	}{{"corpus", 1}, {"identity", trapWeight}} {
		dir := filepath.Join(root, folder.name)
		files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		if err != nil {
			return nil, err
		}
		sort.Strings(files)
		for _, path := range files {
			read, err := readGold(path)
			if err != nil {
				return nil, err
			}
			for i := range read {
				docs = append(docs, own(&read[i], folder.weight))
			}
		}
	}
	return docs, nil
}

// Gold reads a gold file, or the bracketed files of a folder: texts that teach nothing.
func Gold(name string) ([]Doc, error) {
	files := []string{name}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(name, "*.txt")); err != nil {
			return nil, err
		}
		sort.Strings(files)
	}
	var docs []Doc
	for _, path := range files {
		read, err := readGold(path)
		if err != nil {
			return nil, err
		}
		for i := range read {
			docs = append(docs, own(&read[i], 1))
		}
	}
	return docs, nil
}

// readGold reads one file, in bracket format or in JSON Lines.
func readGold(path string) ([]eval.Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	var docs []eval.Doc
	if filepath.Ext(path) == ".txt" {
		docs, err = eval.ReadBracketed(f, filepath.Base(path))
	} else {
		docs, err = eval.ReadGold(f)
	}
	return docs, firstError(err, f.Close())
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func own(d *eval.Doc, weight float64) Doc {
	out := Doc{ID: d.ID, Text: d.Text, Date: d.Date, Own: true, Weight: weight}
	for _, e := range d.Entities {
		start, end := d.Bytes(e)
		out.Names = append(out.Names, Name{start, end, e.Label, e.Norm, e.Optional})
	}
	return out
}

// newsRun is how many sentences of the news file belong together.
const newsRun = 10

// News reads the re-annotated news of a training folder (gmb_afghan, gmb_news). The
// sentences on Afghanistan stand alone; those on world politics come in runs of ten.
func News(folder string) ([]Doc, error) {
	var docs []Doc
	for _, f := range []struct {
		name string
		run  int
	}{{"gmb_afghan.train.conll", 1}, {"gmb_news.train.conll", newsRun}} {
		b, err := os.ReadFile(filepath.Join(folder, f.name))
		if err != nil {
			return nil, err
		}
		read, err := corpus.ReadCoNLL(f.name, string(b))
		if err != nil {
			return nil, err
		}
		for i := range read {
			docs = append(docs, chunks(&read[i], f.name, f.run)...)
		}
	}
	return docs, nil
}

func chunks(d *corpus.Document, name string, run int) []Doc {
	var docs []Doc
	for from := 0; from < len(d.Sentences); from += run {
		part := corpus.Document{Sentences: d.Sentences[from:min(len(d.Sentences), from+run)]}
		doc, spans, _ := corpus.Retokenise(&part)
		out := Doc{ID: fmt.Sprintf("%s:%d", name, from), Text: doc.Text}
		for _, s := range spans {
			out.Names = append(out.Names, Name{Start: doc.Tokens[s.First].Start, End: doc.Tokens[s.Last-1].End, Label: s.Label})
		}
		docs = append(docs, out)
	}
	return docs
}

// Varied reports whether a document is another written anew, in other letters or with other
// names: the mark of that is a plus in its id.
func Varied(d *Doc) bool { return strings.Contains(d.ID, "+") }

// Fold returns which of n folds a document belongs to, by its id: documents that come or
// go move no other. One written anew stays in the fold of its original.
func Fold(d *Doc, n int) int {
	h := fnv.New32a()
	id, _, _ := strings.Cut(d.ID, "+")
	_, _ = h.Write([]byte(id)) // never fails
	return int(h.Sum32() % uint32(n))
}
