package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Chunk is a labelled half-open range of tokens.
type Chunk struct {
	First, Last int
	Label       string
}

// Chunks appends the chunks that a sentence's tags spell to dst. It reads IOB1, IOB2,
// IOE, BILOU and BIOES tags, and never fails: a tag that cannot follow the one before
// it begins a chunk, as in conlleval, the scorer of the CoNLL shared tasks (Tjong Kim
// Sang and De Meulder, "Introduction to the CoNLL-2003 Shared Task", 2003).
func Chunks(dst []Chunk, tags []string) []Chunk {
	prev, prevLabel, open := byte('O'), "", -1
	for i := 0; i <= len(tags); i++ {
		tag, label := byte('O'), ""
		if i < len(tags) {
			tag, label = splitTag(tags[i])
		}
		if open >= 0 && ends(prev, tag, prevLabel, label) {
			dst = append(dst, Chunk{open, i, prevLabel})
			open = -1
		}
		if tag != 'O' && open < 0 {
			open = i
		}
		prev, prevLabel = tag, label
	}
	return dst
}

// splitTag reads "B-PER" as B (or its synonym) and "PER". Anything without a known
// prefix is outside.
func splitTag(tag string) (byte, string) {
	p, label, ok := strings.Cut(tag, "-")
	if !ok || len(p) != 1 || label == "" {
		return 'O', ""
	}
	switch p[0] {
	case 'B', 'I':
		return p[0], label
	case 'E', 'L':
		return 'L', label
	case 'S', 'U':
		return 'U', label
	}
	return 'O', ""
}

// ends reports whether a chunk ends between two tags, the first of which is inside.
func ends(prev, tag byte, prevLabel, label string) bool {
	return prev == 'L' || prev == 'U' || tag == 'O' || tag == 'B' || tag == 'U' || prevLabel != label
}

// TagReport holds the scores of tag columns: exact chunks, per label and over all.
type TagReport struct {
	Sentences int      `json:"sentences"`
	Tokens    int      `json:"tokens"`
	TokensOK  int      `json:"tokens_right"` // tokens with equal tags
	Overall   Counts   `json:"overall"`
	Labels    []Counts `json:"labels"` // in table order, then sorted
}

// ScoreTags compares the tags of sentences. Both sides must have as many sentences, and
// every sentence as many tags; the error names the first that has not.
func ScoreTags(gold, pred [][]string) (TagReport, error) {
	if len(gold) != len(pred) {
		return TagReport{}, fmt.Errorf("%d gold sentences but %d predicted", len(gold), len(pred))
	}
	r := TagReport{Sentences: len(gold)}
	count := newSpanCounter(schemes[0])
	var gc, pc []Chunk
	for i := range gold {
		if len(gold[i]) != len(pred[i]) {
			return TagReport{}, fmt.Errorf("sentence %d has %d gold tags but %d predicted", i+1, len(gold[i]), len(pred[i]))
		}
		r.Tokens += len(gold[i])
		for k := range gold[i] {
			if gold[i][k] == pred[i][k] {
				r.TokensOK++
			}
		}
		gc, pc = Chunks(gc[:0], gold[i]), Chunks(pc[:0], pred[i])
		g, p := chunkEntities(gc), chunkEntities(pc)
		for _, x := range Pair(g, p) {
			count.add(x.Outcome, at(g, x.Gold), at(p, x.Pred))
		}
	}
	s := count.finish()
	r.Overall, r.Labels = s.Overall, s.Labels
	return r, nil
}

func chunkEntities(cs []Chunk) []Entity {
	es := make([]Entity, len(cs))
	for i, c := range cs {
		es[i] = Entity{Start: c.First, End: c.Last, Label: c.Label}
	}
	return es
}

// ReadColumns reads tag columns: one token a line, fields separated by white space,
// the gold tag in the last field but one and the predicted tag in the last, a blank
// line after each sentence. Lines of -DOCSTART- end a sentence and are not counted.
func ReadColumns(r io.Reader) (gold, pred [][]string, err error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), maxLine)
	var g, p []string
	flush := func() {
		if len(g) > 0 {
			gold, pred = append(gold, g), append(pred, p)
			g, p = nil, nil
		}
	}
	for line := 1; sc.Scan(); line++ {
		f := strings.Fields(sc.Text())
		switch {
		case len(f) == 0 || f[0] == "-DOCSTART-":
			flush()
		case len(f) < 2:
			return nil, nil, fmt.Errorf("line %d: found %q, expected a gold and a predicted tag", line, sc.Text())
		default:
			g, p = append(g, f[len(f)-2]), append(p, f[len(f)-1])
		}
	}
	flush()
	return gold, pred, sc.Err()
}

// Table writes the report in the manner of conlleval, ratios as percentages.
func (r TagReport) Table(w io.Writer) error {
	var b strings.Builder
	o := r.Overall
	fmt.Fprintf(&b, "sentences %d   tokens %d   gold phrases %d   found %d   correct %d\n",
		r.Sentences, r.Tokens, o.Possible, o.Actual, o.Correct)
	fmt.Fprintf(&b, "%-10s accuracy %6.2f%%   P %6.2f%%   R %6.2f%%   F1 %6.2f\n", "all",
		100*ratio(float64(r.TokensOK), float64(r.Tokens)), 100*o.Precision, 100*o.Recall, 100*o.F1)
	for _, c := range r.Labels {
		fmt.Fprintf(&b, "%-10s P %6.2f%%   R %6.2f%%   F1 %6.2f   found %d\n", c.Label,
			100*c.Precision, 100*c.Recall, 100*c.F1, c.Actual)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
