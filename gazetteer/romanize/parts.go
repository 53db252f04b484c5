package romanize

// maxParts bounds the words of a name that take part in a comparison.
const maxParts = 12

// partClass says how much a word of a name tells.
type partClass uint8

const (
	plainPart   partClass = iota
	titlePart             // Haji, Mullah, Dr., Eng.: may stand or not
	commonPart            // Khan, Mohammad, Sayed, Abdul: often left out, and shared by thousands
	initialPart           // A.
)

// titleWords and commonWords are compared by key, so that every spelling of them and
// the Perso-Arabic one counts.
var (
	titleWords = []string{
		"haji", "mullah", "mulla", "mawlawi", "maulvi", "mawlana", "maulana", "mufti", "qari", "qazi",
		"hafiz", "shaikh", "sheikh", "ustad", "ustaz", "dr", "eng", "prof", "professor", "general", "gen",
		"colonel", "col", "captain", "brigadier", "major", "maj", "lieutenant", "commander", "marshal",
		"president", "minister", "mr", "mrs", "ms", "miss", "bibi", "hajiani", "arbab", "akhund", "akhundzada",
		"mawlavi", "muallim", "moallem", "dagarwal", "turan", "jagran", "pohand", "pohanyar", "ayatollah",
		"hujjatulislam", "hojatoleslam", "jinral", "muhtaram", "senator", "judge", "governor",
		"engineer", "alhaj", "shahid", "marhum",
		"حاجی", "ملا", "مولوی", "انجنیر", "داکتر", "دوکتور", "استاد", "قاری", "قاضی", "جنرال", "شیخ", "معلم", "دگروال",
	}
	commonWords = []string{
		"khan", "mohammad", "sayed", "said", "sayyid", "abdul", "ahmad", "mir", "gul", "shah", "ullah", "uddin", "jan", "agha", "sardar", "pir", "amir", "ali",
		"محمد", "سید", "خان", "احمد", "شاه", "عبد", "عبدال", "میر", "گل", "الله", "الدین", "جان", "آغا",
	}
)

var partClasses = func() map[string]partClass {
	m := map[string]partClass{}
	var key [2 * maxLetters]byte
	for _, w := range commonWords {
		m[string(AppendKey(key[:0], w))] = commonPart
	}
	for _, w := range titleWords {
		m[string(AppendKey(key[:0], w))] = titlePart
	}
	return m
}()

// part is one word of a name, made ready for comparison.
type part struct {
	text  string
	sym   wordSymbols
	nat   nativeSymbols // letters of a Perso-Arabic word
	key   [2*maxLetters + 8]byte
	nkey  int
	class partClass
	sc    script
}

func (p *part) keyText() []byte { return p.key[:p.nkey] }

// weight is the share of the part in its name.
func (p *part) weight() float64 {
	switch p.class {
	case titlePart:
		return 0.1
	case commonPart:
		return 0.4
	case initialPart:
		return 0.3
	}
	return 1
}

// letters takes the letters of a word and no more; false for a word without any.
func (p *part) letters(word string) bool {
	var in [maxLetters]byte
	n, sc := letters(&in, word)
	p.sc, p.nkey = sc, 0
	if sc == native {
		p.nkey = len(AppendKey(p.key[:0], word))
		p.sym.loadLetters(p.keyText())
		p.nat.load(word)
	} else {
		p.sym.loadLetters(in[:n])
	}
	return n > 0
}

func (p *part) set(word string) bool {
	if !p.letters(word) {
		return false
	}
	p.text = word
	if p.sc == latin {
		p.nkey = len(AppendKey(p.key[:0], word))
	}
	if p.nkey == 0 {
		return false
	}
	p.class = partClasses[string(p.keyText())]
	if p.sym.n == 3 && p.sc == latin {
		p.class = initialPart
	}
	return true
}

// nameParts is a name in words; connectors are left out.
type nameParts struct {
	part  [maxParts]part
	n     int
	plain int // parts that are no titles
}

func (p *nameParts) load(name string) {
	p.n, p.plain = 0, 0
	w := wordsOf(name)
	for p.n < maxParts {
		s, ok := w.next()
		if !ok {
			return
		}
		if w.article(s) || IsConnector(s) && len(s) > 1 {
			continue
		}
		if p.part[p.n].set(s) {
			if p.part[p.n].class != titlePart {
				p.plain++
			}
			p.n++
		}
	}
}

// weights returns the sum of the weights. A title counts as a name where nothing else
// does: a person may be called Amir, and a village Qazi.
func (p *nameParts) demote() {
	if p.plain > 0 {
		return
	}
	for i := range p.part[:p.n] {
		if p.part[i].class == titlePart {
			p.part[i].class = plainPart
		}
	}
}
