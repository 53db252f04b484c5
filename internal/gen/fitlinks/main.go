// Command fitlinks learns the weights by which the linker chooses among the readings of a
// mention (ner/linkweights_gen.go), from the project's own annotated texts, whose mentions
// carry the name of the thing meant.
//
//	go run ./internal/gen/fitlinks [-rounds 4]
//
// What one mention is read as is evidence for others, so learning goes in rounds: each runs the
// flow with the weights of the round before, the first with none. The same texts, tables and
// number of rounds give the same weights; the committed ones are of four. From the fourth on
// they swing between two states that differ by a few rare facts. It prints the share of decisions that weights learned from other
// texts get right.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/gen/annotated"
	"github.com/namyab/namyab/internal/gen/maxent"
	"github.com/namyab/namyab/internal/gen/respell"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

const (
	folds      = 5
	pullShared = 0.3
	pullLabel  = 1.0
	epochs     = 120
	rate       = 0.3
	rowWidth   = 7 // of weights: for every label, then what is added for each

	respeltShare  = 0.5 // of the names of a text that are written in spellings of no list
	respeltWeight = 0.4 // of what such texts teach
)

func main() {
	rounds := flag.Int("rounds", 4, "rounds of learning, from nothing")
	once := flag.Bool("once", false, "learn one round from the weights that are there")
	tagger := flag.String("tagger", "crf", "tagger of the flow")
	mistakes := flag.String("mistakes", os.DevNull, "file for the held-out mistakes")
	out := flag.String("out", "ner/linkweights_gen.go", "file to write")
	flag.Parse()
	learn := fromNothing
	if *once {
		learn = round
	}
	if err := learn(options{*rounds, *tagger, *mistakes, *out}); err != nil {
		log.Fatal(err)
	}
}

type options struct {
	rounds                int
	tagger, mistakes, out string
}

// fromNothing starts the command anew for each round, since the weights are compiled in.
func fromNothing(o options) error {
	if o.rounds < 1 {
		return fmt.Errorf("expected one round or more, found -rounds %d", o.rounds)
	}
	_, names := ner.FeatureNames()
	if err := write(o.out, names, make([]float64, rowWidth*len(names))); err != nil {
		return err
	}
	for range o.rounds {
		next := exec.Command("go", "run", "./internal/gen/fitlinks", "-once", "-out", o.out, "-tagger", o.tagger, "-mistakes", o.mistakes)
		next.Stdout, next.Stderr = os.Stdout, os.Stderr
		if err := next.Run(); err != nil {
			return err
		}
	}
	return nil
}

// round learns from what the flow makes of the texts with the weights that are compiled in.
func round(o options) error {
	docs, err := annotated.Own("testdata")
	if err != nil {
		return err
	}
	decisions, err := gather(docs, gazetteer.Default(), o.tagger)
	if err != nil {
		return err
	}
	more, err := gatherRespelt(docs, o.tagger)
	if err != nil {
		return err
	}
	decisions = append(decisions, more...)
	list, err := os.Create(o.mistakes)
	if err != nil {
		return err
	}
	report(decisions, list)
	if err := list.Close(); err != nil {
		return err
	}
	_, names := ner.FeatureNames()
	return write(o.out, names, fit(decisions, len(names), -1))
}

// decision is one mention with its readings; NIL is the first.
type decision struct {
	group   maxent.Group
	label   int
	fold    int
	respelt bool     // of a text with spellings that no table has
	led     bool     // it leans on a name that was misread before, and teaches nothing
	where   string   // for the list of mistakes
	names   []string // of the readings
}

// gather runs the flow over the texts and judges the readings of every mention that has
// the span and label of the gold, and a norm.
func gather(docs []annotated.Doc, g *gazetteer.Gazetteer, tagger string) ([]decision, error) {
	rec, err := ner.New(ner.WithExplain(true), ner.WithTagger(ner.TaggerName(tagger)), ner.WithGazetteer(g))
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

// gatherRespelt does the same with names in spellings that are taken out of the gazetteer.
func gatherRespelt(docs []annotated.Doc, tagger string) ([]decision, error) {
	other, err := respell.New(docs, os.DirFS("gazetteer/data"), respeltShare, "")
	if err != nil {
		return nil, err
	}
	for i := range other.Docs {
		other.Docs[i].Weight *= respeltWeight
	}
	out, err := gather(other.Docs, other.Gazetteer, tagger)
	for i := range out {
		out[i].respelt = true
	}
	return out, err
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
			alt = append(alt, int32(f*rowWidth), int32(f*rowWidth+int(m.Label)))
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
	l2 := make([]float64, n*rowWidth)
	for i := range l2 {
		l2[i] = pullLabel
		if i%rowWidth == 0 {
			l2[i] = pullShared
		}
	}
	return maxent.Fit(groups, maxent.Options{Features: n * rowWidth, L2: l2, Sign: signs(n), Epochs: epochs, Rate: rate})
}

// The facts that can only speak for a reading, and those that can only speak against it. Where
// texts made to confuse outnumber others, a free weight would say the opposite: that a name is
// less likely to mean whom it meant two lines above.
var (
	speaksFor = []string{"again-same", "ante-same", "ends-same", "first-same", "inner-same", "titled", "role-best", "class-agrees",
		"class-exact", "beside-within", "home-nearest", "holds-before", "country-beside", "ethnic-person", "credit",
		"like-60", "like-70", "like-80", "like-90", "like-95", "uncommon"}
	speaksAgainst = []string{"again-other", "ante-other", "ends-other", "first-other", "inner-other", "role-beaten", "role-stale", "class-clashes",
		"home-farther", "country-other", "not-yet", "unborn", "dead-speaks", "gone", "sex-clash", "age-clash", "outside-next", "cleric-abroad", "credit-other",
		"folded", "fuzzy", "folded-one", "fuzzy-one", "folded-village", "given-only"}
)

// signs returns the signs of the weights of n features.
func signs(n int) []int8 {
	_, names := ner.FeatureNames()
	out := make([]int8, n*rowWidth)
	for i, name := range names {
		sign := int8(0)
		switch {
		case slices.Contains(speaksFor, name):
			sign = 1
		case slices.Contains(speaksAgainst, name):
			sign = -1
		}
		for k := range rowWidth {
			out[i*rowWidth+k] = sign
		}
	}
	return out
}
