package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/namyab/namyab/gazetteer/romanize"
)

// pair is one attested pair of words, with how often it counts.
type pair struct {
	a, b   string
	weight float64
}

type corpus struct {
	latin  []pair // two romanisations
	native []pair // Perso-Arabic, Latin
	words  []different
}

// heldout reports whether a canonical name is kept for measuring: the FNV-1a hash of it
// in lower case is a multiple of three.
func heldout(canonical string) bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(strings.ToLower(canonical)))
	return h.Sum32()%3 == 0
}

// table reads a TSV and returns its rows by column name.
func table(folder, file string) ([]map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(folder, file))
	if err != nil {
		return nil, fmt.Errorf("%w; expected the fact tables in the folder given with -data", err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	rows := make([]map[string]string, 0, len(lines)-1)
	for n, line := range lines[1:] {
		f := strings.Split(line, "\t")
		if len(f) > len(head) {
			return nil, fmt.Errorf("%s:%d: found %d columns, expected %d", file, n+2, len(f), len(head))
		}
		row := make(map[string]string, len(f))
		for i, v := range f {
			row[head[i]] = v
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func readCorpus(folder string) (*corpus, error) {
	c := &collector{latin: map[[2]string]float64{}, native: map[[2]string]float64{}}
	for _, read := range []func(string) error{c.variants, c.aliases, c.tokens, c.persons, c.places} {
		if err := read(folder); err != nil {
			return nil, err
		}
	}
	return &corpus{latin: c.sorted(c.latin), native: c.sorted(c.native), words: c.words}, nil
}

// collector counts word pairs.
type collector struct {
	latin, native map[[2]string]float64
	words         []different // romanisations with the native word, for negative evidence
}

func (c *collector) sorted(m map[[2]string]float64) []pair {
	pairs := make([]pair, 0, len(m))
	for k, n := range m {
		pairs = append(pairs, pair{k[0], k[1], n})
	}
	sort.Slice(pairs, func(i, j int) bool {
		if pairs[i].a != pairs[j].a {
			return pairs[i].a < pairs[j].a
		}
		return pairs[i].b < pairs[j].b
	})
	for i := range pairs {
		// A word met a thousand times is no thousand decisions.
		pairs[i].weight = min(pairs[i].weight, 4)
	}
	return pairs
}

func (c *collector) variants(folder string) error {
	for _, f := range []struct{ file, class string }{
		{"variants_places_dev.tsv", "relation"}, {"variants_actors_dev.tsv", "kind"}, {"variants_iec_dev.tsv", "kind"},
	} {
		rows, err := table(folder, f.file)
		if err != nil {
			return err
		}
		for _, r := range rows {
			switch r[f.class] {
			case "spelling", "person:spelling", "person:filename-romanisation:spelling", "person":
				c.names(r["variant"], r["canonical"])
			}
		}
	}
	return nil
}

// aliases takes the aliases that look like spellings of the name of their row.
func (c *collector) aliases(folder string) error {
	for _, file := range []string{"provinces.tsv", "districts.tsv", "features.tsv", "persons.tsv", "more_persons.tsv", "name_parts.tsv"} {
		rows, err := table(folder, file)
		if err != nil {
			return err
		}
		for _, r := range rows {
			name, alias := r["name"], r["aliases"]
			if file == "name_parts.tsv" {
				name, alias = r["part"], r["variants"]
			}
			for _, a := range strings.Split(alias, "|") {
				if a != "" {
					c.names(a, name)
				}
			}
		}
	}
	return nil
}

// names aligns the words of two spellings of one name.
func (c *collector) names(variant, canonical string) {
	if heldout(canonical) {
		return
	}
	a, b := words(variant), words(canonical)
	if len(a) != len(b) {
		a, b = []string{strings.Join(a, "")}, []string{strings.Join(b, "")}
	}
	for i := range a {
		c.add(a[i], b[i])
	}
}

// add counts a word pair when the two can be one word: what stands at the same place
// may be another word altogether (a title, a translation).
func (c *collector) add(a, b string) {
	if len(a) < 2 || len(b) < 2 || len(a) > 24 || len(b) > 24 || !plausible(a, b) {
		return
	}
	if a > b {
		a, b = b, a
	}
	c.latin[[2]string{a, b}]++
}

func plausible(a, b string) bool {
	if romanize.Skeleton(a) == romanize.Skeleton(b) {
		return true
	}
	return 5*levenshtein(a, b) <= 2*max(len(a), len(b))
}

func levenshtein(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// words returns the Latin words of a name, connectors left out.
func words(name string) []string {
	var out []string
	for _, f := range strings.FieldsFunc(name, func(r rune) bool {
		return r == ' ' || r == '-' || r == '.' || r == ',' || r == '(' || r == ')' || r == '/' || r == '‐'
	}) {
		if w := string(romanize.AppendLatin(nil, f)); w != "" && !romanize.IsConnector(f) {
			out = append(out, w)
		}
	}
	return out
}

// tokens reads the counted romanisations of native words.
func (c *collector) tokens(folder string) error {
	rows, err := table(folder, "token_romanisations_iec.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		type form struct {
			name string
			n    float64
		}
		var forms []form
		for _, item := range strings.Split(r["romanisations (name:count)"], "|") {
			i := strings.LastIndexByte(item, ':')
			if i < 0 {
				continue
			}
			n, err := strconv.ParseFloat(item[i+1:], 64)
			if err != nil {
				return fmt.Errorf("token_romanisations_iec.tsv: found %q, expected name:count", item)
			}
			w := string(romanize.AppendLatin(nil, item[:i]))
			forms = append(forms, form{w, n})
			c.addNative(r["native"], w)
		}
		for i, f := range forms {
			if !heldout(f.name) && len(f.name) > 2 && (i == 0 || f.n > 2) {
				c.words = append(c.words, different{f.name, string(romanize.AppendNative(nil, r["native"]))})
			}
			for _, g := range forms[:i] {
				if min(f.n, g.n) > 1 {
					c.add(f.name, g.name)
				}
			}
		}
	}
	return nil
}

func (c *collector) addNative(native, latin string) {
	n := string(romanize.AppendNative(nil, native))
	if n == "" || latin == "" || len(latin) > 24 || romanize.Skeleton(n) != romanize.Skeleton(latin) {
		return
	}
	c.native[[2]string{n, single(latin)}]++
}

// single drops the second of two equal consonants, which Perso-Arabic does not write.
func single(latin string) string {
	var out []byte
	for i := 0; i < len(latin); i++ {
		if i == 0 || latin[i] != latin[i-1] || strings.IndexByte("aeiouy", latin[i]) >= 0 {
			out = append(out, latin[i])
		}
	}
	return string(out)
}

// persons reads names in Latin and Dari, word by word where the words are as many.
func (c *collector) persons(folder string) error {
	rows, err := table(folder, "names_dari_latin.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		if heldout(r["latin"]) {
			continue
		}
		latin := words(r["latin"])
		for _, column := range []string{"dari", "pashto"} {
			native := strings.Fields(r[column])
			if len(native) != len(latin) {
				continue
			}
			for i := range native {
				c.addNative(native[i], latin[i])
			}
		}
	}
	return nil
}

// places adds the words of place names with their Dari form to the negative evidence.
func (c *collector) places(folder string) error {
	for _, file := range []string{"provinces.tsv", "districts.tsv"} {
		rows, err := table(folder, file)
		if err != nil {
			return err
		}
		for _, r := range rows {
			w := words(r["name"])
			native, _, _ := strings.Cut(r["native_names"], "|")
			native = strings.TrimPrefix(native, "prs:")
			if len(w) == 1 && !heldout(w[0]) && !strings.Contains(native, " ") {
				if n := string(romanize.AppendNative(nil, native)); n != "" {
					c.words = append(c.words, different{w[0], n})
				}
			}
		}
	}
	return nil
}
