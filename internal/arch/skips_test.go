package arch

import (
	"go/ast"
	"go/parser"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestNothingSkipsQuietly: a test that skips shows nothing. What a machine may
// lack goes through internal/tooltest, which fails where .ci/run asks for it;
// else only a short run and another system are reasons. Benchmarks, which stand
// in a module of their own, and postgrestest, which asks in the same way, are
// left out.
func TestNothingSkipsQuietly(t *testing.T) {
	tests := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return passOver(path)
		}
		if !strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, root+"/bench/") {
			return nil
		}
		parsed, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		f := file{Path: strings.TrimPrefix(filepath.ToSlash(path), root+"/"), AST: parsed}
		tests++
		ast.PreorderStack(parsed, nil, func(n ast.Node, stack []ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if name := nameOfCall(call); name != "Skip" && name != "Skipf" && name != "SkipNow" {
				return true
			}
			if !reasoned(stack) {
				t.Errorf("%s: ask with internal/tooltest, so that .ci/run can require it", at(f, n))
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if tests < 100 {
		t.Errorf("%d files of tests were read: the search is wrong", tests)
	}
}

// reasoned reports whether one of the conditions around a skip is a short run
// or another system.
func reasoned(around []ast.Node) bool {
	for _, n := range around {
		var conditions []ast.Expr
		switch n := n.(type) {
		case *ast.IfStmt:
			conditions = append(conditions, n.Cond)
		case *ast.CaseClause:
			conditions = n.List
		}
		for _, c := range conditions {
			found := false
			ast.Inspect(c, func(n ast.Node) bool {
				if sel, ok := n.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Short" || sel.Sel.Name == "GOOS") {
					found = true
				}
				return !found
			})
			if found {
				return true
			}
		}
	}
	return false
}
