package kit

import (
	"strings"

	"porchlight/internal/cells"
)

// A drawnItem is an item as it was drawn.
type drawnItem struct {
	as    itemAs
	lines []string
}

// itemAs is all that the lines of an item depend on.
type itemAs struct {
	mark, text, right, under string
	head, chosen             bool
	width                    int
}

// linesOf draws an item, unless it looks as it did when it was drawn last: a
// live page is written anew many times while most of it stays.
func (m *Menu) linesOf(i int, it Item) []string {
	chosen := i == m.at
	if it.Lines != nil {
		return m.draw(it, chosen)
	}
	for len(m.drawn) <= i {
		m.drawn = append(m.drawn, drawnItem{})
	}
	as, was := itemAs{it.Mark, it.Text, it.Right, it.Under, it.Head, chosen, m.width}, &m.drawn[i]
	if was.as != as || was.lines == nil {
		*was = drawnItem{as, m.draw(it, chosen)}
	}
	return was.lines
}

func (m *Menu) draw(it Item, chosen bool) []string {
	if it.Head {
		return m.drawHead(it)
	}
	mark, style := "  ", m.theme.Plain
	if chosen {
		mark, style = "> ", m.theme.Selected
	}
	lines := it.Lines
	if lines == nil {
		lines = m.drawText(it, style.Render)
	}
	out := make([]string, len(lines))
	for i, line := range lines {
		if i > 0 {
			mark = "  "
		}
		out[i] = m.theme.Accent.Render(mark) + line
	}
	return out
}

func (m *Menu) drawText(it Item, style func(string) string) []string {
	room := max(1, m.width-MarkWidth)
	lines := Hang(it.Mark, it.Text, room)
	for i := range lines {
		lines[i] = style(lines[i])
	}
	last := len(lines) - 1
	if cells.Width(it.Right) <= room {
		lines = append(lines[:last], Apart(lines[last], m.theme.Quiet.Render(it.Right), room)...)
	} else {
		lines = append(lines, m.below(it.Right, room)...)
	}
	return append(lines, m.below(it.Under, room)...)
}

// below is quiet words under an item, set in from its text so that they do not
// read as an item of their own.
func (m *Menu) below(text string, room int) []string {
	if text == "" {
		return nil
	}
	lines := Wrap(text, room-MarkWidth)
	for i := range lines {
		lines[i] = strings.Repeat(" ", MarkWidth) + m.theme.Quiet.Render(lines[i])
	}
	return lines
}

func (m *Menu) drawHead(it Item) []string {
	if it.Lines != nil {
		return it.Lines
	}
	if it.Text == "" {
		return []string{""}
	}
	lines := Wrap(it.Text, m.width)
	for i := range lines {
		lines[i] = m.theme.Heading.Render(lines[i])
	}
	if it.Under != "" {
		for _, line := range Wrap(it.Under, m.width) {
			lines = append(lines, m.theme.Quiet.Render(line))
		}
	}
	return lines
}
