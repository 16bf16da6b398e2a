// Package now is the Help now card: what to do when it is urgent, whom to
// call. It waits for no record and no network, and asks nothing.
package now

import (
	"context"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/tui/errand"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Now is the Help now card.
type Now struct {
	env  page.Env
	desk *study.Desk

	loads  errand.Runner[*Now, lessons.Help]
	card   *lessons.Help
	scroll kit.Scroll
	parts  []int // the line on which each part of the card begins

	onward, jump  key.Binding
	width, height int
}

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) *Now {
	return &Now{
		env: env, desk: desk,
		onward: keys.With(env.Keys.Enter, env.Words.T("now.key-read-on")),
		jump:   key.NewBinding(key.WithKeys("tab"), key.WithHelp("tab", env.Words.T("now.key-next"))),
	}
}

// Init asks for the card.
func (n *Now) Init() tea.Cmd {
	desk := n.desk
	return n.loads.Fetch(n.env, func(context.Context) (lessons.Help, error) { return desk.Help(), nil }, (*Now).onLoaded)
}

func (n *Now) onLoaded(card lessons.Help, _ error) tea.Cmd {
	n.card = &card
	n.draw()
	return nil
}

// Update gives a message to its handler.
func (n *Now) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*Now, lessons.Help]:
		return n.loads.Took(n, msg)
	case tea.KeyPressMsg:
		return n.onKey(msg)
	case tea.MouseWheelMsg:
		n.scroll.Update(msg, n.env.Keys)
	}
	return nil
}

func (n *Now) onKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case n.scroll.Update(msg, n.env.Keys):
	case key.Matches(msg, n.onward):
		n.scroll.Forward()
	case key.Matches(msg, n.jump):
		n.next()
	case key.Matches(msg, n.env.Keys.Back):
		return page.Back
	}
	return nil
}

// next goes from one emergency to the one after it, and from the end back to
// the top.
func (n *Now) next() {
	if n.scroll.AtEnd() {
		n.scroll.SetTop(0)
		return
	}
	for i, line := range n.parts {
		if i > 0 && line > n.scroll.Top() {
			n.scroll.SetTop(line)
			return
		}
	}
}

// Resize sets the card anew.
func (n *Now) Resize(width, height int) tea.Cmd {
	n.width, n.height = width, height
	n.draw()
	return nil
}

func (n *Now) draw() {
	if n.card == nil || n.width == 0 {
		return
	}
	s := sheet{words: n.env.Words, theme: n.env.Theme, width: kit.Room(n.width, n.env.TextWidth), airy: n.height > tight}
	s.write(*n.card)
	n.parts = s.parts
	n.scroll.SetLines(s.lines)
	n.scroll.SetSize(s.width, n.height)
}

// tight is the height up to which no line is left blank.
const tight = 12

// View draws the part of the card in the window.
func (n *Now) View() string {
	return kit.Framed(n.scroll.View(nil), n.scroll.More(), n.width, n.env.TextWidth, n.env.Theme)
}

// Prints is the card.
func (n *Now) Prints() string { return "now" }

// Title names the card.
func (n *Now) Title() string { return n.env.Words.T("key.now") }

// Keys lists what works now.
func (n *Now) Keys() help.KeyMap {
	k := n.env.Keys
	switch {
	case n.scroll.More() == "":
		return keys.Hints{k.Back}
	case n.scroll.AtEnd():
		return keys.Hints{k.Move, k.Back, n.jump}
	}
	return keys.Hints{k.Move, n.onward, k.Back, n.jump}
}
