package pipe

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
)

// Stdin is the name of standard input among the files.
const Stdin = "-"

// readBuffer is the size of the reader's buffer. It holds what one read of a pipe gives.
const readBuffer = 64 << 10

// source is one opened input, decompressed, with the byte order mark taken off.
type source struct {
	name  string // "" for standard input
	r     *bufio.Reader
	bom   bool // a byte order mark stood at the beginning
	close func()
}

// open opens a file, or stdin for "-". Compressed data are known by their first bytes.
func open(name string, stdin io.Reader) (*source, *record.Error) {
	s := &source{name: name, close: func() {}}
	if name == Stdin {
		s.name = ""
		s.r = bufio.NewReaderSize(stdin, readBuffer)
		return s, s.unpack()
	}
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		return s, record.Errorf(record.Unreadable, "%s is a directory; name the files in it", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return s, record.Errorf(record.Unreadable, "%s: %s", name, cause(err))
	}
	s.close = func() { _ = f.Close() } // only read from: nothing can be lost
	s.r = bufio.NewReaderSize(f, readBuffer)
	return s, s.unpack()
}

// cause returns what went wrong without the path and the system call around it.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return strings.TrimPrefix(err.Error(), "zstd: ")
}

// unpack looks at the first bytes, one at a time: a host that has written one short line
// and waits for its answer must not be made to wait for a fourth byte.
func (s *source) unpack() *record.Error {
	switch {
	case s.begins("\x1f\x8b"):
		z, err := gzip.NewReader(s.r)
		if err != nil {
			return s.broken(err)
		}
		s.r = bufio.NewReaderSize(z, readBuffer)
	case s.begins("\x28\xb5\x2f\xfd"):
		z, err := zstd.NewReader(s.r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(128<<20))
		if err != nil {
			return s.broken(err)
		}
		closeFile := s.close
		s.close = func() { z.Close(); closeFile() }
		s.r = bufio.NewReaderSize(z, readBuffer)
	}
	if s.begins("\xef\xbb\xbf") {
		s.bom = true
		if _, err := s.r.Discard(3); err != nil {
			return s.broken(err)
		}
	}
	return nil
}

func (s *source) begins(magic string) bool {
	for i := 1; i <= len(magic); i++ {
		head, err := s.r.Peek(i)
		if err != nil || head[i-1] != magic[i-1] {
			return false
		}
	}
	return true
}

// broken turns an error of reading into the error record for it.
func (s *source) broken(err error) *record.Error {
	var number interface{ Timeout() bool } // system errors have it; those of archives do not
	name := s.name
	if name == "" {
		name = "standard input"
	}
	if errors.As(err, &number) {
		return record.Errorf(record.Unreadable, "%s: %s", name, cause(err))
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return record.Errorf(record.BadArchive, "%s: the compressed data end early", name)
	}
	return record.Errorf(record.BadArchive, "%s: %s", name, cause(err))
}
