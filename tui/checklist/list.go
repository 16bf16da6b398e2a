package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// A spot is where in the page the learner is. Without a category and a
// question it is the list of subjects; a question without a category was
// opened from the ones for a first call.
type spot struct {
	category string
	question lessons.QuestionID
	row      string // the item of the list to put the cursor on
}

// Ids of the list's items: a question, a category, or trying again.
const (
	aQuestion = "q/"
	aCategory = "c/"
	toRetry   = "retry"
)

func questionOf(id string) (lessons.QuestionID, bool) {
	q, ok := strings.CutPrefix(id, aQuestion)
	return lessons.QuestionID(q), ok
}

// open reports whether a question is open.
func (c *Checklist) open() bool { return c.at.question != "" && c.groups != nil }

// draw sets the level the learner is on.
func (c *Checklist) draw() {
	if c.width == 0 || c.groups == nil && !c.failed {
		return
	}
	if c.open() {
		c.drawSheet()
		return
	}
	c.list.SetSize(kit.Room(c.width, c.env.TextWidth), c.height)
	switch g, ok := c.group(c.at.category); {
	case c.failed && c.groups == nil:
		c.list.SetItems(c.trouble())
	case ok:
		c.list.SetItems(c.category(g))
	default:
		c.list.SetItems(c.subjects())
	}
	if c.at.row != "" {
		c.list.Select(c.at.row)
		c.at.row = ""
	}
}

// tight is the height up to which no line is left blank.
const tight = 12

func (c *Checklist) airy() bool { return c.height > tight }

// gap is a blank line where there is room for one.
func (c *Checklist) gap(items []kit.Item) []kit.Item {
	if c.airy() {
		return append(items, kit.Item{Head: true})
	}
	return items
}

func (c *Checklist) trouble() []kit.Item {
	w := c.env.Words
	return []kit.Item{
		{Head: true, Lines: kit.Wrap(w.T("load.failed"), kit.Room(c.width, c.env.TextWidth))},
		{Head: true},
		{ID: toRetry, Text: w.T("load.again")},
	}
}

// subjects is the first view: the questions for a first call, then all by
// subject.
func (c *Checklist) subjects() []kit.Item {
	w := c.env.Words
	first := c.run()
	asked := study.CheckGroup{Checks: first}.Asked()
	head := kit.Item{Head: true, Text: w.F("checklist.first-call", locale.Args{"Asked": asked, "Of": len(first)})}
	if c.airy() {
		head.Under = w.T("checklist.first-call-why")
	}
	items := []kit.Item{head}
	for _, k := range first {
		items = append(items, item(k, ""))
	}
	items = c.gap(items)
	items = append(items, kit.Item{Head: true, Text: w.T("checklist.subjects")})
	for _, g := range c.groups {
		items = append(items, kit.Item{
			ID: aCategory + g.Category.ID, Text: c.name(g),
			Right: w.F("checklist.asked-of", locale.Args{"Asked": g.Asked(), "Of": len(g.Checks)}),
		})
	}
	return items
}

// category is the questions of one subject, the ones for a first call with a
// star, and what the star says.
func (c *Checklist) category(g study.CheckGroup) []kit.Item {
	w := c.env.Words
	head := kit.Item{Head: true, Text: c.name(g)}
	var rows []kit.Item
	for _, k := range g.Checks {
		star := ""
		if k.Question.FirstCall {
			star, head.Under = " *", w.T("checklist.star")
		}
		rows = append(rows, item(k, star))
	}
	return append(c.gap([]kit.Item{head}), rows...)
}

// name is what a category is called.
func (c *Checklist) name(g study.CheckGroup) string {
	if g.Category.ID == study.OwnCategory {
		return c.env.Words.T("checklist.own")
	}
	return g.Category.Title
}

func item(k study.Check, star string) kit.Item {
	return kit.Item{ID: aQuestion + string(k.Question.ID), Mark: box(k.Asked), Text: k.Question.Ask + star}
}

// box is a tick or the place for one.
func box(asked bool) string {
	if asked {
		return "[x] "
	}
	return "[ ] "
}

// choose opens what an item of the list stands for.
func (c *Checklist) choose(id string) tea.Cmd {
	if id == toRetry {
		return c.load()
	}
	if q, ok := questionOf(id); ok {
		c.show(q)
	} else if category, ok := strings.CutPrefix(id, aCategory); ok {
		c.at = spot{category: category}
		c.freshList()
	}
	return nil
}

// back leaves the level the learner is on: the question, the category, the
// page.
func (c *Checklist) back() tea.Cmd {
	switch {
	case c.open():
		c.at = spot{category: c.at.category, row: aQuestion + string(c.at.question)}
	case c.at.category != "" && c.groups != nil:
		c.at = spot{row: aCategory + c.at.category}
	default:
		return page.Back
	}
	c.freshList()
	return nil
}

// freshList draws another list, from its top.
func (c *Checklist) freshList() {
	c.list = kit.NewMenu(c.env.Theme)
	c.draw()
}
