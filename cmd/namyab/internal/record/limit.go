package record

import "sort"

// limited writes d within e.Max bytes and says so: candidates and explanations go first,
// then entities from the end. Fields of the input are never cut, so a record may still
// exceed the limit when they alone do; it then has no entities.
func (e *Encoder) limited(dst []byte, d *Doc, k detail) []byte {
	from := len(dst)
	k.extras, k.truncated = false, true
	dst = e.record(dst, d, k)
	if len(dst)-from <= e.Max {
		return dst
	}
	// The size grows with the number of entities: the largest that fits is found by halving.
	all := len(d.Entities)
	over := sort.Search(all+1, func(n int) bool {
		k.entities = n
		dst = e.record(dst[:from], d, k)
		return len(dst)-from > e.Max
	})
	k.entities = max(0, over-1)
	return e.record(dst[:from], d, k)
}
