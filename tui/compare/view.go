package compare

import (
	"strings"

	"porchlight/internal/checklist"
	"porchlight/internal/locale"
	"porchlight/tui/kit"
)

// The table's measures, in cells.
const (
	narrowest = 15 // a column of answers
	between   = 2
	asking    = 22 // the column of questions, at least
	noteLines = 4  // of a note in the table; all of it stands on the question's own page
)

// room is the width that the comparison has: all of the page, since a table
// reads better wide.
func (c *Compare) room() int { return kit.Room(c.width, c.width) }

// columns is how many programs the table shows at once; 0 where the window is
// too narrow for a table of two.
func (c *Compare) columns() int {
	if c.have == nil {
		return 0
	}
	n := min(len(c.have.Providers), (c.room()-kit.MarkWidth-asking)/(narrowest+between))
	if n < 2 {
		return 0
	}
	return n
}

// measures are the widths of the column of questions and of one of answers.
func (c *Compare) measures() (question, answer int) {
	n := c.columns()
	room := c.room() - kit.MarkWidth
	answer = min(40, (room-max(asking, room/4))/n-between)
	return room - n*(answer+between), answer
}

// draw sets the part that the learner is on.
func (c *Compare) draw() {
	if c.width == 0 || c.have == nil && !c.failed {
		return
	}
	if c.have != nil {
		c.left = max(0, min(c.left, len(c.have.Providers)-max(1, c.columns())))
	}
	if c.at.top() {
		c.rows.SetSize(c.room(), c.height-len(c.header()))
		c.rows.SetItems(c.items())
	} else {
		c.list.SetSize(c.width, c.height)
		c.list.Lay(c.entries)
	}
	if c.at.row != "" {
		c.rows.Select(c.at.row)
		c.list.Select(c.at.row)
		c.at.row = ""
	}
}

// View draws the comparison under the programs' names, or one question.
func (c *Compare) View() string {
	if !c.at.top() {
		return c.list.View()
	}
	head := c.header()
	view := kit.Framed(c.rows.View(), c.rows.More(), c.width, c.width, c.env.Theme)
	if len(head) == 0 {
		return view
	}
	return kit.Framed(strings.Join(head, "\n"), "", c.width, c.width, c.env.Theme) + "\n" + view
}

// header is the names of the programs in view, above the table.
func (c *Compare) header() []string {
	n := c.columns()
	if n == 0 || c.have == nil || !c.at.top() {
		return nil
	}
	t := c.env.Theme
	question, answer := c.measures()
	first := ""
	if c.sideways() {
		first = c.env.Words.F("compare.shown", locale.Args{"From": c.left + 1, "To": c.left + n, "Of": len(c.have.Providers)})
	}
	cells := [][]string{styled(kit.Wrap(first, question), t.Quiet.Render)}
	for _, p := range c.have.Providers[c.left : c.left+n] {
		name := kit.Wrap(p.Name, answer)
		cells = append(cells, styled(name[:min(len(name), 2)], t.Heading.Render))
	}
	rows := sideBySide(cells, question, answer)
	for i := range rows {
		rows[i] = strings.Repeat(" ", kit.MarkWidth) + rows[i]
	}
	return append(rows, strings.Repeat("─", c.room()))
}

// sideBySide joins cells into lines: the first of one width, the others of
// another.
func sideBySide(cells [][]string, first, rest int) []string {
	height := 0
	for _, cell := range cells {
		height = max(height, len(cell))
	}
	lines := make([]string, height)
	for i := range lines {
		var b strings.Builder
		for j, cell := range cells {
			width := rest
			if j == 0 {
				width = first
			} else {
				b.WriteString(strings.Repeat(" ", between))
			}
			text := ""
			if i < len(cell) {
				text = cell[i]
			}
			b.WriteString(kit.Pad(text, width))
		}
		lines[i] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

func styled(lines []string, style func(string) string) []string {
	for i := range lines {
		if lines[i] != "" {
			lines[i] = style(lines[i])
		}
	}
	return lines
}

// said is an answer's sign in words; its colour says nothing that the words do
// not.
func (c *Compare) said(a checklist.Answer) string {
	text := c.env.Words.T("compare.is-" + a.State())
	switch a.State() {
	case "good":
		return c.env.Theme.Good.Render(text)
	case "warning":
		return c.env.Theme.Care.Render(text)
	}
	return text
}
