package course

import "strings"

// What a text may hold at most. The Markdown library takes seconds over deep
// nesting and very wide tables, so these are looked for before it runs.
const (
	maxNesting = 8  // quotes, lists and brackets within each other
	maxBars    = 40 // "|" in a line
)

// tooNested returns where text is nested too deep, and how, or "".
func tooNested(text string) (offset int, what string) {
	var lists []int // the columns at which the text of the open lists begins
	var open brackets
	for line := range strings.Lines(text) {
		switch depth, after := containers(line, lists); {
		case depth > maxNesting:
			return offset, "quotes and lists nested deeper than 8 levels"
		case strings.Count(line, "|") > maxBars:
			return offset, "a table with too many columns"
		default:
			lists = after
		}
		if strings.TrimSpace(line) == "" {
			open = brackets{} // none reaches over the end of a paragraph
		}
		if open = open.after(line); open.tooMany() {
			return offset, "brackets nested deeper than 8 levels"
		}
		offset += len(line)
	}
	return 0, ""
}

// brackets counts those that are open.
type brackets struct{ square, round int }

// after returns the brackets that are open at the end of line, or where the
// first one too many is.
func (b brackets) after(line string) brackets {
	for i := 0; i < len(line) && !b.tooMany(); i++ {
		switch line[i] {
		case '[':
			b.square++
		case ']':
			b.square = max(0, b.square-1)
		case '(':
			b.round++
		case ')':
			b.round = max(0, b.round-1)
		}
	}
	return b
}

func (b brackets) tooMany() bool { return b.square > maxNesting || b.round > maxNesting }

// containers returns how many quotes and lists a line stands in, and the lists
// that are open after it, given those open before.
func containers(line string, lists []int) (depth int, open []int) {
	column, quotes, rest := 0, 0, line
	open = lists
	for quotes+len(open) <= maxNesting {
		trimmed := strings.TrimLeft(rest, " ")
		column += len(rest) - len(trimmed)
		if strings.HasPrefix(trimmed, ">") {
			quotes++
			column++
			rest = trimmed[1:]
			continue
		}
		marker := listMarker(trimmed)
		if strings.TrimSpace(trimmed) != "" {
			open = within(open, column)
		}
		if marker == 0 || isRule(trimmed) {
			break
		}
		column += marker
		open = append(open, column)
		rest = trimmed[marker:]
	}
	return quotes + len(open), open
}

// within returns the lists that text at the column can belong to.
func within(lists []int, column int) []int {
	n := len(lists)
	for n > 0 && lists[n-1] > column {
		n--
	}
	return lists[:n:n]
}

// listMarker returns the length of the "- " or "1. " that s starts with, or 0.
func listMarker(s string) int {
	digits := 0
	for digits < len(s) && digits < 9 && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	switch {
	case len(s) < 2:
		return 0
	case digits > 0 && len(s) > digits+1 && (s[digits] == '.' || s[digits] == ')') && blank(s[digits+1]):
		return digits + 2
	case digits == 0 && strings.IndexByte("-+*", s[0]) >= 0 && blank(s[1]):
		return 2
	}
	return 0
}

func blank(c byte) bool { return c == ' ' || c == '\n' }

// isRule reports whether s is a line across the page: "- - -".
func isRule(s string) bool {
	marks := strings.ReplaceAll(strings.TrimSpace(s), " ", "")
	return len(marks) >= 3 && (strings.Trim(marks, "-") == "" || strings.Trim(marks, "*") == "")
}
