package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/tui/keys"
)

// A Scroll shows part of many lines. The lines are shared, never copied.
type Scroll struct {
	lines  []string
	tail   []string // more lines below them
	top    int
	width  int
	height int
}

// SetLines changes what is shown; the offset stays where it can.
func (s *Scroll) SetLines(lines []string) { s.setLines(lines, nil) }

// setLines is SetLines for lines in two pieces.
func (s *Scroll) setLines(lines, tail []string) {
	s.lines, s.tail = lines, tail
	s.SetTop(s.top)
}

// line is a line by its number.
func (s *Scroll) line(i int) string {
	if i < len(s.lines) {
		return s.lines[i]
	}
	return s.tail[i-len(s.lines)]
}

// SetSize changes the size in cells.
func (s *Scroll) SetSize(width, height int) {
	s.width, s.height = width, max(0, height)
	s.SetTop(s.top)
}

// Top is the number of the first line shown, from 0.
func (s *Scroll) Top() int { return s.top }

// Height is how many lines are shown at once.
func (s *Scroll) Height() int { return s.height }

// Len is how many lines there are.
func (s *Scroll) Len() int { return len(s.lines) + len(s.tail) }

// SetTop puts a line first, or the nearest one that fills the window.
func (s *Scroll) SetTop(line int) {
	s.top = max(0, min(line, s.Len()-s.height))
}

// AtEnd reports whether the last line is in view.
func (s *Scroll) AtEnd() bool { return s.top+s.height >= s.Len() }

// More says in a word whether there is more above or below: "", "↑", "↓", "↑↓".
func (s *Scroll) More() string {
	more := ""
	if s.top > 0 {
		more = "↑"
	}
	if !s.AtEnd() {
		more += "↓"
	}
	return more
}

// Seen is the share of the lines above and in the window, in hundredths.
func (s *Scroll) Seen() int {
	if s.AtEnd() {
		return 100
	}
	return (s.top + s.height) * 100 / s.Len()
}

// Reveal moves the window as little as it takes to show a line.
func (s *Scroll) Reveal(line int) {
	switch {
	case line < s.top:
		s.SetTop(line)
	case line >= s.top+s.height:
		s.SetTop(line - s.height + 1)
	}
}

// Forward moves on by a window; two lines stay, to keep one's place.
func (s *Scroll) Forward() { s.SetTop(s.top + max(1, s.height-2)) }

// Update moves by the shared keys and the wheel, and reports whether it took
// the message.
func (s *Scroll) Update(msg tea.Msg, k keys.Map) bool {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		return s.onWheel(msg)
	case tea.KeyPressMsg:
		return s.onKey(msg, k)
	}
	return false
}

func (s *Scroll) onWheel(msg tea.MouseWheelMsg) bool {
	switch msg.Button {
	case tea.MouseWheelUp:
		s.SetTop(s.top - 3)
	case tea.MouseWheelDown:
		s.SetTop(s.top + 3)
	default:
		return false
	}
	return true
}

func (s *Scroll) onKey(msg tea.KeyPressMsg, k keys.Map) bool {
	step := max(1, s.height-2) // two lines stay, to keep one's place
	switch {
	case matches(msg, k.Up):
		s.SetTop(s.top - 1)
	case matches(msg, k.Down):
		s.SetTop(s.top + 1)
	case matches(msg, k.PageUp):
		s.SetTop(s.top - step)
	case matches(msg, k.PageDown):
		s.SetTop(s.top + step)
	case matches(msg, k.Top):
		s.SetTop(0)
	case matches(msg, k.Bottom):
		s.SetTop(s.Len())
	default:
		return false
	}
	return true
}

// View draws the window; line changes a line on its way to the screen, and may
// be nil.
func (s *Scroll) View(line func(i int, text string) string) string {
	var b strings.Builder
	for i := s.top; i < min(s.top+s.height, s.Len()); i++ {
		if i > s.top {
			b.WriteByte('\n')
		}
		text := s.line(i)
		if line != nil {
			text = line(i, text)
		}
		b.WriteString(Clip(text, s.width))
	}
	return b.String()
}
