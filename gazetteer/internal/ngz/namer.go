package ngz

import "github.com/namyab/namyab/internal/text"

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
			n.Whole = false
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
