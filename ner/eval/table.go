package eval

import (
	"fmt"
	"io"
	"strings"
)

// Table writes the report for a reader: one block of fixed columns a measure.
func (r Report) Table(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "documents %d   gold %d (+%d doubtful)   predicted %d (+%d ignored)",
		r.Documents, r.Gold, r.Doubtful, r.Pred, r.Ignored)
	if r.Failed > 0 {
		fmt.Fprintf(&b, "   failed %d", r.Failed)
	}
	b.WriteString("\n")
	for _, s := range r.Spans {
		spanTable(&b, s)
	}
	if r.Link != nil {
		linkTable(&b, r.Link)
	}
	clusterTable(&b, r.Clusters)
	if r.Toponyms != nil {
		toponymTable(&b, r.Toponyms)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func spanTable(b *strings.Builder, s SpanScore) {
	fmt.Fprintf(b, "\n%-10s %6s %6s %6s %6s %6s   %6s %6s %6s\n", s.Scheme,
		"corr", "incorr", "part", "missed", "spur", "P", "R", "F1")
	for _, c := range append(append([]Counts(nil), s.Labels...), s.Overall) {
		fmt.Fprintf(b, "%-10s %6d %6d %6d %6d %6d   %6.4f %6.4f %6.4f\n", c.Label,
			c.Correct, c.Incorrect, c.Partial, c.Missed, c.Spurious, c.Precision, c.Recall, c.F1)
	}
}

func linkTable(b *strings.Builder, l *LinkScore) {
	fmt.Fprintf(b, "\n%-16s %6s %6s %8s\n", "link", "right", "of", "accuracy")
	for _, a := range append(append([]Accuracy(nil), l.Labels...), l.NotPlain, l.Known, l.Unknown, l.All) {
		accuracyRow(b, a)
	}
	fmt.Fprintf(b, "%-16s P %.4f   R %.4f   F1 %.4f\n", "linked", l.Linked.Precision, l.Linked.Recall, l.Linked.F1)
}

func accuracyRow(b *strings.Builder, a Accuracy) {
	if a.Total == 0 {
		fmt.Fprintf(b, "%-16s %6d %6d %8s\n", a.Name, a.Right, a.Total, "-")
		return
	}
	fmt.Fprintf(b, "%-16s %6d %6d %8.4f\n", a.Name, a.Right, a.Total, a.Accuracy)
}

func clusterTable(b *strings.Builder, cs []ClusterScore) {
	fmt.Fprintf(b, "\n%-16s %20s   %20s\n", "clusters over", "B3  P / R / F1", "CEAF-e  P / R / F1")
	for _, c := range cs {
		fmt.Fprintf(b, "%-16s %6.4f %6.4f %6.4f   %6.4f %6.4f %6.4f\n", c.Mentions,
			c.BCubed.Precision, c.BCubed.Recall, c.BCubed.F1, c.CEAFe.Precision, c.CEAFe.Recall, c.CEAFe.F1)
	}
}

func toponymTable(b *strings.Builder, t *ToponymScore) {
	fmt.Fprintf(b, "\n%-16s %6s %6s %8s\n", "places", "right", "of", "accuracy")
	for _, a := range []Accuracy{t.Within161km, t.Adm1, t.Adm2} {
		accuracyRow(b, a)
	}
	fmt.Fprintf(b, "%-16s %.1f km (%d unresolved)\n", "median", t.MedianKm, t.Unresolved)
}
