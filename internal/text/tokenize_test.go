package text

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kindMark is how show writes the kind of a token that is neither word nor punctuation.
var kindMark = map[Kind]string{Native: "N", Number: "#", Symbol: "$", URL: "U", Handle: "H", Clitic: "c", Broken: "B"}

// show writes tokens with a space between them: what_is_inside/kind, + before a token
// that was cut off, ~ after an abbreviation.
func show(d *Doc, first, last int) string {
	var parts []string
	for i := first; i < last; i++ {
		t := d.Tokens[i]
		s := d.Surface(i)
		if t.Is(Glued) {
			s = "+" + s
		}
		if t.Is(Abbrev) {
			s += "~"
		}
		if m := kindMark[t.Kind]; m != "" {
			s += "/" + m
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

// check holds what is true of every analysis, and returns it.
func check(t testing.TB, s string) *Doc {
	t.Helper()
	d := Tokenize(s)
	require.Equal(t, s, d.Text)
	pos := 0
	for i, tok := range d.Tokens {
		require.Less(t, tok.Start, tok.End, "token %d is empty", i)
		require.True(t, blank(s[pos:tok.Start]), "token %d: %q was left out", i, s[pos:tok.Start])
		require.Equal(t, tok.Start > pos || i == 0, tok.Is(SpaceBefore), "token %d %q: SpaceBefore", i, d.Surface(i))
		require.Equal(t, tok.Kind == Broken, !utf8.ValidString(d.Surface(i)), "token %d %q: validity", i, d.Surface(i))
		if tok.Kind == Word || tok.Kind == Native {
			require.False(t, strings.ContainsFunc(d.Surface(i), unicode.IsSpace), "token %d %q holds a space", i, d.Surface(i))
		}
		pos = tok.End
	}
	require.True(t, blank(s[pos:]), "%q was left out at the end", s[pos:])
	next := 0
	for i, sen := range d.Sentences {
		require.Equal(t, next, sen.First, "sentence %d", i)
		require.Less(t, sen.First, sen.Last, "sentence %d", i)
		next = sen.Last
	}
	require.Equal(t, len(d.Tokens), next, "sentences tile the tokens")
	return d
}

func blank(s string) bool {
	return utf8.ValidString(s) && strings.TrimFunc(s, unicode.IsSpace) == ""
}

type tokenCase struct{ name, text, want string }

func runTokenCases(t *testing.T, cases []tokenCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := check(t, c.text)
			assert.Equal(t, c.want, show(d, 0, len(d.Tokens)))
		})
	}
}

func TestTokenizeApostrophes(t *testing.T) {
	runTokenCases(t, []tokenCase{
		{"straight possessive", "Taliban's men", "Taliban 's/c men"},
		{"curly possessive", "Taliban’s men", "Taliban ’s/c men"},
		{"capital possessive", "KARZAI'S MEN", "KARZAI 'S/c MEN"},
		{"bare after s", "insurgents' gains", "insurgents '/c gains"},
		{"curly bare after s", "the Talibs’ gains", "the Talibs ’/c gains"},
		{"closing quote after s", "the 'strong allies' left", "the ' strong allies ' left"},
		{"after abbreviation", "U.S.'s", "U.S.~ 's/c"},
		{"after bracket", "the (ANA)'s", "the ( ANA ) 's/c"},
		{"inner", "O'Reilly, Sa'id and Sa'd", "O'Reilly , Sa'id and Sa'd"},
		{"inner curly", "Qur’an Sana’a", "Qur’an Sana’a"},
		{"modifier letter stays", "ʿAbd al-Raḥmān", "ʿAbd al - Raḥmān"},
		{"negation", "didn't can’t", "did n't/c ca n’t/c"},
		{"negation of old text", "did n't", "did n't/c"},
		{"possessive of old text", "Kabul 's mayor", "Kabul 's/c mayor"},
		{"other clitics", "we're I'm they'll he'd I've", "we 're/c I 'm/c they 'll/c he 'd/c I 've/c"},
		{"decade", "1980's", "1980/# 's/c"},
		{"nested quotes", "vow 'graveyard''", "vow ' graveyard ''"},
	})
}

func TestTokenizeHyphensAndSlashes(t *testing.T) {
	runTokenCases(t, []tokenCase{
		{"prefix", "anti-Taliban", "anti - Taliban"},
		{"abbreviation", "U.S.-led", "U.S.~ - led"},
		{"place", "Pol-e-Hesar", "Pol - e - Hesar"},
		{"based", "Kabul-based", "Kabul - based"},
		{"slash", "KABUL/PESHAWAR", "KABUL / PESHAWAR"},
		{"dashes run", "burqas--the veil", "burqas -- the veil"},
		{"em dash", "KABUL—A bomb", "KABUL — A bomb"},
		{"weapon", "AK-47 F-16 F16", "AK - 47/# F - 16/# F16"},
		{"non-breaking hyphen", "Deh‑Sabz", "Deh ‑ Sabz"},
	})
}

func TestTokenizeMissingSpaces(t *testing.T) {
	runTokenCases(t, []tokenCase{
		{"lower then capital", "reportedSputnik", "reported +Sputnik"},
		{"two letters", "inKabul", "in +Kabul"},
		{"after stop", "killed.The", "killed . +The"},
		{"opener after name", "AfghanistanThe", "Afghanistan +The"},
		{"opener after capitals", "KABULThe", "KABUL +The"},
		{"after year", "2021Taliban", "2021/# +Taliban"},
		{"footnote", "Taliban12", "Taliban +12/#"},
		{"after title", "Mr.Karzai", "Mr.~ +Karzai"},
		{"stopless title", "GenDostum MrKarzai", "Gen +Dostum Mr +Karzai"},
		{"after country", "U.S.Army", "U.S.~ +Army"},
		{"scripts meet", "Kabulکابل", "Kabul +کابل/N"},
		{"Scottish", "McCain MacArthur", "McCain MacArthur"},
		{"brands", "YouTube iPhone ReliefWeb LinkedIn eBay macOS", "YouTube iPhone ReliefWeb LinkedIn eBay macOS"},
		{"capitals first", "TOLOnews", "TOLOnews"},
		{"particles", "DeVos LeBron deVries", "DeVos LeBron deVries"},
	})
}

func TestTokenizeAbbreviations(t *testing.T) {
	runTokenCases(t, []tokenCase{
		{"titles", "Gen. X, Brig. Gen. Y, Lt. Col. Z", "Gen.~ X , Brig.~ Gen.~ Y , Lt.~ Col.~ Z"},
		{"capital titles", "GEN. X", "GEN.~ X"},
		{"not in lower case", "the old gen. It", "the old gen . It"},
		{"junior", "Bush Jr. said", "Bush Jr.~ said"},
		{"initials", "John F. Kennedy, J.R. Smith", "John F.~ Kennedy , J.R.~ Smith"},
		{"no initial", "Plan B. The end", "Plan B . The end"},
		{"without last stop", "the U.S government", "the U.S government"},
		{"lower", "4 p.m. on", "4/# p.m.~ on"},
		{"doctor", "a Ph.D. in", "a Ph.D.~ in"},
		{"number", "No. 3 said No. The", "No.~ 3/# said No . The"},
		{"ellipsis is none", "Gen... X", "Gen ... X"},
		{"month", "Jan. 15", "Jan.~ 15/#"},
		{"name like a month", "Wali Jan. He", "Wali Jan . He"},
		{"initial before no-break space", "S.\u00a0Khan", "S.~ Khan"},
		{"ordinary", "the war. He", "the war . He"},
	})
}

func TestTokenizeAddresses(t *testing.T) {
	runTokenCases(t, []tokenCase{
		{"url", "see https://a.example.org/Kabul_(city)?x=1.", "see https://a.example.org/Kabul_(city)?x=1/U ."},
		{"in brackets", "(http://x.org/a)", "( http://x.org/a/U )"},
		{"bare host", "at www.x.org, or x-y.com", "at www.x.org/U , or x-y.com/U"},
		{"path", "x.af/path and", "x.af/path/U and"},
		{"mail", "write j.doe+a@mail.x.org.", "write j.doe+a@mail.x.org/U ."},
		{"mailto", "mailto:a@x.org", "mailto:a@x.org/U"},
		{"handle", "via @Some_One:", "via @Some_One/H :"},
		{"hashtag", "#Kabul", "# Kabul"},
		{"country word is no domain", "Kabul.In May", "Kabul . +In May"},
		{"lone at", "a @ b", "a @ b"},
		{"missing space after", "x.org.The", "x.org/U . +The"},
	})
}

func TestTokenizeNumbers(t *testing.T) {
	runTokenCases(t, []tokenCase{
		{"separators", "3,545 1.5 02:30", "3,545/# 1.5/# 02:30/#"},
		{"letters", "3rd 7am 1980s 5G 10km", "3rd/# 7am/# 1980s/# 5G/# 10km/#"},
		{"end of sentence", "in 2001. He", "in 2001/# . He"},
		{"money", "$5m", "$/$ 5m/#"},
		{"date", "9/11", "9/# / 11/#"},
		{"persian digits", "۱۲۳ روز", "۱۲۳/# روز/N"},
	})
}

func TestTokenizeDirt(t *testing.T) {
	runTokenCases(t, []tokenCase{
		{"no-break space", "Kabul\u00a0city", "Kabul city"},
		{"many spaces", "a\u2003b\u3000c\u2028d", "a b c d"},
		{"soft hyphen inside", "Afghani\u00adstan", "Afghani\u00adstan"},
		{"zero width inside", "Tali\u200bban", "Tali\u200bban"},
		{"marks around", "\u200eKabul\u200f.", "\u200e/$ Kabul \u200f/$ ."},
		{"mark at a seam", "isis\u200bSeize \u00adreported\ufeff\u200bSputnik KAPISA\u200bAnd", "isis \u200b/$ Seize \u00ad/$ reported \ufeff\u200b/$ Sputnik KAPISA \u200b/$ And"},
		{"zwnj", "می\u200cخورد", "می\u200cخورد/N"},
		{"persian marks", "سلام، خوب؟ بله۔", "سلام/N ، خوب/N ؟ بله/N ۔"},
		{"emoji", "😀👍🏽 👨‍👩‍👧 🇦🇫", "😀/$ 👍🏽/$ 👨‍👩‍👧/$ 🇦🇫/$"},
		{"broken", "caf\xe9 \xff\xfe", "caf \xe9/B \xff\xfe/B"},
		{"nul", "a\x00b", "a \x00/$ b"},
		{"byte order mark", "\ufeffKabul", "\ufeff/$ Kabul"},
		{"accents", "Čapek Müller e\u0301tude", "Čapek Müller e\u0301tude"},
		{"stars", "b******s", "b ****** s"},
	})
}

func TestTokenFlags(t *testing.T) {
	cases := []struct {
		word string
		want Flag
	}{
		{"kabul", Lower},
		{"Kabul", Initial},
		{"KABUL", Initial | Caps},
		{"K", Initial},
		{"U.S.", Initial | Caps | Abbrev},
		{"Gen.", Initial | Abbrev},
		{"iPhone", 0},
		{"F16", Initial | Digit},
		{"15", Digit},
		{"Sa’id", Initial | Dirty},
		{"Čapek", Initial},
		{"ÇA", Initial | Caps},
		{"کابل", 0},
	}
	for _, c := range cases {
		d := check(t, c.word)
		require.Len(t, d.Tokens, 1, c.word)
		assert.Equal(t, c.want|SpaceBefore|LineStart, d.Tokens[0].Flags, c.word)
	}
}
