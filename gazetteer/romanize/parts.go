package romanize

import "strings"

// maxParts and maxPartLetters bound a comparison: of a longer name the first words, of a
// longer word the first letters count. The longest names of the tables have 9 words, the
// longest word 31 letters; the worst that anyone can send then costs about a millisecond.
const (
	maxParts       = 10
	maxPartLetters = 32
)

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
		"engineer", "alhaj", "shahid", "marhum", "saranwal", "saranpoh",
		"حاجی", "ملا", "مولوی", "انجنیر", "داکتر", "دوکتور", "استاد", "قاری", "قاضی", "جنرال", "شیخ", "معلم", "دگروال",
		"استاذ", "انجینر", "انجینیر", "ډاکټر", "دکتر", "دکتور", "الحاج", "څارنوال", "څارنپوه", "تورن", "تورنجنرال", "جگرن", "ډگروال",
	}
	commonWords = []string{
		"khan", "mohammad", "sayed", "said", "sayyid", "abdul", "ahmad", "mir", "gul", "shah", "ullah", "uddin", "jan", "agha", "wakil", "sardar", "pir", "amir", "ali",
		"محمد", "سید", "خان", "احمد", "شاه", "عبد", "عبدال", "میر", "گل", "الله", "الدین", "جان", "آغا",
	}
)

// known is what is known of a word.
type known struct {
	class  partClass
	pashto uint8 // number of its row in pashtoNames, from 1
}

var knownParts = func() map[string]known {
	m := map[string]known{}
	var key [2 * maxLetters]byte
	for _, w := range commonWords {
		m[string(AppendKey(key[:0], w))] = known{class: commonPart}
	}
	for _, w := range titleWords {
		m[string(AppendKey(key[:0], w))] = known{class: titlePart}
	}
	for i, row := range pashtoNames {
		for _, w := range row {
			k := m[string(AppendKey(key[:0], w))]
			k.pashto = uint8(i + 1)
			m[string(AppendKey(key[:0], w))] = k
		}
	}
	return m
}()

// part is one word of a name, made ready for comparison.
type part struct {
	text string
	sym  wordSymbols
	nat  nativeSymbols // letters of a Perso-Arabic word
	key  [2*maxLetters + 8]byte
	nkey int
	known
	sc    script
	ezafe bool // the last letter may be an ezafe
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
	p.take(in[:n], sc, word)
	return n > 0
}

// take is letters for a word already read.
func (p *part) take(in []byte, sc script, word string) {
	p.text, p.sc, p.nkey = word, sc, 0
	if sc == latin {
		p.sym.loadLetters(in)
		return
	}
	k := keyer{dst: p.key[:0]}
	k.native(in)
	p.nkey = copy(p.key[:], k.finish())
	p.sym.loadLetters(p.keyText())
	p.nat.load(word)
	if len(in) >= 5 && string(in[:2]) == "Al" && p.nat.n > 2 { // the article is not read
		p.nat.n = copy(p.nat.sym[:], p.nat.sym[2:p.nat.n])
	}
}

// set makes p the part of a name; false when the word carries nothing.
func (p *part) set(in []byte, sc script, word string) bool {
	p.take(in, sc, word)
	if sc == latin {
		k := keyer{dst: p.key[:0]}
		k.latin(in)
		p.nkey = copy(p.key[:], k.finish())
	}
	if p.nkey == 0 {
		return false
	}
	p.known = knownParts[string(p.keyText())]
	if sc == latin && len(in) == 1 {
		p.class = initialPart
	}
	return true
}

// nameParts is a name in words; connectors are left out, and words that scribes write
// joined or split (Abdul Rahim, Najib Ullah, Jalal ud-Din) are always split.
type nameParts struct {
	part  [maxParts]part
	n     int
	plain int // parts that are no titles
}

func (p *nameParts) load(name string) {
	if p.words(name, false); p.n == 0 {
		p.words(name, true) // nothing but connectors: O
	}
	p.linkEzafe()
}

func (p *nameParts) words(name string, connectors bool) {
	p.n, p.plain = 0, 0
	w := wordsOf(name)
	for p.n < maxParts {
		s, ok := w.next()
		if !ok {
			return
		}
		if !connectors && (w.article(s) || (len(s) > 1 || s[0] >= 'a') && IsConnector(s)) {
			continue
		}
		for rest := s; rest != ""; {
			s, rest, _ = strings.Cut(rest, "\u200c")
			p.word(s)
		}
	}
}

// linkEzafe notes which words may end in a joined ezafe: Darwazi Bala is Darwaz-e Bala.
func (p *nameParts) linkEzafe() {
	for i := range p.part[:p.n] {
		x := &p.part[i]
		x.ezafe = false
		if x.sc == latin && i+1 < p.n && x.sym.n > 5 && x.class == plainPart {
			switch x.sym.sym[x.sym.n-2] {
			case 'e' - 'a' + 1, 'i' - 'a' + 1:
				x.ezafe = true
			}
		}
	}
}

// word adds one word, in parts where it holds known ones.
func (p *nameParts) word(s string) {
	var in [maxLetters]byte
	n, sc := letters(&in, s)
	for cut := gluedHead(in[:n], sc, s); cut > 0; cut = gluedHead(in[:n], sc, s) {
		p.add(in[:cut], sc, s[:2*cut])
		s, n = s[2*cut:], copy(in[:], in[cut:n])
	}
	if n == 0 {
		return
	}
	cut := split(in[:n], sc)
	width := 1
	if sc == native {
		width = 2
	}
	if cut == 0 || len(s) != n*width { // marks stand between the letters
		p.add(in[:n], sc, s)
		return
	}
	p.add(in[:cut], sc, s[:cut*width])
	p.add(in[cut:n], sc, s[cut*width:])
}

func (p *nameParts) add(in []byte, sc script, word string) {
	if p.n == maxParts || !p.part[p.n].set(in[:min(len(in), maxPartLetters)], sc, word) {
		return
	}
	x := &p.part[p.n]
	if p.n > 0 {
		before := &p.part[p.n-1]
		switch {
		case x.class == titlePart && string(before.keyText()) == "abd":
			x.class = plainPart // Abdul Hafiz
		case before.class != plainPart && before.class != initialPart &&
			(string(x.keyText()) == "la" && word[0]|0x20 != 'a' || string(x.keyText()) == "din"):
			if before.class == titlePart {
				p.plain++
			}
			before.class = plainPart // Hafizullah, Ahmadullah, not Haji Allah Gul
		}
	}
	if x.class != titlePart {
		p.plain++
	}
	p.n++
}

// split returns where a word that holds Abdul, ullah, uddin or urrahman falls into two, or 0.
func split(in []byte, sc script) int {
	n := len(in)
	if sc == native {
		switch {
		case n >= 7 && string(in[:3]) == "Ebd" && string(in[n-4:]) != "AllH":
			return 3
		case n >= 6 && string(in[n-4:]) == "AllH" && string(in[:3]) != "Ebd":
			return n - 4
		case n >= 8 && string(in[n-5:]) == "AldYn":
			return n - 5
		}
		return 0
	}
	if n >= 8 && string(in[:3]) == "abd" && isVowel(in[3]) {
		if i := afterAbdul(in); i > 0 && !(in[i-1] == 'l' && in[i] == 'l') {
			return i
		}
	}
	if stem, tail := suffix(in); tail != "" && !(len(stem) <= 4 && string(stem[:3]) == "abd") {
		return len(stem)
	}
	return 0
}

// demote makes a title count as a name where nothing else is there: a person may be called Amir, and a village Qazi.
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
