package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// A Brush draws words in a style that has colours and weight alone. A frame
// draws a few styles some fifty times at each key, for each session of a
// kiosk, and putting a style together costs far more than joining three
// strings.
type Brush struct {
	before, after string
	style         *lipgloss.Style
}

// brush takes a style apart once.
func brush(s lipgloss.Style) Brush {
	const word = "w"
	before, after, _ := strings.Cut(s.Render(word), word)
	return Brush{before, after, &s}
}

// Style is the style itself, for a widget of a library.
func (b Brush) Style() lipgloss.Style { return *b.style }

// Render returns the words in the brush's style, line by line.
func (b Brush) Render(words string) string {
	switch {
	case words == "" || b.before == "":
		return words
	case !strings.Contains(words, "\n"):
		return b.before + words + b.after
	}
	lines := strings.Split(words, "\n")
	for i := range lines {
		lines[i] = b.Render(lines[i])
	}
	return strings.Join(lines, "\n")
}
