package kit

import "strings"

// From sideFrom cells on, a page has room for a column beside its text, where
// that leaves sideLeast cells for it. It grows to sideMost.
const (
	sideFrom  = 120
	sideLeast = 36
	sideMost  = 56
)

// sideRule divides the text from the column beside it.
const sideRule = "│ "

// sideAt is the cell that the rule stands in: behind the marks at the right edge
// of the text.
func (l *Leaf) sideAt() int { return Margin(l.width) + l.Room() + edge + 2 }

// SideRoom is the width of a column beside the text, in cells; 0 where there is
// no room for one.
func (l *Leaf) SideRoom() int {
	room := l.width - l.sideAt() - len([]rune(sideRule)) - Margin(l.width)
	if l.width < sideFrom || room < sideLeast {
		return 0
	}
	return min(room, sideMost)
}

// SideFits reports whether so many lines can stand beside the text.
func (l *Leaf) SideFits(lines int) bool { return l.SideRoom() > 0 && lines <= l.height }

// FramedBeside draws the page with lines beside its text, from the top. They stay
// where they are while the text scrolls.
func (l *Leaf) FramedBeside(side []string) string {
	lines := strings.Split(l.Framed(), "\n")
	for len(lines) < len(side) {
		lines = append(lines, "")
	}
	rule := l.theme.Quiet.Render(sideRule)
	for i, s := range side {
		lines[i] = Pad(lines[i], l.sideAt()) + rule + s
	}
	return strings.Join(lines, "\n")
}
