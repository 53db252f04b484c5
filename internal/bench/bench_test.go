package main

import (
	"os"
	"testing"
)

// TestTargets holds what the project promises: an AUC of 0.985 at least, better than any
// other method measured, and no lookalike at the default threshold.
func TestTargets(t *testing.T) {
	const data = "../../../shared/data"
	if _, err := os.Stat(data); err != nil {
		t.Skip("the fact tables are not beside this checkout")
	}
	set, err := readPairs(data)
	if err != nil {
		t.Fatal(err)
	}
	ours := methods[0]
	got := auc(ours.all(set.same), ours.all(set.different))
	if got < 0.985 {
		t.Errorf("AUC is %.4f, expected 0.985 at least", got)
	}
	for _, m := range methods[1:] {
		if other := auc(m.all(set.same), m.all(set.different)); other >= got {
			t.Errorf("AUC of %s is %.4f, ours %.4f", m.name, other, got)
		}
	}
	if n := above(ours.group(set.different, "place lookalike", "person lookalike", "group lookalike"), 0.5); n > 0 {
		t.Errorf("%d lookalikes are taken for one name", n)
	}
}

func BenchmarkMethods(b *testing.B) {
	for _, m := range methods {
		b.Run(m.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.score("Mohammad Hanif Atmar", "Muhammad Haneef Atmar")
				m.score("Panjshir", "Parwan")
			}
		})
	}
}
