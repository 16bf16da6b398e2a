package arch

import (
	"go/ast"
	"go/parser"
	"io/fs"
	"os"
	pathpkg "path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reliabilityPage says which test shows what.
const reliabilityPage = "docs/reliability.md"

// namedTest is how the page names a test: by its package's last name and its
// own.
var namedTest = regexp.MustCompile("`([a-z0-9]+)\\.((?:Test|Fuzz)[A-Z]\\w*)`")

// TestReliabilityPage: each row of the kiosk's list stands there once, names a
// test, and every test that the page names is there.
func TestReliabilityPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, reliabilityPage))
	if err != nil {
		t.Fatal(err)
	}
	are := tests(t)
	var rows []int
	for line := range strings.Lines(string(page)) {
		cells, ok := cellsOf(line)
		if !ok {
			continue
		}
		n, err := strconv.Atoi(cells[0])
		if err != nil {
			continue
		}
		rows = append(rows, n)
		names := namedTest.FindAllStringSubmatch(line, -1)
		if len(names) == 0 {
			t.Errorf("%s: row %d names no test", reliabilityPage, n)
		}
		for _, name := range names {
			if key := name[1] + "." + name[2]; !are[key] {
				t.Errorf("%s: row %d names %s, which is not there", reliabilityPage, n, key)
			}
		}
	}
	var want []int
	for n := 1; n <= 75; n++ {
		if n <= 39 || n >= 69 {
			want = append(want, n)
		}
	}
	if !slices.Equal(rows, want) {
		t.Errorf("%s has the rows %v", reliabilityPage, rows)
	}
}

// tests are the tests and fuzz targets of the module, by the last name of their
// folder and their own.
func tests(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	eachTestFile(t, func(f file) {
		for _, d := range f.AST.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
				all[pathpkg.Base(pathpkg.Dir(f.Path))+"."+fn.Name.Name] = true
			}
		}
	})
	return all
}

// eachTestFile reads every file of tests, those of the benchmarks aside, which
// are a module of their own.
func eachTestFile(t *testing.T, do func(file)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return passOver(path)
		}
		if !strings.HasSuffix(path, "_test.go") || strings.HasPrefix(filepath.ToSlash(path), root+"/bench/") {
			return nil
		}
		parsed, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		do(file{Path: strings.TrimPrefix(filepath.ToSlash(path), root+"/"), AST: parsed})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestNoFilesAreServed: of the library for servers the program takes the server
// alone, and nothing that hands out files or runs what a stranger names.
func TestNoFilesAreServed(t *testing.T) {
	for _, p := range read(t) {
		for _, path := range p.imports() {
			if strings.HasPrefix(path, "charm.land/wish/v2/") || strings.Contains(path, "/sftp") || strings.HasSuffix(path, "/scp") {
				t.Errorf("%s imports %s", p.Name, path)
			}
		}
	}
}
