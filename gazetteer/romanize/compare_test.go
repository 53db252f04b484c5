package romanize

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestJudgeForgets: what was compared before changes no judgement, also where a name has no parts.
func TestJudgeForgets(t *testing.T) {
	c := Default()
	for _, b := range []string{"Va.", "U.K.", "al", "", "Kabul"} {
		c.Judge("", "")
		want := c.Judge("Pula", b)
		for _, other := range [][2]string{{"Hamid Karzai", "Hekmat Karzai"}, {"Pula", "Pul"}, {"Haji Mohammad Omar", "Omar"}} {
			c.Judge(other[0], other[1])
			assert.Equal(t, want, c.Judge("Pula", b), "Pula, %s after %s", b, other)
		}
	}
}

func TestCompareOneName(t *testing.T) {
	for _, row := range []struct{ rule, a, b string }{
		{"equal", "Hamid Karzai", "Hamid Karzai"},
		{"spelling", "Mohammad Hanif Atmar", "Muhammad Haneef Atmar"},
		{"spelling", "Panjshir", "Panjsheer"},
		{"title", "Haji Abdul Rahim", "Abdul Rahim"},
		{"title of another kind", "Dr. Najibullah", "Mullah Najibullah"},
		{"title abbreviated", "Eng. Hameda Akbary", "Engineer Hamida Akbari"},
		{"common part left out", "Mohammad Hanif Atmar", "Hanif Atmar"},
		{"Khan left out", "Ismail Khan", "Ismail"},
		{"patronymic left out", "Ahmad Zia Massoud", "Ahmad Massoud"},
		{"order", "Mutasim Agha Jan", "Agha Jan Motasim"},
		{"order with a comma", "Karzai, Hamid", "Hamid Karzai"},
		{"joined", "Najib Ullah", "Najibullah"},
		{"joined", "Abd ar-Rahim", "Abdurrahim"},
		{"joined", "Jalal ud-Din Haqqani", "Jalaluddin Haqani"},
		{"joined", "Haji Azizurrahman", "Hajji Aziz-u-Rahman"},
		{"joined with a slip", "Tirin Kot", "Tarinkot"},
		{"joined throughout", "Ma Ma Ismael", "Mamaismail"},
		{"ezafe", "Qala-e Naw", "Qalay-i-Now"},
		{"ezafe joined", "Darwazi Bala", "Darwaz-e-Bala"},
		{"initials", "A. Q. Khan", "Abdul Qadir Khan"},
		{"native", "Ahmad Massoud", "احمد مسعود"},
		{"native, joined", "Abdul Qadir", "عبدالقادر"},
		{"native, split", "Jalalabad", "جلال آباد"},
		{"native, both", "نجیب\u200cالله", "نجیب الله"},
		{"native, run together", "Dr. Zia Gul Rezayee", "داکترضیا گل رضایی"},
		{"native, run together twice", "Ustad Sayed Ahmad Karimi", "استادسیداحمد کریمی"},
		{"ts of Pashto", "Achakzai", "Asakzai"},
		{"dz of Pashto", "Mohammad Dawood Zazai", "Muhammad Daud Jaji"},
		{"a title is a name where there is no other", "Qazi", "Qazi"},
		{"a title is a name before ullah", "Hafizullah Amin", "Hafiz Ullah Ameen"},
	} {
		s := Default().Compare(row.a, row.b)
		assert.GreaterOrEqual(t, s, DefaultThreshold, "%s: %s / %s", row.rule, row.a, row.b)
		assert.InDelta(t, s, Default().Compare(row.b, row.a), 1e-6, "%s / %s: not symmetric", row.a, row.b)
	}
}

func TestCompareTwoNames(t *testing.T) {
	for _, row := range []struct{ rule, a, b string }{
		{"brothers", "Ahmad Zia Massoud", "Ahmad Wali Massoud"},
		{"brothers", "Ahmad Shah Massoud", "Ahmad Zia Massoud"},
		{"family", "Hamid Karzai", "Hekmat Karzai"},
		{"one letter", "Abdul Hadi", "Abdul Hai"},
		{"vowel and ending", "Abdul Rahim", "Abdul Rahman"},
		{"stem", "Jalaluddin Haqqani", "Sirajuddin Haqqani"},
		{"stem", "Najibullah", "Habibullah"},
		{"title inside", "Nasratullah Wafa", "Hafizullah Wafa"},
		{"province", "Paktia", "Paktika"},
		{"district", "Bagram", "Bagrami"},
		{"vowel", "Salim", "Salam"},
		{"h", "Massoud", "Mehsud"},
		{"name and people", "Zia", "Shah"},
		{"native", "احمد ضیا مسعود", "Ahmad Wali Massoud"},
		{"ts of Pashto is not every s", "Salim", "Chalim"},
		{"nothing", "", "Kabul"},
	} {
		s := Default().Compare(row.a, row.b)
		assert.Less(t, s, DefaultThreshold, "%s: %s / %s", row.rule, row.a, row.b)
	}
}

// TestSole: of common parts one may be the name.
func TestSole(t *testing.T) {
	for _, row := range []struct {
		a, b         string
		onlyA, onlyB float64
	}{
		{"Haji Amir Khan", "Hajji Sabir Khan", 1, 1},
		{"Mohammad Omar", "Omar", 0.3, 0},
		{"Ahmad Khan", "Khan", 1, 0},
	} {
		j := Default().Judge(row.a, row.b)
		assert.InDelta(t, row.onlyA, j.OnlyA, 1e-9, "%s / %s", row.a, row.b)
		assert.InDelta(t, row.onlyB, j.OnlyB, 1e-9, "%s / %s", row.a, row.b)
	}
}

func TestUnglue(t *testing.T) {
	for in, want := range map[string]string{
		"داکترضیا گل رضایی":   "داکتر ضیا گل رضایی",
		"گل استادسیداحمد (۲)": "گل استاد سید احمد (۲)",
		"محمدی":               "محمدی",
		"محمدزی سیدی":         "محمدزی سیدی",
		"Dr Zia":              "Dr Zia",
		"داکتر ضیا":           "داکتر ضیا",
		"":                    "",
	} {
		assert.Equal(t, want, Unglue(in))
		assert.Equal(t, want, Unglue(want), "once is enough")
	}
}

func TestCompareKeepsLookalikesApart(t *testing.T) {
	for _, r := range sharedTable(t, "lookalikes.tsv") {
		assert.Less(t, Default().Compare(r[1], r[2]), DefaultThreshold, "%s / %s", r[1], r[2])
	}
}

func TestExplainShowsTheSteps(t *testing.T) {
	e := Default().Explain("Haji Ahmad Zia Masoud", "Ahmad Wali Massood")
	assert.True(t, e.Contradiction)
	var steps []string
	for _, p := range e.Pairs {
		steps = append(steps, p.A+"/"+p.B)
	}
	assert.ElementsMatch(t, []string{"Haji/", "Ahmad/Ahmad", "Zia/", "/Wali", "Masoud/Massood"}, steps)
}

func hostile() map[string]string {
	return map[string]string{
		"long word":      strings.Repeat("abdulrahman", 1000),
		"vowels":         strings.Repeat("aeiou", 2000),
		"vowel words":    strings.Repeat("aeiouaeiouaeiouaeiouaeiouaeiouae ", 200),
		"parts":          strings.Repeat("Mohammad ", 200),
		"initials":       strings.Repeat("A. ", 2000),
		"native":         strings.Repeat("الله", 3000),
		"native words":   strings.Repeat("وووووووووووووووووووووووووووووووووووووووو ", 200),
		"marks":          "K" + strings.Repeat("\u0301", 10000),
		"broken":         strings.Repeat("\xff\xc3", 5000),
		"presentation":   strings.Repeat("\uFDFA", 3000),
		"hyphens":        strings.Repeat("-e-", 4000),
		"nothing":        "",
		"mixed scripts":  strings.Repeat("aکbاc", 2000),
		"zero-width":     strings.Repeat("\u200c", 5000),
		"doubled":        strings.Repeat("l", 10000),
		"ullah for ever": strings.Repeat("ullah", 2000),
	}
}

// TestHostile compares names made to be slow; it logs the slowest pair.
func TestHostile(t *testing.T) {
	all := hostile()
	slowest := time.Duration(0)
	for nameA, a := range all {
		for nameB, b := range all {
			start := time.Now()
			s := Default().Compare(a, b)
			require.True(t, s >= 0 && s <= 1, "%s/%s: %f", nameA, nameB, s)
			if took := time.Since(start); took > slowest {
				slowest = took
				t.Logf("%s against %s: %v", nameA, nameB, took)
			}
		}
		Key(a)
		Skeleton(a)
		assert.LessOrEqual(t, len(AppendReadings(nil, a)), maxReadings)
		assert.LessOrEqual(t, len(Variants(a, 20)), 20)
	}
}

func TestHotPathsDoNotAllocate(t *testing.T) {
	c, key := Default(), make([]byte, 0, 128)
	for _, row := range []struct {
		name string
		f    func()
	}{
		{"AppendKey", func() { key = AppendKey(key[:0], "Ḩeşārak") }},
		{"AppendKey native", func() { key = AppendKey(key[:0], "پنجشیر") }},
		{"AppendSkeleton", func() { key = AppendSkeleton(key[:0], "Panjsheer") }},
		{"AppendJoin", func() { key = AppendJoin(key[:0], []byte("pnj")) }},
		{"IsConnector", func() { IsConnector("ul") }},
		{"Distance", func() { c.Distance("Panjsheer", "Panjshir", 10) }},
	} {
		assert.Zero(t, testing.AllocsPerRun(100, row.f), row.name)
	}
	// The scratch comes from a pool, which the collector may empty.
	assert.Less(t, testing.AllocsPerRun(1000, func() { c.Compare("Mohammad Hanif Atmar", "Muhammad Haneef Atmar") }), 1.0)
}

// TestLongNative: a Perso-Arabic word whose key is longer than the letters that count.
func TestLongNative(t *testing.T) {
	long := strings.Repeat("محمد", 40)
	for _, other := range []string{long, "Mohammad", strings.Repeat("mohammad", 20)} {
		_, _ = Default().Distance(long, other, 14)
		s := Default().Compare(long, other)
		assert.True(t, s >= 0 && s <= 1, "%f", s)
	}
}
