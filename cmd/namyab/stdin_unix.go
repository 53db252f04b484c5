//go:build unix

package main

import (
	"errors"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// drain is how much is still read from standard input after a signal: what a full pipe
// may hold. Without a bound an eager writer would keep the run alive for ever.
const drain = 1 << 20

// drainReader reads a file descriptor and reports its end once the run is to stop and
// nothing more has been written. It waits for input and signal together, so a signal does
// not wait for the next line.
type drainReader struct {
	f    *os.File
	stop *stopper
	left int // bytes that may still be read after the signal
}

// drained returns stdin as a reader that ends with s. Files are read as they are: they
// never make anyone wait.
func drained(stdin io.Reader, s *stopper) io.Reader {
	f, ok := stdin.(*os.File)
	if !ok || s.wake == nil {
		return stdin
	}
	if info, err := f.Stat(); err != nil || info.Mode().IsRegular() {
		return &stoppable{f, s}
	}
	return &drainReader{f: f, stop: s, left: drain}
}

// stoppable is a regular file on standard input: it ends with the first read after the signal.
type stoppable struct {
	f    *os.File
	stop *stopper
}

func (r *stoppable) Read(p []byte) (int, error) {
	if r.stop.stopped.Load() {
		return 0, io.EOF
	}
	return r.f.Read(p)
}

func (r *drainReader) Read(p []byte) (int, error) {
	fds := []unix.PollFd{{Fd: int32(r.f.Fd()), Events: unix.POLLIN}, {Fd: int32(r.stop.wake.Fd()), Events: unix.POLLIN}}
	for {
		timeout := -1
		if r.stop.stopped.Load() {
			fds, timeout = fds[:1], 0
		}
		_, err := unix.Poll(fds, timeout)
		if err != nil && !errors.Is(err, unix.EINTR) {
			return r.f.Read(p)
		}
		if err == nil && fds[0].Revents != 0 {
			break
		}
		if err == nil && timeout == 0 {
			return 0, io.EOF
		}
	}
	if r.stop.stopped.Load() {
		if r.left <= 0 {
			return 0, io.EOF
		}
		p = p[:min(len(p), r.left)]
	}
	n, err := r.f.Read(p)
	if r.stop.stopped.Load() {
		r.left -= n
	}
	return n, err
}
