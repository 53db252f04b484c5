package text

import (
	"strings"
	"testing"
)

// wire is ordinary agency prose, written for this benchmark.
const wire = `KABUL, Afghanistan (Reuters) - A roadside bomb killed two police officers in the Nad Ali district of Helmand province on Tuesday, a spokesman for the governor said. "We have sent reinforcements from Lashkar Gah," Gen. Abdul Wahid told reporters. The Taliban's media office claimed the attack, which came a day after U.S. forces left a base near the city, but the Interior Ministry didn't confirm the number of dead.

`

func BenchmarkReset(b *testing.B) {
	text := strings.Repeat(wire, 50)
	var d Doc
	d.Reset(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Reset(text)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
