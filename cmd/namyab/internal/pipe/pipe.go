// Package pipe is the contract of the command with the pipeline around it: documents in,
// answers out, in order, one for each, with any number of workers.
//
// One goroutine reads and cuts the input into batches, workers turn batches into bytes, and
// one goroutine writes them in the order in which they were read. A batch ends when no
// further complete line is at hand, so nobody waits for input that has not come; the writer
// flushes before it waits, so nobody waits for output that is ready. Memory is bounded by
// a budget of input bytes under way: a batch larger than the budget goes alone.
package pipe

import (
	"io"
	"sync"
	"sync/atomic"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// Mode says how input is cut into documents.
type Mode uint8

// The modes of input.
const (
	TextFile  Mode = iota // a file is a document
	Lines                 // a line is a document
	JSONLines             // a line is an object that holds a document
	HTMLFile              // a file is an HTML document
)

// Framed reports whether one line of input is one document.
func (m Mode) Framed() bool { return m == Lines || m == JSONLines }

// Unit is one document as it was cut from the input.
type Unit struct {
	Index  int    // place in the run, from 0; blank lines count
	File   string // "" for standard input
	Line   int    // from 1
	Data   []byte // the line without its end, or the file; valid until the batch is written
	CRLF   bool   // the line ended in CR LF
	Blank  bool   // nothing but white space
	BOM    bool   // a byte order mark stood before Data
	Cut    bool   // the file went on beyond the limit
	Err    *record.Error
	Failed bool // set by Answer: the answer is an error record
}

// Config says what Run does.
type Config struct {
	Files   []string
	Stdin   io.Reader
	Mode    Mode
	NUL     bool // lines end in NUL, in and out
	MaxLine int  // longest line in bytes
	MaxDoc  int  // most bytes of a file that are read in TextFile and HTMLFile mode
	Workers int

	// Stop, when not nil, tells that the run is to end: lines at hand are still answered, a
	// half-read one is dropped, and no further file is opened. Stdin must then report its
	// end by itself, since only it knows whether more has been written already.
	Stop func() bool

	// Answer appends the answer to one unit, with its line end. It is called by several
	// workers at once and must not keep u.Data.
	Answer func(dst []byte, u *Unit) []byte
	// Between is written between two answers that are not empty.
	Between string
}

// Stats counts what Run did.
type Stats struct {
	Documents atomic.Int64 // blank lines left out
	Errors    atomic.Int64
	BytesIn   atomic.Int64
	BytesOut  atomic.Int64
}

// budget is how many input bytes may be under way for each worker. Enough to keep the
// workers busy with short lines; small enough not to matter.
const budget = 256 << 10

// batchBytes is the size at which a batch is handed on even though more lines are at hand.
const batchBytes = 32 << 10

// batch is a run of units that one worker answers.
type batch struct {
	buf   []byte
	units []Unit
	ends  []int // ends[i]: end of the line of units[i] in buf; see reader.seal
	out   []byte
	cuts  []int // end of each answer in out
	done  chan struct{}
}

// Run reads, answers and writes until the input ends. The error is that of writing; errors
// of reading are answers. Run returns at once when writing fails.
func Run(c *Config, w io.Writer, st *Stats) error {
	work := make(chan *batch)
	order := make(chan *batch, 2*c.Workers)
	r := &reader{c: c, st: st, gate: newGate(budget * c.Workers), work: work, order: order, quit: make(chan struct{})}
	r.pool.New = func() any { return &batch{done: make(chan struct{}, 1)} }

	var workers sync.WaitGroup
	for range c.Workers {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for b := range work {
				c.answer(b)
				b.done <- struct{}{}
			}
		}()
	}
	go r.run()
	err := c.write(r, w, st)
	close(r.quit)
	if err == nil {
		workers.Wait()
	}
	return err
}

func (c *Config) answer(b *batch) {
	b.out, b.cuts = b.out[:0], b.cuts[:0]
	for i := range b.units {
		b.out = c.Answer(b.out, &b.units[i])
		b.cuts = append(b.cuts, len(b.out))
	}
}

// write puts the answers out in order.
func (c *Config) write(r *reader, w io.Writer, st *Stats) error {
	out := &flusher{w: w, st: st}
	first := true
	for {
		b, ok := out.next(r.order)
		if out.err != nil || !ok {
			return out.flush()
		}
		out.wait(b.done)
		from := 0
		for i, end := range b.cuts {
			if end > from {
				if !first {
					out.string(c.Between)
				}
				first = false
				out.bytes(b.out[from:end])
			}
			from = end
			st.count(&b.units[i])
		}
		if out.err != nil {
			return out.err
		}
		r.recycle(b)
	}
}

func (st *Stats) count(u *Unit) {
	if u.Blank {
		return
	}
	st.Documents.Add(1)
	if u.Failed {
		st.Errors.Add(1)
	}
}

// flusher is a buffered writer that flushes before it waits.
type flusher struct {
	w   io.Writer
	st  *Stats
	buf []byte
	err error
}

const writeBuffer = 64 << 10

func (f *flusher) next(order <-chan *batch) (*batch, bool) {
	select {
	case b, ok := <-order:
		return b, ok
	default:
	}
	if f.flush() != nil {
		return nil, false
	}
	b, ok := <-order
	return b, ok
}

func (f *flusher) wait(done <-chan struct{}) {
	select {
	case <-done:
		return
	default:
	}
	_ = f.flush() // the error is kept in f.err
	<-done
}

func (f *flusher) bytes(p []byte) {
	if len(f.buf)+len(p) > writeBuffer {
		_ = f.flush() // the error is kept in f.err
	}
	if len(p) >= writeBuffer {
		f.put(p)
		return
	}
	f.buf = append(f.buf, p...)
}

func (f *flusher) string(s string) { f.buf = append(f.buf, s...) }

func (f *flusher) flush() error {
	f.put(f.buf)
	f.buf = f.buf[:0]
	return f.err
}

func (f *flusher) put(p []byte) {
	if f.err != nil || len(p) == 0 {
		return
	}
	n, err := f.w.Write(p)
	f.st.BytesOut.Add(int64(n))
	f.err = err
}
