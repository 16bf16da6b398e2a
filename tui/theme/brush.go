package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// A Brush draws words of one line in a style that has colours and weight
// alone. A frame draws the same few styles some twenty times at each key, and
// putting a style together costs far more than joining three strings.
type Brush struct{ before, after string }

// brush takes a style apart once.
func brush(s lipgloss.Style) Brush {
	const word = "w"
	before, after, _ := strings.Cut(s.Render(word), word)
	return Brush{before, after}
}

// Draw returns the words in the brush's style.
func (b Brush) Draw(words string) string {
	if words == "" {
		return ""
	}
	return b.before + words + b.after
}
