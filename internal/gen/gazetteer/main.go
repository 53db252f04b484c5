// Command gazetteer compiles the tables under gazetteer/data into the embedded blob.
// It is run by go generate and reports every defect of the tables as file:line:column.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/namyab/namyab/gazetteer/build"
)

func main() {
	dir := flag.String("data", "data", "directory of the tables")
	out := flag.String("o", "data/gazetteer.ngz", "file to write")
	anyway := flag.Bool("anyway", false, "write the file in spite of problems, for work in progress")
	limit := flag.Int("problems", 50, "print at most so many problems")
	flag.Parse()
	if err := run(*dir, *out, *anyway, *limit); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(dir, out string, anyway bool, limit int) error {
	blob, problems, err := build.CompileAnyway(os.DirFS(dir))
	if err != nil {
		return err
	}
	for i, p := range problems {
		if i == limit {
			fmt.Fprintf(os.Stderr, "and %d more\n", len(problems)-i)
			break
		}
		fmt.Fprintln(os.Stderr, p)
	}
	if len(problems) > 0 && !anyway {
		return fmt.Errorf("%d problems in the tables; nothing written", len(problems))
	}
	tmp := out + ".tmp"
	if err := os.WriteFile(tmp, blob, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, out) // other processes may have the old one open
}
