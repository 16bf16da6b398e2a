package arch

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// catalogue reads the names of all words the interface has in English.
func catalogue(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "internal/locale/en/*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("internal/locale/en holds no words: %v", err)
	}
	names := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var part map[string]any
		if err := json.Unmarshal(data, &part); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for name := range part {
			names[name] = true
		}
	}
	return names
}

// A use is a string in the program that names words, or the beginning of such
// a name, as in "line.answer-" + result.
type use struct {
	text  string
	begin bool
	where string
}

// nameLike matches what could be a name of words; whether it is one, its first
// part tells.
var nameLike = regexp.MustCompile(`^([a-z]+)\.[a-z0-9.-]*$`)

// uses collects the strings of the program whose first part is that of some
// words' names.
func uses(t *testing.T, families map[string]bool) []use {
	t.Helper()
	var all []use
	for _, p := range read(t) {
		for _, f := range p.Files {
			begins := map[*ast.BasicLit]bool{}
			ast.Inspect(f.AST, func(n ast.Node) bool {
				if sum, ok := n.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
					if lit, ok := sum.X.(*ast.BasicLit); ok {
						begins[lit] = true
					}
				}
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				text, err := strconv.Unquote(lit.Value)
				if m := nameLike.FindStringSubmatch(text); err == nil && m != nil && families[m[1]] {
					all = append(all, use{text: text, begin: begins[lit], where: at(f, lit)})
				}
				return true
			})
		}
	}
	return all
}

// TestEveryNameHasWords: a name without words would stand on the screen itself.
func TestEveryNameHasWords(t *testing.T) {
	names := catalogue(t)
	for _, u := range uses(t, families(names)) {
		if !u.names(names) {
			t.Errorf("%s: %q has no words in internal/locale/en; add them, in every language", u.where, u.text)
		}
	}
}

// TestAllWordsAreUsed: words that nobody says are translated for nothing.
func TestAllWordsAreUsed(t *testing.T) {
	names := catalogue(t)
	said := uses(t, families(names))
	for name := range names {
		used := false
		for _, u := range said {
			used = used || u.text == name || u.begin && strings.HasPrefix(name, u.text)
		}
		if !used {
			t.Errorf("internal/locale: nothing in the program says %q; take it out of every language", name)
		}
	}
}

// names reports whether a string names words, or begins a name of some.
func (u use) names(all map[string]bool) bool {
	if all[u.text] {
		return true
	}
	for name := range all {
		if u.begin && strings.HasPrefix(name, u.text) {
			return true
		}
	}
	return false
}

// families are the first parts of the names: "line" of "line.help".
func families(names map[string]bool) map[string]bool {
	first := map[string]bool{}
	for name := range names {
		family, _, _ := strings.Cut(name, ".")
		first[family] = true
	}
	return first
}
