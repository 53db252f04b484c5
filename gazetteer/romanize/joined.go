package romanize

// joined.go: words with many spellings, and what scribes join or split at will.

// special returns the key of whole words that have many spellings, or "".
func special(in []byte) string {
	switch string(in) {
	case "mohammad", "muhammad", "mohammed", "muhammed", "mohamed", "mohamad", "muhamad",
		"muhamed", "mohamud", "mahammad", "mahommad", "mahomed", "mohd", "mohmad", "mohmed":
		return "mhmd"
	case "ahmed", "ahmad":
		return "ahmd"
	case "ullah", "allah", "olah", "ollah", "ulla", "ulah":
		return "la"
	case "uddin", "oddin", "eddin", "addin", "udin", "odin", "din", "deen", "uddeen":
		return "din"
	case "abdul", "abdal", "abdel", "abdol", "abdur", "abd":
		return "abd"
	case "haj", "hajj", "haji", "hajji", "hajee", "alhaj", "alhajj", "alhaji":
		return "hji"
	case "dr", "doctor", "doktor", "daktar":
		return "duktr" // not dr: Dar is a word of places
	case "eng", "engr", "engineer", "ing":
		return "ing"
	case "char", "chahar":
		return "chr"
	case "urrahman", "orrahman", "urahman", "orahman", "urrehman", "errahman":
		return "rhmn"
	case "fazlur", "fazlul", "fazalur", "fazalul":
		return "fzl"
	case "habibur":
		return "hbib"
	case "azizur":
		return "aziz"
	case "saifur", "saiful":
		return "sif"
	case "khalilur":
		return "xlil"
	case "mujibur":
		return "mujib"
	case "ubaidur", "obaidur":
		return "ubid"
	case "nurul", "noorul":
		return "nur"
	case "ziaul", "ziaur":
		return "zia"
	case "shamsul", "shamsur":
		return "shms"
	case "dih":
		return "da"
	case "pule", "puli", "pole", "poli", "pool", "pol":
		return "pul"
	case "hezbe", "hizbe", "hezbi", "hizbi", "hezb", "hizb", "hezbul", "hizbul":
		return "hizb"
	case "qalae", "qalai", "qalay", "qalaye", "qalayi", "qalehye":
		return "kla"
	case "darae", "darai", "daraye", "darahye":
		return "dra"
	}
	return ""
}

// prefix parts a first word that is often joined to the rest. It returns the key of it.
func prefix(in []byte) (head string, rest []byte) {
	n := len(in)
	switch {
	case n >= 8 && string(in[:3]) == "abd" && isVowel(in[3]):
		if i := afterAbdul(in); i > 0 {
			return "abd", in[i:]
		}
	case n >= 5 && string(in[:4]) == "alqa":
		return "", in[2:]
	case n >= 8 && string(in[:6]) == "chahar":
		return "chr", in[6:]
	case n >= 6 && string(in[:3]) == "deh" && !isVowel(in[3]):
		return "d", in[3:]
	case n >= 7 && string(in[:4]) == "shah" && !isVowel(in[4]) && in[4] != 'r':
		return "sh", in[4:]
	}
	return "", in
}

// afterAbdul returns where the name after a joined Abdul, Abdool or, assimilated, Abdur
// begins, or 0.
func afterAbdul(in []byte) int {
	i := 4
	if isVowel(in[i]) {
		i++
	}
	if i+2 < len(in) && (in[i] == 'l' || in[i] == in[i+1]) {
		return i + 1
	}
	return 0
}

// suffix parts -ullah and -uddin, in their many vowels, from the stem.
func suffix(in []byte) (stem []byte, tail string) {
	n := len(in)
	if n < 5 {
		return in, ""
	}
	if stem := beforeRahman(in); stem > 0 {
		return in[:stem], "rhmn"
	}
	end := n
	if in[n-1] == 'h' {
		end--
	}
	if end > 5 && in[end-1] == 'a' && in[end-2] == 'l' {
		i := end - 2
		for i > 0 && in[i-1] == 'l' {
			i--
		}
		double := i < end-2
		if i < 4 {
			return in, ""
		}
		if v := in[i-1]; v == 'u' || v == 'o' || v == 'a' && double && end < n {
			return in[:i-1], "la"
		}
		return in, ""
	}
	if n < 7 || in[n-1] != 'n' || in[n-2] != 'i' && in[n-2] != 'e' {
		return in, ""
	}
	i := n - 2
	for i > 0 && (in[i] == 'e' || in[i] == 'i') {
		i--
	}
	j := i
	for j > 0 && in[j] == 'd' {
		j--
	}
	double := i-j > 1
	if i > j && j >= 3 && (in[j] == 'u' || in[j] == 'o' || double && (in[j] == 'a' || in[j] == 'e' || in[j] == 'i')) {
		return in[:j], "din"
	}
	return in, ""
}

// beforeRahman returns where the stem of a joined -urrahman ends, or 0.
func beforeRahman(in []byte) int {
	n := len(in)
	if n < 10 || string(in[n-4:]) != "hman" || in[n-6] != 'r' || in[n-5] != 'a' && in[n-5] != 'e' {
		return 0
	}
	i := n - 7
	for i > 3 && in[i] == 'r' {
		i--
	}
	if i < 3 || in[i] != 'u' && in[i] != 'o' {
		return 0
	}
	return i
}
