// Command fitlinks learns the weights by which the linker chooses among the readings of a
// mention (ner/linkweights_gen.go), from the project's own annotated texts, whose mentions
// carry the name of the thing meant.
//
//	go run ./internal/gen/fitlinks [-rounds 2]
//
// What one mention is read as is evidence for others, so learning goes in rounds: each
// round runs the flow with the weights of the round before. It prints the share of
// decisions that weights learned from other texts get right.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/gen/maxent"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

const (
	folds      = 5
	pullShared = 0.3
	pullLabel  = 1.0
	epochs     = 120
	rate       = 0.3
)

func main() {
	rounds := flag.Int("rounds", 2, "rounds of learning; each but the last starts the command again with the new weights")
	tagger := flag.String("tagger", "crf", "tagger of the flow")
	mistakes := flag.String("mistakes", os.DevNull, "file for the held-out mistakes")
	out := flag.String("out", "ner/linkweights_gen.go", "file to write")
	flag.Parse()
	if err := run(*rounds, *tagger, *mistakes, *out); err != nil {
		log.Fatal(err)
	}
}

func run(rounds int, tagger, mistakes, out string) error {
	docs, err := annotated.Own("testdata")
	if err != nil {
		return err
	}
	decisions, err := gather(docs, tagger)
	if err != nil {
		return err
	}
	list, err := os.Create(mistakes)
	if err != nil {
		return err
	}
	report(decisions, list)
	if err := list.Close(); err != nil {
		return err
	}
	_, names := ner.FeatureNames()
	w := fit(decisions, len(names), -1)
	if err := write(out, names, w); err != nil {
		return err
	}
	if rounds <= 1 {
		return nil
	}
	next := exec.Command("go", "run", "./internal/gen/fitlinks", "-rounds", fmt.Sprint(rounds-1), "-out", out, "-tagger", tagger, "-mistakes", mistakes)
	next.Stdout, next.Stderr = os.Stdout, os.Stderr
	return next.Run()
}

// decision is one mention with its readings; NIL is the first.
type decision struct {
	group maxent.Group
	label int
	fold  int
	led   bool     // it leans on a name that was misread before, and teaches nothing
	where string   // for the list of mistakes
	names []string // of the readings
}

// gather runs the flow over the texts and judges the readings of every mention that has
// the span and label of the gold, and a norm.
func gather(docs []annotated.Doc, tagger string) ([]decision, error) {
	rec, err := ner.New(ner.WithExplain(true), ner.WithTagger(ner.TaggerName(tagger)))
	if err != nil {
		return nil, err
	}
	judge := eval.NewJudge(gazetteer.Default())
	_, names := ner.FeatureNames()
	number := make(map[string]int, len(names))
	for i, n := range names {
		number[n] = i
	}
	var out []decision
	for i := range docs {
		date, err := ner.ParseDate(docs[i].Date)
		if err != nil {
			return nil, err
		}
		d := rec.RecognizeDated(docs[i].Text, date)
		misread := misreadNorms(judge, &docs[i], d)
		before := map[string]bool{} // surfaces misread so far
		for k := range d.Mentions {
			m := &d.Mentions[k]
			if g := goldOf(&docs[i], m); g != nil {
				if dec, ok := judged(judge, &docs[i], m, g, number); ok {
					dec.group.Weight = docs[i].Weight
					dec.led = !strings.Contains(m.Text, " ") && misread[g.Norm] || before[m.Text]
					dec.fold = annotated.Fold(&docs[i], folds)
					dec.where = fmt.Sprintf("%s\t%s\t%s", docs[i].ID, g.Norm, around(docs[i].Text, m.Start, m.End))
					out = append(out, dec)
				}
				before[m.Text] = before[m.Text] || !eval.Right(judge, g.Norm, m.Link.Entry.ID)
			}
		}
	}
	return out, nil
}

// misreadNorms are the people of a text whose full names were misread.
func misreadNorms(judge eval.Judge, doc *annotated.Doc, d *ner.Document) map[string]bool {
	out := map[string]bool{}
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if g := goldOf(doc, m); g != nil && m.Label == ner.Person && strings.Contains(m.Text, " ") && !eval.Right(judge, g.Norm, m.Link.Entry.ID) {
			out[g.Norm] = true
		}
	}
	return out
}

func goldOf(d *annotated.Doc, m *ner.Mention) *annotated.Name {
	for i := range d.Names {
		n := &d.Names[i]
		if n.Start == m.Start && n.End == m.End && n.Label == m.Label.String() && n.Norm != "" && !n.Optional {
			return n
		}
	}
	return nil
}

// judged makes a decision of a mention. ok is false when none of the readings is right:
// then the mention teaches nothing about choosing.
func judged(judge eval.Judge, gold *annotated.Doc, m *ner.Mention, name *annotated.Name, number map[string]int) (decision, bool) {
	d := decision{label: int(m.Label)}
	add := func(id string, reasons []ner.Reason, right bool) {
		d.names = append(d.names, id)
		var alt []int32
		for _, r := range reasons {
			f, ok := number[r.Name]
			if !ok { // what other mentions of the name say is no feature
				continue
			}
			alt = append(alt, int32(f*7), int32(f*7+int(m.Label)))
		}
		d.group.Alternatives = append(d.group.Alternatives, alt)
		d.group.Right = append(d.group.Right, right)
	}
	any := eval.Right(judge, name.Norm, "")
	add("NIL", m.NILReasons, any)
	right := rightOnes(judge, gold, m, name)
	for i, c := range m.Candidates {
		any = any || right[i]
		add(c.Entry.ID, c.Reasons, right[i])
	}
	return d, any && len(m.Candidates) > 0
}

// around shows a mention with what stands about it, on one line.
func around(text string, start, end int) string {
	from, to := max(0, start-70), min(len(text), end+50)
	s := text[from:start] + "[" + text[start:end] + "]" + text[end:to]
	return strings.ToValidUTF8(strings.ReplaceAll(s, "\n", " "), "")
}

// fit learns from every decision but those of one fold.
func fit(decisions []decision, n, without int) []float64 {
	var groups []maxent.Group
	for i := range decisions {
		if decisions[i].fold != without && !decisions[i].led {
			groups = append(groups, decisions[i].group)
		}
	}
	l2 := make([]float64, n*7)
	for i := range l2 {
		l2[i] = pullLabel
		if i%7 == 0 {
			l2[i] = pullShared
		}
	}
	return maxent.Fit(groups, maxent.Options{Features: n * 7, L2: l2, Sign: signs(n), Epochs: epochs, Rate: rate})
}

// The facts that can only speak for a reading, and those that can only speak against it. Where
// texts made to confuse outnumber others, a free weight would say the opposite: that a name is
// less likely to mean whom it meant two lines above.
var (
	speaksFor = []string{"again-same", "ante-same", "ends-same", "first-same", "inner-same", "titled", "role-best", "class-agrees",
		"class-exact", "beside-within", "home-nearest", "holds-before", "country-beside", "ethnic-person", "credit"}
	speaksAgainst = []string{"again-other", "ante-other", "ends-other", "first-other", "inner-other", "role-beaten", "role-stale", "class-clashes",
		"home-farther", "country-other", "not-yet", "unborn", "dead-speaks", "gone", "sex-clash", "age-clash", "outside-next", "cleric-abroad", "credit-other"}
)

// signs returns the signs of the weights of n features.
func signs(n int) []int8 {
	_, names := ner.FeatureNames()
	out := make([]int8, n*7)
	for i, name := range names {
		sign := int8(0)
		switch {
		case slices.Contains(speaksFor, name):
			sign = 1
		case slices.Contains(speaksAgainst, name):
			sign = -1
		}
		for k := range 7 {
			out[i*7+k] = sign
		}
	}
	return out
}

// report prints how many decisions weights learned without their fold get right.
func report(decisions []decision, list io.Writer) {
	_, names := ner.FeatureNames()
	var right, all [8]int
	for fold := range folds {
		w := fit(decisions, len(names), fold)
		for i := range decisions {
			d := &decisions[i]
			if d.fold != fold {
				continue
			}
			p, _ := maxent.Posterior(&d.group, w)
			best := 0
			for k := range p {
				if p[k] > p[best] {
					best = k
				}
			}
			all[d.label]++
			if d.group.Right[best] {
				right[d.label]++
			} else if list != nil {
				fmt.Fprintf(list, "%s\t%s %.2f\t%s\n", d.names[best], ner.Label(d.label), p[best], d.where)
			}
		}
	}
	for l := range all {
		if all[l] > 0 {
			fmt.Printf("%-7s %5d decisions, %.4f right\n", ner.Label(l), all[l], float64(right[l])/float64(all[l]))
			right[7] += right[l]
			all[7] += all[l]
		}
	}
	fmt.Printf("all     %5d decisions, %.4f right on texts held out\n", all[7], float64(right[7])/float64(all[7]))
}
