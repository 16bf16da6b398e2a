package kit

import (
	"strings"

	"porchlight/internal/cells"
	"porchlight/tui/theme"
)

// A Sheet is text being written at one width: paragraphs with a blank line
// between them. Blocks tells where each begins, so that a page can keep its
// place when the width changes.
type Sheet struct {
	Width  int
	Lines  []string
	Blocks []int // the line each paragraph starts on
}

// Say adds a paragraph, and a blank line after it. Each line of the text is
// wrapped by itself.
func (s *Sheet) Say(text string, style theme.Brush) {
	s.Put("", text, style)
	s.Gap()
}

// Put adds text behind a mark, without a blank line after it.
func (s *Sheet) Put(mark, text string, style theme.Brush) {
	s.Blocks = append(s.Blocks, len(s.Lines))
	s.Under(mark, text, style)
}

// Under adds text behind a mark to the paragraph begun last.
func (s *Sheet) Under(mark, text string, style theme.Brush) {
	for line := range strings.SplitSeq(text, "\n") {
		for _, l := range Hang(mark, line, s.Width) {
			s.Lines = append(s.Lines, style.Render(l))
		}
	}
}

// Row adds a paragraph of parts with two spaces between them behind a mark. On
// a line too short for them they are words like any.
func (s *Sheet) Row(style theme.Brush, mark string, parts ...string) {
	row := mark + strings.Join(parts, "  ")
	if cells.Width(row) > s.Width {
		s.Put(mark, row, style)
		return
	}
	s.Blocks = append(s.Blocks, len(s.Lines))
	s.Lines = append(s.Lines, style.Render(row))
}

// Gap adds a blank line, unless there is one.
func (s *Sheet) Gap() {
	if n := len(s.Lines); n > 0 && s.Lines[n-1] != "" {
		s.Lines = append(s.Lines, "")
	}
}

// Trim takes away the blank lines at the end.
func (s *Sheet) Trim() {
	for n := len(s.Lines); n > 0 && s.Lines[n-1] == ""; n = len(s.Lines) {
		s.Lines = s.Lines[:n-1]
	}
}

// BlockAt is the paragraph that a line belongs to.
func (s *Sheet) BlockAt(line int) int {
	at := 0
	for i, first := range s.Blocks {
		if first <= line {
			at = i
		}
	}
	return at
}

// lineOf is the line that a paragraph starts on, 0 for one that is not there.
func (s *Sheet) lineOf(block int) int {
	if block < 0 || block >= len(s.Blocks) {
		return 0
	}
	return s.Blocks[block]
}
