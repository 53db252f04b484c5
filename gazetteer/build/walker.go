package build

import (
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/gazetteer/romanize"
)

// numShards is how many shards the uses of words are dealt into, by hash: so many that a
// shard of some million names sorts in the cache.
const (
	numShards = 1 << shardBits
	shardBits = 10
)

// use says that a name has a word.
type use struct {
	hash uint64 // of the match key of the word
	name uint32 // number of the name at the walker; later its place in Exact
	form form
}

// form says where in the letters of a shard the match key of a word stands.
type form uint32

// The bits of a form: offset, length, and whether it is a word of a name, against the words
// of a joined name.
const (
	formOffset = 1<<24 - 1
	formLen    = 24 // shift
	formPart   = 1 << 31
)

// maxWalkers bounds how many walkers work side by side: each has some megabytes of scratch.
const maxWalkers = 8

// chunkUses is the size of the pieces in which uses are collected, so that nothing is copied.
const chunkUses = 128

// collected is what a walker has collected for one shard.
type collected struct {
	uses [][]use
	keys []byte // match keys of the words, one after the other
}

// nameFacts is what the tables need of a name.
type nameFacts struct {
	exact, key uint64 // hashes of the words and of the match key; 0: there is none
	number     uint32 // of the name at its walker
	flags      uint8  // ngz.FlagLower, ngz.FlagNoMatch
}

// walker takes names apart and collects their words. Walkers work side by side, each on
// rows of its own; what they collect is put in order by hash, so that it does not matter
// which rows were whose.
type walker struct {
	namer  ngz.Namer
	set    *ngz.BloomMaker // the prefixes of names; nil: count only
	count  int             // members of the set so far
	names  uint32
	shards [numShards]collected
	prefix ngz.Chain
	pair   []byte
}

// newWalker makes a walker for so many bytes of rows.
func newWalker(set *ngz.BloomMaker, size int) *walker {
	return &walker{namer: ngz.Namer{Memo: ngz.NewMemo(min(max(size/8, 1<<8), 1<<16))}, set: set}
}

// row works out the facts of all names of a row.
func (k *walker) row(r *row) {
	actor := r.kind == gazetteer.Person || r.kind.IsOrganisation() || r.kind == gazetteer.NoKind
	if r.name != "" {
		r.facts = k.name(r.name, gazetteer.NameAlias, actor)
	}
	for i := range r.aliases {
		a := &r.aliases[i]
		a.facts = k.name(a.name, a.class, actor)
	}
}

func (k *walker) name(name string, class gazetteer.AliasClass, actor bool) nameFacts {
	k.namer.Set(name)
	c := &k.namer.Chain
	f := nameFacts{number: k.names}
	k.names++
	if isLower(name) {
		f.flags |= ngz.FlagLower
	}
	if !k.namer.Whole || class == gazetteer.Code {
		f.flags |= ngz.FlagNoMatch
	}
	if c.Words == 0 {
		return f
	}
	f.exact = c.ExactHash()
	if f.flags&ngz.FlagNoMatch == 0 {
		k.exactPrefixes()
	}
	if c.Lost || len(c.Key()) == 0 || class == gazetteer.Acronym || class == gazetteer.Code {
		return f
	}
	f.key = c.KeyHash()
	k.keyPrefixes()
	if k.set != nil {
		k.words(f.number, actor)
	}
	return f
}

func (k *walker) exactPrefixes() {
	n := &k.namer
	k.count += len(n.Words) - 1
	if len(n.Words) < 2 || k.set == nil {
		return
	}
	k.prefix.Reset()
	for i := range len(n.Words) - 1 {
		k.prefix.Add(n.Word(i), nil)
		k.set.Add(k.prefix.ExactPrefixHash())
	}
}

// prefixesSet is the bit of ngz.Word.Bits that says: the prefixes of the word at the head
// of a name are in the set.
const prefixesSet = 1

// keyPrefixes adds the prefixes of the key. Those inside the first word, but for its last
// letter, which the next word may change, are added once for all names that begin with it.
func (k *walker) keyPrefixes() {
	c := &k.namer.Chain
	k.count += c.NumPrefixes()
	if k.set == nil {
		return
	}
	from := 0
	if first := k.namer.Word(0); first.Bits&prefixesSet != 0 {
		from = int(first.KeyLen)
	} else {
		first.Bits |= prefixesSet
	}
	c.AddPrefixes(k.set, from)
}

// longestJoined bounds the keys of whole names that count as words of their own, for
// spellings that join or split parts (Deh Salah, Dehsalah).
const longestJoined = 16

// words takes in the words of the name in hand, and its joined forms.
func (k *walker) words(name uint32, actor bool) {
	n := &k.namer
	used := 0
	var last []byte
	for i := range n.Words {
		key, word := n.Key(i), n.Word(i)
		if len(key) == 0 || word.Connector && i > 0 {
			continue
		}
		h := ngz.HashKey(key)
		if word.Class == 0 { // new to the memo
			word.Class = uint32(k.form(h, key))
		}
		k.use(h, name, form(word.Class)|formPart)
		if used++; used > 1 && len(n.Words) > 2 && actor { // Aziz-u-Rahman Momand: Azizurrahman
			k.pair = romanize.AppendJoin(append(k.pair[:0], last...), key)
			k.joined(k.pair, name)
		}
		last = key
	}
	if used > 1 {
		k.joined(n.Chain.Key(), name)
	}
}

func (k *walker) joined(key []byte, name uint32) {
	if len(key) <= longestJoined {
		h := ngz.HashKey(key)
		k.use(h, name, k.form(h, key))
	}
}

// form keeps a match key of 1 to ngz.MaxKey letters.
func (k *walker) form(h uint64, key []byte) form {
	c := &k.shards[h>>(64-shardBits)]
	if len(c.keys)+len(key) > formOffset {
		return 0 // a list made to fill one shard: what use leaves out
	}
	if c.keys == nil {
		c.keys = make([]byte, 0, chunkUses)
	}
	if len(c.keys)+len(key) > cap(c.keys) {
		c.keys = append(make([]byte, 0, 2*cap(c.keys)), c.keys...)
	}
	c.keys = append(c.keys, key...)
	return form(len(c.keys)-len(key)) | form(len(key))<<formLen
}

func (k *walker) use(h uint64, name uint32, f form) {
	if f&^formPart == 0 {
		return
	}
	s := &k.shards[h>>(64-shardBits)]
	if n := len(s.uses); n == 0 || len(s.uses[n-1]) == chunkUses {
		s.uses = append(s.uses, make([]use, 0, chunkUses))
	}
	c := &s.uses[len(s.uses)-1]
	*c = append(*c, use{h, name, f})
}
