// Package checklist is the page of questions to ask a treatment program: the
// ones for a first call and all by subject, each with what to listen for, a
// tick and a note. A tick or note is drawn when the record has it, not before.
package checklist

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Checklist is the page of questions to ask.
type Checklist struct {
	env  page.Env
	desk *study.Desk
	keys bindings

	loads  loads
	saves  saves // one at a time
	groups []study.CheckGroup
	failed bool // the questions could not be read; the page says so
	at     spot

	list  kit.Menu    // of questions, or of subjects
	sheet kit.Passage // the question that is open
	note  kit.Field   // has the focus while a note is written

	width, height int
}

// New returns the page, open at a category and a question when they are named.
// It loads nothing until Init.
func New(env page.Env, desk *study.Desk, category, question string) *Checklist {
	return &Checklist{
		env: env, desk: desk, keys: newBindings(env), at: spot{category: category, question: lessons.QuestionID(question)},
		list: kit.NewMenu(env.Theme), sheet: kit.NewPassage(env.Theme),
		note: kit.NewField(env.Theme, env.Words.T("checklist.note-prompt"), study.NoteLimit),
	}
}

// Inherit goes on where the former page was, in the middle of a note too.
func (c *Checklist) Inherit(was page.Page) {
	old, ok := was.(*Checklist)
	if !ok {
		return
	}
	c.at, c.saves = old.at, old.saves
	if id, ok := old.list.Selected(); ok && c.at.question == "" {
		c.at.row = id
	}
	if old.note.Focused() {
		c.note.SetValue(old.note.Value())
		c.note.Focus()
	}
}

// Init asks for the questions.
func (c *Checklist) Init() tea.Cmd { return c.load() }

// Update gives a message to its handler.
func (c *Checklist) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		return c.loads.Took(c, msg)
	case saved:
		return c.saves.Took(c, msg)
	case tea.KeyPressMsg:
		return c.onKey(msg)
	case tea.PasteMsg:
		if c.Typing() {
			c.note.Update(msg)
		}
	case tea.MouseWheelMsg:
		c.onWheel(msg)
	case tea.MouseClickMsg:
		return c.onClick(msg)
	}
	return nil
}

// Resize lays everything out anew.
func (c *Checklist) Resize(width, height int) tea.Cmd {
	c.width, c.height = width, height
	c.draw()
	return nil
}

// Typing reports whether letters go into a note.
func (c *Checklist) Typing() bool { return c.note.Focused() }

// View draws the level the learner is on.
func (c *Checklist) View() string {
	view, more := c.list.View(), c.list.More()
	switch {
	case c.Typing():
		view, more = c.noteView(), ""
	case c.open():
		view, more = c.sheet.View(nil), c.sheet.More()
	}
	return kit.Framed(view, more, c.width, c.env.TextWidth, c.env.Theme)
}

// Prints is the questions of the subject, or all of them.
func (c *Checklist) Prints() string {
	switch _, ok := c.group(c.at.category); {
	case ok:
		return "checklist/" + c.at.category
	case c.groups == nil:
		return ""
	}
	return "checklist"
}

// Title says which questions these are.
func (c *Checklist) Title() string {
	title := c.env.Words.T("checklist.title")
	if g, ok := c.group(c.at.category); ok {
		title += " > " + c.name(g)
	}
	return title
}

// Keys lists what works now.
func (c *Checklist) Keys() help.KeyMap { return c.keys.now(c) }

func (c *Checklist) onKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case c.Typing():
		return c.onNoteKey(msg)
	case c.open():
		return c.onSheetKey(msg)
	}
	return c.onListKey(msg)
}

func (c *Checklist) onListKey(msg tea.KeyPressMsg) tea.Cmd {
	k := c.env.Keys
	id, _ := c.list.Selected()
	q, onQuestion := questionOf(id)
	switch {
	case onQuestion && key.Matches(msg, c.keys.tick):
		return c.toggle(q)
	case c.list.Update(msg, k):
		return nil
	case key.Matches(msg, k.Enter):
		return c.choose(id)
	case key.Matches(msg, k.Back):
		return c.back()
	}
	return nil
}

func (c *Checklist) onSheetKey(msg tea.KeyPressMsg) tea.Cmd {
	k := c.env.Keys
	switch {
	case key.Matches(msg, c.keys.tick):
		return c.toggle(c.at.question)
	case key.Matches(msg, c.keys.note):
		c.write()
	case c.sheet.Update(msg, k):
		return nil
	case key.Matches(msg, k.Enter):
		if id, ok := c.sheet.Choose(); ok {
			return c.act(id)
		}
	case key.Matches(msg, k.Back):
		return c.back()
	}
	return nil
}

func (c *Checklist) onWheel(msg tea.MouseWheelMsg) {
	switch {
	case c.Typing():
	case c.open():
		c.sheet.Update(msg, c.env.Keys)
	default:
		c.list.Update(msg, c.env.Keys)
	}
}

func (c *Checklist) onClick(msg tea.MouseClickMsg) tea.Cmd {
	enter := tea.KeyPressMsg{Code: tea.KeyEnter}
	switch {
	case msg.Button != tea.MouseLeft || c.Typing():
	case c.open():
		if on, _ := c.sheet.Click(msg.Y); on {
			return c.onKey(enter)
		}
	case c.list.Click(msg.Y):
		return c.onKey(enter)
	}
	return nil
}
