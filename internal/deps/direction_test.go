package deps

import (
	"go/ast"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// direction says which packages of the module a package may import. A pattern that ends
// in /... stands for the package and everything below it. The first row that fits a
// package counts; a package without a row fails the test, so that each new one gets its
// place on purpose.
var direction = []struct {
	pkg string
	may []string
}{
	{"internal/text", nil},
	{"internal/wire", nil},
	{"internal/check", nil},
	{"internal/deps", nil},
	{"internal/corpus", []string{"internal/text"}},
	{"gazetteer/romanize", []string{"internal/text"}},
	{"gazetteer/internal/...", []string{"internal/text", "internal/wire", "gazetteer/romanize"}},
	{"gazetteer", []string{"internal/text", "internal/wire", "gazetteer/romanize", "gazetteer/internal/..."}},
	{"gazetteer/build", []string{"internal/text", "internal/wire", "gazetteer", "gazetteer/romanize", "gazetteer/internal/..."}},
	{"gazetteer/data", nil},
	{"ner/crf", []string{"internal/text", "internal/wire", "internal/corpus", "gazetteer/romanize"}},
	{"ner/rules", []string{"internal/text", "gazetteer"}},
	{"ner/prosetag", []string{"internal/text"}},
	{"ner/eval", []string{"gazetteer"}},
	{"ner", []string{"internal/text", "gazetteer", "gazetteer/romanize", "ner/crf", "ner/rules", "ner/prosetag"}},
	{"internal/gen/...", []string{"..."}},
	{"cmd/...", []string{"cmd/...", "internal/text", "internal/corpus", "gazetteer", "gazetteer/build", "gazetteer/romanize",
		"ner", "ner/crf", "ner/eval"}},
}

// covers reports whether pattern stands for pkg.
func covers(pattern, pkg string) bool {
	below, all := strings.CutSuffix(pattern, "...")
	if !all {
		return pattern == pkg
	}
	below = strings.TrimSuffix(below, "/")
	return below == "" || pkg == below || strings.HasPrefix(pkg, below+"/")
}

func TestImportsGoOneWay(t *testing.T) {
	for _, s := range sources(t) {
		row := -1
		for i, d := range direction {
			if covers(d.pkg, s.pkg) {
				row = i
				break
			}
		}
		if row < 0 {
			assert.Fail(t, "package "+s.pkg+" has no place in the import direction: give it a row in direction_test.go")
			continue
		}
		for _, imp := range s.imports(t) {
			pkg, ours := strings.CutPrefix(imp, module+"/")
			if !ours || pkg == s.pkg {
				continue
			}
			ok := false
			for _, may := range direction[row].may {
				ok = ok || covers(may, pkg)
			}
			assert.True(t, ok, "%s imports %s: against the import direction", s.name, pkg)
		}
	}
}

// library reports whether users link the package: everything but commands and generators.
func library(pkg string) bool {
	return !covers("cmd/...", pkg) && !covers("internal/gen/...", pkg) && pkg != "."
}

// Libraries do not touch the world: they take readers, writers, file systems and text.
var worldly = map[string]string{
	"os": "files, environment and exit belong to the command", "os/exec": "no processes", "os/signal": "no signals",
	"log": "libraries return errors", "log/slog": "libraries return errors", "flag": "no flags", "expvar": "no globals",
	"net": "no network", "net/http": "no network", "testing": "only in tests", "C": "pure Go",
	"plugin": "one static binary", "syscall": "the command's", "math/rand": "deterministic: use math/rand/v2 with a seed",
}

func TestLibrariesLeaveTheWorldAlone(t *testing.T) {
	for _, s := range sources(t) {
		if !library(s.pkg) {
			continue
		}
		for _, imp := range s.imports(t) {
			why, bad := worldly[imp]
			assert.False(t, bad, "%s imports %q: %s", s.name, imp, why)
			assert.False(t, strings.HasPrefix(imp, "github.com/stretchr/"), "%s imports %q outside tests", s.name, imp)
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				name := called(call)
				assert.False(t, printing[name], "%s: %s: libraries do not print", s.fset.Position(n.Pos()), name)
			}
			return true
		})
	}
}

var printing = map[string]bool{"fmt.Print": true, "fmt.Println": true, "fmt.Printf": true,
	"fmt.Scan": true, "fmt.Scanln": true, "fmt.Scanf": true, "print": true, "println": true, "time.Now": true}

// called names what a call calls, as it is written: fmt.Println, print.
func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// Prose is behind one package, the compiler of the gazetteer behind the command.
func TestHeavyPackagesHaveOneDoor(t *testing.T) {
	doors := map[string][]string{
		"github.com/jdkato/prose/v2":        {"ner/prosetag", "internal/gen/..."},
		"github.com/klauspost/compress/...": {"cmd/..."},
		"golang.org/x/net/...":              {"cmd/..."},
		"golang.org/x/term":                 {"cmd/..."},
		module + "/gazetteer/build":         {"cmd/...", "internal/gen/..."},
		module + "/internal/corpus":         {"ner/crf", "cmd/...", "internal/gen/..."},
		module + "/gazetteer/internal/...":  {"gazetteer", "gazetteer/build", "gazetteer/internal/..."},
	}
	for _, s := range sources(t) {
		for _, imp := range s.imports(t) {
			for pattern, doors := range doors {
				if !covers(pattern, imp) {
					continue
				}
				ok := false
				for _, d := range doors {
					ok = ok || covers(d, s.pkg)
				}
				assert.True(t, ok, "%s imports %s, which is for %s only", s.name, imp, strings.Join(doors, ", "))
			}
		}
	}
}

func TestNoDumpingGrounds(t *testing.T) {
	for _, s := range sources(t) {
		for _, word := range []string{"util", "utils", "common", "helpers", "types", "misc"} {
			assert.NotEqual(t, word, path.Base(s.pkg), s.name)
			assert.NotEqual(t, word+".go", path.Base(s.name), s.name)
		}
	}
}
