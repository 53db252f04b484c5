package flags

import (
	"fmt"
	"io"
	"strings"
)

// Complete writes the completion script of a shell: bash, zsh or fish.
func (s *Set) Complete(w io.Writer, shell string) error {
	var b strings.Builder
	switch shell {
	case "bash":
		s.bash(&b)
	case "zsh":
		s.zsh(&b)
	case "fish":
		s.fish(&b)
	default:
		return usage("completion is for bash, zsh or fish, found %q", shell)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s *Set) verbNames() string {
	names := make([]string, len(s.Verbs))
	for i := range s.Verbs {
		names[i] = s.Verbs[i].Name
	}
	return strings.Join(names, " ")
}

// bash completes verbs first, then flags, then the values of the flag before the cursor.
func (s *Set) bash(b *strings.Builder) {
	fmt.Fprintf(b, "# bash completion for %[1]s; load with: source <(%[1]s completion bash)\n", s.Tool)
	fmt.Fprintf(b, "_%s() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb=%s\n", s.Tool, s.Default)
	fmt.Fprintf(b, "  local verbs=%q\n", s.verbNames())
	b.WriteString("  case \" $verbs \" in *\" ${COMP_WORDS[1]} \"*) verb=${COMP_WORDS[1]} ;; esac\n")
	b.WriteString("  COMPREPLY=()\n  case \"$verb:$prev\" in\n")
	for i := range s.Verbs {
		v := &s.Verbs[i]
		for _, f := range s.of(v) {
			if f.Arg == "" {
				continue
			}
			pattern := fmt.Sprintf("%s:--%s", v.Name, f.Name)
			if f.Short != 0 {
				pattern += fmt.Sprintf("|%s:-%c", v.Name, f.Short)
			}
			switch {
			case len(f.Choices) > 0:
				fmt.Fprintf(b, "    %s) COMPREPLY=($(compgen -W %q -- \"$cur\")); return ;;\n", pattern, strings.Join(f.Choices, " "))
			case f.File:
				fmt.Fprintf(b, "    %s) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n", pattern)
			default:
				fmt.Fprintf(b, "    %s) return ;;\n", pattern)
			}
		}
	}
	b.WriteString("  esac\n  local words=\n  case $verb in\n")
	for i := range s.Verbs {
		v := &s.Verbs[i]
		words := append([]string{"--help"}, v.Words...)
		for _, f := range s.of(v) {
			words = append(words, "--"+f.Name)
		}
		fmt.Fprintf(b, "    %s) words=%q ;;\n", v.Name, strings.Join(words, " "))
	}
	b.WriteString("  esac\n  [ \"$COMP_CWORD\" = 1 ] && words=\"$verbs $words\"\n")
	b.WriteString("  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n")
	b.WriteString("  case $cur in -*) ;; *) COMPREPLY+=($(compgen -f -- \"$cur\")) ;; esac\n}\n")
	fmt.Fprintf(b, "complete -o filenames -F _%[1]s %[1]s\n", s.Tool)
}

// zsh uses _arguments with one specification a flag.
func (s *Set) zsh(b *strings.Builder) {
	fmt.Fprintf(b, "#compdef %[1]s\n# zsh completion for %[1]s; save as _%[1]s in a directory of $fpath\n", s.Tool)
	fmt.Fprintf(b, "_%s() {\n  local -a verbs\n  verbs=(\n", s.Tool)
	for i := range s.Verbs {
		fmt.Fprintf(b, "    %s\n", zshQuote(s.Verbs[i].Name+":"+s.Verbs[i].Summary))
	}
	fmt.Fprintf(b, "  )\n  if (( CURRENT == 2 )); then _describe verb verbs; fi\n  local verb=%s\n", s.Default)
	fmt.Fprintf(b, "  case \" %s \" in *\" ${words[2]} \"*) verb=${words[2]}; shift words; (( CURRENT-- )) ;; esac\n  case $verb in\n", s.verbNames())
	for i := range s.Verbs {
		v := &s.Verbs[i]
		fmt.Fprintf(b, "    %s) _arguments -S '(-h --help)'{-h,--help}'[show help]'", v.Name)
		for _, f := range s.of(v) {
			b.WriteString(" \\\n      " + f.zsh())
		}
		switch {
		case len(v.Words) > 0:
			fmt.Fprintf(b, " \\\n      '1:word:(%s)' '*:file:_files'", strings.Join(v.Words, " "))
		case v.Files:
			b.WriteString(" \\\n      '*:file:_files'")
		}
		b.WriteString(" ;;\n")
	}
	fmt.Fprintf(b, "  esac\n}\n_%[1]s \"$@\"\n", s.Tool)
}

func (f *Flag) zsh() string {
	value := ""
	if f.Arg != "" {
		value = ":" + f.Arg + ":"
		switch {
		case len(f.Choices) > 0:
			value += "(" + strings.Join(f.Choices, " ") + ")"
		case f.File:
			value += "_files"
		}
	}
	help := "[" + strings.NewReplacer("[", "(", "]", ")", ":", " -").Replace(f.Help) + "]"
	many := ""
	if f.Repeat {
		many = "*"
	}
	if f.Short != 0 {
		group := fmt.Sprintf("'(-%c --%s)'", f.Short, f.Name)
		if f.Repeat {
			group = "'*'"
		}
		return fmt.Sprintf("%s{-%c,--%s}%s", group, f.Short, f.Name, zshQuote(help+value))
	}
	return zshQuote(many + "--" + f.Name + help + value)
}

func zshQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// fish lists one complete command a flag and verb.
func (s *Set) fish(b *strings.Builder) {
	fmt.Fprintf(b, "# fish completion for %[1]s; load with: %[1]s completion fish | source\n", s.Tool)
	fmt.Fprintf(b, "set -l verbs %s\n", s.verbNames())
	for i := range s.Verbs {
		v := &s.Verbs[i]
		fmt.Fprintf(b, "complete -c %s -n \"not __fish_seen_subcommand_from $verbs\" -a %s -d %s\n", s.Tool, v.Name, fishQuote(v.Summary))
	}
	for i := range s.Verbs {
		v := &s.Verbs[i]
		cond := "__fish_seen_subcommand_from " + v.Name
		if v.Name == s.Default {
			cond += "; or not __fish_seen_subcommand_from $verbs"
		}
		for _, word := range v.Words {
			fmt.Fprintf(b, "complete -c %s -n \"__fish_seen_subcommand_from %s\" -a %s\n", s.Tool, v.Name, word)
		}
		for _, f := range s.of(v) {
			fmt.Fprintf(b, "complete -c %s -n \"%s\" -l %s", s.Tool, cond, f.Name)
			if f.Short != 0 {
				fmt.Fprintf(b, " -s %c", f.Short)
			}
			switch {
			case len(f.Choices) > 0:
				fmt.Fprintf(b, " -x -a %s", fishQuote(strings.Join(f.Choices, " ")))
			case f.File:
				b.WriteString(" -r")
			case f.Arg != "":
				b.WriteString(" -x")
			}
			fmt.Fprintf(b, " -d %s\n", fishQuote(f.Help))
		}
	}
}

func fishQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}
