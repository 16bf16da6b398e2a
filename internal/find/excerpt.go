package find

import (
	"strings"
	"unicode/utf8"
)

// Excerpt is the part of a line around its first mark, in about limit
// characters and cut between words, and the marks that lie in it.
func Excerpt(line string, marks []Span, limit int) (string, []Span) {
	if utf8.RuneCountInString(line) <= limit {
		return line, marks
	}
	from := 0
	if len(marks) > 0 {
		from = before(line, marks[0].From, limit/3)
	}
	to := after(line, from, limit)
	if to == len(line) {
		from = before(line, to, limit) // the end of the line: show more of what leads to it
	}
	head, tail := "", ""
	if from > 0 {
		head = "... "
	}
	if to < len(line) {
		tail = " ..."
	}
	var kept []Span
	for _, m := range marks {
		if m.From >= from && m.To <= to {
			kept = append(kept, Span{m.From - from + len(head), m.To - from + len(head)})
		}
	}
	return head + line[from:to] + tail, kept
}

// before is the beginning of a word at most n characters before byte at.
func before(line string, at, n int) int {
	from := at
	for ; n > 0 && from > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(line[:from])
		from -= size
	}
	if from == 0 {
		return 0
	}
	if i := strings.IndexByte(line[from:at], ' '); i >= 0 {
		return from + i + 1
	}
	return at
}

// after is the end of a word at most n characters after byte from; a word that
// is longer is kept whole.
func after(line string, from, n int) int {
	to := from
	for ; n > 0 && to < len(line); n-- {
		_, size := utf8.DecodeRuneInString(line[to:])
		to += size
	}
	if to == len(line) {
		return to
	}
	if i := strings.LastIndexByte(line[from:to], ' '); i > 0 {
		return from + i
	}
	if i := strings.IndexByte(line[to:], ' '); i >= 0 {
		return to + i
	}
	return len(line)
}
