package gazetteer_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/build"
	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/internal/text"
	"github.com/namyab/namyab/internal/wire"
)

const head = "id\tkind\tname\twithin\tcountry\tlat\tlon\tpopulation\taliases\troles\taffiliations\tborn\tdied\tfrom\tto\tprior\trefs\tsources\tnote\n"

// smallTables is a handful of rows of every shape.
func smallTables() fstest.MapFS {
	file := func(rows string) *fstest.MapFile { return &fstest.MapFile{Data: []byte("# test\n" + head + rows)} }
	return fstest.MapFS{
		"countries.tsv": file("loc/AF\tcountry\tAfghanistan\t\tAF\t33\t65\t\tAfghan [class=demonym]|افغانستان [lang=prs]\t\t\t\t\t\t\t10\tiso=AF\ttest\t\n"),
		"provinces.tsv": file("loc/AF08\tprovince\tPanjshir\tloc/AF\tAF\t35.3\t69.7\t\tPanjsheer [src=press]|پنجشیر [lang=prs]|Panjshir Valley [class=former]\t\t\t\t\t2004\t\t\tpcode=AF08\ttest\t\n"),
		"districts.tsv": file("loc/AF0908\tdistrict\tDeh Salah\tloc/AF08|loc/AF\tAF\t35.6\t69.3\t\tDehsalah\t\t\t\t\t\t\t\t\ttest\t\n"),
		"persons.tsv": file("per/ahmad-massoud\tperson\tAhmad Massoud\t\tAF\t\t\t\tAhmad Masood|Massoud [class=short]\tNRF leader (2021-)\torg/nrf\t1989\t\t\t\t8\t\ttest\t\n" +
			"per/ahmad-shah-massoud\tperson\tAhmad Shah Massoud\t\tAF\t\t\t\tLion of Panjshir [class=nickname]\tcommander (1979-2001)\t\t1953\t2001\t\t\t\t\ttest\t\n"),
		"organisations.tsv": file("org/nrf\tarmed-group\tNational Resistance Front\t\tAF\t\t\t\tNRF [class=acronym]\t\t\t\t\t2021-08\t\t\t\ttest\t\n"),
		"classwords.tsv":    &fstest.MapFile{Data: []byte("word\tclasses\tsource\nsaid\tspeech\ttest\nvalley\tloc|common\ttest\n")},
	}
}

func small(t testing.TB) string {
	t.Helper()
	blob, problems, err := build.Compile(smallTables())
	require.NoError(t, err)
	require.Empty(t, problems)
	return string(blob)
}

// use asks everything that can be asked of a gazetteer.
func use(g *gazetteer.Gazetteer) {
	for i := range uint32(min(g.Len(), 50)) {
		g.Entry(i)
		g.Aliases(i)
		g.Within(i)
		g.Refs(i)
		g.Roles(i)
		g.Affiliations(i)
		g.Born(i)
		g.Valid(i)
		g.Prior(i)
		g.Layer(i)
	}
	g.Entry(1 << 31)
	g.Alias(1 << 31)
	g.ByID("loc/AF08")
	g.WordClass("said")
	for _, q := range []string{"Panjshir", "Panjsheer Valley", "Ahmad Shah Masood", "پنجشیر", "Massud", "TTP"} {
		g.Lookup(q)
		g.Search(q, gazetteer.Options{MinScore: -1, Edits: true, Within: "loc/AF"})
	}
	m := g.NewMatcher()
	doc := text.Tokenize("Ahmad Shah Masood of Panjsheer met the TTP in Pol-e-Hesar, Kabul. پنجشیر")
	for _, x := range m.Match(nil, doc) {
		for _, h := range g.Hits(nil, x, 5) {
			g.Entry(h.Entry)
			g.Alias(h.Alias)
		}
	}
}

// FuzzOpen damages a good file, repairs the checksum so that the damage is met, and asks
// everything: errors and wrong answers are right, a panic is not.
func FuzzOpen(f *testing.F) {
	f.Add(uint32(40), uint32(0xffffffff), uint32(9), uint32(7), uint16(0))
	f.Add(uint32(200), uint32(1), uint32(5000), uint32(0x80000000), uint16(77))
	blob := small(f)
	f.Fuzz(func(_ *testing.T, at, val, at2, val2 uint32, cut uint16) {
		b := []byte(blob)
		put := func(at, v uint32) {
			at %= uint32(len(b) - 4)
			for i := range uint32(4) {
				b[at+i] = byte(v >> (8 * i))
			}
		}
		put(at, val)
		put(at2, val2)
		if cut > 0 {
			b = b[:max(len(b)-int(cut)%len(b), 64)]
		}
		copy(b, blob[:16]) // a valid head
		w := wire.Writer{}
		w.U64(uint64(len(b)))
		copy(b[24:], w.B)
		w = wire.Writer{}
		w.U32(wire.ChecksumBytes(b[ngz.ChecksumFrom:]))
		copy(b[16:], w.B)
		g, err := gazetteer.Open(string(b))
		if err == nil {
			use(g)
		}
	})
}

func TestUseOfTheEmbedded(*testing.T) { use(gazetteer.Default()) }
