package packfile_test

import (
	"fmt"
	"strings"
	"testing"

	"porchlight/internal/packfile"
)

func TestSaid(t *testing.T) {
	doc := packfile.ParseYAML("a.yaml", []byte("title: One\nempty:\nwords: [a, \"\", b]\nsteps:\n"+
		"  - do: [c, d]\n    say: |\n      e\n      f\n  - plain\n  - do: g\n    say: h\n"))
	for path, want := range map[string]string{
		"title":      "[1:8 One]",
		"none":       "[]",
		"empty":      "[]",
		"words":      "[]", // a list is no text
		"words.*":    "[3:9 a 0 3:16 b 2]",
		"words.2":    "[3:16 b]",
		"words.7":    "[]",
		"words.-1":   "[]",
		"title.*":    "[]",
		"steps.*.do": "[10:9 g 2]",
		// Entries that are of another shape keep their places.
		"steps.*.do.*": "[5:10 c 0 0 5:13 d 0 1]",
		"steps.*.say":  "[6:10 e|f 0 11:10 h 2]",
	} {
		var got []string
		for _, s := range doc.Said(path) {
			got = append(got, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", s.Pos.Line, s.Pos.Column,
				strings.ReplaceAll(s.Text, "\n", "|"), strings.Trim(fmt.Sprint(s.In), "[]"))))
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, want %s", path, got, want)
		}
	}
	var none *packfile.Doc
	if got := none.Said("title"); got != nil {
		t.Errorf("a file that is not there says %v", got)
	}
}
