package ner

import (
	"slices"
	"strings"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
)

// Sentences in Dari or Pashto. Taggers learn from English copy, where Perso-Arabic letters
// are always a name, put in brackets or after its romanised form; a whole sentence in
// those letters is one long name to them. Nobody taught the patterns anything else. So
// where a text goes on in these letters only the gazetteer, which knows native spellings,
// is asked, with the weights of a flow without a tagger, and places and names of one word
// have to be well known: nearly every word of these languages is a village somewhere.

// longestNative is how many words in native letters may stand in English copy without
// being taken for a sentence of their own.
const longestNative = 5

// The least prior of a place or of a name of one word in Dari or Pashto: listed as it is
// written, and met by its fold key alone.
const (
	nativePrior       = 1
	nativeFoldedPrior = 5
)

// markNative finds the runs of native words that are no name in English copy: those with
// a word that no name has, long ones, and those of sentences without any other word.
func (s *scratch) markNative() {
	s.native = s.native[:0]
	if !slices.ContainsFunc(s.doc.Tokens, func(t text.Token) bool { return t.Kind == text.Native }) {
		return
	}
	s.native = grow(s.native, len(s.doc.Tokens))
	clear(s.native)
	for _, sent := range s.doc.Sentences {
		alone := true
		for k := sent.First; k < sent.Last; k++ {
			alone = alone && s.doc.Tokens[k].Kind != text.Word
		}
		for first := sent.First; first < sent.Last; first++ {
			if s.doc.Tokens[first].Kind != text.Native {
				continue
			}
			last, prose := s.nativeRun(first, sent.Last)
			if alone || prose {
				for k := first; k < last; k++ {
					s.native[k] = true
				}
			}
			first = last - 1
		}
	}
}

// nativeRun returns where the run of native words from first on ends and whether it is prose.
func (s *scratch) nativeRun(first, end int) (last int, prose bool) {
	n := 0
	for k := first; k < end; k++ {
		switch s.doc.Tokens[k].Kind {
		case text.Native:
			n++
			prose = prose || nativeWords[s.doc.Surface(k)]
			last = k + 1
		case text.Punct, text.Number, text.Symbol:
		default:
			return last, prose || n > longestNative
		}
	}
	return last, prose || n > longestNative
}

// inNative reports whether a token stands in a run of Dari or Pashto.
func (s *scratch) inNative(k int32) bool { return len(s.native) > 0 && s.native[k] }

// doubtNative forgets the matches in Dari and Pashto that are more likely no names.
func (s *scratch) doubtNative() {
	if len(s.native) == 0 {
		return
	}
	kept := 0
	for i := range s.matches {
		m, f := &s.matches[i], &s.facts[i]
		if s.inNative(int32(m.First)) || s.inNative(int32(m.Last-1)) {
			named := false
			for l := Person; l <= Norp; l++ {
				if f.labels[l].n > 0 && !s.nativeName(m, l, f.labels[l].prior) {
					f.labels[l] = labelFacts{}
				}
				named = named || f.labels[l].n > 0
			}
			if !named {
				continue
			}
		}
		s.matches[kept], s.facts[kept] = *m, *f
		kept++
	}
	s.matches, s.facts = s.matches[:kept], s.facts[:kept]
}

// nativeName reports whether a listed name met in Dari or Pashto is likely meant with a
// label: it is well known, or a person or body of several words, or stands after a word
// for what it is. One that begins or ends with an ordinary word has to be listed so.
func (s *scratch) nativeName(m *gazetteer.Match, l Label, prior float32) bool {
	exact := m.Tier == gazetteer.Exact
	single := m.Last-m.First == 1
	if (single || !exact) && (nativeWords[s.doc.Surface(m.First)] || nativeWords[s.doc.Surface(m.Last-1)]) {
		return false
	}
	switch {
	case !single && (l == Person || l == Org || l == Norp):
		return true
	case exact:
		return prior >= nativePrior || m.First > 0 && nativeClasses[s.doc.Surface(m.First-1)]
	}
	return m.Tier == gazetteer.Folded && prior >= nativeFoldedPrior
}

// weightsFor returns the weights by which a claim is judged.
func (s *scratch) weightsFor(first int32) *claimWeights {
	if s.inNative(first) {
		return &resolveWeightsNone
	}
	return s.weights
}

// nativeClasses say what the next word is the name of: province, district, town, village, valley, river.
var nativeClasses = nativeSet("ولایت ولسوالی شهر قریه دره دریا کوه ولایات ښار کلي سیند غره")

// nativeWords are words of Dari and Pashto that are no names: particles, pronouns,
// common verbs, days, titles and class words.
var nativeWords = nativeSet(`
	در از به با که را و تا بر برای این آن های ها می است هست بود شد شده شدند شوند می_شود کرد کردند کرده کند کنند گفت گفته گفتند 
	نیز هم یا اما ولی اگر چون پس پیش بعد قبل میان بین زیر روی نزد هر همه یک دو سه چهار پنج شش هفت هشت ده صد هزار چند بسیار دیگر خود او ما شما آنها ایشان
	من تو نه نیست باید شاید خواهد بوده دارد دارند داشت داد دادند رفت رفتند آمد روز روزهای شب سال ماه هفته امروز دیروز فردا
	شنبه یکشنبه دوشنبه سه_شنبه چهارشنبه پنجشنبه پنج_شنبه جمعه صبح تن نفر کشته زخمی دیدار صحبت خبر خبرنگاران وارد
	د په کې کی چې چی او نه دی ده دي وو وه شو شوه شول کړ کړه کړل کړي کوي کیږي وویل وايي ته له لپاره هم خو که یې یی دا هغه
	دغه پر سره یو یوه نو تر پورې وروسته مخکې نن پرون سبا ورځ کال میاشت ولسمشر
	وزیر رئیس رییس جمهور جمهوری وزارت والی قوماندان جنرال استاد داکتر دکتر آقای خانم سخنگوی مقام مقامات حکومت دولت اداره
	کشور مردم منطقه جنگ صلح امنیت نیروهای نیروها پولیس اردو داخله خارجه دفاع
	ولایت ولسوالی شهر قریه دره دریا کوه ولایات ښار کلي سیند غره`)

// nativeSet makes a set of words, each in the Persian and in the Arabic form of its
// letters. An underscore stands for the joiner inside a word, which nobody sees.
func nativeSet(list string) map[string]bool {
	arabic := strings.NewReplacer("ی", "ي", "ک", "ك")
	set := map[string]bool{}
	for _, w := range strings.Fields(strings.ReplaceAll(list, "_", "\u200c")) {
		set[w] = true
		set[arabic.Replace(w)] = true
	}
	return set
}
