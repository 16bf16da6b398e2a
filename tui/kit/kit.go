// Package kit holds widgets that know nothing of lessons or learners: a menu,
// a scroll of lines, a line to type in. They draw with a theme and keep no
// colour of their own.
package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/cells"
)

// Wrap breaks plain text into lines of at most width cells, at spaces only: a
// phone number with hyphens stays whole. A word longer than a line is cut. Line
// ends in the text stay. It returns at least one line.
func Wrap(text string, width int) []string {
	width = max(1, width)
	var lines []string
	for part := range strings.SplitSeq(text, "\n") {
		var line []byte
		used := 0
		for _, word := range strings.Fields(part) {
			size := cells.Width(word)
			if used > 0 && used+1+size > width {
				lines = append(lines, string(line))
				line, used = line[:0], 0
			}
			for size > width {
				n := headOf(word, width)
				if n == len(word) {
					break // one character that is wider than the line
				}
				lines = append(lines, word[:n])
				word = word[n:]
				size = cells.Width(word)
			}
			if used > 0 {
				line, used = append(line, ' '), used+1
			}
			line, used = append(line, word...), used+size
		}
		lines = append(lines, string(line))
	}
	return lines
}

// headOf is how many bytes of a word fit into width cells: one character at
// least.
func headOf(word string, width int) int {
	if n := len(ansi.Truncate(word, width, "")); n > 0 {
		return n
	}
	first, _ := ansi.FirstGraphemeCluster(word, ansi.GraphemeWidth)
	return len(first)
}

// Hang is Wrap with mark before the first line and spaces under it before the
// rest: "• " for a list. A mark that takes most of the width is words like any.
func Hang(mark, text string, width int) []string {
	indent := cells.Width(mark)
	if indent > width/2 {
		return Wrap(mark+text, width) // no room to hang from
	}
	lines := Wrap(text, width-indent)
	for i := range lines {
		if i == 0 {
			lines[i] = mark + lines[i]
			continue
		}
		lines[i] = strings.Repeat(" ", indent) + lines[i]
	}
	return lines
}

// Clip cuts a line to width cells. It never cuts words that Wrap has seen;
// it is the last guard against a line that would break the frame.
func Clip(line string, width int) string {
	if cells.Within(line, width) {
		return line
	}
	return ansi.Truncate(line, max(0, width), "")
}

// Pad fills a line with spaces to width cells.
func Pad(line string, width int) string {
	return line + strings.Repeat(" ", max(0, width-cells.Width(line)))
}

// Apart sets left and right at the two ends of a line of width cells, or on
// two lines where they do not fit: each keeps to its side, so that right does
// not read as the line after left.
func Apart(left, right string, width int) []string {
	if right == "" {
		return []string{left}
	}
	gap := width - cells.Width(left) - cells.Width(right)
	if gap < 2 {
		return []string{left, strings.Repeat(" ", max(0, width-cells.Width(right))) + right}
	}
	return []string{left + strings.Repeat(" ", gap) + right}
}

// Measure is the width of reading text on a page of that many cells: no wider
// than limit, and with a margin where there is room for one.
func Measure(width, limit int) int {
	if width > 48 {
		width -= 4
	}
	return max(1, min(width, limit))
}

// Margin is the number of cells to leave free on the left of text set to
// Measure.
func Margin(width int) int {
	if width > 48 {
		return 2
	}
	return 0
}
