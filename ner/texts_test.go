package ner_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/check"
	"github.com/namyab/namyab/ner"
	"github.com/namyab/namyab/ner/eval"
)

// recognizers are made once a set of options: New is cheap, but its memory of words is
// worth keeping warm.
var (
	plain     = sync.OnceValues(func() (*ner.Recognizer, error) { return ner.New() })
	bare      = sync.OnceValues(func() (*ner.Recognizer, error) { return ner.New(ner.WithTagger(ner.TaggerNone)) })
	explained = sync.OnceValues(func() (*ner.Recognizer, error) { return ner.New(ner.WithExplain(true)) })
)

func recognizer(t testing.TB, make func() (*ner.Recognizer, error)) *ner.Recognizer {
	t.Helper()
	rec, err := make()
	require.NoError(t, err)
	return rec
}

// ownTexts returns the project's own annotated texts with their markup removed.
func ownTexts(t testing.TB) []eval.Doc {
	t.Helper()
	var files []string
	for _, folder := range []string{"corpus", "passages"} {
		some, err := filepath.Glob(filepath.Join("..", "testdata", folder, "*.txt"))
		require.NoError(t, err)
		files = append(files, some...)
	}
	require.NotEmpty(t, files)
	var docs []eval.Doc
	for _, f := range files {
		docs = append(docs, readGold(t, f)...)
	}
	return docs
}

// dirtyTexts are what scraping, copying and phones do to news.
var dirtyTexts = []string{
	"",
	" ",
	"\x00",
	"KABUL, Afghanistan (Reuters) - Taliban spokesman Zabihullah Mujahid said on Monday.",
	"Kabul\u00a0(Pajhwok)\u00a0– Hamid\u00a0Karzai left\u202fHerat\u2009for\u3000Kandahar.",
	"In پنج\u200cشیر and کابل, Ahmad Massoud (احمد مسعود) said so to طالبان.",
	"Herat\r\nKandahar\r\n\r\nHamid Karzai\r\nsaid\rso.",
	"\ufeffKabul is dry. \ufeffHerat is old.",
	"\ufeff0ra 's \ufeffAa 's 😀Zmaray Aa😀",
	"000AHMAD ن0 Pol-E KHUMRII",
	"000AhmAd ن0 Pol-e Khumrii",
	"000Ahmad ن0 POL-e khumrii",
	"😀Kabul😀Herat👩‍👩‍👧 Hamid Karzai🇦🇫Taliban",
	"Kab\xfful and \xe2\x82 Herat\xf0\x9f\x98 Hamid Kar\x80zai \xc0\xaf",
	"TALIBAN SEIZE KUNDUZ, GOVERNOR OF BAGHLAN FLEES TO KABUL",
	"reportedSputnik, tweetedHakim; killed.The 2021Taliban in AfghanistanThe president",
	"anti-Taliban U.S.-led Pol-e-Hesar Kabul-based Mazar-i-Sharif Afghan-born",
	"Ka\u00adbul, Ha\u00admid Kar\u00adzai, Tali\u200bban’s \u202aHerat\u202c \u200fکابل\u200e",
	"Massoud Jr. and Massoud Sr., the late Massoud, son of Massoud, Massoud's Massoud’s Massouds'",
	"@Kabul #Kabul https://kabul.af/Herat hamid@karzai.af",
	"((((((((Kabul)))))))) ''''Herat'''' \"\"\"\"Hamid Karzai\"\"\"\" ---- Taliban",
	"e\u0301 Ghazni\u0301 Ju\u0308zjan Kâbul Qandahār Hazāra",
	"Khan Ali Bagh Karez Khan Ali Bagh Karez said Khan of Khan in Khan district, Khan province.",
	"National Resistance Front of Afghanistan (NRF), Islamic Movement of Uzbekistan (IMU), the NRF and the IMU.",
	"Posted on January 15, 2011. Gen. Abdul Rashid Dostum told reporters in Sheberghan, Jawzjan province.",
	"Balkh, Samangan, Jawzjan and Faryab provinces; Nad Ali, Marja and Sangin districts of Helmand province.",
	"00\n isis\ufeffSeize Kabul\u200bAnd tweeted\u00adHakim Taliban\u200f\u200eTaliban",
	"۱۴۰۰ کابل ١٥ هرات 15 Herat",
}

// invariants runs the checks of internal/check over a result.
func invariants(t testing.TB, rec *ner.Recognizer, text string, doc *ner.Document) {
	t.Helper()
	require.Equal(t, text, doc.Text, "the text is never changed")
	mentions := make([]check.Mention, 0, len(doc.Mentions))
	for _, m := range doc.Mentions {
		mentions = append(mentions, check.Mention{Start: m.Start, End: m.End, Text: m.Text,
			Label: m.Label.String(), LinkID: m.Link.Entry.ID, Cluster: m.Cluster})
		require.GreaterOrEqual(t, m.Score, 0.0)
		require.LessOrEqual(t, m.Score, 1.0)
		require.LessOrEqual(t, m.Link.Score, 1.0)
	}
	known := check.EntryFunc(func(id string) bool { _, ok := rec.Gazetteer().ByID(id); return ok })
	require.NoError(t, check.Mentions(text, check.Byte, mentions, known))
}

// corpusFile opens a file of the corpora that stand beside the checkout.
func corpusFile(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "shared", "corpora"}, elem...)...)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the corpora are not beside the checkout: %v", err)
	}
	return string(data)
}

// quoted lists surfaces for a message.
func quoted(mentions []ner.Mention) string {
	var b strings.Builder
	for _, m := range mentions {
		b.WriteString(" ‹" + m.Text + "›" + m.Label.String())
	}
	return b.String()
}
