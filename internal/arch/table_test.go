package arch

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A row says which other packages of the module a package may import.
type row struct {
	name string
	may  []string
}

// A table is its rows, from the top.
type table []row

// row returns the place of a package's row, or -1.
func (t table) row(name string) int {
	return slices.IndexFunc(t, func(r row) bool { return r.name == name })
}

var quoted = regexp.MustCompile("`([^`]+)`")

// readTable finds the table with the columns "package" and "may import" in a
// Markdown page. The names stand in backquotes.
func readTable(markdown string) (table, error) {
	var rows table
	inside := false
	for i, line := range strings.Split(markdown, "\n") {
		cells, ok := cellsOf(line)
		switch {
		case !ok:
			inside = false
		case len(cells) >= 2 && cells[0] == "package" && cells[1] == "may import":
			inside = true
		case !inside || strings.Trim(strings.Join(cells, ""), "-: ") == "":
		case len(cells) < 2:
			return nil, fmt.Errorf("line %d: a row needs two cells: a package and what it may import", i+1)
		default:
			name := quoted.FindStringSubmatch(cells[0])
			if name == nil {
				return nil, fmt.Errorf("line %d: put the package's name in backquotes: %s", i+1, cells[0])
			}
			if rows.row(name[1]) >= 0 {
				return nil, fmt.Errorf("line %d: %s has a row already; join the two", i+1, name[1])
			}
			r := row{name: name[1]}
			for _, m := range quoted.FindAllStringSubmatch(cells[1], -1) {
				r.may = append(r.may, m[1])
			}
			rows = append(rows, r)
		}
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("there is no table with the columns %q and %q", "package", "may import")
	}
	return rows, nil
}

// cellsOf splits a line of a Markdown table.
func cellsOf(line string) ([]string, bool) {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "|") {
		return nil, false
	}
	cells := strings.Split(strings.Trim(line, "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells, true
}

func TestReadTable(t *testing.T) {
	got, err := readTable("text\n\n| package | may import |\n|---|---|\n| `a` | `b`, `c/d` |\n| `b` | nothing |\n\n| other | table |\n|---|---|\n| `x` | `y` |\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].name != "a" || !slices.Equal(got[0].may, []string{"b", "c/d"}) || len(got[1].may) != 0 {
		t.Errorf("got %v", got)
	}
	for _, bad := range []string{
		"no table here",
		"| package | may import |\n|---|---|\n| a | `b` |",
		"| package | may import |\n|---|---|\n| `a` | `b` |\n| `a` | `c` |",
	} {
		if _, err := readTable(bad); err == nil {
			t.Errorf("this passed as a table:\n%s", bad)
		}
	}
}

// pageTable reads the table in ARCHITECTURE.md.
func pageTable(t *testing.T) table {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readTable(string(page))
	if err != nil {
		t.Fatalf("ARCHITECTURE.md: %v", err)
	}
	return rows
}

// TestImportsFollowTheTable holds every import of one package of the module by
// another to the table.
func TestImportsFollowTheTable(t *testing.T) {
	rows := pageTable(t)
	for _, p := range read(t) {
		i := rows.row(p.Name)
		if i < 0 {
			t.Errorf("ARCHITECTURE.md: the table has no row for %s; add one that says what it may import", p.Name)
			continue
		}
		for _, path := range p.imports() {
			if !strings.HasPrefix(path, module+"/") {
				continue
			}
			if to := nameOf(path); !slices.Contains(rows[i].may, to) {
				t.Errorf("%s imports %s, which the table in ARCHITECTURE.md does not allow. "+
					"Ask for what you need through a value or an interface; or, where the arrow points down, add it to the row", p.Name, to)
			}
		}
	}
}

// TestTheTableIsTrue: it names packages that exist, and no arrow points up.
func TestTheTableIsTrue(t *testing.T) {
	rows, known := pageTable(t), map[string]bool{}
	for _, p := range read(t) {
		known[p.Name] = true
	}
	for i, r := range rows {
		if !known[r.name] {
			t.Errorf("ARCHITECTURE.md: there is no package %s; take its row out of the table", r.name)
		}
		for _, to := range r.may {
			switch at := rows.row(to); {
			case at < 0:
				t.Errorf("ARCHITECTURE.md: the row of %s names %s, which has no row", r.name, to)
			case at <= i:
				t.Errorf("ARCHITECTURE.md: %s may import %s, whose row stands above it: an arrow never points up", r.name, to)
			}
		}
	}
}
