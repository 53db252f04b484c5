package pipe

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"sync"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// reader cuts the input into batches and hands each to the writer (in order) and to the workers.
type reader struct {
	c     *Config
	st    *Stats
	gate  *gate
	work  chan<- *batch
	order chan *batch
	quit  chan struct{}
	pool  sync.Pool
	index int
	cur   *batch
}

// kept is the largest buffer that is kept for the next batch; larger ones are left to the
// collector, so that one huge line does not fix the memory of the whole run.
const kept = 1 << 20

func (r *reader) run() {
	defer close(r.work)
	defer close(r.order)
	defer r.hand()
	for _, name := range r.c.Files {
		if r.stopped() || !r.file(name) {
			return
		}
	}
}

// file reads one input; false means that the run is over.
func (r *reader) file(name string) bool {
	src, bad := open(name, r.c.Stdin)
	defer src.close()
	switch {
	case bad != nil:
		r.add(&Unit{File: src.name, Err: bad})
	case r.c.Mode.Framed():
		return r.lines(src)
	default:
		r.whole(src)
	}
	return r.hand()
}

// whole reads a file that is one document, up to MaxDoc bytes.
func (r *reader) whole(src *source) {
	b := r.current()
	u := Unit{File: src.name, Line: 1, BOM: src.bom}
	from := len(b.buf)
	var err error
	b.buf, err = readUpTo(b.buf, src.r, r.c.MaxDoc+1)
	if len(b.buf)-from > r.c.MaxDoc {
		u.Cut = true
		b.buf = b.buf[:from+r.c.MaxDoc]
		if src.name == "" { // the writer of the pipe is not cut off
			_, err = io.Copy(io.Discard, src.r)
		}
	}
	u.Cut = u.Cut || r.stopped()
	r.st.BytesIn.Add(int64(len(b.buf) - from))
	if err != nil {
		b.buf = b.buf[:from]
		u.Err = src.broken(err)
	}
	r.add(&u)
}

func readUpTo(dst []byte, src io.Reader, limit int) ([]byte, error) {
	end := len(dst) + limit
	for len(dst) < end {
		if cap(dst)-len(dst) < 4096 {
			dst = append(dst, make([]byte, max(readBuffer, len(dst)/2))...)[:len(dst)]
		}
		n, err := src.Read(dst[len(dst):min(cap(dst), end)])
		dst = dst[:len(dst)+n]
		if errors.Is(err, io.EOF) {
			return dst, nil
		}
		if err != nil {
			return dst, err
		}
	}
	return dst, nil
}

// lines reads a file of lines. A batch is handed on when it is full or when the next read
// might wait.
func (r *reader) lines(src *source) bool {
	sep := byte('\n')
	if r.c.NUL {
		sep = 0
	}
	bom := src.bom
	for no := 1; ; no++ {
		if !r.ready(src.r, sep) && !r.hand() {
			return false
		}
		// Standard input ends by itself when the run is to stop: see Config.Stop.
		if src.name != "" && r.stopped() && !r.ready(src.r, sep) {
			return false
		}
		b := r.current()
		from := len(b.buf)
		u := Unit{File: src.name, Line: no, BOM: bom}
		bom = false
		more, err := r.line(src.r, b, sep, &u)
		if err != nil && !errors.Is(err, io.EOF) {
			b.buf = b.buf[:from]
			u.Err = src.broken(err)
			u.Err.Line = no
			r.add(&u)
			return r.hand()
		}
		if !more && u.Err == nil && (len(b.buf) == from || r.stopped()) {
			b.buf = b.buf[:from] // nothing, or a line that was still being written when we had to stop
			return r.hand()
		}
		r.add(&u)
		if len(b.buf) >= batchBytes && !r.hand() {
			return false
		}
		if !more {
			return r.hand()
		}
	}
}

// ready reports whether a complete line is at hand without reading.
func (r *reader) ready(br *bufio.Reader, sep byte) bool {
	held, _ := br.Peek(br.Buffered()) // cannot fail: so many bytes are there
	return bytes.IndexByte(held, sep) >= 0
}

func (r *reader) stopped() bool { return r.c.Stop != nil && r.c.Stop() }

// line appends one line to the batch, without its end. more is false at the end of input.
// Of a line beyond the limit nothing is kept, and reading stands after it.
func (r *reader) line(br *bufio.Reader, b *batch, sep byte, u *Unit) (more bool, err error) {
	from := len(b.buf)
	size := 0
	for {
		part, err := br.ReadSlice(sep)
		size += len(part)
		if u.Err == nil {
			b.buf = append(b.buf, part...)
		}
		if u.Err == nil && len(b.buf)-from > r.c.MaxLine+2 {
			b.buf = b.buf[:from]
			u.Err = record.Errorf(record.LineTooLong, "the line is longer than %d bytes; see --max-line", r.c.MaxLine)
			u.Err.Line = u.Line
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		r.st.BytesIn.Add(int64(size))
		if u.Err != nil {
			return err == nil, err
		}
		b.buf = trimEnd(b.buf, from, sep, err == nil, u)
		if len(b.buf)-from > r.c.MaxLine {
			b.buf = b.buf[:from]
			u.Err = record.Errorf(record.LineTooLong, "the line is longer than %d bytes; see --max-line", r.c.MaxLine)
			u.Err.Line = u.Line
		}
		// An empty last line without an end is no line; an empty line with an end is one.
		return err == nil, err
	}
}

// trimEnd takes the line end off and notes a CR before it.
func trimEnd(buf []byte, from int, sep byte, ended bool, u *Unit) []byte {
	if ended {
		buf = buf[:len(buf)-1]
	}
	if ended && sep == '\n' && len(buf) > from && buf[len(buf)-1] == '\r' {
		u.CRLF = true
		buf = buf[:len(buf)-1]
	}
	return buf
}

// current returns the batch that is being filled.
func (r *reader) current() *batch {
	if r.cur == nil {
		b, _ := r.pool.Get().(*batch)
		b.buf, b.units, b.ends = b.buf[:0], b.units[:0], b.ends[:0]
		r.cur = b
	}
	return r.cur
}

// add closes the unit whose bytes were appended to the batch last.
func (r *reader) add(u *Unit) {
	b := r.current()
	u.Index = r.index
	r.index++
	b.units = append(b.units, *u)
	b.ends = append(b.ends, len(b.buf))
}

// seal gives the units their bytes: only now has the buffer come to rest.
func (b *batch) seal() {
	from := 0
	for i, end := range b.ends {
		u := &b.units[i]
		u.Data = b.buf[from:end]
		u.Blank = u.Err == nil && len(bytes.TrimLeft(u.Data, " \t\r\n")) == 0
		from = end
	}
}

// hand gives the batch to the writer and the workers; false means that the run is over.
func (r *reader) hand() bool {
	b := r.cur
	if b == nil || len(b.units) == 0 {
		return true
	}
	r.cur = nil
	b.seal()
	if !r.gate.enter(len(b.buf), r.quit) {
		return false
	}
	select {
	case r.order <- b:
	case <-r.quit:
		return false
	}
	select {
	case r.work <- b:
	case <-r.quit:
		return false
	}
	return true
}

// recycle takes back a batch that was written.
func (r *reader) recycle(b *batch) {
	r.gate.leave(len(b.buf))
	if cap(b.buf) > kept {
		b.buf = nil
	}
	if cap(b.out) > kept {
		b.out = nil
	}
	r.pool.Put(b)
}
