package ngz

import (
	"strings"

	"github.com/namyab/namyab/internal/text"
)

// Step says what a token is to a name that runs over it.
type Step uint8

// The steps.
const (
	IsWord Step = iota // a word of the name
	IsSkip             // nothing: a hyphen, an apostrophe
	IsStop             // no name runs over it
)

// StepOf says what token t, written s, is to a name. Commas, full stops, quotes and
// brackets stop; an ampersand is a word.
func StepOf(t text.Token, s string) Step {
	switch t.Kind {
	case text.Word, text.Native, text.Number, text.Clitic:
		return IsWord
	case text.Punct:
		switch s {
		case "-", "'", "’", "‘", "`", "‐", "‑", "ʼ", "´":
			return IsSkip
		case "–", "/": // RFE/RL
			if t.Flags&text.SpaceBefore == 0 {
				return IsSkip
			}
		case "&":
			return IsWord
		}
	case text.Symbol:
		if s == "&" {
			return IsWord
		}
	}
	return IsStop
}

// JoinsUnit reports whether token i is a comma inside the name of a unit ("3rd Battalion, 5th
// Marines") or of the American capital ("Washington, D.C."). It stops no name.
func JoinsUnit(doc *text.Doc, i int) bool {
	if i == 0 || i+1 >= len(doc.Tokens) || doc.Surface(i) != "," {
		return false
	}
	if next := &doc.Tokens[i+1]; next.Flags&text.Initial == 0 && next.Kind != text.Number && !strings.EqualFold(doc.Surface(i+1), "the") {
		return false
	}
	switch strings.ToLower(doc.Surface(i - 1)) {
	case "washington":
		next := doc.Surface(i + 1)
		return next == "D.C." || next == "DC" || next == "D.C"
	case "battalion", "squadron", "company", "troop", "battery", "kandak", "commando", "brigade", "regiment", "platoon":
		return true
	}
	return false
}

// Editorial reports whether token i is a bracket about one word that an editor put into a name:
// "Ahmad [Shah] Massoud". It stops no name.
func Editorial(doc *text.Doc, i int) bool {
	switch doc.Surface(i) {
	case "[":
		return i > 0 && i+3 < len(doc.Tokens) && doc.Surface(i+2) == "]" && oneName(doc, i)
	case "]":
		return i > 2 && i+1 < len(doc.Tokens) && doc.Surface(i-2) == "[" && oneName(doc, i-2)
	}
	return false
}

// oneName reports whether the word in the bracket that opens at token i and those about it
// begin with capitals and stand together.
func oneName(doc *text.Doc, i int) bool {
	for _, k := range [...]int{i - 1, i + 1, i + 3} {
		if doc.Tokens[k].Kind != text.Word || doc.Tokens[k].Flags&text.Initial == 0 || doc.Tokens[k].Flags&text.LineStart != 0 && k > i {
			return false
		}
	}
	return true
}

// SurfaceWord returns the word that stands for a token in hashes: "and" for an ampersand.
func SurfaceWord(s string) string {
	if s == "&" {
		return "and"
	}
	return s
}

// Namer takes names apart in the way in which texts are taken apart. It is scratch.
type Namer struct {
	Memo  *Memo
	Chain Chain
	Words []int32 // memo indices of the words of the name
	Whole bool    // the name has no stop inside, so that a text can hold it
	doc   text.Doc
}

// Set takes name apart. A name with stops inside (brackets, commas) is read through them
// for look-up, and Whole is false.
func (n *Namer) Set(name string) {
	n.doc.Reset(name)
	if n.Memo == nil {
		n.Memo = NewMemo(256)
	}
	n.Memo.Reserve(len(n.doc.Tokens) + 1)
	n.Chain.Reset()
	n.Words, n.Whole = n.Words[:0], true
	for i, t := range n.doc.Tokens {
		s := n.doc.Surface(i)
		switch StepOf(t, s) {
		case IsStop:
			n.Whole = n.Whole && JoinsUnit(&n.doc, i)
			continue
		case IsSkip:
			continue
		case IsWord:
		}
		k := n.Memo.Index(SurfaceWord(s))
		w := n.Memo.Word(k)
		if w.Exact == 0 {
			continue // a bare apostrophe
		}
		n.Words = append(n.Words, k)
		n.Chain.Add(w, n.Memo.Key(k))
	}
}

// Word returns word i of the name.
func (n *Namer) Word(i int) *Word { return n.Memo.Word(n.Words[i]) }

// Key returns the match key of word i of the name; valid until the next Set.
func (n *Namer) Key(i int) []byte { return n.Memo.Key(n.Words[i]) }
