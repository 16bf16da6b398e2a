package call

import (
	"strings"

	"porchlight/internal/study"
	"porchlight/tui/kit"
)

// noteView is the question and what to listen for, as much of it as there is
// room for, and under it the line to type in and whether the record has it.
func (c *Call) noteView() string {
	w, t, a := c.env.Words, c.env.Theme, c.ask()
	state, style := c.desk.Kept(), t.Quiet
	switch {
	case c.note.Cut():
		state = "checklist.note-cut"
	case !c.saves(a):
		state = "call.saving"
	case c.note.Value() == "":
		state = "call.note-hint"
	}
	below := append([]string{c.note.View()}, styled(kit.Wrap(w.T(state), c.room()), style)...)
	above, room := c.lines(a), max(0, c.height-len(below))
	if len(above) > room {
		above = c.short(a, room)
	}
	return strings.Join(append(above, below...), "\n")
}

// short is the question and what to listen for in few lines. The warning sign
// stays whole, for it is listened for at this very moment, and so does the
// question while there is room. What a good answer sounds like is cut first,
// then the number and the count.
func (c *Call) short(a *study.Ask, room int) []string {
	ask := c.question(a)
	good, warning := kit.Sheet{Width: c.room()}, kit.Sheet{Width: c.room()}
	c.labelled(&good, "checklist.good", a.Question.Good)
	c.labelled(&warning, "checklist.warning", a.Question.Warning)
	ask = firstLines(ask, room-len(warning.Lines), c.room())
	left := room - len(ask) - len(warning.Lines)
	var lines []string
	if head := c.head(); len(head) <= left {
		lines, left = head, left-len(head)
	}
	lines = append(append(lines, ask...), firstLines(good.Lines, left, c.room())...)
	return append(lines, firstLines(warning.Lines, room, c.room())...)
}

// more stands where a text goes on that there is no room for.
const more = " ..."

// firstLines is as many lines as there is room for; the last one says so where
// that is not all of them.
func firstLines(lines []string, room, width int) []string {
	if room >= len(lines) {
		return lines
	}
	if room <= 0 {
		return nil
	}
	cut := append([]string{}, lines[:room]...)
	cut[room-1] = kit.Clip(cut[room-1], width-len(more)) + more
	return cut
}
