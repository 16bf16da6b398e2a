// Package doors is a menu below home: places with, beside each, how things
// stand there. Which places there are is for study to say. It keeps nothing.
package doors

import (
	"context"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Doors is a menu of places.
type Doors struct {
	env   page.Env
	desk  *study.Desk
	doors []study.Door
	title string // the name of the words above the menu

	asked  *asked // the work under way that will bring the signs
	signs  []study.Sign
	failed bool   // the signs could not be read; the page says so
	at     string // the item to put the cursor on when the items come

	menu          kit.Menu
	width, height int
}

// New returns the menu of some doors under a title. It loads nothing until
// Init.
func New(env page.Env, desk *study.Desk, doors []study.Door, title string) *Doors {
	return &Doors{env: env, desk: desk, doors: doors, title: title, menu: kit.NewMenu(env.Theme)}
}

// Inherit keeps the cursor where it was.
func (d *Doors) Inherit(was page.Page) {
	if was, ok := was.(*Doors); ok {
		d.at, _ = was.menu.Selected()
	}
}

// asked is one request for the signs. Its answer is taken only while the page
// still waits for that request.
type asked struct {
	desk  *study.Desk
	doors []study.Door
}

// loaded answers a request.
type loaded struct {
	asked *asked
	signs []study.Sign
	err   error
}

// Init asks for the signs.
func (d *Doors) Init() tea.Cmd { return d.load() }

// Return looks again: things were done behind a door meanwhile.
func (d *Doors) Return() tea.Cmd { return d.load() }

func (d *Doors) load() tea.Cmd {
	d.asked = &asked{d.desk, d.doors}
	return load(d.env, d.asked)
}

func load(env page.Env, a *asked) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		signs, err := a.desk.Signs(ctx, a.doors, env.Words)
		return loaded{a, signs, err}
	})
}

// Update gives a message to its handler.
func (d *Doors) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loaded:
		d.onLoaded(msg)
	case tea.KeyPressMsg:
		return d.onKey(msg)
	case tea.MouseWheelMsg:
		d.menu.Update(msg, d.env.Keys)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && d.menu.Click(msg.Y) {
			return d.open()
		}
	}
	return nil
}

func (d *Doors) onLoaded(msg loaded) {
	if msg.asked != d.asked {
		return // of a page before this one, or asked again since
	}
	d.asked = nil
	if d.failed = msg.err != nil; !d.failed {
		d.signs = msg.signs
	}
	d.draw()
	if d.at != "" {
		d.menu.Select(d.at)
		d.at = ""
	}
}

func (d *Doors) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := d.env.Keys
	switch {
	case d.menu.Update(msg, k):
		return nil
	case key.Matches(msg, k.Enter):
		return d.open()
	case key.Matches(msg, k.Back):
		return page.Back
	}
	return nil
}

// toRetry is the item that asks again.
const toRetry = "retry"

// open goes through the door under the cursor.
func (d *Doors) open() tea.Cmd {
	id, _ := d.menu.Selected()
	if id == toRetry {
		return d.load()
	}
	to, err := page.ParseRoute(id)
	if err != nil {
		return nil // nothing is chosen
	}
	return page.Go(to)
}

// draw sets the items.
func (d *Doors) draw() {
	if d.width == 0 || d.signs == nil && !d.failed {
		return
	}
	d.menu.SetSize(kit.Room(d.width, d.env.TextWidth), d.height)
	d.menu.SetItems(d.items())
}

func (d *Doors) items() (items []kit.Item) {
	if d.failed {
		w := d.env.Words
		lines := kit.Wrap(w.T("load.failed"), kit.Room(d.width, d.env.TextWidth))
		return []kit.Item{{Head: true, Lines: lines}, {ID: toRetry, Text: w.T("load.again")}}
	}
	for _, s := range d.signs {
		items = append(items, kit.Item{ID: s.To, Text: s.Text, Right: s.State})
	}
	return items
}

// Resize lays the items out anew.
func (d *Doors) Resize(width, height int) tea.Cmd {
	d.width, d.height = width, height
	d.draw()
	return nil
}

// View draws the menu.
func (d *Doors) View() string {
	return kit.Framed(d.menu.View(), d.menu.More(), d.width, d.env.TextWidth, d.env.Theme)
}

// Title names the menu.
func (d *Doors) Title() string { return d.env.Words.T(d.title) }

// Keys lists what works now.
func (d *Doors) Keys() help.KeyMap {
	k := d.env.Keys
	if _, any := d.menu.Selected(); !any {
		return keys.Hints{k.Back}
	}
	return keys.Hints{k.Move, k.Enter, k.Back}
}
