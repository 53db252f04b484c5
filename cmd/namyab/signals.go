package main

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
)

// ignoreBrokenPipe makes a write to a closed standard output an error (EPIPE) instead of a
// signal that kills the process, so that a run under "| head" ends with exit code 0.
func ignoreBrokenPipe() { signal.Ignore(syscall.SIGPIPE) }

// stopper notes the wish to stop. After the first SIGTERM or SIGINT what was read is
// answered and the run ends well; the second one ends it at once.
type stopper struct {
	stopped atomic.Bool
	wake    *os.File // the end to read of a pipe that becomes ready with the first signal; nil when there is none
	signals chan os.Signal
}

func newStopper() *stopper {
	s := &stopper{signals: make(chan os.Signal, 1)}
	var wake *os.File
	if r, w, err := os.Pipe(); err == nil {
		s.wake, wake = r, w
	}
	signal.Notify(s.signals, syscall.SIGTERM, os.Interrupt)
	go func() {
		if _, ok := <-s.signals; !ok {
			return
		}
		s.stopped.Store(true)
		signal.Stop(s.signals)
		if wake != nil {
			_, _ = wake.Write([]byte{0}) // if the pipe is gone nobody waits at it
		}
	}()
	return s
}

func (s *stopper) close() {
	signal.Stop(s.signals)
}
