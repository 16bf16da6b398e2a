// Package providers is the page of treatment programs that the learner is
// asking: the list, one program with its phone number and note, the learner's
// own questions, and what does not apply. It ranks nobody. What is typed is
// shown as kept when the record has it.
package providers

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Providers is the page of programs to ask.
type Providers struct {
	env  page.Env
	desk *study.Desk
	keys bindings

	loads  loads
	saves  saves // one at a time
	have   *kept // nil until it is loaded
	failed bool  // it could not be read; the page says so
	at     spot

	list   kit.Listing
	typing *typing // what is being written; nil most of the time
	field  kit.Field

	width, height int
}

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) *Providers {
	return &Providers{
		env: env, desk: desk, keys: newBindings(env),
		list: kit.NewListing(env.Theme, env.TextWidth),
	}
}

// Inherit goes on where the former page was, in the middle of a word too.
func (p *Providers) Inherit(was page.Page) {
	old, ok := was.(*Providers)
	if !ok {
		return
	}
	p.at, p.saves = old.at, old.saves
	if id, ok := old.list.Selected(); ok {
		p.at.row = id
	}
	if old.typing != nil {
		p.write(*old.typing, old.field.Value())
	}
}

// Init asks for the list.
func (p *Providers) Init() tea.Cmd { return p.load() }

// Return looks again: answers were kept in a call meanwhile.
func (p *Providers) Return() tea.Cmd { return p.load() }

// Update gives a message to its handler.
func (p *Providers) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		return p.loads.Took(p, msg)
	case saved:
		return p.saves.Took(p, msg)
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.PasteMsg:
		if p.Typing() {
			p.field.Update(msg)
		}
	case tea.MouseMsg:
		if !p.Typing() {
			return p.onList(msg)
		}
	}
	return nil
}

func (p *Providers) onKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case p.Typing():
		return p.onField(msg)
	case key.Matches(msg, p.env.Keys.Back):
		return p.back()
	}
	return p.onList(msg)
}

func (p *Providers) onList(msg tea.Msg) tea.Cmd {
	if id, ok := p.list.Chosen(msg, p.env.Keys); ok {
		return p.choose(id)
	}
	return nil
}

// Resize lays everything out anew.
func (p *Providers) Resize(width, height int) tea.Cmd {
	p.width, p.height = width, height
	p.list.SetSize(width, height)
	if p.Typing() {
		p.field.SetWidth(kit.Room(width, p.env.TextWidth))
	}
	p.draw()
	return nil
}

// Typing reports whether letters go into a field.
func (p *Providers) Typing() bool { return p.typing != nil }

// View draws the list, or the field being written.
func (p *Providers) View() string {
	if p.Typing() {
		return kit.Framed(p.fieldView(), "", p.width, p.env.TextWidth, p.env.Theme)
	}
	return p.list.View()
}

// Prints is the questions for the program in front, with what was heard; on
// the list all of them compared, or the questions alone while there is none.
func (p *Providers) Prints() string {
	one, ok := p.one()
	switch {
	case ok:
		return "call/" + one.ID
	case p.have != nil && len(p.have.providers) > 1:
		return "compare"
	}
	return "checklist"
}

// Title says which part of the page this is.
func (p *Providers) Title() string {
	w := p.env.Words
	title := w.T("providers.title")
	switch p.at.level {
	case onOwn:
		return title + " > " + w.T("providers.own")
	case onScope:
		return title + " > " + w.T("providers.scope")
	case onFile:
		return title + " > " + w.T("providers.file")
	}
	if one, ok := p.one(); ok {
		title += " > " + one.Name
	}
	return title
}

// Keys lists what works now.
func (p *Providers) Keys() help.KeyMap { return p.keys.now(p) }
