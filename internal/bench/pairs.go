package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/agnivade/levenshtein"
)

// namePair is two names; group says where they come from: place, village, person, and
// for different names "… lookalike" or "… near".
type namePair struct{ a, b, group string }

type pairSet struct {
	same, different []namePair
	lookalikes      int
}

// heldout is the split of internal/gen/learncosts: costs are never learned from pairs
// whose canonical name it picks.
func heldout(canonical string) bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(strings.ToLower(canonical)))
	return h.Sum32()%3 == 0
}

func rows(folder, file string) ([][]string, error) {
	data, err := os.ReadFile(filepath.Join(folder, file))
	if err != nil {
		return nil, fmt.Errorf("%w; expected the fact tables in the folder given with -data", err)
	}
	var out [][]string
	for _, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")[1:] {
		out = append(out, strings.Split(line, "\t"))
	}
	return out, nil
}

func readPairs(folder string) (*pairSet, error) {
	set := &pairSet{}
	for _, read := range []func(string) error{set.places, set.actors, set.looks, set.near} {
		if err := read(folder); err != nil {
			return nil, err
		}
	}
	return set, nil
}

func (s *pairSet) add(variant, canonical, group string) {
	if heldout(canonical) && variant != canonical {
		s.same = append(s.same, namePair{variant, canonical, group})
	}
}

func (s *pairSet) places(folder string) error {
	table, err := rows(folder, "variants_places_dev.tsv")
	if err != nil {
		return err
	}
	for _, r := range table {
		switch {
		case r[5] != "spelling":
		case r[2] == "village":
			s.add(r[0], r[1], "village")
		default:
			s.add(r[0], r[1], "place")
		}
	}
	return nil
}

func (s *pairSet) actors(folder string) error {
	table, err := rows(folder, "variants_actors_dev.tsv")
	if err != nil {
		return err
	}
	for _, r := range table {
		switch r[2] {
		case "person:spelling", "person:filename-romanisation:spelling", "person:order", "person:titled":
			s.add(r[0], r[1], "person")
		case "org:spelling", "org:order":
			s.add(r[0], r[1], "org")
		}
	}
	table, err = rows(folder, "variants_iec_dev.tsv")
	if err != nil {
		return err
	}
	for _, r := range table {
		s.add(r[0], r[1], "person")
	}
	return nil
}

func (s *pairSet) looks(folder string) error {
	table, err := rows(folder, "lookalikes.tsv")
	if err != nil {
		return err
	}
	for _, r := range table {
		s.different = append(s.different, namePair{r[1], r[2], r[0] + " lookalike"})
		s.lookalikes++
	}
	return nil
}

// known is a name with its native spellings, which tell whether two are different.
type known struct {
	latin  string
	native []map[string]bool // words of each native spelling, consonants only
}

// near pairs each name with the different one that is nearest to it by Levenshtein
// distance. Different is what the native spellings say: with vowel letters left out
// no word set of one may hold that of the other.
func (s *pairSet) near(folder string) error {
	places, err := namesOf(folder, "districts.tsv", 3, 10)
	if err != nil {
		return err
	}
	provinces, err := namesOf(folder, "provinces.tsv", 3, 10)
	if err != nil {
		return err
	}
	persons, err := namesOf(folder, "names_dari_latin.tsv", 0, 1)
	if err != nil {
		return err
	}
	s.nearest(append(places, provinces...), "place near")
	s.nearest(persons, "person near")
	return nil
}

func (s *pairSet) nearest(names []known, group string) {
	seen := map[[2]string]bool{}
	for i, n := range names {
		best, at := 1<<30, -1
		for j, o := range names {
			if i == j || strings.EqualFold(n.latin, o.latin) || !different(n, o) {
				continue
			}
			if d := levenshtein.ComputeDistance(n.latin, o.latin); d < best {
				best, at = d, j
			}
		}
		if at < 0 {
			continue
		}
		a, b := n.latin, names[at].latin
		if seen[[2]string{b, a}] {
			continue
		}
		seen[[2]string{a, b}] = true
		s.different = append(s.different, namePair{a, b, group})
	}
}

func namesOf(folder, file string, latin, native int) ([]known, error) {
	table, err := rows(folder, file)
	if err != nil {
		return nil, err
	}
	var out []known
	for _, r := range table {
		if file == "names_dari_latin.tsv" && !heldout(r[latin]) {
			continue
		}
		k := known{latin: r[latin]}
		for _, form := range strings.Split(r[native], "|") {
			if i := strings.IndexByte(form, ':'); i >= 0 {
				if form[:i] != "prs" && form[:i] != "ps" {
					continue
				}
				form = form[i+1:]
			}
			if words := bareWords(form); len(words) > 0 {
				k.native = append(k.native, words)
			}
		}
		if len(k.native) > 0 {
			out = append(out, k)
		}
	}
	return out, nil
}

func different(a, b known) bool {
	for _, x := range a.native {
		for _, y := range b.native {
			if within(x, y) || within(y, x) || oneSpelling(x, y) {
				return false
			}
		}
	}
	return true
}

// oneSpelling reports whether the bare letters of two names, written together, hold one
// another or differ by one letter more: joined words, slips, Dari against Pashto.
func oneSpelling(x, y map[string]bool) bool {
	a, b := together(x), together(y)
	return strings.Contains(a, b) || strings.Contains(b, a) ||
		len(a) != len(b) && levenshtein.ComputeDistance(a, b) <= 1
}

func together(words map[string]bool) string {
	list := make([]string, 0, len(words))
	for w := range words {
		list = append(list, w)
	}
	sort.Strings(list)
	return strings.Join(list, "")
}

func within(x, y map[string]bool) bool {
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return true
}

var (
	bare = strings.NewReplacer("ا", "", "آ", "", "و", "", "ی", "", "ي", "", "ې", "", "ئ", "", "ه", "", "ع", "", "أ", "", "ى", "",
		"ك", "ک", "ګ", "گ", "ص", "س", "ث", "س", "ذ", "ز", "ض", "ز", "ظ", "ز", "ط", "ت", "ح", "", "ق", "ک", "\u200c", "")
	// titles are no part of a name; their letters as bare leaves them
	titles = map[string]bool{}
)

func init() {
	for _, t := range []string{"حاجی", "الحاج", "داکتر", "دوکتور", "انجنیر", "انجینر", "استاد", "مولوی", "جنرال", "ملا", "سید", "بی"} {
		titles[bare.Replace(t)] = true
	}
}

func bareWords(native string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(native) {
		if b := bare.Replace(w); b != "" && !titles[b] {
			words[b] = true
		}
	}
	return words
}
