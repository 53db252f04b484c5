package build

import (
	"runtime"
	"sync"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/internal/wire"
)

// finish makes the tables and returns the blob. What is independent runs side by side; the
// bytes do not depend on that.
func (w *writer) finish(name string) []byte {
	w.release()
	var ids, exact wire.Writer
	both(
		func() { ngz.WriteTable(&ids, w.ids) },
		func() { ngz.WriteTable(&exact, w.exact) },
	)
	w.ids, w.exact = nil, nil
	w.release()
	w.entries.B = append(w.entries.B, make([]byte, ngz.EntrySize)...)
	end := wire.Writer{}
	end.U32(uint32(w.numAliases))
	copy(w.entries.B[len(w.entries.B)-ngz.EntrySize+12:], end.B)
	var langs, sources, classes, meta wire.Writer
	w.langs.write(&langs, w.strings)
	w.sources.write(&sources, w.strings)
	ngz.WriteTable(&classes, w.classes)
	meta.U32(uint32(w.numEntries))
	meta.U32(uint32(w.numAliases))
	meta.U32(w.strings.add(name))
	meta.U32(uint32(len(name)))
	var sec sections
	sec.set(ngz.SecMeta, meta.B)
	sec.set(ngz.SecEntries, w.entries.B)
	sec.set(ngz.SecAliases, w.aliases.B)
	sec.set(ngz.SecExtra, w.extra.B)
	sec.set(ngz.SecStrings, w.strings.bytes)
	sec.set(ngz.SecLangs, langs.B)
	sec.set(ngz.SecSources, sources.B)
	sec.set(ngz.SecIDs, ids.B)
	sec.set(ngz.SecExact, exact.B)
	sec.set(ngz.SecClasses, classes.B)
	sec[ngz.SecPrefixes] = section{w.set.Size(), w.set.Write}
	w.nameTables(&sec, exact.B)
	w.release()
	return sec.assemble()
}

// both runs functions side by side and waits for all.
func both(fs ...func()) {
	var wg sync.WaitGroup
	for _, f := range fs {
		wg.Go(f)
	}
	wg.Wait()
}

// nameTables makes Fold and the vocabulary, which point to places in Exact.
func (w *writer) nameTables(sec *sections, table []byte) {
	exact, ok := ngz.OpenTable(wire.View(table))
	if !ok {
		return
	}
	places, pairs := w.places(&exact)
	v := &vocabulary{walkers: w.walkers, places: w.numbers}
	for _, numbers := range w.numbers {
		for i, a := range numbers {
			if a != notListed {
				numbers[i] = places[a]
			}
		}
	}
	w.walkers, w.numbers = nil, nil
	var fold wire.Writer
	both(
		func() { ngz.WriteTable(&fold, pairs) },
		func() { v.gather(0, numShards/2) },
	)
	w.release() // what the walkers collected for the first half
	v.gather(numShards/2, numShards)
	v.walkers, v.places = nil, nil
	sec.set(ngz.SecFold, fold.B)
	v.sections(sec, uint32(len(w.strings.bytes)))
}

// places returns the place in Exact of each alias, that of the first alias of the same
// name, and the pairs of Fold.
func (w *writer) places(exact *ngz.Table) (places []uint32, fold []ngz.Pair) {
	places = make([]uint32, w.numAliases)
	for i := range places {
		places[i] = notListed
	}
	fold = make([]ngz.Pair, 0, exact.Len())
	for pos := uint32(0); int(pos) < exact.Len(); {
		end := exact.RunEnd(pos)
		key, prior := uint64(0), int16(-1<<15)
		for i := pos; i < end; i++ {
			a := exact.Val(i)
			places[a] = pos
			x := &w.names[a]
			prior = max(prior, x.prior)
			if key == 0 {
				key = x.key
			}
		}
		if key != 0 {
			fold = append(fold, ngz.Pair{Hash: key, Val: pos, Rank: -int32(prior)})
		}
		pos = end
	}
	w.names = nil
	return places, fold
}

// manyAliases is how many aliases make release worth its while.
const manyAliases = 200_000

// release collects what the steps so far have left behind: the steps of a long list leave
// some hundred megabytes each, which the next can use again.
func (w *writer) release() {
	if w.numAliases > manyAliases {
		runtime.GC()
	}
}
