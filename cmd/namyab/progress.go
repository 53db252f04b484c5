package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"github.com/namyab/namyab/cmd/namyab/internal/pipe"
)

// progress tells a person at a terminal how far a long run is. Anywhere else it is silent:
// a host that reads stderr takes every line for trouble.
type progress struct {
	w     io.Writer
	st    *pipe.Stats
	start time.Time
	tty   bool
	quit  chan struct{}
	done  chan struct{}
	shown bool
}

func (c *call) newProgress(st *pipe.Stats) *progress {
	p := &progress{w: c.stderr, st: st, start: time.Now(), quit: make(chan struct{}), done: make(chan struct{})}
	if f, ok := c.stderr.(*os.File); ok {
		p.tty = term.IsTerminal(int(f.Fd()))
	}
	if out, ok := c.stdout.(*os.File); ok && term.IsTerminal(int(out.Fd())) {
		p.tty = false // the progress line would run through the output
	}
	if p.tty {
		go p.run()
	} else {
		close(p.done)
	}
	return p
}

func (p *progress) run() {
	defer close(p.done)
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-p.quit:
			return
		case <-tick.C:
			p.shown = true
			p.print("\r", "\x1b[K")
		}
	}
}

func (p *progress) print(before, after string) {
	took := time.Since(p.start).Seconds()
	in := float64(p.st.BytesIn.Load()) / 1e6
	_, _ = fmt.Fprintf(p.w, "%snamyab: %d documents, %d errors, %.1f MB in, %.1f MB out, %.1f s, %.2f MB/s%s",
		before, p.st.Documents.Load(), p.st.Errors.Load(), in, float64(p.st.BytesOut.Load())/1e6, took, in/took, after) // nowhere left to tell
}

// end stops the progress line. A summary follows when it was asked for, or when a person
// has been shown progress.
func (p *progress) end(summary bool) {
	close(p.quit)
	<-p.done
	if summary || p.shown {
		before := ""
		if p.shown {
			before = "\r\x1b[K"
		}
		p.print(before, "\n")
	}
}

// writeString writes s unless it is empty.
func writeString(w io.Writer, s string) error {
	if s == "" {
		return nil
	}
	_, err := io.WriteString(w, s)
	return err
}
