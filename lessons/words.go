package lessons

import "strings"

// Words counts the words of a Markdown text that a reader sees: not the ids of
// sources and headings, not the addresses of links, not marks.
func Words(markdown string) int {
	words, in := 0, false
	for i := 0; i < len(markdown); i++ {
		switch c := markdown[i]; {
		case letter(c):
			if !in {
				words++
			}
			in = true
		case c == '[' || c == ']' || c == '{':
			if skip := hidden(markdown[i:]); skip > 0 {
				i += skip - 1
				in = false
			}
		case c == ' ' || c == '\n' || c == '|':
			in = false
		}
	}
	return words
}

// letter reports whether c is part of a word. Beyond ASCII nearly all is.
func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// hidden returns how many bytes at the start of s are not for readers: an
// [@id], the (address) behind a "]", an {#id}, a
// {for=who}.
func hidden(s string) int {
	var end string
	switch {
	case strings.HasPrefix(s, "[@"):
		end = "]"
	case strings.HasPrefix(s, "]("):
		end = ")"
	case strings.HasPrefix(s, "{#"), strings.HasPrefix(s, "{for="):
		end = "}"
	default:
		return 0
	}
	line, _, _ := strings.Cut(s, "\n")
	if i := strings.Index(line[1:], end); i >= 0 {
		return i + 2
	}
	return 0
}
