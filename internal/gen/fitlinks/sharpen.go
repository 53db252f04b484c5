package main

import (
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

// rightOnes says which candidates of a mention are right. The scorer takes any entry that
// has the norm among its names; a learner needs more to tell namesakes apart. So of
// several right candidates those that the writer cannot have meant are struck out:
// the province where the norm says no Province (but not the country), the state where it names the people, and
// namesakes that lie in none of the places that the text names nearest by.
func rightOnes(judge eval.Judge, gold *annotated.Doc, m *ner.Mention, name *annotated.Name) []bool {
	right := make([]bool, len(m.Candidates))
	for i, c := range m.Candidates {
		right[i] = eval.Right(judge, name.Norm, c.Entry.ID)
	}
	keep := func(wanted func(gazetteer.Entry) bool) {
		any := false
		for i, c := range m.Candidates {
			any = any || right[i] && wanted(c.Entry)
		}
		for i, c := range m.Candidates {
			right[i] = right[i] && (!any || wanted(c.Entry))
		}
	}
	if m.Label != ner.Norp && !namesUnit(name.Norm) {
		keep(func(e gazetteer.Entry) bool {
			return e.Kind == gazetteer.City || e.Kind == gazetteer.Town || e.Kind == gazetteer.Country
		})
	}
	keep(func(e gazetteer.Entry) bool { return e.Kind.IsPeople() })
	keepContained(judge, gold, m, name, right)
	return right
}

// namesUnit reports whether a norm says Province or District.
func namesUnit(norm string) bool {
	for _, n := range eval.Norms(norm) {
		if strings.HasSuffix(n, " Province") || strings.HasSuffix(n, " District") {
			return true
		}
	}
	return false
}

// keepContained keeps, of right candidates that are places, those within the place that
// the gold names nearest to the mention.
func keepContained(judge eval.Judge, gold *annotated.Doc, m *ner.Mention, name *annotated.Name, right []bool) {
	g := gazetteer.Default()
	best := len(gold.Text) + 1
	dist := make([]int, len(right))
	for i, c := range m.Candidates {
		dist[i] = len(gold.Text) + 1
		if !right[i] || !c.Entry.Kind.IsPlace() {
			continue
		}
		e, _ := g.ByID(c.Entry.ID) // the candidate may be of a gazetteer that lacks some names
		for _, area := range g.Within(e.Index) {
			if area.ID == "loc/AF" {
				continue
			}
			for k := range gold.Names {
				n := &gold.Names[k]
				if n == name || n.Norm == "" || !eval.Right(judge, n.Norm, area.ID) {
					continue
				}
				dist[i] = min(dist[i], max(n.Start-name.End, name.Start-n.End))
			}
		}
		best = min(best, dist[i])
	}
	if best > len(gold.Text) {
		return
	}
	for i := range right {
		right[i] = right[i] && dist[i] == best
	}
}
