package keyhelp

import (
	"porchlight/internal/cells"
	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

// A row is a key and what it does.
type row struct{ key, does string }

// A sheet is text as it is set.
type sheet struct {
	theme *theme.Theme
	room  int
	airy  bool
	lines []string
}

func (s *sheet) head(text string) {
	if s.airy {
		s.lines = append(s.lines, "")
	}
	for _, line := range kit.Wrap(text, s.room) {
		s.lines = append(s.lines, s.theme.Heading.Render(line))
	}
}

func (s *sheet) say(text string) { s.lines = append(s.lines, kit.Wrap(text, s.room)...) }

func (s *sheet) point(text string) {
	s.lines = append(s.lines, kit.Hang("• ", text, s.room)...)
}

// table is one line for each key, or more where the words do not fit.
func (s *sheet) table(rows []row) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, cells.Width(r.key))
	}
	for _, r := range rows {
		label := kit.Pad(r.key, widest)
		if widest > s.room/3 { // two columns would be too narrow to read
			s.lines = append(s.lines, s.theme.Accent.Render(kit.Clip(r.key, s.room)))
			label = ""
		}
		lines := kit.Hang(label+"  ", r.does, s.room)
		lines[0] = s.theme.Accent.Render(label) + lines[0][len(label):]
		s.lines = append(s.lines, lines...)
	}
}
