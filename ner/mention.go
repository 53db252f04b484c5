package ner

import (
	"fmt"

	"github.com/namyab/namyab/gazetteer"
)

// Label is the type of a mention, in the words of OntoNotes.
type Label uint8

// The labels, in the order in which tables list them.
const (
	NoLabel Label = iota
	Person        // PERSON: a named person, title excluded
	Org           // ORG: organisations, armed groups, bodies of government, media
	GPE           // GPE: countries, provinces, districts, towns, villages
	Loc           // LOC: valleys, rivers, passes, mountains, regions
	Fac           // FAC: airports, bases, dams, roads, buildings
	Norp          // NORP: nationalities, peoples, faiths
)

// Labels lists every label in table order.
var Labels = [...]Label{Person, Org, GPE, Loc, Fac, Norp}

var labelNames = [...]string{"", "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"}

// String returns the label as it stands in the record.
func (l Label) String() string {
	if int(l) < len(labelNames) {
		return labelNames[l]
	}
	return fmt.Sprintf("Label(%d)", uint8(l))
}

// ParseLabel reads a label as it stands in the record.
func ParseLabel(s string) (Label, error) {
	for i, n := range labelNames {
		if n == s && i > 0 {
			return Label(i), nil
		}
	}
	return NoLabel, fmt.Errorf("label %q is not one of PERSON, ORG, GPE, LOC, FAC, NORP", s)
}

// Method says which finder's proposal a mention rests on.
type Method uint8

// The methods, as they stand in the record.
const (
	ByGazetteer Method = iota // "gazetteer"
	ByRule                    // "rule"
	ByModel                   // "model"
)

// String returns the method as it stands in the record.
func (m Method) String() string { return [...]string{"gazetteer", "rule", "model"}[m] }

// Link is the identity of a mention: one gazetteer entry, or NIL (the zero Link).
type Link struct {
	Entry gazetteer.Entry // the zero Entry for NIL
	Score float64         // measured probability that the entry is the one meant; see the README's reliability table
	Alias string          // the listed name that was met
	Roles []string        // what the person or body was on the document's date
}

// NIL reports whether the mention is of a thing that the gazetteer does not know.
func (l Link) NIL() bool { return l.Entry.ID == "" }

// Reason is one piece of evidence behind a mention or a link. The Weights of the
// reasons of a link sum to the score of the candidate (log-odds).
type Reason struct {
	Name   string  // short stable name: "alias-exact", "coref-3", "within-document" …
	Detail string  // what was met, for a reader
	Weight float64 // log-odds; 0 for reasons that only inform
}

// Candidate is one ranked alternative for the identity of a mention.
type Candidate struct {
	Link
	Reasons []Reason // filled only when explanations are asked for
}

// Mention is one name in a text, with its label and identity.
type Mention struct {
	Start, End int    // half-open byte offsets into Document.Text, on rune boundaries
	Text       string // exactly Document.Text[Start:End]
	Label      Label
	Link       Link
	Cluster    int     // from 1; mentions of one thing in the document share it, linked or not
	Method     Method  // whose proposal it rests on
	Score      float64 // measured probability that span and label are right; 0 when nothing measured stands behind it

	Candidates []Candidate // ranked alternatives; only with WithCandidates or WithExplain
	Reasons    []Reason    // why span and label stand, in log-odds; only with WithExplain
	NILReasons []Reason    // what speaks for an unknown thing; only with WithExplain
	Coref      string      // the rule of co-reference that met a fuller name; only with WithExplain
	Fuller     string      // that fuller name as written; only with WithExplain
}

// Document is the result for one text.
type Document struct {
	Text     string
	Date     Date      // given, or found in the text (dateline, "Posted on …"), or zero
	Mentions []Mention // sorted by Start, no overlaps
	Trace    *Trace    // tokens and dropped candidates; only with WithExplain
}

// Trace is what the explain verb prints beside the mentions.
type Trace struct {
	Tokens  []string
	Dropped []Dropped
}

// Dropped is a claim that Resolve did not keep.
type Dropped struct {
	Start, End int
	Text       string
	Label      Label
	Method     Method
	Score      float64 // probability that span and label are right
	Why        string  // what stood in its way
	Reasons    []Reason
}
