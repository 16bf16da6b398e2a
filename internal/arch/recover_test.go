package arch

import (
	"go/ast"
	"strings"
	"testing"
)

// bare are the goroutines that need catch no panic, by the file and what they
// run, each with the reason.
var bare = map[string]string{
	"internal/cli/serve_run.go Serve":        "it is the server: without it there is none",
	"internal/cli/serve_here.go Serve":       "net/http catches what its pages do",
	"internal/cli/serve_meter.go Serve":      "net/http catches what its pages do",
	"internal/kiosk/server.go Wait":          "it waits",
	"internal/kiosk/server.go sweep":         "it calls what may fail through fault.Alone",
	"internal/cli/screen.go giveBack":        "of a program for one person",
	"internal/paint/terminal_unix.go follow": "of a program for one person",
	"internal/wipe/wipe.go wash":             "it fills what nobody uses",
	"internal/group/audience.go rested":      "it hands on what is there",
}

// own are the packages and files whose goroutines run in a process of their own,
// which serves nobody: tools that measure.
var own = []string{"internal/kiosk/load/", "internal/rehearse/", "internal/group/rehearse.go", "internal/cli/bench", "internal/cli/group_rehearse"}

// TestGoroutinesCatchTheirFaults: one panic in one goroutine ends a server for
// everybody in it. So what is started beside a session, by the go statement, a
// wait group or a timer, catches what goes wrong in it.
func TestGoroutinesCatchTheirFaults(t *testing.T) {
	found, met := 0, map[string]bool{}
	for _, p := range read(t) {
		catching := catchers(p)
		for _, f := range p.Files {
			if p.forTests() || startsWithAny(f.Path, own) {
				continue
			}
			ast.Inspect(f.AST, func(n ast.Node) bool {
				started := startedBy(f, n)
				if started == nil {
					return true
				}
				found++
				name := f.Path + " " + mainCall(started)
				met[name] = true
				if !catches(started, catching) && bare[name] == "" {
					t.Errorf("%s: a panic here ends the program for everybody: begin with defer fault.Caught(), or with what ends the session alone", at(f, n))
				}
				return true
			})
		}
	}
	for name := range bare {
		if !met[name] {
			t.Errorf("%s is not started any more: take it out of the list", name)
		}
	}
	if found < 15 {
		t.Errorf("%d goroutines were found: the search is wrong", found)
	}
}

func startsWithAny(path string, beginnings []string) bool {
	for _, b := range beginnings {
		if strings.HasPrefix(path, b) {
			return true
		}
	}
	return false
}

// startedBy is what a piece of code starts beside itself: a function, or the
// call of one; nil where it starts nothing.
func startedBy(f file, n ast.Node) ast.Expr {
	switch n := n.(type) {
	case *ast.GoStmt:
		if lit, ok := n.Call.Fun.(*ast.FuncLit); ok {
			return lit
		}
		return n.Call
	case *ast.CallExpr:
		sel, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || len(n.Args) == 0 {
			return nil
		}
		last := n.Args[len(n.Args)-1]
		of, _ := sel.X.(*ast.Ident)
		switch {
		case sel.Sel.Name == "AfterFunc" && of != nil && (of.Name == "time" || of.Name == "context"):
			return last
		case sel.Sel.Name == "Go" && len(n.Args) == 1 && (of == nil || of.Name != "page"):
			return last
		}
	}
	return nil
}

// catchers are the functions of a package, by their names alone, that are
// deferred to catch a panic, and those that begin by deferring one.
func catchers(p pkg) map[string]bool {
	all := map[string]bool{}
	for _, f := range p.Files {
		for _, d := range f.AST.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil && recovers(fn.Body) {
				all[fn.Name.Name] = true
			}
		}
	}
	for more := true; more; {
		more = false
		for _, f := range p.Files {
			for _, d := range f.AST.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if ok && fn.Body != nil && !all[fn.Name.Name] && defersCatcher(fn.Body, all) {
					all[fn.Name.Name], more = true, true
				}
			}
		}
	}
	return all
}

// recovers reports whether a body calls recover itself, not in what it defers.
func recovers(body *ast.BlockStmt) (yes bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if name, ok := call.Fun.(*ast.Ident); ok && name.Name == "recover" {
				yes = true
			}
		}
		return !yes
	})
	return yes
}

// defersCatcher reports whether a body defers, in its own first lines, something
// that catches.
func defersCatcher(body *ast.BlockStmt, catching map[string]bool) bool {
	for _, s := range body.List {
		d, ok := s.(*ast.DeferStmt)
		if !ok {
			continue
		}
		switch fn := d.Call.Fun.(type) {
		case *ast.FuncLit:
			if recovers(fn.Body) {
				return true
			}
		case *ast.Ident:
			if catching[fn.Name] {
				return true
			}
		case *ast.SelectorExpr:
			if of, ok := fn.X.(*ast.Ident); ok && of.Name == "fault" || catching[fn.Sel.Name] {
				return true
			}
		}
	}
	return false
}

// catches reports whether what is started catches its own panics: package
// fault, a function of the package that does, or a literal that begins so. One
// line that only closes, ends or sends something has nothing to catch.
func catches(started ast.Expr, catching map[string]bool) bool {
	switch s := started.(type) {
	case *ast.FuncLit:
		if defersCatcher(s.Body, catching) || onlyTells(s.Body) {
			return true
		}
		// or all that it does is in what catches
		for _, one := range s.Body.List {
			switch one := one.(type) {
			case *ast.ExprStmt:
				if call, ok := one.X.(*ast.CallExpr); !ok || !catches(call, catching) {
					return false
				}
			case *ast.DeferStmt:
			default:
				return false
			}
		}
		return len(s.Body.List) > 0
	case *ast.CallExpr:
		return catches(s.Fun, catching)
	case *ast.Ident:
		return catching[s.Name]
	case *ast.SelectorExpr:
		of, ok := s.X.(*ast.Ident)
		return ok && of.Name == "fault" || catching[s.Sel.Name]
	}
	return false
}

// onlyTells reports whether a body is no more than a call that closes, ends,
// marks or sends something.
func onlyTells(body *ast.BlockStmt) bool {
	for _, s := range body.List {
		var call *ast.CallExpr
		switch s := s.(type) {
		case *ast.ExprStmt:
			call, _ = s.X.(*ast.CallExpr)
		case *ast.AssignStmt:
			call, _ = s.Rhs[0].(*ast.CallExpr)
		}
		if call == nil {
			return false
		}
		switch nameOfCall(call) {
		case "Close", "close", "end", "Store", "giveUp", "send":
		default:
			return false
		}
	}
	return true
}

// mainCall is the name of what is called in what is started.
func mainCall(started ast.Expr) (name string) {
	switch s := started.(type) {
	case *ast.Ident:
		return s.Name
	case *ast.SelectorExpr:
		return s.Sel.Name
	}
	ast.Inspect(started, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && name == "" {
			name = nameOfCall(call)
		}
		return name == ""
	})
	return name
}

func nameOfCall(call *ast.CallExpr) string {
	switch fn := call.Fun.(type) {
	case *ast.Ident:
		return fn.Name
	case *ast.SelectorExpr:
		return fn.Sel.Name
	}
	return ""
}
