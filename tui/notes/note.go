package notes

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

// level is what of the page is in front.
type level int

const (
	showing  level = iota // the paragraph and what can be done with it
	writing               // the note is being written
	removing              // whether all of it is to go
)

// A Note is the page of what the learner puts on one paragraph.
type Note struct {
	env  page.Env
	desk *study.Desk
	id   lessons.ID
	key  string
	keys bindings

	loads errand.Runner[*Note, study.Marked]
	found *study.Marked // nil until then
	stuck error         // why there is none
	kept  keeping
	level level
	body  kit.Passage
	area  kit.Area // has the focus while the note is written
	at    string   // the item to put the mark on

	width, height int
}

// New returns the page of a paragraph by its name. It loads nothing until Init.
func New(env page.Env, desk *study.Desk, lesson, at string) *Note {
	return &Note{
		env: env, desk: desk, id: lessons.ID(lesson), key: at, keys: newBindings(env),
		body: kit.NewPassage(env.Theme), area: kit.NewArea(env.Theme, study.NoteLimit),
	}
}

// Inherit goes on where the former page was, in the middle of a note too.
func (n *Note) Inherit(was page.Page) {
	old, ok := was.(*Note)
	if !ok || old.found == nil {
		return
	}
	heir := old.kept.now
	n.kept.heir, n.level = &heir, old.level
	n.at, _ = old.body.Selected()
	n.area.SetValue(old.area.Value())
	if n.level == writing {
		n.area.Focus()
	}
}

// Init asks for the paragraph.
func (n *Note) Init() tea.Cmd { return n.load() }

// Update gives a message to its handler.
func (n *Note) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*Note, study.Marked]:
		return n.loads.Took(n, msg)
	case saved:
		return n.onSaved(msg)
	case tea.KeyPressMsg:
		return n.onKey(msg)
	case tea.PasteMsg:
		if n.Typing() {
			n.area.Update(msg)
			return n.typed()
		}
	case tea.MouseWheelMsg:
		if !n.Typing() {
			n.body.Update(msg, n.env.Keys)
		}
	case tea.MouseClickMsg:
		return n.onClick(msg)
	}
	return nil
}

// Resize lays everything out anew.
func (n *Note) Resize(width, height int) tea.Cmd {
	n.width, n.height = width, height
	n.draw()
	return nil
}

// Typing reports whether letters go into the note.
func (n *Note) Typing() bool { return n.level == writing }

// Title says whose paragraph it is.
func (n *Note) Title() string {
	if n.found == nil {
		return n.env.Words.T("note.title")
	}
	return n.found.Title
}

// Keys lists what works now.
func (n *Note) Keys() help.KeyMap { return n.keys.now(n) }

func (n *Note) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := n.env.Keys
	switch {
	case n.kept.then != nil:
		return nil // the learner is leaving
	case n.Typing():
		return n.onWritingKey(msg)
	case n.body.Update(msg, k):
	case key.Matches(msg, k.Enter):
		if id, ok := n.body.Choose(); ok {
			return n.choose(id)
		}
	case key.Matches(msg, k.Back) && n.level == removing:
		n.to(showing, doRemove)
	case key.Matches(msg, k.Back):
		return n.leave(page.Back)
	}
	return nil
}

// onWritingKey writes. Only Esc means anything else: it is done then.
func (n *Note) onWritingKey(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, n.keys.done) {
		n.area.Blur()
		n.to(showing, doWrite)
		return n.save()
	}
	n.area.Update(msg)
	return n.typed()
}

// typed keeps the note as it is now.
func (n *Note) typed() tea.Cmd {
	n.kept.now.Note = n.area.Value()
	n.draw()
	return n.save()
}

func (n *Note) onClick(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || n.Typing() || n.kept.then != nil {
		return nil
	}
	if on, _ := n.body.Click(msg.Y); on {
		if id, ok := n.body.Choose(); ok {
			return n.choose(id)
		}
	}
	return nil
}
