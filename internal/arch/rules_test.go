package arch

import (
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// parts are the packages below tui that pages share, and the lobby, which
// stands around the program; all others are pages.
var parts = []string{"tui/lobby", "tui/page", "tui/theme", "tui/keys", "tui/kit", "tui/listing", "tui/errand", "tui/easel", "tui/seat", "tui/tuitest"}

func isPage(name string) bool {
	return inside(name, "tui/...") && name != "tui" && !slices.Contains(parts, name)
}

// TestPagesStandAlone: pages ask for a route; only tui builds pages.
func TestPagesStandAlone(t *testing.T) {
	for _, p := range read(t) {
		for _, path := range p.imports() {
			if to := nameOf(path); strings.HasPrefix(path, module+"/") && isPage(to) && p.Name != "tui" && p.Name != to {
				t.Errorf("%s imports the page %s: only tui builds pages. Ask for a route with page.Go", p.Name, to)
			}
		}
	}
}

// TestCourseStandsAlone: lessons and quiz know neither each other nor anything
// above them.
func TestCourseStandsAlone(t *testing.T) {
	for _, p := range read(t) {
		if p.Name != "lessons" && p.Name != "quiz" {
			continue
		}
		for _, path := range p.imports() {
			if to := nameOf(path); strings.HasPrefix(path, module+"/") && !inside(to, "internal/packfile", "internal/safetext", "internal/fold") {
				t.Errorf("%s imports %s: lessons and quiz are joined by ids, in internal/course", p.Name, to)
			}
		}
	}
}

// TestLibrariesHaveOneHome keeps each outside library where a rule of
// ARCHITECTURE.md puts it.
func TestLibrariesHaveOneHome(t *testing.T) {
	for _, rule := range []struct {
		what    string
		library []string
		home    []string
	}{
		{"only internal/store knows SQL",
			[]string{"database/sql", "github.com/ncruces/go-sqlite3", "github.com/jackc/pgx"},
			[]string{"internal/store/..."}},
		{"nothing below tui knows Bubble Tea, Lip Gloss, Glamour or their kin, but internal/typeset, which sets Markdown, internal/paint, which draws frames, and internal/cells, which measures lines",
			[]string{"charm.land/bubbletea", "charm.land/bubbles", "charm.land/lipgloss", "charm.land/glamour", "charm.land/huh", "charm.land/log", "charm.land/fang", "github.com/charmbracelet"},
			[]string{"tui/...", "internal/cli", "internal/typeset", "internal/paint", "internal/cells"}},
		{"SSH is internal/kiosk's alone",
			[]string{"charm.land/ssh", "charm.land/wish", "golang.org/x/crypto/ssh"},
			[]string{"internal/kiosk/..."}},
		{"Glamour is internal/typeset's alone",
			[]string{"charm.land/glamour"},
			[]string{"internal/typeset", "internal/course"}},
		{"Markdown is read by internal/typeset, checked by internal/course, and printed by internal/handout",
			[]string{"github.com/yuin/goldmark"},
			[]string{"internal/typeset", "internal/course", "internal/handout"}},
		{"only internal/handout/pdf knows PDF",
			[]string{"codeberg.org/go-pdf/fpdf", "golang.org/x/image"},
			[]string{"internal/handout/pdf"}},
		{"only internal/cli knows flags and commands",
			[]string{"github.com/spf13/cobra", "charm.land/fang", "flag"},
			[]string{"internal/cli"}},
	} {
		for _, p := range read(t) {
			if inside(p.Name, rule.home...) || p.forTests() {
				continue
			}
			for _, path := range p.imports() {
				if under(path, rule.library) {
					t.Errorf("%s imports %s: %s", p.Name, path, rule.what)
				}
			}
		}
	}
}

// under reports whether an import is one of the libraries, or a part of one.
func under(path string, libraries []string) bool {
	return slices.ContainsFunc(libraries, func(l string) bool { return path == l || strings.HasPrefix(path, l+"/") })
}

// TestTestsStayOutOfTheProgram: "testing" is imported by tests and by packages
// whose names end in "test", and nothing else imports those.
func TestTestsStayOutOfTheProgram(t *testing.T) {
	for _, p := range read(t) {
		if p.forTests() {
			continue
		}
		for _, path := range p.imports() {
			if under(path, []string{"testing", "net/http/httptest"}) || strings.HasPrefix(path, module+"/") && strings.HasSuffix(path, "test") {
				t.Errorf("%s imports %s, which is for tests: move what needs it into a _test.go file", p.Name, path)
			}
		}
	}
}

// A ban says that some names of a library are for some packages alone.
type ban struct {
	why     string
	library string
	names   []string
	home    []string
}

var bans = []ban{
	{"only internal/cli reads the clock; take a func() time.Time", "time",
		[]string{"Now", "Since", "Until"}, []string{"internal/cli"}},
	{"only internal/cli reads the environment and the standard streams; take what you need as a value", "os",
		[]string{"Getenv", "LookupEnv", "Environ", "ExpandEnv", "Stdin", "Stdout", "Stderr", "Args"}, []string{"internal/cli"}},
	{"only main and internal/cli end the process; return an error", "os",
		[]string{"Exit"}, []string{"internal/cli", "main"}},
	{"only internal/cli writes to the standard streams; take an io.Writer", "fmt",
		[]string{"Print", "Printf", "Println"}, []string{"internal/cli"}},
	{"styles are made in tui/theme; use env.Theme", "charm.land/lipgloss/v2",
		[]string{"NewStyle"}, []string{"tui/theme"}},
	{"a panic must not end the process with the terminal in disorder", "charm.land/bubbletea/v2",
		[]string{"WithoutCatchPanics"}, nil},
}

// TestNamesHaveOneHome holds the program to the bans.
func TestNamesHaveOneHome(t *testing.T) {
	for _, p := range read(t) {
		if p.forTests() {
			continue
		}
		for _, f := range p.Files {
			for _, b := range bans {
				if !inside(p.Name, b.home...) {
					b.hold(t, f)
				}
			}
		}
	}
}

// hold reports each banned name in a file.
func (b ban) hold(t *testing.T, f file) {
	t.Helper()
	called, ok := f.named(b.library)
	if !ok {
		return
	}
	ast.Inspect(f.AST, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := s.X.(*ast.Ident); ok && x.Name == called && slices.Contains(b.names, s.Sel.Name) {
			t.Errorf("%s: %s.%s: %s", at(f, s), called, s.Sel.Name, b.why)
		}
		return true
	})
}
