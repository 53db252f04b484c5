package corpus

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Counts are the sums behind precision and recall.
type Counts struct{ Correct, Gold, Pred int }

// Precision is the share of predicted names that are right, 0 without any.
func (c Counts) Precision() float64 { return ratio(c.Correct, c.Pred) }

// Recall is the share of gold names that were found, 0 without any.
func (c Counts) Recall() float64 { return ratio(c.Correct, c.Gold) }

// F1 is the harmonic mean of precision and recall.
func (c Counts) F1() float64 { return ratio(2*c.Correct, c.Gold+c.Pred) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Score is what conlleval prints (Tjong Kim Sang & De Meulder 2003): names are right when
// first token, last token and label are.
type Score struct {
	Counts
	Labels         []string          // sorted
	ByLabel        map[string]Counts // of each of Labels
	Tokens         int
	TokensAgreeing int // with the same BIO-2 tag
	Sentences      int
}

// Add counts one sentence.
func (s *Score) Add(gold, pred []Span, tokens int) {
	if s.ByLabel == nil {
		s.ByLabel = map[string]Counts{}
	}
	s.Sentences++
	s.Tokens += tokens
	s.TokensAgreeing += agreeing(gold, pred, tokens)
	for _, g := range gold {
		c := s.label(g.Label)
		c.Gold++
		s.Gold++
		if slices.Contains(pred, g) {
			c.Correct++
			s.Correct++
		}
		s.ByLabel[g.Label] = c
	}
	for _, p := range pred {
		c := s.label(p.Label)
		c.Pred++
		s.Pred++
		s.ByLabel[p.Label] = c
	}
}

func (s *Score) label(name string) Counts {
	c, ok := s.ByLabel[name]
	if !ok {
		at, _ := slices.BinarySearch(s.Labels, name)
		s.Labels = slices.Insert(s.Labels, at, name)
	}
	return c
}

func agreeing(gold, pred []Span, tokens int) int {
	g := (&Sentence{Tokens: make([]string, tokens), Spans: gold}).Tags()
	p := (&Sentence{Tokens: make([]string, tokens), Spans: pred}).Tags()
	n := 0
	for i := range g {
		if g[i] == p[i] {
			n++
		}
	}
	return n
}

// Write prints the score in the layout of conlleval.
func (s *Score) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "processed %d tokens with %d phrases; found: %d phrases; correct: %d.\n", s.Tokens, s.Gold, s.Pred, s.Correct)
	fmt.Fprintf(&b, "accuracy: %6.2f%%; precision: %6.2f%%; recall: %6.2f%%; FB1: %6.2f\n",
		100*ratio(s.TokensAgreeing, s.Tokens), 100*s.Precision(), 100*s.Recall(), 100*s.F1())
	for _, l := range s.Labels {
		c := s.ByLabel[l]
		fmt.Fprintf(&b, "%17s: precision: %6.2f%%; recall: %6.2f%%; FB1: %6.2f  %d\n",
			l, 100*c.Precision(), 100*c.Recall(), 100*c.F1(), c.Pred)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// EvaluateCoNLL scores text whose last two columns are the gold tag and the predicted one.
func EvaluateCoNLL(name, text string) (*Score, error) {
	var gold, pred strings.Builder
	for number, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
			gold.WriteByte('\n')
			pred.WriteByte('\n')
		case len(f) < 3 && !strings.HasPrefix(line, "-DOCSTART-"):
			return nil, fmt.Errorf("%s:%d: expected token, gold tag and predicted tag, found %q", name, number+1, line)
		case strings.HasPrefix(line, "-DOCSTART-"):
			gold.WriteString(line + "\n")
			pred.WriteString(line + "\n")
		default:
			fmt.Fprintf(&gold, "%s %s\n", f[0], f[len(f)-2])
			fmt.Fprintf(&pred, "%s %s\n", f[0], f[len(f)-1])
		}
	}
	return CompareCoNLL(name, gold.String(), name, pred.String())
}

// CompareCoNLL scores one file against another with the same tokens.
func CompareCoNLL(goldName, goldText, predName, predText string) (*Score, error) {
	gold, err := ReadCoNLL(goldName, goldText)
	if err != nil {
		return nil, err
	}
	pred, err := ReadCoNLL(predName, predText)
	if err != nil {
		return nil, err
	}
	g, p := allSentences(gold), allSentences(pred)
	if len(g) != len(p) {
		return nil, fmt.Errorf("%s has %d sentences, %s has %d: both must hold the same text", goldName, len(g), predName, len(p))
	}
	var s Score
	for i := range g {
		if !slices.Equal(g[i].Tokens, p[i].Tokens) {
			return nil, fmt.Errorf("sentence %d differs: %q in %s, %q in %s", i+1, strings.Join(g[i].Tokens, " "), goldName, strings.Join(p[i].Tokens, " "), predName)
		}
		s.Add(g[i].Spans, p[i].Spans, len(g[i].Tokens))
	}
	return &s, nil
}

func allSentences(docs []Document) []Sentence {
	var out []Sentence
	for _, d := range docs {
		out = append(out, d.Sentences...)
	}
	return out
}
