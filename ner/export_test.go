package ner

// Unlinked runs the flow up to the mentions, without saying who they are: what the
// benchmarks set beside the whole.
func (r *Recognizer) Unlinked(text string) int {
	s := r.scratch()
	defer r.idle.put(s)
	s.doc.Reset(text)
	s.lookUp(r.gaz)
	s.propose(r)
	s.weigh()
	s.listen()
	s.lend()
	return len(s.resolve(r.minProbability))
}
