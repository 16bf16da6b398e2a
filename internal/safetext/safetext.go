// Package safetext removes from outside text what a terminal would obey or a
// reader could be misled by: C0 and C1 controls, and the marks that reorder
// text from right to left. Text is cleaned where it enters the program (packs,
// notes, names, pasted text, a peer's terminal name), never where it is drawn.
package safetext

import (
	"strings"
	"unicode/utf8"
)

// Line returns s fit for one line: no controls, tabs and line ends as single
// spaces, invalid UTF-8 as U+FFFD, and at most limit bytes, cut between runes.
// A limit of 0 or less means no limit.
func Line(s string, limit int) string {
	return clean(s, limit, func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return -1
	})
}

// Block is Line for text of many lines: line ends stay, as \n, and tabs become
// spaces.
func Block(s string, limit int) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return clean(s, limit, func(r rune) rune {
		switch r {
		case '\n', '\r':
			return '\n'
		case '\t':
			return ' '
		}
		return -1
	})
}

// clean keeps what is safe and asks control what to put for a control.
func clean(s string, limit int, control func(rune) rune) string {
	if limit > 0 && len(s) > limit {
		cut := limit
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	if Safe(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Unsafe(r) {
			return control(r)
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// Safe reports whether s holds nothing that Line would change.
func Safe(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || Unsafe(r) {
			return false
		}
	}
	return true
}

// Unsafe reports whether r is a control or a mark that reorders or hides text.
// Line ends and tabs are controls too.
func Unsafe(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0: // C0, delete, C1
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // bidirectional overrides, isolates
		return true
	case r == 0x200e, r == 0x200f, r == 0x061c: // direction marks
		return true
	case r == 0x200b, r == 0x2060, r == 0xfeff, r == 0x00ad: // zero width, soft hyphen
		return true
	case r == 0x2028, r == 0x2029: // line and paragraph separators
		return true
	case r >= 0xe0000 && r <= 0xe007f: // tags, invisible letters
		return true
	}
	return false
}

// Cell marks as text what a spreadsheet could run as a formula, and what begins
// with that mark itself, so that taking one mark away gives back exactly what
// was there. The wide forms of the signs count too: some spreadsheets read them
// alike.
func Cell(s string) string {
	inner := strings.TrimLeft(s, " \u00a0\u3000")
	if strings.HasPrefix(s, CellMark) || inner != "" && strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", []rune(inner)[0]) {
		return CellMark + s
	}
	return s
}

// CellMark is the mark that spreadsheets take as "what follows is text".
const CellMark = "'"
