package checklist

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
)

// What can be done with an open question.
const (
	doTick = "tick"
	doNote = "note"
	doNext = "next"
	doBack = "back"
)

// show opens a question, from its top.
func (c *Checklist) show(id lessons.QuestionID) {
	c.at = spot{category: c.at.category, question: id}
	c.sheet = kit.NewPassage(c.env.Theme)
	c.draw()
}

// act does what an item below the question says.
func (c *Checklist) act(id string) tea.Cmd {
	switch id {
	case doTick:
		return c.toggle(c.at.question)
	case doNote:
		c.write()
	case doNext:
		if next, ok := c.next(); ok {
			c.show(next)
		}
	case doBack:
		return c.back()
	}
	return nil
}

// next is the question after the open one.
func (c *Checklist) next() (lessons.QuestionID, bool) {
	run := c.run()
	i := slices.IndexFunc(run, func(k study.Check) bool { return k.Question.ID == c.at.question })
	if i < 0 || i+1 >= len(run) {
		return "", false
	}
	return run[i+1].Question.ID, true
}

func (c *Checklist) drawSheet() {
	k := c.check(c.at.question)
	room := kit.Room(c.width, c.env.TextWidth)
	c.sheet.SetSize(room, c.height)
	c.sheet.SetText(c.lines(*k, room))
	c.sheet.SetItems(c.actions(*k))
	c.sheet.Mark()
	c.note.SetWidth(room)
}

// lines is the question and what to listen for.
func (c *Checklist) lines(k study.Check, room int) []string {
	w, q := c.env.Words, k.Question
	lines := c.styled(kit.Hang(box(k.Asked), q.Ask, room), c.env.Theme.Strong.Render)
	for _, only := range q.Only {
		lines = append(lines, c.styled(kit.Wrap(w.T("checklist.only-"+only), room), c.env.Theme.Quiet.Render)...)
	}
	for _, part := range []struct{ label, text string }{
		{"checklist.why", q.Why},
		{"checklist.good", q.Good},
		{"checklist.warning", q.Warning},
		{"checklist.note-is", k.Note},
	} {
		if part.text == "" {
			continue
		}
		if c.airy() {
			lines = append(lines, "")
		}
		lines = append(lines, c.labelled(w.T(part.label), part.text, room)...)
	}
	if c.airy() {
		lines = append(lines, "")
	}
	return lines
}

func (c *Checklist) styled(lines []string, style func(string) string) []string {
	for i := range lines {
		lines[i] = style(lines[i])
	}
	return lines
}

// labelled is a label and its text; the label stands out where it stays on one
// line.
func (c *Checklist) labelled(label, text string, room int) []string {
	lines := kit.Wrap(label+" "+text, room)
	if rest, ok := strings.CutPrefix(lines[0], label); ok {
		lines[0] = c.env.Theme.Heading.Render(label) + rest
	}
	return lines
}

func (c *Checklist) actions(k study.Check) []kit.Item {
	w := c.env.Words
	tick, note := "checklist.do-tick", "checklist.do-note"
	if k.Asked {
		tick = "checklist.do-untick"
	}
	if k.Note != "" {
		note = "checklist.do-change-note"
	}
	items := []kit.Item{{ID: doTick, Text: w.T(tick)}, {ID: doNote, Text: w.T(note)}}
	if _, more := c.next(); more {
		items = append(items, kit.Item{ID: doNext, Text: w.T("checklist.do-next")})
	}
	return append(items, kit.Item{ID: doBack, Text: w.T("checklist.do-back")})
}
