package build

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// identify checks the id of a row or makes one: usr/ and the name, numbered when it repeats.
func (u *user) identify(r *row, bad func(field, string, string, ...any)) {
	if r.id != "" {
		h := ngz.HashString(r.id)
		if line := u.ids.line(h); line > 0 {
			bad(fID, "id-duplicate", "the id %q stands on line %d already", r.id, line)
		}
		u.ids.set(h, int32(r.line))
		return
	}
	u.slug = append(u.slug[:0], "usr/"...)
	for _, c := range strings.ToLower(r.name) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			u.slug = append(u.slug, string(c)...)
		} else if n := len(u.slug); u.slug[n-1] != '-' && u.slug[n-1] != '/' {
			u.slug = append(u.slug, '-')
		}
	}
	if len(u.slug) > 200 {
		u.slug = u.slug[:200]
	}
	base := strings.ToValidUTF8(strings.Trim(string(u.slug), "-"), "")
	id := base
	for {
		h := ngz.HashString(id)
		if u.ids.line(h) == 0 {
			u.ids.set(h, int32(r.line))
			r.id = id
			return
		}
		u.made[base]++
		id = base + "-" + strconv.Itoa(u.made[base]+1)
	}
}

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
