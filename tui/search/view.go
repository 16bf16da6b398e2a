package search

import (
	"strconv"
	"strings"

	"porchlight/internal/find"
	"porchlight/internal/study"
	"porchlight/tui/kit"
)

// toRetry is the id of the item that looks again. Nothing else has it.
const toRetry = "/retry"

// excerptLines is how many lines of a finding are shown at most.
const excerptLines = 2

// headLines is what stands above the findings: the field, how many there are,
// and a blank line where there is room.
func (s *Search) headLines() int {
	if s.height > kit.Tight {
		return 3
	}
	return 2
}

// draw lays out the findings.
func (s *Search) draw() {
	if s.width == 0 {
		return
	}
	s.menu.SetSize(kit.Room(s.width, s.env.TextWidth), max(1, s.height-s.headLines()))
	if s.failed {
		s.menu.SetItems([]kit.Item{{ID: toRetry, Text: s.env.Words.T("load.again")}})
		return
	}
	items := make([]kit.Item, 0, 2*len(s.found.Found))
	for i, f := range s.found.Found {
		if i > 0 && s.height > kit.Tight {
			items = append(items, kit.Item{Head: true})
		}
		items = append(items, s.item(i, f))
	}
	s.menu.SetItems(items)
}

// item is a finding: what it is called, and the line that was found with the
// words marked.
func (s *Search) item(i int, f find.Finding) kit.Item {
	t, room := s.env.Theme, kit.Room(s.width, s.env.TextWidth)-kit.MarkWidth
	name := t.Strong
	if f.Urgent {
		name = t.Care
	}
	var lines []string
	for _, l := range kit.Wrap(study.Called(f.Entry, s.env.Words), room) {
		lines = append(lines, name.Render(l))
	}
	indent := strings.Repeat(" ", kit.MarkWidth)
	said, marks := find.Excerpt(f.Line, f.Marks, excerptLines*(room-kit.MarkWidth)-8)
	if said != "" {
		for _, l := range marked(said, marks, room-kit.MarkWidth, t.Plain.Render, t.Found.Render) {
			lines = append(lines, indent+l)
		}
	}
	if f.More > 0 {
		lines = append(lines, indent+t.Quiet.Render(kit.Clip(s.env.Words.N("search.more", f.More), room-kit.MarkWidth)))
	}
	return kit.Item{ID: strconv.Itoa(i), Lines: lines}
}

// marked wraps a text and draws its marks in another way than the rest.
func marked(text string, marks []find.Span, width int, plain, found func(string) string) []string {
	lines := kit.Wrap(text, width)
	at := 0
	for i, line := range lines {
		at += strings.Index(text[at:], line) // the spaces between lines are left out
		var out strings.Builder
		from := 0
		for _, m := range marks {
			lo, hi := max(m.From-at, from), min(m.To-at, len(line))
			if lo >= hi {
				continue
			}
			out.WriteString(plain(line[from:lo]) + found(line[lo:hi]))
			from = hi
		}
		lines[i] = out.String() + plain(line[from:])
		at += len(line)
	}
	return lines
}

// View draws the field, what it found, and the findings.
func (s *Search) View() string {
	t, room := s.env.Theme, kit.Room(s.width, s.env.TextWidth)
	margin := strings.Repeat(" ", kit.Margin(s.width))
	head := []string{margin + s.field.View()}
	if s.menu.Len() == 0 { // there is room for all of it
		for _, line := range kit.Wrap(s.says(), room) {
			head = append(head, margin+t.Quiet.Render(line))
		}
		return strings.Join(head, "\n")
	}
	head = append(head, margin+t.Quiet.Render(kit.Clip(s.says(), room)))
	if s.headLines() > 2 {
		head = append(head, "")
	}
	list := kit.Framed(s.menu.View(), s.menu.More(), s.width, s.env.TextWidth, t)
	return strings.Join(head, "\n") + "\n" + list
}

// says is what there is to say of the search: what to type, or how much was
// found. While an answer is on its way the last one stays.
func (s *Search) says() string {
	w := s.env.Words
	switch {
	case s.failed:
		return w.T("search.failed")
	case strings.TrimSpace(s.found.Words) == "" && s.asked != nil && s.field.Value() != "":
		return ""
	case len([]rune(strings.TrimSpace(s.found.Words))) < 2 && s.found.Total == 0:
		return w.T("search.how")
	}
	return s.found.Count(w)
}
