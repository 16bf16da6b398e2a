package typeset_test

import (
	"slices"
	"testing"

	"porchlight/internal/typeset"
)

// Choices begin on the line after their mark, whatever other marks stand there,
// and no mark is seen.
func TestWhereChoicesBegin(t *testing.T) {
	for name, c := range map[string]struct {
		markdown       string
		plain          []string
		choices, steps []int
	}{
		"none":         {"Ask\n\nA. One\n", []string{"Ask", "", "A. One"}, nil, nil},
		"choices":      {"Ask\n\n<!-- choices -->\n\nA. One\n\nB. Two\n", []string{"Ask", "", "A. One", "", "B. Two"}, []int{2}, nil},
		"and a pause":  {"Ask\n\n<!-- choices -->\n\n<!-- pause -->\n\nA. One\n", []string{"Ask", "", "A. One"}, []int{2}, []int{2}},
		"a pause, and": {"Ask\n\n<!-- pause -->\n\n<!-- choices -->\n\nA. One\n", []string{"Ask", "", "A. One"}, []int{2}, []int{2}},
		"at the top":   {"<!-- choices -->\n\nA. One\n", []string{"A. One"}, []int{0}, nil},
		"twice":        {"Ask\n\n<!-- choices -->\n\nA. One\n\n## B\n\n<!-- choices -->\n\nC. Two\n", []string{"Ask", "", "A. One", "", "", "B", "", "C. Two"}, []int{2, 7}, nil},
		"other marks":  {"Ask\n\n<!-- other -->\n\nA. One\n", []string{"Ask", "", "A. One"}, nil, nil},
	} {
		text, err := typeset.Set(c.markdown, 40, typeset.Style{})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(text.Plain, c.plain) || !slices.Equal(text.Choices, c.choices) || !slices.Equal(text.Steps, c.steps) {
			t.Errorf("%s: %q, choices at %v, steps at %v", name, text.Plain, text.Choices, text.Steps)
		}
	}
}
