package checklist

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
)

// The errands of this page, and their answers: the questions are asked for, and
// a tick or a note goes to the record.
type (
	loads  = errand.Runner[*Checklist, []study.CheckGroup]
	loaded = errand.Done[*Checklist, []study.CheckGroup]
	saves  = errand.Runner[*Checklist, act]
	saved  = errand.Done[*Checklist, act]
)

func (c *Checklist) load() tea.Cmd {
	return c.loads.Fetch(c.env, c.desk.Checklist, (*Checklist).onLoaded)
}

func (c *Checklist) onLoaded(groups []study.CheckGroup, err error) tea.Cmd {
	if c.failed = err != nil; !c.failed {
		c.groups = groups
	}
	if _, ok := c.group(c.at.category); !ok {
		c.at.category = "" // a name the course lacks: the whole list serves
	}
	if c.check(c.at.question) == nil {
		c.at.question = ""
		c.note.Blur()
	}
	c.draw()
	return nil
}

// An act is a tick or a note on its way to the record: the whole check, as the
// learner wants it.
type act struct {
	question lessons.QuestionID
	asked    bool
	note     string
	written  bool // it ends the writing of a note
}

// keep sends an act to the record. While another is on its way it does
// nothing: the two could overtake each other.
func (c *Checklist) keep(a act) tea.Cmd {
	if c.saves.Saving() {
		return nil
	}
	desk := c.desk
	return c.saves.Save(c.env, func(ctx context.Context) (act, error) {
		return a, desk.SaveCheck(ctx, a.question, a.asked, a.note)
	}, (*Checklist).onSaved)
}

func (c *Checklist) onSaved(a act) tea.Cmd {
	if c.loads.Busy() {
		return c.load() // what is on its way may not have it
	}
	if k := c.check(a.question); k != nil {
		k.Asked, k.Note = a.asked, a.note
	}
	if a.written {
		c.note.Blur()
	}
	c.draw()
	return nil
}

// toggle ticks a question, or takes the tick away.
func (c *Checklist) toggle(id lessons.QuestionID) tea.Cmd {
	k := c.check(id)
	if k == nil {
		return nil
	}
	return c.keep(act{question: id, asked: !k.Asked, note: k.Note})
}

// check is one question with what is kept of it; nil for none of that id.
func (c *Checklist) check(id lessons.QuestionID) *study.Check {
	for i := range c.groups {
		for j := range c.groups[i].Checks {
			if k := &c.groups[i].Checks[j]; k.Question.ID == id {
				return k
			}
		}
	}
	return nil
}

func (c *Checklist) group(category string) (study.CheckGroup, bool) {
	i := slices.IndexFunc(c.groups, func(g study.CheckGroup) bool { return g.Category.ID == category })
	if i < 0 {
		return study.CheckGroup{}, false
	}
	return c.groups[i], true
}

// run is the questions that "next" goes through: those of the category, or
// those for a first call.
func (c *Checklist) run() []study.Check {
	if g, ok := c.group(c.at.category); ok {
		return g.Checks
	}
	var first []study.Check
	for _, g := range c.groups {
		for _, k := range g.Checks {
			if k.Question.FirstCall {
				first = append(first, k)
			}
		}
	}
	return first
}
