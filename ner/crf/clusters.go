package crf

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// clusters is a table from words to classes of a binary tree (Brown et al. 1992), read
// in place. Its bytes: u32 number of slots (a power of two), u32 of classes, a u32 path
// a class, then the slots: u32 fingerprint (0: empty), u16 class, open addressing.
type clusters struct {
	paths []byte
	slots []byte
	mask  uint32
}

// A path is stored as its bits, first step highest, below a leading 1 that marks its
// length. 0 means that the word has no class.

// classPrefix returns the first n steps of a path.
func classPrefix(path uint32, n int) uint32 {
	if l := bits.Len32(path) - 1; l > n {
		return path >> (l - n)
	}
	return path
}

const (
	clusterHeader   = 8
	clusterSlot     = 6
	maxClusterProbe = 32
	clusterSeed     = 7
)

// openClusters checks and wraps a table; an empty one knows no word.
func openClusters(b []byte) (*clusters, bool) {
	if len(b) == 0 {
		return &clusters{}, true
	}
	if len(b) < clusterHeader {
		return nil, false
	}
	slots, classes := binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:])
	if slots == 0 || slots&(slots-1) != 0 || classes > 1<<16 ||
		uint64(len(b)) != clusterHeader+uint64(classes)*4+uint64(slots)*clusterSlot {
		return nil, false
	}
	c := &clusters{mask: slots - 1}
	c.paths = b[clusterHeader : clusterHeader+classes*4]
	c.slots = b[clusterHeader+classes*4:]
	return c, true
}

// path returns the path of the word's class: of the word as written or, failing that, with a
// capital first letter (for words in capitals) or in lower case.
func (c *clusters) path(word, lower []byte) uint32 {
	if c.slots == nil {
		return 0
	}
	if p := c.lookup(word); p != 0 {
		return p
	}
	if r, n := utf8.DecodeRune(lower); unicode.IsLower(r) {
		var buf [64]byte
		if len(lower) <= 60 {
			t := utf8.AppendRune(buf[:0], unicode.ToUpper(r))
			t = append(t, lower[n:]...)
			if p := c.lookup(t); p != 0 {
				return p
			}
		}
	}
	return c.lookup(lower)
}

func (c *clusters) lookup(word []byte) uint32 {
	h := hashBytes(clusterSeed, word)
	fp := uint32(h>>32) | 1
	for i, n := uint32(h)&c.mask, 0; n < maxClusterProbe; i, n = (i+1)&c.mask, n+1 {
		s := c.slots[i*clusterSlot:]
		switch binary.LittleEndian.Uint32(s) {
		case 0:
			return 0
		case fp:
			at := int(binary.LittleEndian.Uint16(s[4:])) * 4
			if at+4 > len(c.paths) {
				return 0
			}
			return binary.LittleEndian.Uint32(c.paths[at:])
		}
	}
	return 0
}

// Class is a word with its class, as a path of 0s and 1s.
type Class struct {
	Word string
	Path string
}

// PackClusters makes the table that Options.Clusters takes. Words earlier in the list win
// when the table is crowded; paths longer than 30 steps are cut.
func PackClusters(list []Class) []byte {
	index := map[string]uint16{}
	var paths []uint32
	for _, e := range list {
		if _, ok := index[e.Path]; !ok && len(paths) < 1<<16 {
			index[e.Path] = uint16(len(paths))
			p := uint32(1)
			for _, s := range e.Path[:min(len(e.Path), 30)] {
				p = p<<1 | uint32(s&1)
			}
			paths = append(paths, p)
		}
	}
	slots := 1
	for slots < len(list)*3/2+2 {
		slots *= 2
	}
	b := make([]byte, clusterHeader, clusterHeader+4*len(paths)+clusterSlot*slots)
	binary.LittleEndian.PutUint32(b, uint32(slots))
	binary.LittleEndian.PutUint32(b[4:], uint32(len(paths)))
	for _, p := range paths {
		b = binary.LittleEndian.AppendUint32(b, p)
	}
	table := make([]byte, clusterSlot*slots)
	for _, e := range list {
		h := hashBytes(clusterSeed, []byte(e.Word))
		for i, n := uint32(h)&uint32(slots-1), 0; n < maxClusterProbe; i, n = (i+1)&uint32(slots-1), n+1 {
			s := table[i*clusterSlot:]
			if binary.LittleEndian.Uint32(s) == 0 {
				binary.LittleEndian.PutUint32(s, uint32(h>>32)|1)
				binary.LittleEndian.PutUint16(s[4:], index[e.Path])
				break
			}
		}
	}
	return append(b, table...)
}
