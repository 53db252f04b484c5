package ner_test

import "testing"

func BenchmarkZZ(b *testing.B) {
	rec := recognizer(b, plain)
	for _, h := range hostile {
		switch h.name {
		case "homonyms", "brackets and names", "one name", "full names in one sentence", "headline", "unknown people in one sentence":
			for _, n := range []int{16 << 10, 160 << 10} {
				s := h.make(n)
				rec.Recognize(s)
				b.Run(h.name, func(b *testing.B) {
					for b.Loop() {
						rec.Recognize(s)
					}
				})
			}
		}
	}
}
