package build

import (
	"github.com/namyab/namyab/gazetteer/internal/ngz"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/internal/wire"
)

// section is a section of the blob that is written when all sizes are known, straight to
// its place: half of the memory of a long list would be copies otherwise.
type section struct {
	size  int // bytes that write writes
	write func(out *wire.Writer)
}

type sections [ngz.NumSections]section

// set makes b section i.
func (s *sections) set(i int, b []byte) {
	s[i] = section{len(b), func(out *wire.Writer) { out.B = append(out.B, b...) }}
}

// also appends b to section i, which has been set.
func (s *sections) also(i int, b []byte) {
	before := s[i].write
	s[i].size += len(b)
	s[i].write = func(out *wire.Writer) {
		before(out)
		out.B = append(out.B, b...)
	}
}

// assemble puts the blob together.
func (s *sections) assemble() []byte {
	total := ngz.HeaderSize + 8*ngz.NumSections
	for i := range s {
		total += (s[i].size + 3) &^ 3
	}
	out := wire.Writer{B: make([]byte, 0, total)}
	out.B = append(out.B, ngz.Magic...)
	out.U32(ngz.Format)
	out.U32(romanize.Version)
	out.U32(0)
	out.U32(ngz.NumSections)
	out.U64(uint64(total))
	off := ngz.HeaderSize + 8*ngz.NumSections
	for i := range s {
		out.U32(uint32(off))
		out.U32(uint32(s[i].size))
		off += (s[i].size + 3) &^ 3
	}
	for i := range s {
		if s[i].write != nil {
			s[i].write(&out)
		}
		for len(out.B)%4 != 0 {
			out.B = append(out.B, 0)
		}
		s[i].write = nil // lets go of the memory
	}
	sum := wire.Writer{}
	sum.U32(wire.ChecksumBytes(out.B[ngz.ChecksumFrom:]))
	copy(out.B[16:], sum.B)
	return out.B
}
