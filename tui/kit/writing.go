package kit

import (
	"strings"

	"porchlight/tui/theme"
)

// Writing is a page on which the learner writes one line: what stands above it,
// as much of its end as there is room for, the field, the whole text where it
// is longer than the field, and a hint.
func Writing(above []string, f *Field, hint string, t *theme.Theme, width, height int) string {
	below := Sheet{Width: width}
	if len(Wrap(f.input.Prompt+f.Value(), width)) > 1 {
		below.Say(f.Value(), t.Plain)
	}
	below.Put("", hint, t.Quiet)
	left := max(0, height-1-len(below.Lines))
	lines := append([]string{}, above[max(0, len(above)-left):]...)
	lines = append(append(lines, f.View()), below.Lines...)
	return strings.Join(lines[:min(len(lines), height)], "\n")
}
