// Command namyab reads English reporting on Afghanistan and says who, which group and
// which place each name means.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"github.com/namyab/namyab/cmd/namyab/internal/flags"
)

// The exit codes.
const (
	exitOK    = 0
	exitInput = 1 // bad input under --strict, findings of lint, or output that could not be written
	exitUsage = 2
	exitData  = 3
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// call is one run of the command.
type call struct {
	*flags.Values
	stdin          io.Reader
	stdout, stderr io.Writer
}

// run runs the command and returns its exit code. It is main without the world.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ignoreBrokenPipe()
	set := commandLine()
	if len(args) > 0 {
		switch args[0] {
		case "--version", "-V":
			args = append([]string{"version"}, args[1:]...)
		case "-h", "--help":
			args = []string{"help"}
		}
	}
	v, err := set.Parse(args)
	c := &call{Values: v, stdin: stdin, stdout: stdout, stderr: stderr}
	if err == nil {
		err = c.dispatch(set, args)
	}
	return c.exit(err)
}

func (c *call) dispatch(set *flags.Set, args []string) error {
	if c.Help {
		return set.Help(c.stdout, c.Verb)
	}
	switch c.Verb.Name {
	case "extract":
		if err := mistyped(set, args); err != nil {
			return err
		}
		return c.extract(len(args) == 0)
	case "lookup":
		return c.lookup()
	case "variants":
		return c.variants()
	case "explain":
		return c.explain()
	case "eval":
		return c.eval()
	case "train":
		return c.train()
	case "gazetteer":
		return c.gazetteer()
	case "version":
		return c.version()
	case "completion":
		if len(c.Operands) != 1 {
			return usagef("completion takes one operand: bash, zsh or fish")
		}
		return set.Complete(c.stdout, c.Operands[0])
	case "man":
		return set.Man(c.stdout)
	}
	return c.help(set)
}

// help is "namyab help [VERB]".
func (c *call) help(set *flags.Set) error {
	if len(c.Operands) == 0 {
		return set.Overview(c.stdout)
	}
	verb, ok := set.Verb(c.Operands[0])
	if !ok {
		return usagef("there is no verb %q; see namyab help", c.Operands[0])
	}
	return set.Help(c.stdout, verb)
}

// mistyped returns an error when the first argument is close to a verb and no file: it
// would else be taken for a document that is missing.
func mistyped(set *flags.Set, args []string) error {
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return nil
	}
	if _, err := os.Stat(args[0]); err == nil {
		return nil
	}
	if near := set.Near(args[0]); near != "" && near != args[0] {
		return usagef("there is neither a verb nor a file %s; did you mean namyab %s?", args[0], near)
	}
	return nil
}

// codeError is an error that ends the command with a code of its own. An empty message
// prints nothing: what is to be said has been said.
type codeError struct {
	code int
	err  error
}

func (e *codeError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *codeError) Unwrap() error { return e.err }

func dataError(err error) error { return &codeError{exitData, err} }

func inputError(err error) error { return &codeError{exitInput, err} }

func usagef(format string, args ...any) error {
	return &flags.UsageError{Message: fmt.Sprintf(format, args...)}
}

// exit prints an error in one line and returns the exit code for it. A closed pipe is no
// error: whoever reads has enough.
func (c *call) exit(err error) int {
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return exitOK
	}
	code := exitInput
	var coded *codeError
	var use *flags.UsageError
	switch {
	case errors.As(err, &use):
		code = exitUsage
	case errors.As(err, &coded):
		code = coded.code
	}
	if msg := err.Error(); msg != "" {
		_, _ = fmt.Fprintf(c.stderr, "namyab: %s\n", msg) // nowhere left to tell
	}
	return code
}
