// Package cells counts the cells that a line of a terminal takes. Every line
// of every frame is counted, so the letters of the languages Porchlight
// speaks, and the sequences that style them, are counted here without taking
// them apart; whatever else there may be is left to the library.
package cells

import "github.com/charmbracelet/x/ansi"

// Width is how many cells a line takes, its sequences aside.
func Width(line string) int {
	width := 0
	for i := 0; i < len(line); {
		n, cells := plain(line[i:])
		if n == 0 {
			return ansi.StringWidth(line)
		}
		i, width = i+n, width+cells
	}
	return width
}

// Within reports whether a line takes at most so many cells.
func Within(line string, most int) bool { return len(line) <= most || Width(line) <= most }

// plain is the length and width of the letter or sequence that s begins with;
// 0 where it takes more than a look at a few bytes to know. A letter that one
// which changes it may follow is known: what changes it is not.
func plain(s string) (n, cells int) {
	switch c := s[0]; {
	case c >= ' ' && c < 0x7f:
		return 1, 1
	case c == '\x1b':
		return sequence(s), 0
	case len(s) < 2:
		return 0, 0
	case c == 0xc2 && s[1] >= 0xa1 && s[1] <= 0xbf && s[1] != 0xad && s[1] != 0xa9 && s[1] != 0xae: // ¡ to ¿, but for signs that may be pictures
		return 2, 1
	case c == 0xc3 && s[1] >= 0x80 && s[1] <= 0xbf: // À to ÿ
		return 2, 1
	case len(s) < 3 || c != 0xe2:
		return 0, 0
	case s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0xa7: // dashes, quotes, •
		return 3, 1
	case (s[1] == 0x94 || s[1] == 0x95) && s[2] >= 0x80 && s[2] <= 0xbf: // ─ to ╿
		return 3, 1
	}
	return 0, 0
}

// sequence is the length of a style (ESC [ ... m) or of a link's beginning or
// end (ESC ] ... ESC \) in plain letters; 0 for any other.
func sequence(s string) int {
	if len(s) < 3 {
		return 0
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if c := s[i]; c == 'm' {
				return i + 1
			} else if (c < '0' || c > '9') && c != ';' {
				return 0
			}
		}
	case ']':
		for i := 2; i+1 < len(s); i++ {
			if c := s[i]; c == '\x1b' && s[i+1] == '\\' {
				return i + 2
			} else if c < ' ' || c >= 0x7f {
				return 0
			}
		}
	}
	return 0
}
