package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The test binary is the command, too: with this variable set it runs as namyab, "fake"
// with the fake recogniser, "real" with the embedded data. A child process of a test is so
// the code under test, with its own standard streams and signals.
const childVar = "NAMYAB_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childVar) {
	case "fake":
		testWorld = fakeWorld()
		os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	case "real":
		os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// long reports whether the tests of issue size are to run.
func long() bool { return os.Getenv("NAMYAB_LONG") != "" }

func child(t *testing.T, kind string, args ...string) *exec.Cmd {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Minute)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Env = childEnv(kind)
	return cmd
}

// childEnv is the environment of a child. Under the race detector a process sleeps for a
// second before it ends, which a test of many children need not wait for.
func childEnv(kind string) []string {
	env := append(os.Environ(), childVar+"="+kind)
	if os.Getenv("GORACE") == "" {
		env = append(env, "GORACE=atexit_sleep_ms=0")
	}
	return env
}

// TestHost is the protocol of subprocess hosts: write a line, wait for a line, in any
// size and with pauses. Each answer must belong to its question and stderr stay silent.
func TestHost(t *testing.T) {
	hosts := []struct {
		kind, workers string
		n             int
	}{{"fake", "1", 2000}, {"fake", "4", 2000}, {"real", "2", 500}}
	if long() {
		hosts[0].n, hosts[1].n, hosts[2].n = 100_000, 100_000, 100_000
	}
	for _, h := range hosts {
		t.Run(h.kind+"-j"+h.workers, func(t *testing.T) {
			t.Parallel()
			cmd := child(t, h.kind, "-i", "jsonl", "-j", h.workers)
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			in, err := cmd.StdinPipe()
			require.NoError(t, err)
			out, err := cmd.StdoutPipe()
			require.NoError(t, err)
			require.NoError(t, cmd.Start())
			answers := bufio.NewReaderSize(out, 1<<16)
			rnd := rand.New(rand.NewPCG(1, 2))
			for i := range h.n {
				line := hostLine(rnd, i)
				_, err := io.WriteString(in, line)
				require.NoError(t, err)
				got, err := answers.ReadString('\n')
				require.NoError(t, err, "message %d", i)
				hostCheck(t, i, line, got)
				if rnd.IntN(200) == 0 {
					time.Sleep(time.Duration(rnd.IntN(3)) * time.Millisecond)
				}
			}
			require.NoError(t, in.Close())
			rest, err := io.ReadAll(answers)
			require.NoError(t, err)
			assert.Empty(t, rest)
			require.NoError(t, cmd.Wait())
			assert.Empty(t, stderr.String())
		})
	}
}

// hostLine makes message i: mostly short, sometimes blank or broken, rarely up to 1 MB.
func hostLine(rnd *rand.Rand, i int) string {
	switch rnd.IntN(100) {
	case 0:
		return "\n"
	case 1:
		return fmt.Sprintf("{\"id\":%d,\"text\":\n", i)
	}
	text := strings.Repeat("in Kabul ", 1+rnd.IntN(30))
	if rnd.IntN(500) == 0 {
		text += strings.Repeat("0123456789 ", rnd.IntN(90_000))
	}
	return fmt.Sprintf("{\"id\":%d,\"text\":\"%s\",\"n\":%d}\n", i, text, rnd.Uint64())
}

func hostCheck(t *testing.T, i int, line, got string) {
	t.Helper()
	switch {
	case line == "\n":
		require.Equal(t, "\n", got)
	case strings.HasSuffix(line, ":\n"):
		require.Contains(t, got, `"code":"bad-json"`)
		require.Contains(t, got, fmt.Sprintf(`"line":%d`, i+1))
	default:
		require.True(t, strings.HasPrefix(got, strings.TrimSuffix(line, "}\n")+`,"schema"`), "message %d", i)
		require.Equal(t, strings.Count(line, "Kabul"), strings.Count(got, `"label":"GPE"`))
	}
}

// TestOrder pumps many lines through eight workers: ids in order, unknown fields byte for
// byte, and no more memory for many lines than for few.
func TestOrder(t *testing.T) {
	kind, few, many, slack := "fake", 2_000, 20_000, 1.5
	if long() {
		kind, few, many, slack = "real", 10_000, 1_000_000, 1.2
	}
	base := pumpLines(t, kind, few)
	peak := pumpLines(t, kind, many)
	t.Logf("peak memory: %d kB for %d lines, %d kB for %d lines", base, few, peak, many)
	assert.Less(t, float64(peak), slack*float64(base))
}

func orderLine(i int) (line, want string) {
	head := fmt.Sprintf(`{"z":9%d12345678901234567890,"id":%d,"e":"\u00e9\/","text":"Fighting in Kabul, line %d. %s","z":1.50`,
		i, i, i, strings.Repeat("Nothing else was said. ", i%40))
	return head + "}\n", head + `,"schema"`
}

// pumpLines returns the peak memory of the child in kB.
func pumpLines(t *testing.T, kind string, n int) int64 {
	t.Helper()
	cmd := child(t, kind, "-i", "jsonl", "-j", "8")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	go func() {
		w := bufio.NewWriterSize(in, 1<<16)
		for i := range n {
			line, _ := orderLine(i)
			if _, err := w.WriteString(line); err != nil {
				return // the reader below finds lines missing
			}
		}
		_ = w.Flush()
		_ = in.Close()
	}()
	answers := bufio.NewReaderSize(out, 1<<16)
	for i := range n {
		got, err := answers.ReadString('\n')
		require.NoError(t, err)
		_, want := orderLine(i)
		require.True(t, strings.HasPrefix(got, want), "line %d: %.200s", i, got)
	}
	_, err = answers.ReadByte()
	require.ErrorIs(t, err, io.EOF)
	require.NoError(t, cmd.Wait())
	require.Empty(t, stderr.String())
	return peakMemory(t, cmd.ProcessState)
}

// TestWorkersAgree compares one worker with eight, for every format.
func TestWorkersAgree(t *testing.T) {
	withFake(t)
	var in strings.Builder
	for i := range 500 {
		line, _ := orderLine(i)
		in.WriteString(line)
	}
	for _, format := range []string{"jsonl", "json", "csv", "conll", "geojson", "html", "brat"} {
		one := nam(in.String(), "-i", "jsonl", "-o", format, "-j", "1")
		eight := nam(in.String(), "-i", "jsonl", "-o", format, "-j", "8")
		require.True(t, one.stdout == eight.stdout, format)
	}
}

// TestHead closes the pipe after one line: quiet, and exit code 0.
func TestHead(t *testing.T) {
	cmd := child(t, "fake", "-i", "lines")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	cmd.Stdin = strings.NewReader(strings.Repeat("Fighting in Kabul\n", 200_000))
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	_, err = bufio.NewReaderSize(out, 16).ReadString('\n')
	require.NoError(t, err)
	require.NoError(t, out.Close())
	// Wait may report that the rest of the input could not be written; the exit code counts.
	_ = cmd.Wait()
	assert.Zero(t, cmd.ProcessState.ExitCode(), cmd.ProcessState.String())
	assert.Empty(t, stderr.String())
}

// TestTerminate sends SIGTERM while the input is open: what was written is answered, a
// half-written line is dropped, exit code 0.
func TestTerminate(t *testing.T) {
	for _, prompt := range []bool{true, false} { // signal right after writing, or when all is quiet
		cmd := child(t, "fake", "-i", "lines", "-j", "4")
		in, err := cmd.StdinPipe()
		require.NoError(t, err)
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		answers := bufio.NewReader(out)
		_, err = io.WriteString(in, "up\n")
		require.NoError(t, err)
		_, err = answers.ReadString('\n') // it is up
		require.NoError(t, err)
		_, err = io.WriteString(in, strings.Repeat("Kabul\n", 500)+"half a li")
		require.NoError(t, err)
		if !prompt {
			time.Sleep(50 * time.Millisecond)
		}
		require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
		rest, err := io.ReadAll(answers)
		require.NoError(t, err)
		assert.Equal(t, 500, bytes.Count(rest, []byte("\n")))
		require.NoError(t, cmd.Wait()) // closes in, too: until here it was open
		_ = in.Close()
	}
}

// TestFullDisk writes to /dev/full: a message and an exit code that is not 0, for every verb.
func TestFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("there is no /dev/full")
	}
	for _, args := range [][]string{{"-i", "lines"}, {"-o", "html"}, {"version"}, {"help"}, {"man"}, {"completion", "bash"}, {"lookup", "Kabul"}, {"gazetteer", "export"}} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		require.NoError(t, err)
		cmd := child(t, "fake", args...)
		cmd.Stdin = strings.NewReader("Kabul\n")
		cmd.Stdout = full
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		_ = cmd.Run() // the exit code is looked at below
		require.NoError(t, full.Close())
		assert.Equal(t, exitInput, cmd.ProcessState.ExitCode(), "%v: %s", args, stderr.String())
		assert.Contains(t, stderr.String(), "no space left", "%v", args)
		assert.Equal(t, 1, strings.Count(stderr.String(), "\n"), "%v: one line", args)
	}
}

// root makes a directory in which testdata and cmd are those of the module, so that
// examples run as in a checkout and what they write goes with the test.
func root(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"testdata", "cmd"} {
		target, err := filepath.Abs(filepath.Join("../..", name))
		require.NoError(t, err)
		require.NoError(t, os.Symlink(target, filepath.Join(dir, name)))
	}
	return dir
}

// shell runs a command line with namyab on the path, in a directory.
func shell(t *testing.T, where, line string) (string, error) {
	t.Helper()
	dir := t.TempDir()
	self, err := filepath.Abs(os.Args[0])
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, filepath.Join(dir, "namyab")))
	cmd := exec.Command("bash", "-c", "set -o pipefail; "+line)
	cmd.Dir = where
	cmd.Env = append(childEnv("real"), "PATH="+dir+":"+os.Getenv("PATH"))
	out, err := cmd.CombinedOutput()
	return string(out), err
}
