// Package arch holds no code: its tests hold the whole module to the rules
// that ARCHITECTURE.md states.
package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	pathpkg "path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// module is the name that every package of the program begins with.
const module = "porchlight"

// root is the folder of the module, from this one.
const root = "../.."

// A pkg is one package of the module: its files for every system, without
// tests.
type pkg struct {
	Name  string // from the module's root: "tui/page"; "main" for the root
	Files []file
}

// A file is one Go file of a package.
type file struct {
	Path string // from the module's root
	AST  *ast.File
}

// fset knows where everything in every file stands.
var fset = token.NewFileSet()

// at says where a piece of code stands, from the module's root.
func at(f file, n ast.Node) string {
	return f.Path + ":" + strconv.Itoa(fset.Position(n.Pos()).Line)
}

// imports lists what a file imports.
func (f file) imports() []string {
	var paths []string
	for _, i := range f.AST.Imports {
		if path, err := strconv.Unquote(i.Path.Value); err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}

// named returns the name by which a file calls an import: its own name for it,
// or the last part of the path that is no version.
func (f file) named(path string) (string, bool) {
	for _, i := range f.AST.Imports {
		if i.Path.Value != strconv.Quote(path) {
			continue
		}
		if i.Name != nil {
			return i.Name.Name, true
		}
		parts := strings.Split(path, "/")
		last := parts[len(parts)-1]
		if len(parts) > 1 && strings.HasPrefix(last, "v") && strings.Trim(last[1:], "0123456789") == "" {
			last = parts[len(parts)-2]
		}
		return last, true
	}
	return "", false
}

// imports lists what a package imports, in any of its files.
func (p pkg) imports() []string {
	var all []string
	for _, f := range p.Files {
		all = append(all, f.imports()...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// forTests reports whether a package helps tests: its name ends in "test".
func (p pkg) forTests() bool { return strings.HasSuffix(p.Name, "test") }

// packages reads every package of the program once, with its files for every
// system. It passes over tests, modules of their own, and tools: those are
// packages main besides the root, which nothing can import.
var packages = sync.OnceValues(func() ([]pkg, error) {
	files := map[string][]file{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return passOver(path)
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		path = strings.TrimPrefix(filepath.ToSlash(path), root+"/")
		name := nameOf(module + "/" + pathpkg.Dir(path))
		if name == "main" || parsed.Name.Name != "main" {
			files[name] = append(files[name], file{Path: path, AST: parsed})
		}
		return nil
	})
	var all []pkg
	for _, name := range slices.Sorted(maps.Keys(files)) {
		all = append(all, pkg{Name: name, Files: files[name]})
	}
	return all, err
})

// passOver skips the folders that the go command passes over too.
func passOver(dir string) error {
	base := filepath.Base(dir)
	if dir == root {
		return nil
	}
	if base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

// nameOf is a package's name in the table.
func nameOf(importPath string) string {
	if importPath == module || importPath == module+"/." {
		return "main"
	}
	return strings.TrimPrefix(importPath, module+"/")
}

// read returns the packages, or ends the test.
func read(t *testing.T) []pkg {
	t.Helper()
	all, err := packages()
	if err != nil {
		t.Fatalf("reading the module: %v", err)
	}
	return all
}

// inside reports whether a package is one of the folders, or below one that
// ends in "/...".
func inside(name string, folders ...string) bool {
	for _, f := range folders {
		if base, ok := strings.CutSuffix(f, "/..."); ok && strings.HasPrefix(name, base+"/") || name == base {
			return true
		}
	}
	return false
}
