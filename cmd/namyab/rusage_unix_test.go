//go:build unix

package main

import (
	"os"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// peakMemory returns the peak memory of a child that has ended, in the unit of the system.
func peakMemory(t *testing.T, p *os.ProcessState) int64 {
	t.Helper()
	usage, ok := p.SysUsage().(*syscall.Rusage)
	require.True(t, ok)
	return int64(usage.Maxrss) //nolint:unconvert // it has 32 bits on some systems
}
