package build

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/internal/wire"
)

// shard is a part of the vocabulary: the words whose hashes begin alike, in order of hash.
type shard struct {
	words []word
	keys  []byte
	uses  []uint32   // positions in Exact, word by word, in order
	skels []ngz.Pair // values: words of this shard
}

// word is a distinct match key.
type word struct{ key, uses uint32 } // where its key and its uses end in the shard

// vocabulary collects the distinct words of the names and the names that each is used in.
type vocabulary struct {
	walkers []*walker
	places  [][]uint32 // by walker and name: its place in Exact, or notListed
	shards  [numShards]shard
}

// notListed marks names that are not in Exact.
const notListed = 1<<32 - 1

// gather finds the words of the shards from first to last, in one of two rounds.
func (v *vocabulary) gather(first, last int) {
	var next atomic.Int32
	next.Store(int32(first))
	var wg sync.WaitGroup
	for range min(len(v.walkers)+1, maxWalkers) {
		wg.Go(func() {
			var g gatherer
			for i := next.Add(1) - 1; int(i) < last; i = next.Add(1) - 1 {
				g.collect(v, int(i))
				g.fill(&v.shards[i])
			}
		})
	}
	wg.Wait()
}

// gatherer makes one shard after the other. It is scratch.
type gatherer struct {
	uses   []use
	keys   []byte // of all walkers
	skel   []byte
	hashes []uint64
}

// collect takes the uses of shard i from all walkers and sorts them by hash and place.
func (g *gatherer) collect(v *vocabulary, i int) {
	dst := g.uses[:0]
	g.keys = g.keys[:0]
	for k, w := range v.walkers {
		places, base := v.places[k], form(len(g.keys))
		g.keys = append(g.keys, w.shards[i].keys...)
		for _, c := range w.shards[i].uses {
			for _, u := range c {
				if int(u.name) >= len(places) || places[u.name] == notListed {
					continue // its entry has the name twice, or takes it away
				}
				u.name = places[u.name]
				u.form += base
				dst = append(dst, u)
			}
		}
		w.shards[i] = collected{}
	}
	slices.SortFunc(dst, func(a, b use) int {
		if a.hash != b.hash {
			return cmp.Compare(a.hash, b.hash)
		}
		return cmp.Compare(a.name, b.name)
	})
	g.uses = dst
}

// fill makes the words of a shard from its sorted uses.
func (g *gatherer) fill(s *shard) {
	uses := g.uses
	words := 0
	for i := range uses {
		if i == 0 || uses[i].hash != uses[i-1].hash {
			words++
		}
	}
	s.words, s.uses = make([]word, 0, words), make([]uint32, 0, len(uses))
	s.keys = make([]byte, 0, len(g.keys))
	s.skels = make([]ngz.Pair, 0, words)
	for from := 0; from < len(uses); {
		first, before := uses[from], len(s.uses)
		part := false
		to := from
		for ; to < len(uses) && uses[to].hash == first.hash; to++ {
			part = part || uses[to].form&formPart != 0
			if n := len(s.uses); n == before || s.uses[n-1] != uses[to].name {
				s.uses = append(s.uses, uses[to].name)
			}
		}
		off := first.form & formOffset
		key := g.keys[off : off+first.form&^formPart>>formLen]
		g.skel = ngz.AppendSkeleton(g.skel[:0], key)
		g.hashes = ngz.SkeletonHashes(g.hashes[:0], g.skel)
		hashes := g.hashes
		if !part {
			hashes = hashes[:1] // joined names: the words of the name are found with a letter left out
		}
		for _, h := range hashes {
			s.skels = append(s.skels, ngz.Pair{Hash: h, Val: uint32(len(s.words)), Rank: -int32(len(s.uses) - before)})
		}
		s.keys = append(s.keys, key...)
		s.words = append(s.words, word{uint32(len(s.keys)), uint32(len(s.uses))})
		from = to
	}
}

// sections sets the sections of the words, shard by shard. Their keys stand behind base
// bytes of strings.
func (v *vocabulary) sections(sec *sections, base uint32) {
	words, uses := 0, 0
	skels := make([][]ngz.Pair, numShards)
	skeletons := 0
	for i := range v.shards {
		s := &v.shards[i]
		for k := range s.skels {
			s.skels[k].Val += uint32(words)
		}
		words, uses = words+len(s.words), uses+len(s.uses)
		skels[i], s.skels = s.skels, nil
		skeletons += len(skels[i])
		sec.also(ngz.SecStrings, s.keys)
		s.keys = nil
	}
	sec[ngz.SecSkeletons] = section{ngz.TableSize(skeletons), func(out *wire.Writer) { ngz.WriteTable(out, skels...) }}
	sec[ngz.SecWordRecs] = section{(words + 1) * ngz.WordSize, func(out *wire.Writer) { v.writeWords(out, base) }}
	sec[ngz.SecPostings] = section{4 * uses, v.writeUses}
}

func (v *vocabulary) writeWords(out *wire.Writer, key uint32) {
	at := uint32(0)
	for i := range v.shards {
		var last word
		for _, x := range v.shards[i].words {
			out.U32(key + last.key)
			out.U32(x.key - last.key)
			out.U32(at + last.uses)
			last = x
		}
		key, at = key+last.key, at+last.uses
	}
	out.U32(0)
	out.U32(0)
	out.U32(at)
}

func (v *vocabulary) writeUses(out *wire.Writer) {
	for i := range v.shards {
		for _, pos := range v.shards[i].uses {
			out.U32(pos)
		}
		v.shards[i] = shard{}
	}
}
