//go:build !unix

package main

import "io"

// drained returns stdin as it is: where poll is missing, a signal takes effect with the
// next line.
func drained(stdin io.Reader, _ *stopper) io.Reader { return stdin }
