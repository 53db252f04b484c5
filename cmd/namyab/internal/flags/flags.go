// Package flags holds a command line as data: verbs, flags and examples are values in
// tables, and parsing, help, shell completions and the man page are made from them, so
// that none can fall behind the others.
package flags

import "strings"

// Flag is one option of the command.
type Flag struct {
	Name     string   // without dashes
	Key      string   // its key in the table, where verbs have different flags of one name; "" means Name
	Short    byte     // one letter, 0 for none
	Arg      string   // what stands for the value in help: FILE, N; "" for a switch
	Default  string   // the value when the flag is not given; "" for none
	Choices  []string // the only values allowed, when not empty
	File     bool     // the value is a file name: completions offer files
	Repeat   bool     // may be given more than once; the values add up
	Type     Type     // what the value must look like
	Help     string   // one line, no final stop
	Long     string   // more for --help and the man page; may be empty
	Category string   // heading in help
}

// Type is the form of a flag's value.
type Type uint8

// The forms of a value.
const (
	Text  Type = iota // anything
	Count             // a whole number, 0 or more
	Size              // bytes: a whole number with k, M, G (powers of 1000) or Ki, Mi, Gi (of 1024), B allowed
	Real              // a decimal number
)

// Example is a command that help shows; tests run it in the module root.
type Example struct {
	Note    string // what it does
	Command string // as typed in a shell
}

// Verb is one sub-command.
type Verb struct {
	Name     string
	Operands string   // what may follow the flags: [FILE…]
	Summary  string   // one line
	Long     string   // paragraphs for help, separated by blank lines
	Flags    []string // keys of the flags that it takes, in order of help
	Words    []string // fixed operands that completions offer: bash, zsh, fish
	Files    bool     // operands are files
	Examples []Example
}

// Set is the whole command line.
type Set struct {
	Tool     string
	Version  string
	Summary  string
	Long     string
	Verbs    []Verb
	Flags    []Flag
	Default  string // the verb when none is given
	Exits    []Exit
	Sections []Section // further headings of the man page
}

// Exit documents one exit code.
type Exit struct {
	Code    int
	Meaning string
}

// Section is a heading with text.
type Section struct {
	Title string
	Body  func() string // called for the man page alone: no other run pays for it
}

// Verb returns the verb of a name.
func (s *Set) Verb(name string) (*Verb, bool) {
	for i := range s.Verbs {
		if s.Verbs[i].Name == name {
			return &s.Verbs[i], true
		}
	}
	return nil, false
}

// Near returns the name of the verb that a word is or may be meant for, "" for none.
func (s *Set) Near(word string) string {
	best, near := 3, ""
	for i := range s.Verbs {
		name := s.Verbs[i].Name
		if d := distance(word, name); d < best && 2*d < len(name) {
			best, near = d, name
		}
	}
	return near
}

// Flag returns the flag of a key.
func (s *Set) Flag(key string) (*Flag, bool) {
	for i := range s.Flags {
		f := &s.Flags[i]
		if f.Key == key || f.Key == "" && f.Name == key {
			return f, true
		}
	}
	return nil, false
}

// of returns the flags of a verb, in the verb's order.
func (s *Set) of(v *Verb) []*Flag {
	out := make([]*Flag, 0, len(v.Flags))
	for _, key := range v.Flags {
		if f, ok := s.Flag(key); ok {
			out = append(out, f)
		}
	}
	return out
}

// spelling returns "-o, --output FORMAT" as help shows it.
func (f *Flag) spelling() string {
	var b strings.Builder
	if f.Short != 0 {
		b.WriteByte('-')
		b.WriteByte(f.Short)
		b.WriteString(", ")
	} else {
		b.WriteString("    ")
	}
	b.WriteString("--")
	b.WriteString(f.Name)
	if f.Arg != "" {
		b.WriteByte(' ')
		b.WriteString(f.Arg)
	}
	return b.String()
}
