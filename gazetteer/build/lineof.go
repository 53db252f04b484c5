package build

// lineOf maps hashes of ids to the lines on which they stand: open addressing, since a map
// of a million entries takes three times the time. The zero lineOf is empty; a hash of 0
// is in none.
type lineOf struct {
	hashes []uint64
	lines  []int32
	n      int
}

// reserve makes room for n ids more.
func (l *lineOf) reserve(n int) {
	size := 1 << 10
	for 2*size < 3*(l.n+n) {
		size *= 2
	}
	if size <= len(l.hashes) {
		return
	}
	old := *l
	*l = lineOf{hashes: make([]uint64, size), lines: make([]int32, size)}
	for i, h := range old.hashes {
		if h != 0 {
			l.set(h, old.lines[i])
		}
	}
}

// find returns the place of h, or the free one where it belongs.
func (l *lineOf) find(h uint64) int {
	mask := len(l.hashes) - 1
	i := int(h) & mask
	for l.hashes[i] != 0 && l.hashes[i] != h {
		i = (i + 1) & mask
	}
	return i
}

// line returns the line of h, 0 when there is none.
func (l *lineOf) line(h uint64) int32 {
	if h == 0 || len(l.hashes) == 0 {
		return 0
	}
	return l.lines[l.find(h)]
}

// set notes that h stands on a line, counted from 1.
func (l *lineOf) set(h uint64, line int32) {
	if h == 0 {
		return
	}
	if 4*(l.n+1) > 3*len(l.hashes) {
		l.reserve(max(l.n, 1))
	}
	i := l.find(h)
	if l.hashes[i] == 0 {
		l.n++
	}
	l.hashes[i], l.lines[i] = h, line
}
