package build

import (
	"slices"

	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/wire"
)

// finish makes the tables and returns the blob.
func (w *writer) finish(name string) []byte {
	var sec [ngz.NumSections]wire.Writer
	w.entries.B = append(w.entries.B, make([]byte, ngz.EntrySize)...)
	end := wire.Writer{}
	end.U32(uint32(w.numAliases))
	copy(w.entries.B[len(w.entries.B)-ngz.EntrySize+12:], end.B)
	sec[ngz.SecEntries], sec[ngz.SecAliases], sec[ngz.SecExtra] = w.entries, w.aliases, w.extra
	ngz.WriteTable(&sec[ngz.SecIDs], w.ids)
	ngz.WriteTable(&sec[ngz.SecExact], w.exact)
	ngz.WriteTable(&sec[ngz.SecClasses], w.classes)
	w.names(&sec)
	ngz.WriteBloom(&sec[ngz.SecPrefixes], w.prefixes.chunks)
	w.langs.write(&sec[ngz.SecLangs], w.strings)
	w.sources.write(&sec[ngz.SecSources], w.strings)
	m := &sec[ngz.SecMeta]
	m.U32(uint32(w.numEntries))
	m.U32(uint32(w.numAliases))
	m.U32(w.strings.add(name))
	m.U32(uint32(len(name)))
	sec[ngz.SecStrings].B = w.strings.bytes
	return assemble(&sec)
}

func assemble(sec *[ngz.NumSections]wire.Writer) []byte {
	out := wire.Writer{}
	total := ngz.HeaderSize + 8*ngz.NumSections
	for i := range sec {
		total += (len(sec[i].B) + 3) &^ 3
	}
	out.B = make([]byte, 0, total)
	out.B = append(out.B, ngz.Magic...)
	out.U32(ngz.Format)
	out.U32(romanize.Version)
	out.U32(0)
	out.U32(ngz.NumSections)
	out.U64(uint64(total))
	off := ngz.HeaderSize + 8*ngz.NumSections
	for i := range sec {
		out.U32(uint32(off))
		out.U32(uint32(len(sec[i].B)))
		off += (len(sec[i].B) + 3) &^ 3
	}
	for i := range sec {
		out.B = append(out.B, sec[i].B...)
		for len(out.B)%4 != 0 {
			out.B = append(out.B, 0)
		}
		sec[i].B = nil
	}
	sum := wire.Writer{}
	sum.U32(wire.ChecksumBytes(out.B[ngz.ChecksumFrom:]))
	copy(out.B[16:], sum.B)
	return out.B
}

// words is the vocabulary of names while it is made.
type words struct {
	pool *pool    // keys; a word is the number of its key
	offs []uint32 // by word
	lens []uint8
	part []bool   // it is a word of a name, not only a joined name
	uses []uint64 // word << 32 | position
}

func (v *words) use(key []byte, pos uint32, part bool) {
	s := v.pool.put(string(key))
	i := s.number
	if int(i) == len(v.offs) {
		v.offs, v.lens = append(v.offs, s.off-1), append(v.lens, uint8(len(key)))
		v.part = append(v.part, false)
	}
	v.part[i] = v.part[i] || part
	v.uses = append(v.uses, uint64(i)<<32|uint64(pos))
}

// names walks over the distinct names in the order of Exact, and makes Fold, Prefixes and
// the vocabulary.
func (w *writer) names(sec *[ngz.NumSections]wire.Writer) {
	exact, ok := ngz.OpenTable(wire.View(sec[ngz.SecExact].B))
	if !ok {
		return
	}
	v := &words{pool: newPool()}
	fold := make([]ngz.Pair, 0, exact.Len())
	aliases := wire.View(w.aliases.B)
	var exactPrefix ngz.Chain
	for pos := uint32(0); int(pos) < exact.Len(); {
		end := exact.RunEnd(pos)
		a, key, flags, prior := w.best(&exact, aliases, pos, end)
		name := aliases.U32(int(a) * ngz.AliasSize)
		n := aliases.U8(int(a)*ngz.AliasSize + 4)
		w.namer.Set(string(wire.View(w.strings.bytes[name : name+uint32(n)])))
		if flags&ngz.FlagNoMatch == 0 {
			w.addExactPrefixes(&exactPrefix)
		}
		if key != 0 {
			fold = append(fold, ngz.Pair{Hash: key, Val: pos, Rank: -int32(prior)})
			w.prefixes.add(w.namer.Chain.AppendPrefixes(w.room[:0])...)
			w.vocabulary(v, pos, w.isActor(aliases, a))
		}
		pos = end
	}
	ngz.WriteTable(&sec[ngz.SecFold], fold)
	w.writeWords(sec, v)
}

// best picks the alias of a run that stands for the name: one with a match key if there is one.
func (w *writer) best(t *ngz.Table, aliases wire.Blob, pos, end uint32) (a uint32, key uint64, flags uint8, prior int16) {
	a, flags, prior = t.Val(pos), ngz.FlagNoMatch, -1<<15
	for i := pos; i < end; i++ {
		x := t.Val(i)
		flags &= aliases.U8(int(x)*ngz.AliasSize + 5)
		entry := aliases.U32(int(x)*ngz.AliasSize+8) >> 8
		prior = max(prior, w.priors[entry])
		if key == 0 && w.keys[x] != 0 {
			a, key = x, w.keys[x]
		}
	}
	return a, key, flags, prior
}

func (w *writer) addExactPrefixes(c *ngz.Chain) {
	n := w.namer
	if len(n.Words) < 2 {
		return
	}
	c.Reset()
	for i := range len(n.Words) - 1 {
		c.Add(n.Word(i), nil)
		w.prefixes.add(c.ExactPrefixHash())
	}
}

// longestJoined bounds the keys of whole names that count as words of their own, for
// spellings that join or split parts (Deh Salah, Dehsalah).
const longestJoined = 16

// isActor reports whether alias a names a person or a body.
func (w *writer) isActor(aliases wire.Blob, a uint32) bool {
	entry := aliases.U32(int(a)*ngz.AliasSize+8) >> 8
	k := gazetteer.Kind(w.entries.B[int(entry)*ngz.EntrySize+5])
	return k == gazetteer.Person || k.IsOrganisation() || k == gazetteer.NoKind
}

func (w *writer) vocabulary(v *words, pos uint32, actor bool) {
	n := w.namer
	used := 0
	var last []byte
	for i := range n.Words {
		k := n.Key(i)
		if len(k) == 0 || n.Word(i).Connector && i > 0 {
			continue
		}
		v.use(k, pos, true)
		if used++; used > 1 && len(n.Words) > 2 && actor { // Aziz-u-Rahman Momand: Azizurrahman
			w.pair = romanize.AppendJoin(append(w.pair[:0], last...), k)
			if len(w.pair) <= longestJoined {
				v.use(w.pair, pos, false)
			}
		}
		last = k
	}
	if k := n.Chain.Key(); used > 1 && len(k) <= longestJoined {
		v.use(k, pos, false)
	}
}

func (w *writer) writeWords(sec *[ngz.NumSections]wire.Writer, v *words) {
	slices.Sort(v.uses)
	v.uses = slices.Compact(v.uses)
	skels := make([]ngz.Pair, 0, 5*len(v.offs))
	var skel []byte
	var hashes []uint64
	recs, post := &sec[ngz.SecWordRecs], &sec[ngz.SecPostings]
	at := 0
	for i, off := range v.offs {
		first := at
		for at < len(v.uses) && v.uses[at]>>32 == uint64(i) {
			post.U32(uint32(v.uses[at]))
			at++
		}
		key := v.pool.bytes[off : off+uint32(v.lens[i])]
		recs.U32(w.strings.add(string(key)))
		recs.U32(uint32(len(key)))
		recs.U32(uint32(first))
		skel = ngz.AppendSkeleton(skel[:0], key)
		hashes = ngz.SkeletonHashes(hashes[:0], skel)
		if !v.part[i] {
			hashes = hashes[:1] // joined names: the words of the name are found with a letter left out
		}
		for _, h := range hashes {
			skels = append(skels, ngz.Pair{Hash: h, Val: uint32(i), Rank: -int32(at - first)})
		}
	}
	recs.U32(0)
	recs.U32(0)
	recs.U32(uint32(at))
	ngz.WriteTable(&sec[ngz.SecSkeletons], skels)
}

// hashList collects many hashes in chunks, since growing one slice of ten million would
// copy and keep it several times over.
type hashList struct{ chunks [][]uint64 }

func (l *hashList) add(hs ...uint64) {
	n := len(l.chunks)
	if n == 0 || len(l.chunks[n-1])+len(hs) > cap(l.chunks[n-1]) {
		l.chunks = append(l.chunks, make([]uint64, 0, 1<<16))
		n++
	}
	l.chunks[n-1] = append(l.chunks[n-1], hs...)
}
