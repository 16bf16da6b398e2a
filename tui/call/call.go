// Package call is the page for the time one is on the phone with a treatment
// program: one question at a time, what a good answer sounds like and what is a
// warning sign, one key for what was heard, and a note typed while listening.
// A note is written to the record as it is typed, and the page says saved when
// it is there, not before.
package call

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Call is the page of one call.
type Call struct {
	env      page.Env
	desk     *study.Desk
	keys     bindings
	provider string

	loads  errand.Runner[*Call, study.Call]
	call   *study.Call // as the record has it; nil until it is loaded
	failed string      // the words that say why it could not be read
	at     int         // the question in front; len(call.Asks) is the end
	kept   keeping

	sheet kit.Passage
	note  kit.Field // has the focus while a note is written

	width, height int
}

// New returns the page of a call with one provider. It loads nothing until
// Init.
func New(env page.Env, desk *study.Desk, provider string) *Call {
	return &Call{
		env: env, desk: desk, keys: newBindings(env), provider: provider,
		sheet: kit.NewPassage(env.Theme),
		note:  kit.NewField(env.Theme, env.Words.T("checklist.note-prompt"), study.NoteLimit),
		kept:  keeping{want: map[lessons.QuestionID]answer{}},
	}
}

// Inherit goes on where the former page was, in the middle of a note too.
func (c *Call) Inherit(was page.Page) {
	old, ok := was.(*Call)
	if !ok {
		return
	}
	c.call, c.at, c.kept = old.call, old.at, old.kept
	if old.note.Focused() {
		c.note.SetValue(old.note.Value())
		c.note.Focus()
	}
}

// Init asks for the questions.
func (c *Call) Init() tea.Cmd { return c.load() }

// Update gives a message to its handler.
func (c *Call) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*Call, study.Call]:
		return c.loads.Took(c, msg)
	case saved:
		return c.onSaved(msg)
	case hidden:
		if msg.call == c {
			return c.load()
		}
	case tea.KeyPressMsg:
		return c.onKey(msg)
	case tea.PasteMsg:
		if c.Typing() {
			c.note.Update(msg)
			return c.typed()
		}
	case tea.MouseWheelMsg:
		c.sheet.Update(msg, c.env.Keys)
	case tea.MouseClickMsg:
		return c.onClick(msg)
	}
	return nil
}

func (c *Call) onClick(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || c.Typing() {
		return nil
	}
	if on, _ := c.sheet.Click(msg.Y); on {
		return c.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
	}
	return nil
}

func (c *Call) onKey(msg tea.KeyPressMsg) tea.Cmd {
	if c.call == nil {
		return c.onEmpty(msg)
	}
	if heard, ok := c.keys.heard(msg, c.Typing()); ok && !c.ended() {
		return c.mark(heard)
	}
	if c.Typing() {
		return c.onNote(msg)
	}
	k := c.env.Keys
	switch {
	case key.Matches(msg, c.keys.note) && !c.ended():
		c.write()
	case key.Matches(msg, c.keys.next):
		return c.move(1)
	case key.Matches(msg, c.keys.previous):
		return c.move(-1)
	case c.sheet.Update(msg, k):
	case key.Matches(msg, k.Enter):
		if id, ok := c.sheet.Choose(); ok {
			return c.choose(id)
		}
	case key.Matches(msg, k.Back):
		return c.leave()
	}
	return nil
}

// onEmpty is for a page without questions: it can be asked for again, or left.
func (c *Call) onEmpty(msg tea.KeyPressMsg) tea.Cmd {
	switch k := c.env.Keys; {
	case c.sheet.Update(msg, k):
	case key.Matches(msg, k.Back):
		return page.Back
	case key.Matches(msg, k.Enter):
		if _, ok := c.sheet.Choose(); ok {
			return c.load()
		}
	}
	return nil
}

// Resize lays everything out anew.
func (c *Call) Resize(width, height int) tea.Cmd {
	c.width, c.height = width, height
	c.draw()
	return nil
}

// Typing reports whether letters go into a note.
func (c *Call) Typing() bool { return c.note.Focused() }

// View draws the question in front, or the note on it.
func (c *Call) View() string {
	view, more := c.sheet.View(nil), c.sheet.More()
	if c.Typing() {
		view, more = c.noteView(), ""
	}
	return kit.Framed(view, more, c.width, c.env.TextWidth, c.env.Theme)
}

// Prints is the questions for this provider, with what was heard.
func (c *Call) Prints() string {
	if c.call == nil {
		return ""
	}
	return "call/" + c.provider
}

// Title says whom the call is with.
func (c *Call) Title() string {
	title := c.env.Words.T("call.title")
	if c.call != nil {
		title += " > " + c.call.Provider.Name
	}
	return title
}

// Keys lists what works now.
func (c *Call) Keys() help.KeyMap { return c.keys.now(c) }
