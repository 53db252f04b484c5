package build

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/namyab/namyab/gazetteer/internal/ngz"
)

// blockSize is about how many bytes of a table a worker reads at a time.
const blockSize = 1 << 17

// block is a stretch of whole lines.
type block struct {
	data []byte
	line int // lines before it
}

// readBlocks reads a table to its end in blocks of whole lines. After an error of r it
// returns what came before.
func readBlocks(r io.Reader, name string) (blocks []block, err error) {
	line := 0
	var rest []byte
	for err == nil {
		buf := make([]byte, len(rest), max(blockSize, 2*len(rest)))
		copy(buf, rest)
		var n int
		n, err = io.ReadFull(r, buf[len(rest):cap(buf)])
		buf = buf[:len(rest)+n]
		rest = nil
		if err == nil {
			end := bytes.LastIndexByte(buf, '\n') + 1
			buf, rest = buf[:end], buf[end:]
		}
		if len(buf) > 0 {
			blocks = append(blocks, block{buf, line})
			line += bytes.Count(buf, []byte("\n"))
		}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return blocks, nil
	}
	return blocks, fmt.Errorf("%s: line %d: %w", name, line+1, err)
}

// size returns the bytes of blocks.
func size(blocks []block) (n int) {
	for _, b := range blocks {
		n += len(b.data)
	}
	return n
}

// reader reads the blocks.
func reader(blocks []block) io.Reader {
	rs := make([]io.Reader, len(blocks))
	for i := range blocks {
		rs[i] = bytes.NewReader(blocks[i].data)
	}
	return io.MultiReader(rs...)
}

// batch is the rows of one block. Its memory is used again.
type batch struct {
	block  block
	rows   []row
	n      int
	p      problems
	walker int // who took its names apart
	done   chan struct{}
}

// next returns the next free row.
func (b *batch) next() *row {
	if b.n == len(b.rows) {
		b.rows = append(b.rows, row{})
	}
	b.n++
	return &b.rows[b.n-1]
}

// readTSV reads a table of a user. Blocks are read and their names taken apart side by side,
// and taken over in their order.
func (u *user) readTSV(blocks []block) {
	u.reserve(blocks)
	total := size(blocks)
	var cols []field
	head := &batch{} // the block with the header
	for cols == nil && len(blocks) > 0 {
		head.block = blocks[0]
		cols = u.readBlock(head, nil)
		u.p.join(&head.p)
		blocks = blocks[1:]
	}
	if cols == nil {
		line := max(head.block.line+bytes.Count(head.block.data, []byte("\n")), 1)
		u.p.add(u.name, line, 1, "no-header", "expected a header line with at least the column name, found none")
		return
	}
	u.w.walk(min(runtime.GOMAXPROCS(0), maxWalkers, 1+len(blocks)/4), head.prefixes(total), total)
	head.walk(u.w.walkers[0])
	head.p = problems{} // joined
	u.take(head)
	u.readBatches(blocks, cols)
}

// prefixes estimates from the rows of b how many prefixes a file of so many bytes has.
func (b *batch) prefixes(total int) int {
	k := newWalker(nil, len(b.block.data))
	b.walk(k)
	return k.count * (total/max(len(b.block.data), 1) + 1)
}

func (b *batch) walk(k *walker) {
	for i := range b.rows[:b.n] {
		k.row(&b.rows[i])
	}
}

// reserve makes room for the rows of the blocks.
func (u *user) reserve(blocks []block) {
	rows, items := 0, 0
	for _, b := range blocks {
		rows += bytes.Count(b.data, []byte("\n")) + 1
		items += bytes.Count(b.data, []byte("|"))
	}
	const longest = 1 << 28 // what is longer grows as it comes
	u.w.reserve(min(rows, longest/ngz.EntrySize), min(2*rows+items, longest/ngz.AliasSize), min(size(blocks), longest))
	u.ids.reserve(rows)
}

// readBatches reads blocks on all processors.
func (u *user) readBatches(blocks []block, cols []field) {
	workers := len(u.w.walkers)
	free := make(chan *batch, 2*workers)
	for range cap(free) {
		free <- &batch{done: make(chan struct{}, 1)}
	}
	jobs, order := make(chan *batch, cap(free)), make(chan *batch, cap(free))
	var wg sync.WaitGroup
	for i, k := range u.w.walkers {
		wg.Go(func() {
			for b := range jobs {
				u.readBlock(b, cols)
				b.walker = i
				b.walk(k)
				b.done <- struct{}{}
			}
		})
	}
	wg.Go(func() {
		for i := range blocks {
			b := <-free
			b.block = blocks[i]
			blocks[i].data = nil
			order <- b
			jobs <- b
		}
		close(jobs)
		close(order)
	})
	for b := range order {
		<-b.done
		u.take(b)
		free <- b
	}
	wg.Wait()
}

// readBlock reads the rows of a block. With cols nil the header is looked for. It returns
// the columns, nil for none.
func (u *user) readBlock(b *batch, cols []field) []field {
	b.n, b.p = 0, problems{}
	l := newLines(bytes.NewReader(b.block.data), u.name, &b.p)
	l.line = b.block.line
	t := tsv{lines: l, cols: cols, next: b.next, unheaded: cols == nil}
	_ = t.read(func(*row) {}) // bytes give no error
	return t.cols
}

// take takes the rows of a batch over.
func (u *user) take(b *batch) {
	u.p.join(&b.p)
	for i := range b.rows[:b.n] {
		u.row(&b.rows[i], b.walker)
	}
}
