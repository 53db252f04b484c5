package main

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/build"
	"github.com/namyab/namyab/ner"
)

// world is what the command knows: a recogniser with its gazetteer.
type world struct {
	rec          recognizer
	facts        record.Facts
	dataVersion  string
	modelVersion string
}

// testWorld, when set, is used in place of the embedded data: tests of formats and of the
// pipe do not depend on what the recogniser finds.
var testWorld *world

// open makes the recogniser that the flags of extract ask for.
func (c *call) open() (*world, error) {
	labels, err := parseLabels(c.Text("labels"))
	if err != nil {
		return nil, err
	}
	if testWorld != nil {
		return testWorld, nil
	}
	g, version, err := c.openGazetteer()
	if err != nil {
		return nil, err
	}
	w := &world{facts: g, dataVersion: version}
	w.rec, w.modelVersion, err = c.newRecognizer(g, ner.WithCandidates(c.Count("candidates")), ner.WithExplain(c.Given("explain")), ner.WithLabels(labels...))
	if err != nil {
		return nil, err
	}
	return w, nil
}

// openGazetteer returns the embedded gazetteer with the files of --gazetteer laid over it,
// and the version of both: the date of the data, then name and checksum of each file.
func (c *call) openGazetteer() (*gazetteer.Gazetteer, string, error) {
	g := gazetteer.Default()
	if g.Len() == 0 {
		return nil, "", dataError(errors.New("the embedded gazetteer belongs to another version of the program; run go generate ./gazetteer and build again"))
	}
	version := gazetteer.DataVersion
	var files []build.File
	for _, name := range c.All("gazetteer") {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, "", dataError(fmt.Errorf("--gazetteer: %w", err))
		}
		files = append(files, build.File{Name: name, Data: bytes.NewReader(data)})
		version += fmt.Sprintf("+%s@%08x", filepath.Base(name), crc32.ChecksumIEEE(data))
	}
	if len(files) == 0 {
		return g, version, nil
	}
	g, err := build.LoadUser(g, files...)
	if err != nil {
		return nil, "", dataError(err)
	}
	return g, version, nil
}

// parseKinds reads the values of --kind.
func parseKinds(list []string) ([]gazetteer.Kind, error) {
	var out []gazetteer.Kind
	for _, item := range list {
		for _, name := range strings.Split(item, ",") {
			k, err := gazetteer.ParseKind(strings.TrimSpace(name))
			if err != nil {
				return nil, usagef("--kind: %v", err)
			}
			out = append(out, k)
		}
	}
	return out, nil
}
