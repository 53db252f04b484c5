package flags

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Values is a parsed command line.
type Values struct {
	Verb     *Verb
	Operands []string
	Help     bool // -h or --help was given
	set      *Set
	given    map[string][]string
}

// UsageError is a mistake in the command line; the command answers it with exit code 2.
type UsageError struct{ Message string }

// Error returns the message: expected, found, what to do.
func (e *UsageError) Error() string { return e.Message }

func usage(format string, args ...any) error { return &UsageError{fmt.Sprintf(format, args...)} }

// Parse reads the arguments after the tool's name. The first word that names a verb
// chooses it, when it stands first; else the default verb is meant. Flags and operands
// may be mixed; "--" ends the flags and "-" is an operand. Errors are *UsageError.
func (s *Set) Parse(args []string) (*Values, error) {
	v := &Values{set: s, given: map[string][]string{}}
	v.Verb, _ = s.Verb(s.Default)
	if len(args) > 0 {
		if verb, ok := s.Verb(args[0]); ok {
			v.Verb, args = verb, args[1:]
		}
	}
	for len(args) > 0 {
		var err error
		arg := args[0]
		args = args[1:]
		switch {
		case arg == "--":
			v.Operands = append(v.Operands, args...)
			args = nil
		case arg == "-h" || arg == "--help":
			v.Help = true
		case strings.HasPrefix(arg, "--"):
			args, err = v.long(arg[2:], args)
		case len(arg) > 1 && arg[0] == '-':
			args, err = v.short(arg[1:], args)
		default:
			v.Operands = append(v.Operands, arg)
		}
		if err != nil {
			return v, err
		}
	}
	return v, nil
}

func (v *Values) long(arg string, rest []string) ([]string, error) {
	name, value, has := strings.Cut(arg, "=")
	f := v.flag(name)
	if f == nil {
		return rest, v.unknown("--"+name, name)
	}
	if f.Arg == "" {
		if has {
			return rest, usage("--%s takes no value, found %q", name, value)
		}
		return rest, v.add(f, "")
	}
	if !has {
		if len(rest) == 0 {
			return rest, usage("--%s needs a value: --%s %s", name, name, f.Arg)
		}
		value, rest = rest[0], rest[1:]
	}
	return rest, v.add(f, value)
}

func (v *Values) short(arg string, rest []string) ([]string, error) {
	for len(arg) > 0 {
		f := v.byLetter(arg[0])
		if f == nil {
			return rest, v.unknown("-"+arg[:1], arg[:1])
		}
		arg = arg[1:]
		if f.Arg == "" {
			if err := v.add(f, ""); err != nil {
				return rest, err
			}
			continue
		}
		arg = strings.TrimPrefix(arg, "=")
		if arg == "" {
			if len(rest) == 0 {
				return rest, usage("-%c needs a value: -%c %s", f.Short, f.Short, f.Arg)
			}
			arg, rest = rest[0], rest[1:]
		}
		return rest, v.add(f, arg)
	}
	return rest, nil
}

func (v *Values) byLetter(c byte) *Flag {
	for _, f := range v.set.of(v.Verb) {
		if f.Short == c {
			return f
		}
	}
	return nil
}

func (v *Values) unknown(found, name string) error {
	hint := fmt.Sprintf("see %s %s --help", v.set.Tool, v.Verb.Name)
	best := 3
	for _, f := range v.set.of(v.Verb) {
		if d := distance(name, f.Name); d < best && len(name) > 1 {
			best, hint = d, "did you mean --"+f.Name+"?"
		}
	}
	return usage("%s has no flag %s; %s", v.Verb.Name, found, hint)
}

// add checks a value and keeps it.
func (v *Values) add(f *Flag, value string) error {
	if len(f.Choices) > 0 && !slices.Contains(f.Choices, value) {
		return usage("--%s is one of %s, found %q", f.Name, strings.Join(f.Choices, ", "), value)
	}
	var err error
	switch f.Type {
	case Count:
		if n, e := strconv.Atoi(value); e != nil || n < 0 {
			err = usage("--%s is a whole number, found %q", f.Name, value)
		}
	case Size:
		if _, e := ParseSize(value); e != nil {
			err = usage("--%s: %v", f.Name, e)
		}
	case Real:
		if x, e := strconv.ParseFloat(value, 64); e != nil || math.IsNaN(x) || math.IsInf(x, 0) {
			err = usage("--%s is a number, found %q", f.Name, value)
		}
	}
	if !f.Repeat {
		v.given[f.Name] = v.given[f.Name][:0]
	}
	v.given[f.Name] = append(v.given[f.Name], value)
	return err
}

// Given reports whether a flag stands on the command line.
func (v *Values) Given(name string) bool { _, ok := v.given[name]; return ok }

// Text returns the value of a flag, or its default; of a repeated flag the last.
func (v *Values) Text(name string) string {
	if g := v.given[name]; len(g) > 0 {
		return g[len(g)-1]
	}
	if f := v.flag(name); f != nil {
		return f.Default
	}
	return ""
}

// flag returns the flag of a name among those of the verb, nil when it has none.
func (v *Values) flag(name string) *Flag {
	for _, f := range v.set.of(v.Verb) {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// All returns every value of a repeated flag, in order.
func (v *Values) All(name string) []string { return v.given[name] }

// Count returns the value of a Count flag; 0 without value and default.
func (v *Values) Count(name string) int { n, _ := strconv.Atoi(v.Text(name)); return n }

// Real returns the value of a Real flag; 0 without value and default.
func (v *Values) Real(name string) float64 { x, _ := strconv.ParseFloat(v.Text(name), 64); return x }

// Size returns the value of a Size flag in bytes; 0 without value and default.
func (v *Values) Size(name string) int { n, _ := ParseSize(v.Text(name)); return n }

// ParseSize reads a number of bytes: 4096, 64k, 64KiB, 1.5M, 2GB.
func ParseSize(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	i := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	num, unit := s, ""
	if i >= 0 {
		num, unit = s[:i], strings.ToLower(strings.TrimSpace(s[i:]))
	}
	factor := 1.0
	switch strings.TrimSuffix(unit, "b") {
	case "":
	case "k":
		factor = 1e3
	case "m":
		factor = 1e6
	case "g":
		factor = 1e9
	case "ki":
		factor = 1 << 10
	case "mi":
		factor = 1 << 20
	case "gi":
		factor = 1 << 30
	default:
		factor = 0
	}
	x, err := strconv.ParseFloat(num, 64)
	if err != nil || factor == 0 || x*factor > 1<<40 {
		return 0, fmt.Errorf("a size is a number of bytes such as 65536, 64k or 64MiB, found %q", s)
	}
	return int(x * factor), nil
}

// distance is the edit distance of Levenshtein, for suggestions.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			diag, row[j] = row[j], min(row[j]+1, row[j-1]+1, diag+cost)
		}
	}
	return row[len(b)]
}
