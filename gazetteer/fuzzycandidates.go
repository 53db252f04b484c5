package gazetteer

import "github.com/namyab/namyab/gazetteer/internal/ngz"

// likesOf returns the words like key in a layer, remembered.
func (m *Matcher) likesOf(f *ngz.File, layer int, key []byte) []near {
	h := ngz.HashKey(key) + uint64(layer)
	r, ok := m.fuzzy.words[h]
	if !ok {
		r[0] = uint32(len(m.fuzzy.likes))
		m.fuzzy.likes = m.fuzzy.near.find(m.fuzzy.likes, f, key)
		r[1] = uint32(len(m.fuzzy.likes))
		m.fuzzy.words[h] = r
	}
	return m.fuzzy.likes[r[0]:r[1]]
}

// joinedCandidates finds names whose whole key is like that of the surface.
func (m *Matcher) joinedCandidates(f *ngz.File, layer int) {
	key := m.chain.Key()
	if len(key) > 18 {
		return
	}
	for _, n := range m.likesOf(f, layer, key) {
		k, _, _ := f.WordKey(n.word)
		from, to := f.Fold.Find(ngz.HashKey([]byte(k)))
		for ; from < to && len(m.fuzzy.cands) < 64; from++ {
			m.fuzzy.cands = append(m.fuzzy.cands, f.Fold.Val(from))
		}
	}
}

// partCandidates finds names that have a word like each word of the surface.
func (m *Matcher) partCandidates(f *ngz.File, layer int, words []int32) {
	best, least := -1, uint32(1<<31)
	for i, w := range words {
		word := m.memo.Word(m.steps[w])
		if word.Connector && i > 0 {
			continue
		}
		uses := uint32(0)
		for _, n := range m.likesOf(f, layer, m.memo.Key(m.steps[w])) {
			_, from, to := f.WordKey(n.word)
			uses += to - from
		}
		if uses == 0 {
			return
		}
		if uses < least {
			best, least = i, uses
		}
	}
	if best < 0 {
		return
	}
	scanned := 0
	for _, n := range m.likesOf(f, layer, m.memo.Key(m.steps[words[best]])) {
		_, from, to := f.WordKey(n.word)
		for ; from < to && scanned < maxScanned; from++ {
			scanned++
			if pos := f.Posting(from); m.hasAll(f, layer, words, best, pos) {
				m.fuzzy.cands = append(m.fuzzy.cands, pos)
			}
		}
	}
}

// hasAll reports whether the name at pos has a word like every word but words[skip].
func (m *Matcher) hasAll(f *ngz.File, layer int, words []int32, skip int, pos uint32) bool {
	for i, w := range words {
		if i == skip || m.memo.Word(m.steps[w]).Connector && i > 0 {
			continue
		}
		ok := false
		for _, n := range m.likesOf(f, layer, m.memo.Key(m.steps[w])) {
			if _, from, to := f.WordKey(n.word); hasPosting(f, from, to, pos) {
				ok = true
				break
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// hasPosting looks for pos in a range of postings, which are in order.
func hasPosting(f *ngz.File, from, to, pos uint32) bool {
	for from < to {
		mid := from + (to-from)/2
		switch p := f.Posting(mid); {
		case p == pos:
			return true
		case p < pos:
			from = mid + 1
		default:
			to = mid
		}
	}
	return false
}
