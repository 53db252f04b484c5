package romanize

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

var seeds = []string{
	"Panjsheer", "Ḩeşārak", "Qal‘eh-ye Now", "پنجشیر", "عبدالرحیم", "نجیب\u200cالله", "ﭘﻨﺠﺸﯿﺮ", "۱۲۳", "A. Q. Khan", "Abd ar-Rahman",
	"Jalal ud-Din", "Deh-e Salah", "Shahwali", "Azhar", "Sahar", "Mc Cain", "Khwaja", "uwu", "dzh", "tch", "ch", "", "-", "\xff", "K\u0301", "aکb",
	// found by fuzzing
	"YYYYYYYYYY", "Aww", "Yh000", "YhA0", "0wAu", "AwAw0", "tCCh", "LLLLLA", "o' ", "Mad", "Aal", "Oodin", "Shahamatzai", "Aabdoolrahim", "wAwAw",
}

// FuzzKey: the key of a key is itself, of ASCII letters and digits, and joined words
// have the key of the name.
func FuzzKey(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		word := string(AppendKey(nil, s))
		if again := string(AppendKey(nil, word)); again != word {
			t.Errorf("AppendKey(%q) is %q, and of that %q", s, word, again)
		}
		key := Key(s)
		for _, k := range []string{word, key, Skeleton(s)} {
			if strings.Trim(k, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
				t.Errorf("the key %q of %q has other letters than a-z", k, s)
			}
		}
		if apart := Unglue(s); Unglue(apart) != apart || strings.ReplaceAll(apart, " ", "") != strings.ReplaceAll(s, " ", "") {
			t.Errorf("Unglue(%q) is %q, and of that %q", s, apart, Unglue(apart))
		}
		readings := AppendReadings(nil, s)
		if len(readings) > maxReadings {
			t.Errorf("%q has %d readings", s, len(readings))
		}
		if len(readings) > 0 && readings[0] != word {
			t.Errorf("the first reading of %q is %q, its key %q", s, readings[0], word)
		}
	})
}

// FuzzCompare: scores are of 0..1, symmetric, 1 for a name with itself.
func FuzzCompare(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i*7+3)%len(seeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		c := Default()
		s, back := c.Compare(a, b), c.Compare(b, a)
		if !(s >= 0 && s <= 1) {
			t.Errorf("Compare(%q, %q) = %f", a, b, s)
		}
		if math.Abs(s-back) > 1e-3 {
			t.Errorf("Compare(%q, %q) = %f, the other way %f", a, b, s, back)
		}
		if self := c.Compare(a, a); self != 1 && Key(a) != "" {
			t.Errorf("Compare(%q, itself) = %f", a, self)
		}
		if e := c.Explain(a, b); e.Score != s {
			t.Errorf("Explain(%q, %q) has score %f, Compare %f", a, b, e.Score, s)
		}
		if d, ok := c.Distance(a, b, 30); ok && d > 30 || d < 0 {
			t.Errorf("Distance(%q, %q, 30) = %f, %v", a, b, d, ok)
		}
	})
}

// FuzzVariants: as many as asked for at most, the name first, none twice, costs in order.
func FuzzVariants(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		list := Variants(s, n)
		if len(list) > max(n, 0) || len(list) > maxVariants {
			t.Errorf("Variants(%q, %d) gives %d", s, n, len(list))
		}
		for i, v := range list {
			if utf8.ValidString(s) && !utf8.ValidString(v.Name) {
				t.Errorf("Variants(%q): %q is no UTF-8", s, v.Name)
			}
			if i > 0 && v.Cost < list[i-1].Cost {
				t.Errorf("Variants(%q): %q stands after a dearer one", s, v.Name)
			}
		}
	})
}

// FuzzParseCosts: any bytes give an error or a table that works.
func FuzzParseCosts(f *testing.F) {
	f.Add("a\te\t1\n")
	f.Add("oo\tu\t0.1\nab\tcd\t2\n")
	f.Add("^\t$\tNaN\n")
	f.Fuzz(func(_ *testing.T, tsv string) {
		c, err := ParseCosts(tsv)
		if err != nil {
			return
		}
		c.Distance("kabul", "cabool", 20)
		c.Compare("Ahmad Shah", "Ahmed Sha")
	})
}
