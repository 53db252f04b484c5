package romanize

import (
	"testing"
)

func TestCompareScratch(t *testing.T) {
	c := Default()
	for _, r := range [][2]string{{"Ahmad Zia Massoud", "Ahmad Wali Massoud"}, {"Panjshir", "Panjsheer"}, {"Najib Ullah", "Najibullah"}, {"Abdul Hadi", "Abdul Hai"}, {"Haji Abdul Rahim", "Abdul Rahim"}, {"Hamid Karzai", "Karzai"}, {"Parwan", "Paryan"}, {"Mutasim Agha Jan", "Agha Jan Motasim"}, {"A. Q. Khan", "Abdul Qadir Khan"}, {"Jalaluddin Haqqani", "Sirajuddin Haqqani"}, {"Ahmad Masood", "احمد مسعود"}} {
		e := c.Explain(r[0], r[1])
		t.Logf("%v %.3f contra %v", r, e.Score, e.Contradiction)
		for _, p := range e.Pairs {
			t.Logf("      %q %q %.2f %v", p.A, p.B, p.Cost, p.Edits)
		}
	}
	for _, r := range sharedTable(t, "lookalikes.tsv") {
		if s := c.Compare(r[1], r[2]); s > 0.2 {
			t.Logf("lookalike %s %s %.3f", r[1], r[2], s)
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	c := Default()
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		c.Compare("Mohammad Hanif Atmar", "Muhammad Haneef Atmar")
	}
}
func BenchmarkCompareDifferent(b *testing.B) {
	c := Default()
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		c.Compare("Mohammad Hanif Atmar", "Abdul Rahim Wardak")
	}
}
func BenchmarkDistance(b *testing.B) {
	c := Default()
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		c.Distance("Panjsheer", "Panjshir", 7)
	}
}
func BenchmarkAppendKey(b *testing.B) {
	b.ReportAllocs()
	var buf [64]byte
	for i := 0; i < b.N; i++ {
		AppendKey(buf[:0], "Panjsheer")
	}
}
