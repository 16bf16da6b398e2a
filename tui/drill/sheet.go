package drill

import (
	"strings"

	"charm.land/lipgloss/v2"

	"porchlight/tui/kit"
)

// A sheet is text being written at one width: paragraphs with a blank line
// between them.
type sheet struct {
	width  int
	lines  []string
	blocks []int // the line each paragraph starts on
}

func (d *Drill) newSheet() *sheet { return &sheet{width: d.measure()} }

// say adds a paragraph, and a blank line after it. Each line of the text is
// wrapped by itself.
func (s *sheet) say(text string, style lipgloss.Style) {
	s.put("", text, style)
	s.gap()
}

// put adds text behind a mark, without a blank line after it.
func (s *sheet) put(mark, text string, style lipgloss.Style) {
	s.blocks = append(s.blocks, len(s.lines))
	for line := range strings.SplitSeq(text, "\n") {
		for _, l := range kit.Hang(mark, line, s.width) {
			s.lines = append(s.lines, style.Render(l))
		}
	}
}

// gap adds a blank line.
func (s *sheet) gap() { s.lines = append(s.lines, "") }
