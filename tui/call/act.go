package call

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// What can be done besides giving a mark.
const (
	doNote     = "note"
	doNext     = "next"
	doPrevious = "previous"
	doHide     = "hide"
	doOpen     = "still-open"
	doCompare  = "compare"
	doBack     = "back"
)

// choose does what an item says.
func (c *Call) choose(id string) tea.Cmd {
	for _, m := range marks() {
		if m.id == id {
			return c.mark(m)
		}
	}
	switch id {
	case doNote:
		c.write()
	case doNext:
		return c.move(1)
	case doPrevious:
		return c.move(-1)
	case doHide:
		return c.hide()
	case doOpen:
		return c.goTo(c.firstOpen())
	case doCompare:
		return c.Keep(page.By(c, page.Go(page.Compare{})))
	case doBack:
		return c.leave()
	}
	return nil
}

// mark keeps what was made of the answer, and goes on to the next question. A
// note stays as it is.
func (c *Call) mark(m mark) tea.Cmd {
	to := c.heard(c.ask())
	to.Sign, to.Asked = m.sign, m.asked
	return tea.Batch(c.change(to), c.move(1))
}

// move goes on or back by a question. Behind the last one is the end.
func (c *Call) move(by int) tea.Cmd { return c.goTo(c.at + by) }

func (c *Call) goTo(at int) tea.Cmd {
	c.note.Blur()
	if at < 0 || at > len(c.call.Asks) {
		c.draw()
		return nil
	}
	c.at = at
	c.kept.seat = c.seat()
	c.sheet = kit.NewPassage(c.env.Theme)
	c.draw()
	return c.save()
}

// firstOpen is the first question that nobody asked yet; the first of all if
// there is none.
func (c *Call) firstOpen() int {
	for i := range c.call.Asks {
		if c.heard(&c.call.Asks[i]).Open() {
			return i
		}
	}
	return 0
}

// open counts the questions not asked yet.
func (c *Call) open() int {
	n := 0
	for i := range c.call.Asks {
		if c.heard(&c.call.Asks[i]).Open() {
			n++
		}
	}
	return n
}

// write begins a note on the question in front, with the words there are.
func (c *Call) write() {
	c.note.SetValue(c.heard(c.ask()).Note)
	c.note.Focus()
}

// onNote types into the note. Enter goes on to the next question, Esc back to
// the marks; what is typed is kept either way.
func (c *Call) onNote(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, c.keys.nextNote):
		return c.move(1)
	case key.Matches(msg, c.keys.done):
		c.note.Blur()
		c.draw()
		return nil
	}
	c.note.Update(msg)
	return c.typed()
}

// typed keeps the note as it stands. The first words on a question that has no
// mark yet mean that it was asked.
func (c *Call) typed() tea.Cmd {
	to := c.heard(c.ask())
	if to.Note == "" && to.Open() && c.note.Value() != "" {
		to.Asked = true
	}
	to.Note = c.note.Value()
	if to.Note == "" && to.Sign == record.NoSign {
		to.Asked = false
	}
	return c.change(to)
}

// saves reports whether the record has what is typed.
func (c *Call) saves(a *study.Ask) bool {
	_, waits := c.kept.want[a.Question.ID]
	return !waits
}
