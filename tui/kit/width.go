package kit

import "github.com/charmbracelet/x/ansi"

// Width is how many cells a line takes. Most lines are plain letters and
// colours, and quickly measured; the others are measured with all that a
// terminal may be sent.
func Width(s string) int {
	cells := 0
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b >= ' ' && b < 0x7f:
			cells++
		case b == '\x1b':
			end := colour(s, i)
			if end < 0 {
				return ansi.StringWidth(s)
			}
			i = end
		default:
			return ansi.StringWidth(s)
		}
	}
	return cells
}

// colour is where a sequence that sets a colour or a style, and begins at i,
// ends; or -1 where it is another.
func colour(s string, i int) int {
	if i+1 >= len(s) || s[i+1] != '[' {
		return -1
	}
	for j := i + 2; j < len(s); j++ {
		switch b := s[j]; {
		case b == 'm':
			return j
		case b != ';' && b != ':' && (b < '0' || b > '9'):
			return -1
		}
	}
	return -1
}
