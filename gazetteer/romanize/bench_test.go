package romanize

import "testing"

func BenchmarkAppendKey(b *testing.B) {
	for _, row := range []struct{ name, word string }{{"ascii", "Panjsheer"}, {"diacritics", "Ḩeşārak"}, {"native", "پنجشیر"}} {
		b.Run(row.name, func(b *testing.B) {
			b.ReportAllocs()
			var key []byte
			for b.Loop() {
				key = AppendKey(key[:0], row.word)
			}
		})
	}
}

func BenchmarkDistance(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Default().Distance("Panjsheer", "Panjshir", 7)
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, row := range []struct{ name, a, b string }{
		{"one place", "Panjshir", "Panjsheer"},
		{"two places", "Panjshir", "Parwan"},
		{"one person", "Mohammad Hanif Atmar", "Muhammad Haneef Atmar"},
		{"two persons", "Mohammad Hanif Atmar", "Abdul Rahim Wardak"},
		{"two scripts", "محمد حنیف اتمر", "Muhammad Haneef Atmar"},
	} {
		b.Run(row.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Default().Compare(row.a, row.b)
			}
		})
	}
}
