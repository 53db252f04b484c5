//go:build !unix

package ner_test

import "time"

var started = time.Now()

// cpuTime falls back to the clock on the wall.
func cpuTime() time.Duration { return time.Since(started) }
