package main

import (
	"sort"
	"strings"

	"github.com/adrg/strutil/metrics"
	"github.com/agnivade/levenshtein"
	"github.com/xrash/smetrics"

	"github.com/namyab/namyab/gazetteer/romanize"
)

// method gives two names a score from 0 to 1.
type method struct {
	name  string
	score func(a, b string) float64
}

var methods = []method{
	{"Namyab Compare", romanize.Default().Compare},
	{"Namyab Key (equal or not)", func(a, b string) float64 { return equal(romanize.Key(a), romanize.Key(b)) }},
	{"Jaro–Winkler (adrg/strutil)", jaroWinkler},
	{"Levenshtein, normalised (agnivade)", normalLevenshtein},
	{"Soundex by word (xrash/smetrics)", byWord(soundex)},
}

func (m method) all(pairs []namePair) []float64 {
	out := make([]float64, len(pairs))
	for i, p := range pairs {
		out[i] = m.score(p.a, p.b)
	}
	return out
}

// group scores the pairs whose group begins with one of the prefixes.
func (m method) group(pairs []namePair, prefixes ...string) []float64 {
	var out []float64
	for _, p := range pairs {
		for _, prefix := range prefixes {
			if strings.HasPrefix(p.group, prefix) {
				out = append(out, m.score(p.a, p.b))
				break
			}
		}
	}
	return out
}

func equal(a, b string) float64 {
	if a == b {
		return 1
	}
	return 0
}

func jaroWinkler(a, b string) float64 {
	m := metrics.NewJaroWinkler()
	m.CaseSensitive = false
	return m.Compare(a, b)
}

func normalLevenshtein(a, b string) float64 {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return 1 - float64(levenshtein.ComputeDistance(a, b))/float64(max(len([]rune(a)), len([]rune(b)), 1))
}

func soundex(a, b string) float64 {
	// smetrics reads bytes: letters outside ASCII would be noise.
	a, b = string(romanize.AppendLatin(nil, a)), string(romanize.AppendLatin(nil, b))
	return equal(smetrics.Soundex(a), smetrics.Soundex(b))
}

// byWord gives codes of single words to whole names: the share of words, of the longer
// name, that meet a word of the other; Jaro–Winkler parts what is left equal, since a
// code alone has only two scores.
func byWord(score func(a, b string) float64) func(a, b string) float64 {
	return func(a, b string) float64 {
		wa, wb := fields(a), fields(b)
		if len(wa) < len(wb) {
			wa, wb = wb, wa
		}
		if len(wb) == 0 {
			return 0
		}
		sum := 0.0
		used := make([]bool, len(wa))
		for _, w := range wb {
			best, at := 0.0, -1
			for i, v := range wa {
				if s := score(v, w); !used[i] && s > best {
					best, at = s, i
				}
			}
			if at >= 0 {
				used[at] = true
				sum += best
			}
		}
		return 0.9*sum/float64(len(wa)) + 0.1*jaroWinkler(a, b)
	}
}

func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" -.,()'’`", r) })
}

// auc is the chance that a pair of one name scores above a pair of two, ties by half.
func auc(same, different []float64) float64 {
	if len(same) == 0 || len(different) == 0 {
		return 0
	}
	d := append([]float64(nil), different...)
	sort.Float64s(d)
	sum := 0.0
	for _, s := range same {
		low := sort.SearchFloat64s(d, s)
		high := sort.Search(len(d), func(i int) bool { return d[i] > s })
		sum += float64(low) + float64(high-low)/2
	}
	return sum / float64(len(same)) / float64(len(d))
}

// bestF1 is the best F1 of "one name" over all thresholds, with the threshold.
func bestF1(same, different []float64) (f1, at float64) {
	for _, t := range same {
		tp, fp := above(same, t), above(different, t)
		if f := 2 * float64(tp) / float64(tp+fp+len(same)); f > f1 {
			f1, at = f, t
		}
	}
	return f1, at
}

func above(scores []float64, t float64) int {
	n := 0
	for _, s := range scores {
		if s >= t {
			n++
		}
	}
	return n
}
