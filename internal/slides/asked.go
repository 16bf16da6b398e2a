package slides

import (
	"strings"

	"porchlight/internal/typeset"
)

// Who reads choices has to see what they are choices of. A question that is too
// long for a page loses its empty lines first, and its heading; where it still
// is, it breaks between choices, and what is asked stands above the others too.

// choices is the line on which the choices of a section begin, if it has any.
func choices(text typeset.Text, s part) (first int, asks bool) {
	for _, line := range text.Choices {
		if line > s.from && line < s.to {
			return line, true
		}
	}
	return 0, false
}

// asked makes pages of a question whose choices begin on a line.
func asked(text typeset.Text, s part, first, height int) []part {
	s.tight = true
	if filled(text, s.from, s.to) <= height {
		return []part{s.spaced(text, first, height)}
	}
	for _, h := range text.Heads {
		if h.Line == s.from {
			s.from, _ = written(text, headEnd(text, h.Line), s.to)
			s.left = s.from - h.Line
		}
	}
	if filled(text, s.from, s.to) <= height {
		return []part{s.spaced(text, first, height)}
	}
	return broken(text, s, first, height)
}

// spaced is a page with its choices apart from what is asked, where there is room
// for that.
func (p part) spaced(text typeset.Text, first, height int) part {
	if strings.TrimSpace(text.Plain[first-1]) == "" && filled(text, p.from, p.to) < height {
		p.apart = first - 1
	}
	return p
}

// lines is how many lines a page takes.
func (p part) lines(text typeset.Text) int {
	switch {
	case !p.tight:
		return p.to - p.from
	case p.apart > 0:
		return len(p.again) + filled(text, p.from, p.to) + 1
	}
	return len(p.again) + filled(text, p.from, p.to)
}

// broken makes several pages of a question: as many whole choices as fit under
// what is asked, and under it once more the others.
func broken(text typeset.Text, s part, first, height int) (pages []part) {
	above := repeated(text, s.from, first, height)
	choice := filled(text, first, unitEnd(text, first, s.to))
	if filled(text, s.from, first)+choice > height {
		_, end := written(text, s.from, first)
		pages = split(text, part{from: s.from, to: end, title: s.title}, height)
		s.from = first
		if n := len(pages) - 1; n > 0 && filled(text, pages[n].from, first)+choice <= height {
			s.from, pages = pages[n].from, pages[:n] // the rest of it has room for a choice
		}
	}
	for from := s.from; from < s.to; {
		p := part{from: from, title: s.title, tight: true, goes: len(pages) > 0}
		room := height
		if from >= first {
			p.again = above
			room -= len(above)
		}
		p.to = fit(text, max(from, first), s.to, room-filled(text, from, max(from, first)))
		from, _ = written(text, p.to, s.to)
		_, p.to = written(text, p.from, p.to)
		pages = append(pages, p)
	}
	pages[0].left = s.left
	return pages
}

// repeated is the lines of what is asked that stand above later choices: all of
// them where they are few, else the first.
func repeated(text typeset.Text, from, to, height int) (lines []int) {
	for line := from; line < to; line++ {
		if strings.TrimSpace(text.Plain[line]) != "" {
			lines = append(lines, line)
		}
	}
	switch few := height / 3; {
	case few == 0:
		return nil
	case len(lines) > few:
		return lines[:1]
	}
	return lines
}

// fit is where a page ends that begins with a choice and has room for some lines:
// after the last whole choice, or within the first where not even that fits.
func fit(text typeset.Text, from, to, room int) int {
	end := from
	for end < to && filled(text, from, unitEnd(text, end, to)) <= room {
		end = unitEnd(text, end, to)
	}
	if end > from {
		return end
	}
	for end < to && filled(text, from, end+1) <= max(1, room) {
		end++
	}
	return end
}

// unitEnd is where the paragraph after a line ends, with the empty lines behind
// it.
func unitEnd(text typeset.Text, line, to int) int {
	line = min(headEnd(text, line), to)
	for line < to && strings.TrimSpace(text.Plain[line]) == "" {
		line++
	}
	return line
}

// filled counts the lines of a stretch that are not empty.
func filled(text typeset.Text, from, to int) int {
	n := 0
	for _, l := range text.Plain[from:to] {
		if strings.TrimSpace(l) != "" {
			n++
		}
	}
	return n
}
