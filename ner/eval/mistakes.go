package eval

import (
	"fmt"
	"io"
	"strings"
)

// Mistake is one gold mention or prediction that was not wholly right.
type Mistake struct {
	Doc     string
	Outcome string // an [Outcome] by name, or "wrong-link"
	Gold    *Entity
	Pred    *Entity
	Before  string // up to 40 characters of the text before the mention
	Mention string // the span that gold and prediction cover together
	After   string
}

// context is how many characters stand beside a mistake.
const context = 40

// Mistakes lists what went wrong, in the order of the documents and of the text, for
// those who improve the recogniser. It takes the lists that [Score] takes; without a
// judge, links are not looked at.
func Mistakes(gold, pred []Doc, judge Judge) []Mistake {
	var out []Mistake
	for i, g := range gold {
		var p Doc
		if i < len(pred) {
			p = pred[i]
		}
		out = append(out, mistakesOf(g, p, judge)...)
	}
	return out
}

func mistakesOf(gold, pred Doc, judge Judge) []Mistake {
	var out []Mistake
	text := []rune(gold.Text)
	for _, p := range Pair(gold.Entities, pred.Entities) {
		g, r := at(gold.Entities, p.Gold), at(pred.Entities, p.Pred)
		kind := p.Outcome.String()
		switch p.Outcome {
		case IgnoredMention, DoubtfulMention:
			continue
		case SameSpanLabel:
			if judge == nil || g.Norm == "" || Right(judge, g.Norm, r.LinkID) {
				continue
			}
			kind = "wrong-link"
		}
		out = append(out, newMistake(gold.ID, kind, text, g, r))
	}
	return out
}

func newMistake(doc, kind string, text []rune, g, r *Entity) Mistake {
	start, end := len(text), 0
	for _, e := range []*Entity{g, r} {
		if e != nil {
			start, end = min(start, e.Start), max(end, e.End)
		}
	}
	start, end = min(max(start, 0), len(text)), min(max(end, 0), len(text))
	end = max(start, end)
	cut := func(a, b int) string {
		return strings.Join(strings.Fields(string(text[max(a, 0):min(b, len(text))])), " ")
	}
	return Mistake{Doc: doc, Outcome: kind, Gold: g, Pred: r,
		Before: cut(start-context, start), Mention: cut(start, end), After: cut(end, end+context)}
}

// WriteMistakes writes one mistake a line, tab-separated: document, outcome, gold
// label and norm, predicted label and link, then the mention in its context.
func WriteMistakes(w io.Writer, list []Mistake) error {
	for _, m := range list {
		gold, pred := "-\t-", "-\t-"
		if g := m.Gold; g != nil {
			gold = fmt.Sprintf("%s %q\t%s", g.Label, g.Text, orDash(g.Norm))
		}
		if p := m.Pred; p != nil {
			pred = fmt.Sprintf("%s %q\t%s", p.Label, p.Text, orDash(p.LinkID))
		}
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s [%s] %s\n",
			m.Doc, m.Outcome, gold, pred, m.Before, m.Mention, m.After); err != nil {
			return err
		}
	}
	return nil
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
