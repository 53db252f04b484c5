package rules

import (
	"bufio"
	"fmt"
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/ner/eval"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

type key struct{ a, b int }
type sd struct {
	text string
	gold map[key]string
	opt  map[key]bool
}

func bracket(t *testing.T) (out []sd) {
	fs, _ := filepath.Glob("../../testdata/corpus/*.txt")
	for _, f := range fs {
		h, _ := os.Open(f)
		ds, err := eval.ReadBracketed(h, f)
		if err != nil {
			fmt.Println(err)
			continue
		}
		out = append(out, conv(ds)...)
	}
	return
}
func conv(ds []eval.Doc) (out []sd) {
	for _, d := range ds {
		s := sd{d.Text, map[key]string{}, map[key]bool{}}
		for _, e := range d.Entities {
			a, b := d.Bytes(e)
			if e.Optional {
				s.opt[key{a, b}] = true
			} else {
				s.gold[key{a, b}] = e.Label
			}
		}
		out = append(out, s)
	}
	return
}
func jsonl(f string) []sd {
	h, _ := os.Open("/work/shared/eval/" + f)
	ds, err := eval.ReadGold(h)
	if err != nil {
		panic(err)
	}
	return conv(ds)
}
func conll(f string) (out []sd) {
	h, _ := os.Open("/work/shared/corpora/train/" + f)
	sc := bufio.NewScanner(h)
	var b strings.Builder
	g := map[key]string{}
	st, lab, end := -1, "", 0
	fl := func() {
		if st >= 0 {
			g[key{st, end}] = lab
		}
		st = -1
	}
	for sc.Scan() {
		l := sc.Text()
		if l == "" {
			fl()
			if b.Len() > 0 {
				out = append(out, sd{b.String(), g, map[key]bool{}})
			}
			b.Reset()
			g = map[key]string{}
			continue
		}
		p := strings.Split(l, "\t")
		tag := p[len(p)-1]
		if b.Len() > 0 {
			b.WriteString(" ")
		}
		a := b.Len()
		b.WriteString(p[0])
		if tag[0] != 'I' {
			fl()
		}
		if tag[0] == 'B' {
			st = a
			lab = tag[2:]
		}
		end = b.Len()
	}
	return
}
func TestMeasure(t *testing.T) {
	sets := map[string][]sd{"own": bracket(t), "dev": append(jsonl("dev.jsonl"), jsonl("seeds.jsonl")...), "gmbA": conll("gmb_afghan.train.conll"), "gmbN": conll("gmb_news.train.conll")}
	g := gazetteer.Default()
	m := g.NewMatcher()
	type cnt struct{ n, ok, span int }
	tab := map[string]*[Count]cnt{}
	wrong := map[ID][]string{}
	var hit = map[string][2]int{}
	miss := map[string][]string{}
	for _, name := range []string{"own", "dev", "gmbA", "gmbN"} {
		tab[name] = &[Count]cnt{}
		for _, s := range sets[name] {
			d := text.Tokenize(s.text)
			m.Match(nil, d)
			ms := Find(nil, d, m.Classes())
			seen := map[key]map[string]bool{}
			for _, x := range ms {
				k := key{d.Tokens[x.First].Start, d.Tokens[x.Last-1].End}
				if seen[k] == nil {
					seen[k] = map[string]bool{}
				}
				seen[k][x.Label.String()] = true
				if s.opt[k] {
					continue
				}
				c := &tab[name][x.Rule]
				c.n++
				if l, ok := s.gold[k]; ok {
					c.span++
					if l == x.Label.String() {
						c.ok++
					}
				}
				if l := s.gold[k]; l != x.Label.String() && (name == os.Getenv("SET")) {
					wrong[x.Rule] = append(wrong[x.Rule], s.text[k.a:k.b]+"("+l+")")
				}
			}
			for k, l := range s.gold {
				kk := name + " " + l
				h := hit[kk]
				h[1]++
				if seen[k][l] {
					h[0]++
				} else {
					miss[kk] = append(miss[kk], s.text[k.a:k.b])
				}
				hit[kk] = h
			}
		}
	}
	fmt.Printf("%-20s %22s %22s %22s %22s\n", "rule", "own", "dev", "gmbA", "gmbN")
	for i := 0; i < Count; i++ {
		fmt.Printf("%-20s", ID(i))
		for _, n := range []string{"own", "dev", "gmbA", "gmbN"} {
			c := tab[n][i]
			if c.n == 0 {
				fmt.Printf("%21s", "-")
			} else {
				fmt.Printf("  %5d %5.1f%% (%5.1f)", c.n, 100*float64(c.ok)/float64(c.n), 100*float64(c.span)/float64(c.n))
			}
		}
		fmt.Println()
	}
	for _, n := range []string{"own", "dev", "gmbA", "gmbN"} {
		for _, l := range labelNames {
			h := hit[n+" "+l]
			fmt.Printf("%s %s recall %d/%d\n", n, l, h[0], h[1])
		}
	}
	if set := os.Getenv("SET"); set != "" {
		for i := 0; i < Count; i++ {
			w := wrong[ID(i)]
			if len(w) > 14 {
				w = w[:14]
			}
			fmt.Println("WRONG", ID(i), strings.Join(w, " | "))
		}
		for _, l := range labelNames {
			w := miss[set+" "+l]
			if len(w) > 60 {
				w = w[:60]
			}
			fmt.Println("MISS", l, strings.Join(w, " | "))
		}
	}
}
