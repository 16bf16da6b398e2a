// Package home is where the learner starts: the lesson to go on with, the
// tracks, two menus of what there is besides lessons, and the few things beside
// them. It keeps nothing; it shows what the desk says and opens other places.
package home

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/errand"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Home is the page where the learner starts.
type Home struct {
	env  page.Env
	desk *study.Desk

	errands errand.Runner[*Home, study.Overview]
	over    *study.Overview
	failed  bool   // the overview could not be read; the page says so
	greet   bool   // the learner was on another page; newcomers are led there once
	at      string // the item to put the cursor on when the items come

	menu          kit.Menu
	width, height int
}

// New returns the page. It loads nothing until Init.
func New(env page.Env, desk *study.Desk) *Home {
	return &Home{env: env, desk: desk, menu: kit.NewMenu(env.Theme)}
}

// Inherit keeps the cursor where it was.
func (h *Home) Inherit(was page.Page) {
	if was, ok := was.(*Home); ok {
		h.at, _ = was.menu.Selected()
		h.greet = was.greet
	}
}

// Init asks for the overview.
func (h *Home) Init() tea.Cmd { return h.load() }

// Return looks again: lessons were read and questions asked meanwhile.
func (h *Home) Return() tea.Cmd {
	h.greet = true
	return h.load()
}

func (h *Home) load() tea.Cmd {
	return h.errands.Fetch(h.env, h.desk.Overview, (*Home).onLoaded)
}

// Update gives a message to its handler.
func (h *Home) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*Home, study.Overview]:
		return h.errands.Took(h, msg)
	case tea.KeyPressMsg:
		return h.onKey(msg)
	case tea.MouseWheelMsg:
		h.menu.Update(msg, h.env.Keys)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && h.menu.Click(msg.Y) {
			return h.open()
		}
	}
	return nil
}

func (h *Home) onLoaded(over study.Overview, err error) tea.Cmd {
	if h.failed = err != nil; !h.failed {
		h.over = &over
	}
	h.draw()
	if h.at != "" {
		h.menu.Select(h.at)
		h.at = ""
	}
	return h.ask()
}

// ask leads a newcomer to the questions that choose what comes first. Someone
// who came for another place is left there: the request is not heard then. Nor
// is that of a page which another theme has just replaced; the new page asks.
func (h *Home) ask() tea.Cmd {
	if h.failed || !h.over.Unasked || h.over.Guest || h.greet {
		return nil
	}
	return page.By(h, page.Go(page.Path{}))
}

func (h *Home) onKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case h.menu.Update(msg, h.env.Keys):
		return nil
	case key.Matches(msg, h.env.Keys.Enter):
		return h.open()
	}
	return nil
}

// open goes where the item under the cursor says. The ids of items that are
// places are those places' routes.
func (h *Home) open() tea.Cmd {
	id, _ := h.menu.Selected()
	switch id {
	case "":
		return nil
	case toRetry:
		return h.load()
	case toClose:
		return tea.Quit
	}
	to, err := page.ParseRoute(id)
	if err != nil {
		return nil // a pack with an id that is no slug; its other places work
	}
	return page.Go(to)
}

// Resize lays the items out anew: with air where there is room.
func (h *Home) Resize(width, height int) tea.Cmd {
	h.width, h.height = width, height
	h.draw()
	return nil
}

// View draws the items, or that they are on their way.
func (h *Home) View() string {
	return kit.Framed(h.menu.View(), h.menu.More(), h.width, h.env.TextWidth, h.env.Theme)
}

// Title is empty: home is the program's own name.
func (h *Home) Title() string { return "" }

// Keys lists what works now.
func (h *Home) Keys() help.KeyMap {
	if _, any := h.menu.Selected(); !any {
		return keys.Hints{}
	}
	return keys.Hints{h.env.Keys.Move, h.env.Keys.Enter, h.env.Keys.Find}
}
