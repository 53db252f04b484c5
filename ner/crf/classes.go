package crf

import (
	"fmt"
	"strings"
)

// ParseClasses reads a table of word classes: word, path and count a line, with tabs
// between, as internal/gen/clusters writes it; lines that begin with "# " and the header are skipped.
func ParseClasses(table string) ([]Class, error) {
	var out []Class
	for number := 1; len(table) > 0; number++ {
		line, rest, _ := strings.Cut(table, "\n")
		table = rest
		if strings.HasPrefix(line, "# ") || line == "" || line == "word\tpath\tcount" {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 2 || f[0] == "" || f[1] == "" || strings.Trim(f[1], "01") != "" {
			return nil, fmt.Errorf("line %d: expected a word, a tab and a path of 0s and 1s, found %q", number, line)
		}
		out = append(out, Class{Word: f[0], Path: f[1]})
	}
	return out, nil
}
