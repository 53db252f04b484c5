package romanize

// native.go: the fold of Perso-Arabic spellings (Dari, Pashto, Persian, Urdu, Arabic)
// into the key space of Latin ones. Short vowels are not written: کابل can only be
// read k-b-l. What can be read in another way is in [AppendReadings].

// Codes of letters whose reading depends on the place; the other native letters are
// held as the key letter they always are.
const (
	alef  = 'A' // ا أ إ
	madda = 'M' // آ
	yeh   = 'Y' // ی ي ې ۍ ئ ے ى
	waw   = 'W' // و ؤ
	ain   = 'E' // ع
	heh   = 'H' // ه ة ہ ھ ە
	hah   = 'h' // ح
	sheen = 'S' // ش ښ
)

// nativeLetter returns the code of a Perso-Arabic letter or mark. 0 is for what adds
// nothing: tatweel, fatha, sukun, shadda, hamza.
func nativeLetter(r rune) byte {
	switch r {
	case 'ا', 'أ', 'إ', 'ٱ':
		return alef
	case 'آ':
		return madda
	case 'ب':
		return 'b'
	case 'پ':
		return 'p'
	case 'ت', 'ط', 'ټ', 'ٹ':
		return 't'
	case 'ث', 'س', 'ص', 'څ':
		return 's'
	case 'ج':
		return 'j'
	case 'چ':
		return 'c'
	case 'ح':
		return hah
	case 'خ':
		return 'x'
	case 'د', 'ډ', 'ڈ':
		return 'd'
	case 'ذ', 'ز', 'ض', 'ظ', 'ځ':
		return 'z'
	case 'ر', 'ړ', 'ڑ':
		return 'r'
	case 'ژ', 'ږ':
		return 'j'
	case 'ش', 'ښ':
		return sheen
	case 'ع':
		return ain
	case 'غ', 'گ', 'ګ':
		return 'g'
	case 'ف', 'ڤ':
		return 'f'
	case 'ق', 'ک', 'ك', 'ڪ':
		return 'k'
	case 'ل':
		return 'l'
	case 'م':
		return 'm'
	case 'ن', 'ڼ', 'ں':
		return 'n'
	case 'و', 'ؤ', 'ۇ', 'ۉ', 'ۋ':
		return waw
	case 'ه', 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ', 'ۂ':
		return heh
	case 'ی', 'ي', 'ى', 'ې', 'ۍ', 'ئ', 'ے', 'ۓ', 'ێ':
		return yeh
	case '\u0650': // kasra
		return 'i'
	case '\u064F': // damma
		return 'u'
	}
	return 0
}

// native writes the key of native letter codes. It is read again as Latin letters, for native
// ones may stand together as no Latin spelling has them.
func (k *keyer) native(in []byte) {
	k.nativeWord(in)
	k.dst = k.finish()
	k.reread()
}

func (k *keyer) nativeWord(in []byte) {
	n := len(in)
	switch {
	case n == 1 && (in[0] == yeh || in[0] == alef || in[0] == waw):
		if in[0] == alef {
			k.put('a')
		}
		return
	case string(in) == "AllH":
		k.dst = append(k.dst, "la"...)
		return
	case n >= 6 && string(in[n-4:]) == "AllH":
		k.nativeLetters(in[:n-4])
		k.join("la")
		return
	case string(in) == "AldYn":
		k.dst = append(k.dst, "din"...)
		return
	case n >= 7 && string(in[n-5:]) == "AldYn":
		k.nativeLetters(in[:n-5])
		k.join("din")
		return
	case n >= 7 && string(in[:5]) == "EbdAl":
		k.dst = append(k.dst, "abd"...)
		k.nativeLetters(in[5:])
		return
	case string(in) == "AlhAj", string(in) == "hAj":
		k.dst = append(k.dst, "hji"...)
		return
	case string(in) == "AnjnYr", string(in) == "AnjYnYr", string(in) == "AnjYnr":
		k.dst = append(k.dst, "ing"...)
		return
	case string(in) == "dWktWr", string(in) == "dAktr", string(in) == "dktWr":
		k.dst = append(k.dst, "duktr"...)
		return
	case n == 4 && string(in) == "cHAr", n >= 7 && string(in[:4]) == "cHAr":
		k.dst = append(k.dst, "chr"...)
		in = in[4:]
	case n >= 5 && string(in[:2]) == "Al":
		in = in[2:]
	}
	k.nativeLetters(in)
}

func (k *keyer) nativeLetters(in []byte) {
	for i := 0; i < len(in); i++ {
		c := in[i]
		first, last := len(k.dst) == k.base, i == len(in)-1
		switch c {
		case alef, madda, ain:
			switch {
			case first && !last && c != madda && in[i+1] == yeh:
			case first && !last && c == alef && in[i+1] == waw && (i+2 == len(in) || in[i+2] != alef):
				k.put('u')
				i++
			case first, last && c != ain:
				k.put('a')
			}
		case yeh:
			k.put('i')
		case waw:
			k.nativeWaw(in, i)
		case heh, hah:
			k.nativeHeh(in, i)
		case sheen:
			k.sh()
		case 'c':
			k.ch()
		default:
			k.put(c)
		}
	}
}

// nativeWaw reads و as a consonant at the start and before a vowel, else as u.
func (k *keyer) nativeWaw(in []byte, i int) {
	next := byte(0)
	if i+1 < len(in) {
		next = in[i+1]
	}
	switch {
	case len(k.dst) == k.base:
		k.put('v')
	case next == waw:
	case k.last() == 'x' && next == alef:
		k.put('u') // خواجه
	case next == alef || next == madda || next == yeh:
		if k.last() != 'u' {
			k.put('v')
		}
	default:
		k.put('u')
	}
}

// nativeHeh reads a final ه as the vowel it mostly is (قلعه, دره), ه and ح as h else.
func (k *keyer) nativeHeh(in []byte, i int) {
	final := i > 0 && i == len(in)-1
	switch {
	case final && in[i-1] == alef, final && in[i] == heh && in[i-1] != waw:
		k.put('a')
	default:
		k.put('h')
	}
}
