package kit

import (
	"strings"

	"porchlight/tui/theme"
)

// Foot is words for the lines below a page, behind its margin; none for no
// words.
func Foot(text string, style theme.Brush, width, limit int) []string {
	if text == "" {
		return nil
	}
	lines := Wrap(text, Room(width, limit))
	margin := strings.Repeat(" ", Margin(width))
	for i := range lines {
		lines[i] = margin + style.Render(lines[i])
	}
	return lines
}

// Above draws a view over a foot that stands at the bottom of the page.
func Above(view string, foot []string, height int) string {
	lines := strings.Split(view, "\n")
	for len(lines) < height-len(foot) {
		lines = append(lines, "")
	}
	lines = lines[:max(0, height-len(foot))]
	return strings.Join(append(lines, foot...), "\n")
}
