package checklist

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/page"
)

// asked is one request for the questions. Its answer is taken only while the
// page still waits for that request.
type asked struct{ desk *study.Desk }

// loaded answers a request.
type loaded struct {
	asked  *asked
	groups []study.CheckGroup
	err    error
}

func (c *Checklist) load() tea.Cmd {
	c.asked = &asked{c.desk}
	return load(c.env, c.asked)
}

func load(env page.Env, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		groups, err := a.desk.Checklist(ctx)
		return loaded{a, groups, err}
	})
}

func (c *Checklist) onLoaded(msg loaded) {
	if msg.asked != c.asked {
		return // of a page before this one, or asked again since
	}
	c.asked = nil
	if c.failed = msg.err != nil; !c.failed {
		c.groups = msg.groups
	}
	if _, ok := c.group(c.at.category); !ok {
		c.at.category = "" // a name the course lacks: the whole list serves
	}
	if c.check(c.at.question) == nil {
		c.at.question = ""
		c.note.Blur()
	}
	c.draw()
}

// An act is a tick or a note on its way to the record: the whole check, as the
// learner wants it.
type act struct {
	question lessons.QuestionID
	asked    bool
	note     string
	written  bool // it ends the writing of a note
}

// saved says that the record has an act.
type saved struct{ act *act }

// keep sends an act to the record. While another is on its way it does
// nothing: the two could overtake each other.
func (c *Checklist) keep(a act) tea.Cmd {
	if c.saving != nil {
		return nil
	}
	c.saving = &a
	return save(c.env, c.desk, c.saving)
}

func save(env page.Env, desk *study.Desk, a *act) tea.Cmd {
	return env.Save(func(ctx context.Context) error { return desk.SaveCheck(ctx, a.question, a.asked, a.note) }, saved{a})
}

func (c *Checklist) onSaved(msg saved) tea.Cmd {
	if msg.act != c.saving {
		return nil // of a page before this one
	}
	c.saving = nil
	if c.asked != nil {
		return c.load() // what is on its way may not have it
	}
	if k := c.check(msg.act.question); k != nil {
		k.Asked, k.Note = msg.act.asked, msg.act.note
	}
	if msg.act.written {
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
