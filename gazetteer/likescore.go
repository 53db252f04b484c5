package gazetteer

// likescore.go: the candidates of a fuzzy look-up are compared with the query, and graded.

// compareBest compares the query with the names of the highest sums.
func (s *searcher) compareBest(l *layer, parts int, all float64) {
	best := s.bestOf(l, parts, float32(all))
	for i, c := range best {
		if i > 3 && c.sum < best[0].sum*0.5 {
			break
		}
		rec := l.f.Alias(l.f.Exact.Val(c.pos))
		x := s.compare(rec.Name, true)
		x.missing = max(0, 1-float64(c.met)/all)
		s.addLike(l, c.pos, x, rec.Name)
	}
}

// addLike takes the aliases of the run at pos, whose name the query is like, as hits. What a
// likeness is worth depends on the kind: Shah Khan Shirzad may be of the village of Shirzad, and
// is no Omar Shirzad.
func (s *searcher) addLike(l *layer, pos uint32, x likeness, name string) {
	end := l.f.Exact.RunEnd(pos)
	done := uint64(0)
	for p := pos; p < end; p++ {
		_, _, entry := l.f.AliasHead(l.f.Exact.Val(p))
		kind := kindOf(l.f.EntryKind(entry))
		if done&(1<<kind) != 0 || s.kinds != 0 && s.kinds&(1<<kind) == 0 {
			continue
		}
		done |= 1 << kind
		y := x
		if score := s.likeScore(&y, name, kind); score >= s.o.MinScore {
			s.likes = append(s.likes, y)
			s.add(l, pos, end, Fuzzy, score, kind)
		}
	}
}

// likeScore returns the score of a name that the query is like. Where kinds were asked for,
// class words count little, and x becomes the likeness without them.
func (s *searcher) likeScore(x *likeness, name string, kind Kind) float64 {
	factor, j := scoreLike, x.judged
	if kind.IsPlace() {
		*x = s.bareLikeness(*x, name, kind)
	} else {
		s.leaveTitles(x, name)
	}
	if s.kinds != 0 {
		j = x.judged
		switch {
		case x.apart > 0:
			factor *= alienPart
		case x.bare:
			factor *= barePart
		}
	}
	if kind == Person && !x.other && j.OnlyA+j.OnlyB > 0 {
		j.Edited += fuzzyLetters * float64(x.letters)
	}
	return factor * grade(j, kind, s.kinds == 0)
}
