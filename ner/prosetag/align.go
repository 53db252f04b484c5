package prosetag

import (
	"bytes"
	"strings"

	"github.com/jdkato/prose/v2"
)

// align fills b.marks from prose's tokens. It walks them over b.in from left to right:
// each is looked for from where the last one ended. What lies between was lost by
// prose; a token that is not found (prose changed its letters) is passed over.
func (b *buffer) align(tokens []prose.Token) {
	n := len(b.starts) - 1
	b.marks = append(b.marks[:0], make([]mark, n)...)
	at, own := 0, 0
	for _, t := range tokens {
		k := bytes.Index(b.in[at:], []byte(t.Text))
		if k < 0 || t.Text == "" {
			continue
		}
		at += k
		for own+1 < n && b.starts[own+1] <= at {
			own++
		}
		at += len(t.Text)
		for k := own; k < n && b.starts[k] < at; k++ { // more than one where tokens were joined
			b.marks[k].add(t)
		}
	}
}

// add notes what prose says of a token, or of a part of it: the first part of speech
// and the first label stand.
func (m *mark) add(t prose.Token) {
	if m.pos == "" {
		m.pos = t.Tag
	}
	if m.label == "" {
		m.label = ourLabel(t.Label)
	}
}

// ourLabel turns a label of prose (B-ORGANIZATION) into ours.
func ourLabel(l string) string {
	_, name, _ := strings.Cut(l, "-")
	switch name {
	case "PERSON", "GPE":
		return name
	case "ORGANIZATION":
		return "ORG"
	case "LOCATION":
		return "LOC"
	case "FACILITY":
		return "FAC"
	case "GSP": // a nation, city or state, in the words of ACE
		return "GPE"
	}
	return ""
}
