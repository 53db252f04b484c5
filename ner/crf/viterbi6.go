package crf

// step6 is path.step for 6 labels, the number of the shipped model's: with the bounds of
// all loops known it takes half of the time. Ends below least are left out. It returns the
// best score of an end.
func step6(c *chain[int32], least int32, score, next *[25]int32, emission *[25]int32, back *[25]uint8) int32 {
	var best [13]int32
	var from [13]uint8 // tagO
	outer, inner := (*[169]int32)(c.outer), (*[6][4]int32)(c.inner)
	for s := range 13 {
		best[s] = score[tagO] + outer[s]
	}
	for y := range 6 {
		if v := score[4*y+posL]; v >= least {
			cross6(&best, &from, v, uint8(4*y+posL), (*[13]int32)(outer[(2*y+1)*13:]))
		}
		if v := score[4*y+posU]; v >= least {
			cross6(&best, &from, v, uint8(4*y+posU), (*[13]int32)(outer[(2*y+2)*13:]))
		}
	}
	lead := best[0] + emission[tagO]
	next[tagO], back[tagO] = lead, from[0]
	for y := range 6 {
		b, w := 4*y+1, &inner[y]
		e, k := (*[4]int32)(emission[b:]), (*[4]uint8)(back[b:])
		old, out := (*[4]int32)(score[b:]), (*[4]int32)(next[b:])
		out[0], k[0] = best[2*y+1]+e[0], from[2*y+1]
		unit := best[2*y+2] + e[3]
		out[3], k[3] = unit, from[2*y+2]
		inside, after := pick(old[0]+w[0], old[1]+w[2], uint8(b))
		out[1], k[1] = inside+e[1], after
		last, after := pick(old[0]+w[1], old[1]+w[3], uint8(b))
		last += e[2]
		out[2], k[2] = last, after
		lead = max(lead, max(last, unit))
	}
	return lead
}

// pick returns the better of what comes from the begin tag b and from the inside tag after
// it, and that tag.
func pick(begin, inside int32, b uint8) (int32, uint8) {
	if inside > begin {
		return inside, b + 1
	}
	return begin, b
}

// cross6 improves the best scores of the starts by those from an end with score v.
func cross6(best *[13]int32, from *[13]uint8, v int32, tag uint8, row *[13]int32) {
	for s := range 13 {
		if x := v + row[s]; x > best[s] {
			best[s], from[s] = x, tag
		}
	}
}
