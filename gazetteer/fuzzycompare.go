package gazetteer

import "github.com/namyab/namyab/gazetteer/romanize"

// compareFuzzy compares the surface with the name at pos of layer n, and keeps what is near
// enough.
func (m *Matcher) compareFuzzy(l *layer, n int, pos uint32, surface string, words int) {
	end := l.f.Exact.RunEnd(pos)
	name := l.f.Alias(l.f.Exact.Val(pos)).Name
	if isNative(name) != isNative(surface) {
		return // the key has been asked for, and names have spellings in both scripts
	}
	kind := NoKind
	m.g.eachInRun(l, pos, end, func(_ *layer, _ uint32, class, _ uint8, entry uint32) bool {
		if e := m.g.Entry(entry); m.g.fuzzyEntry(&e, AliasClass(class), words, len(m.chain.Key())) {
			kind = e.Kind
		}
		return kind == NoKind
	})
	if kind == NoKind {
		return
	}
	j := romanize.Default().Judge(surface, name)
	if j.OnlyA > 0 || j.OnlyB > 0.5 || kind == Person && j.Edited > fuzzyEdits {
		return
	}
	least := fuzzyScore
	if words == 1 {
		least = fuzzyScoreOne
	}
	if score := grade(j, kind, kind != Person); score >= least {
		m.fuzzy.found = append(m.fuzzy.found, fuzzyFound{layer: uint8(n), from: pos, to: end, cost: float32(1 - score)})
	}
}

// isNative reports whether a name is written in Perso-Arabic letters.
func isNative(s string) bool { return s != "" && s[0] >= 0xd8 && s[0] <= 0xdb }

// fuzzyEntry reports whether names of an entry may be met by likeness in text: there are
// too many villages and too many towns of the world, and a person needs two parts. Users'
// own entries without a country count as of the region.
func (g *Gazetteer) fuzzyEntry(e *Entry, class AliasClass, words, key int) bool {
	if class == Acronym || class == Code || class == Nickname {
		return false
	}
	k := e.Kind
	switch {
	case k == Village || k == NoKind:
		return false
	case words > 1 && !k.IsPlace():
		return true
	case !inRegion(e.Country):
		return false
	case words > 1:
		return true
	case k.IsSettled() && k <= City:
		return key >= 5 && (e.Country == "AF" || e.Country == "")
	case k == Person, k.IsPlace():
		return false
	}
	return key >= 5
}

// inRegion reports whether a country is Afghanistan or next to it.
func inRegion(country string) bool {
	switch country {
	case "AF", "PK", "IR", "TJ", "UZ", "TM", "":
		return true
	}
	return false
}
