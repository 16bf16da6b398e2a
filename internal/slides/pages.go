package slides

import (
	"strings"

	"porchlight/internal/typeset"
)

// A part is the lines of one page.
type part struct {
	from, to int
	title    string
	goes     bool

	// Of a question with its choices, where room is short:
	tight bool  // without empty lines, but for one
	apart int   // that one, before the choices; 0 for none
	again []int // lines of an earlier page that stand above these once more
	left  int   // lines before it that are left out: a heading
}

// paged cuts a text into pages.
func paged(text typeset.Text, height int) (pages []part) {
	for _, s := range sections(text) {
		if first, asks := choices(text, s); asks && s.to-s.from > height {
			pages = append(pages, asked(text, s, first, height)...)
		} else {
			pages = append(pages, split(text, s, height)...)
		}
	}
	return pages
}

// sections cuts a text at its headings. A heading with nothing before the next
// one shares its page.
func sections(text typeset.Text) (list []part) {
	at := part{}
	add := func(to int) {
		from, end := written(text, at.from, to)
		if from < end {
			list = append(list, part{from: from, to: end, title: at.title})
		}
	}
	body := 0 // the line after the heading at hand
	for _, h := range text.Heads {
		if from, to := written(text, body, h.Line); from < to {
			add(h.Line)
			at = part{from: h.Line, title: h.Title}
		} else if at.title == "" {
			at.title = h.Title
		}
		body = headEnd(text, h.Line)
	}
	add(len(text.Plain))
	return list
}

// headEnd is the line after a heading: it may take several.
func headEnd(text typeset.Text, line int) int {
	for line < len(text.Plain) && strings.TrimSpace(text.Plain[line]) != "" {
		line++
	}
	return line
}

// written is a stretch without the empty lines at its ends.
func written(text typeset.Text, from, to int) (int, int) {
	for from < to && strings.TrimSpace(text.Plain[from]) == "" {
		from++
	}
	for to > from && strings.TrimSpace(text.Plain[to-1]) == "" {
		to--
	}
	return from, to
}

// split cuts a section into pages of at most height lines: where a paragraph or
// an item begins, if that leaves something on the page, and else after the last
// line that fits.
func split(text typeset.Text, s part, height int) (pages []part) {
	for from := s.from; from < s.to; {
		to := s.to
		if to-from > height {
			to = breakAt(text, from, from+height)
		}
		_, end := written(text, from, to)
		pages = append(pages, part{from: from, to: end, title: s.title, goes: from > s.from})
		from, _ = written(text, to, s.to)
	}
	return pages
}

// breakAt is the last good place for a break up to a line. Nothing breaks right
// under a heading.
func breakAt(text typeset.Text, from, last int) int {
	under := from
	for _, h := range text.Heads {
		if h.Line >= from && h.Line < last {
			under = headEnd(text, h.Line) + 1
		}
	}
	for line := last; line > under; line-- {
		if begins(text, line) {
			return line
		}
	}
	return last
}

// begins reports whether a paragraph or an item begins on a line.
func begins(text typeset.Text, line int) bool {
	for _, at := range text.Steps {
		if at == line {
			return true
		}
	}
	return strings.TrimSpace(text.Plain[line-1]) == "" && strings.TrimSpace(text.Plain[line]) != ""
}
