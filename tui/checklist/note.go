package checklist

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/kit"
)

// write begins a note on the open question, with the words of the one there is.
func (c *Checklist) write() {
	if k := c.check(c.at.question); k != nil && !c.saves.Saving() {
		c.note.SetValue(k.Note)
		c.note.Focus()
	}
}

// onNoteKey types into the note. Only Enter and Esc mean anything else.
func (c *Checklist) onNoteKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, c.keys.keepNote):
		return c.keepNote()
	case key.Matches(msg, c.keys.dropNote):
		if !c.saves.Saving() {
			c.note.Blur()
		}
	case !c.saves.Saving(): // what is on its way to the record stays as it is
		c.note.Update(msg)
	}
	return nil
}

// keepNote sends the note to the record.
func (c *Checklist) keepNote() tea.Cmd {
	k := c.check(c.at.question)
	if k == nil {
		return nil
	}
	return c.keep(act{question: c.at.question, asked: k.Asked, note: strings.TrimSpace(c.note.Value()), written: true})
}

// Keep writes what stands in the note before the program closes.
func (c *Checklist) Keep(then tea.Cmd) tea.Cmd {
	var cmd tea.Cmd
	if c.Typing() && !c.saves.Saving() {
		cmd = c.keepNote()
	}
	return tea.Batch(cmd, c.saves.Keep(then))
}

// noteView is the question, as much of it as there is room for, and the line
// to type in.
func (c *Checklist) noteView() string {
	k := c.check(c.at.question)
	if k == nil {
		return c.note.View()
	}
	room := kit.Room(c.width, c.env.TextWidth)
	hint := "checklist.note-hint"
	if c.note.Cut() {
		hint = "checklist.note-cut"
	}
	below := c.styled(kit.Wrap(c.env.Words.T(hint), room), c.env.Theme.Quiet.Render)
	lines := c.styled(kit.Hang(box(k.Asked), k.Question.Ask, room), c.env.Theme.Strong.Render)
	left := c.height - 1 - len(below)
	if len(lines)+1 < left {
		lines = append(lines, "")
	}
	lines = append(lines[:min(len(lines), max(0, left))], c.note.View())
	return strings.Join(append(lines, below...), "\n")
}
