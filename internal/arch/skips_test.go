package arch

import (
	"go/ast"
	"testing"
)

// TestNothingSkipsQuietly: a test that skips shows nothing. What a machine may
// lack goes through internal/tooltest, which fails where .ci/run asks for it;
// else only a short run and another system are reasons. Benchmarks, which stand
// in a module of their own, and postgrestest, which asks in the same way, are
// left out.
func TestNothingSkipsQuietly(t *testing.T) {
	files := 0
	eachTestFile(t, func(f file) {
		files++
		ast.PreorderStack(f.AST, nil, func(n ast.Node, around []ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if name := nameOfCall(call); name != "Skip" && name != "Skipf" && name != "SkipNow" {
				return true
			}
			if !reasoned(around) {
				t.Errorf("%s: ask with internal/tooltest, so that .ci/run can require it", at(f, n))
			}
			return true
		})
	})
	if files < 100 {
		t.Errorf("%d files of tests were read: the search is wrong", files)
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
