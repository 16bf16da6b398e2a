package kit

import (
	"strings"

	"porchlight/tui/theme"
)

// Room is the width of a list on a page of that many cells: no wider than
// limit, with space at its right for the marks that Framed puts there.
func Room(width, limit int) int {
	if Margin(width) == 0 {
		width -= edge
	}
	return Measure(width, limit)
}

// edge is the space for a mark beside a list, in cells.
const edge = 2

// Framed puts a list that was drawn in Room on its page: behind the margin,
// and with marks at its right edge where there is more of it above (↑) or below
// (↓). More is what Menu.More and Scroll.More say.
func Framed(view, more string, width, limit int, t *theme.Theme) string {
	lines := strings.Split(view, "\n")
	frame(lines, more, width, limit, t)
	return strings.Join(lines, "\n")
}

// frame is Framed for lines, in their place.
func frame(lines []string, more string, width, limit int, t *theme.Theme) {
	room, margin := Room(width, limit), strings.Repeat(" ", Margin(width))
	for i := range lines {
		if lines[i] != "" {
			lines[i] = margin + lines[i]
		}
	}
	mark := func(i int, arrow string) {
		if strings.Contains(more, arrow) {
			lines[i] = Pad(lines[i], len(margin)+room+edge-1) + t.Accent.Render(arrow)
		}
	}
	mark(0, "↑")
	mark(len(lines)-1, "↓")
}
