//go:build unix

package ner_test

import (
	"syscall"
	"time"
)

// cpuTime returns the processor time that this process has used: unlike the clock on the
// wall it does not depend on what else the machine is doing.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
