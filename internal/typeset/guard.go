package typeset

import (
	"errors"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// What Set refuses. The limits are far above any lesson; they keep a hostile
// pack from taking the process's time and memory.
var (
	ErrTooLong = errors.New("typeset: the text is longer than 256 KiB, or would be when drawn")
	ErrTooDeep = errors.New("typeset: the text is nested deeper than 8")
	ErrTooMany = errors.New("typeset: a table has too many cells, or a paragraph too many marks")
)

const (
	maxSource = 256 << 10
	maxDrawn  = 1 << 20
	maxDepth  = 8
	maxCells  = 1 << 14
	maxMarks  = 1 << 11 // of emphasis and links: goldmark's time grows with their square
)

// guard refuses text that would cost goldmark more than it is worth. It stops
// at the first line that shows it.
func guard(markdown string) error {
	if len(markdown) > maxSource {
		return ErrTooLong
	}
	var open []int // the columns where the texts of open list items start
	columns, rows, marks := 0, 0, 0
	for line := range strings.Lines(markdown) {
		var depth int
		depth, open = nesting(line, open)
		if depth > maxDepth {
			return ErrTooDeep
		}
		// A short row is filled up to the width of the table's head.
		if n := delimiters(line); n > 0 {
			columns, rows = n, 0
		} else if strings.TrimSpace(line) == "" {
			columns, marks = 0, 0
		}
		rows++
		for i := range len(line) {
			if c := line[i]; c == '*' || c == '_' || c == '[' || c == ']' {
				marks++
			}
		}
		if columns*rows > maxCells || marks > maxMarks {
			return ErrTooMany
		}
	}
	return nil
}

// nesting counts the quotations and list items a line stands in, and returns
// the list items still open after it. It looks no further than maxDepth.
func nesting(line string, open []int) (int, []int) {
	quotes, col, started := 0, 0, false
	for i := 0; i < len(line) && quotes+len(open) <= maxDepth+1; {
		switch c := line[i]; {
		case c == ' ', c == '\t':
			i, col = i+1, col+1
			continue
		case c == '\n', c == '\r':
			return quotes, open // a blank line closes nothing
		case c == '>':
			quotes, i, col = quotes+1, i+1, col+1
			continue
		}
		if !started {
			open, started = closed(open, col), true
		}
		n := marker(line[i:])
		if n == 0 || ruled(line[i:]) {
			break
		}
		i, col = i+n, col+n
		open = append(open, col)
	}
	return quotes + len(open), open
}

// closed drops the list items whose text starts right of col.
func closed(open []int, col int) []int {
	for len(open) > 0 && open[len(open)-1] > col {
		open = open[:len(open)-1]
	}
	return open
}

// marker is the length of the list marker s starts with and the space after
// it, or 0.
func marker(s string) int {
	n := 0
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	switch {
	case n > 0 && n < len(s) && (s[n] == '.' || s[n] == ')'):
	case n == 0 && (s[0] == '-' || s[0] == '*' || s[0] == '+'):
	default:
		return 0
	}
	if n++; n < len(s) && s[n] != ' ' && s[n] != '\t' && s[n] != '\n' {
		return 0
	}
	return n + 1
}

// ruled reports whether s is a thematic break, "- - -", and no list.
func ruled(s string) bool {
	s = strings.TrimRight(s, " \t\r\n")
	return strings.Count(s, s[:1]) >= 3 && strings.Trim(s, s[:1]+" \t") == ""
}

// delimiters is the number of columns of a table's delimiter row, "|---|:--|";
// 0 for any other line.
func delimiters(line string) int {
	if strings.IndexByte(line, '-') < 0 || strings.Trim(line, "|-:> \t\r\n") != "" {
		return 0
	}
	if n := strings.Count(line, "|"); n > 0 {
		return n + 1
	}
	return 0
}

// deep is the exact check, on the document as parsed.
func deep(n ast.Node, depth int) bool {
	if depth > maxDepth {
		return true
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		down := depth
		switch c.Kind() {
		case ast.KindBlockquote, ast.KindListItem, ast.KindEmphasis:
			down++
		}
		if c.HasChildren() && deep(c, down) {
			return true
		}
	}
	return false
}
