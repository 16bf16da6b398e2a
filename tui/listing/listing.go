// Package listing is a page that is one list: it asks the desk for what there
// is, shows it, opens what is chosen, and looks again when the learner comes
// back. What stands in it and where it leads is for the page that uses it to
// say. It keeps nothing.
package listing

import (
	"context"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/tui/errand"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Retry is the id of the item that asks again. Nothing else has it: it is no
// slug and no route.
const Retry = "/retry"

// A List says what a page lists. T is what the desk knows.
type List[T any] struct {
	Load  func(context.Context) (T, error)
	Write func(*kit.Entries, T)
	Open  func(id string) tea.Cmd
	Title func(T) string // T is its zero value until it is loaded
	// First is the item that the cursor starts on; nil means the first.
	First func(T) string
	// Prints names what is listed as a handout does; empty where it is not one.
	Prints string
}

// A Page is a list on a page of its own.
type Page[T any] struct {
	env    page.Env
	list   List[T]
	loads  errand.Runner[*Page[T], T]
	found  T
	have   bool   // found has been loaded
	failed bool   // it could not be read; the page says so
	at     string // the item to put the cursor on when the items come
	menu   kit.Listing
}

// New returns a page of a list. It loads nothing until Init.
func New[T any](env page.Env, list List[T]) *Page[T] {
	return &Page[T]{env: env, list: list, menu: kit.NewListing(env.Theme, env.TextWidth)}
}

// Inherit keeps the cursor where it was.
func (p *Page[T]) Inherit(was page.Page) {
	if was, ok := was.(*Page[T]); ok {
		p.at, _ = was.menu.Selected()
	}
}

// Init asks for what is listed.
func (p *Page[T]) Init() tea.Cmd { return p.load() }

// Return looks again: things were done meanwhile in the places it lists.
func (p *Page[T]) Return() tea.Cmd { return p.load() }

func (p *Page[T]) load() tea.Cmd {
	return p.loads.Fetch(p.env, p.list.Load, (*Page[T]).onLoaded)
}

// Update gives a message to its handler.
func (p *Page[T]) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case errand.Done[*Page[T], T]:
		return p.loads.Took(p, msg)
	case tea.KeyPressMsg:
		if key.Matches(msg, p.env.Keys.Back) {
			return page.Back
		}
		return p.onInput(msg)
	case tea.MouseMsg:
		return p.onInput(msg)
	}
	return nil
}

func (p *Page[T]) onLoaded(found T, err error) tea.Cmd {
	if p.failed = err != nil; !p.failed {
		if !p.have && p.at == "" && p.list.First != nil {
			p.at = p.list.First(found)
		}
		p.found, p.have = found, true
	}
	p.draw()
	if p.at != "" {
		p.menu.Select(p.at)
		p.at = ""
	}
	return nil
}

// onInput opens the item that was chosen.
func (p *Page[T]) onInput(msg tea.Msg) tea.Cmd {
	switch id, ok := p.menu.Chosen(msg, p.env.Keys); {
	case !ok:
		return nil
	case id == Retry:
		return p.load()
	default:
		return p.list.Open(id)
	}
}

func (p *Page[T]) draw() {
	if p.menu.Ready() && (p.have || p.failed) {
		p.menu.Lay(p.write)
	}
}

func (p *Page[T]) write(e *kit.Entries) {
	if p.failed {
		w := p.env.Words
		e.Failed(w.T("load.failed"), w.T("load.again"), Retry)
		return
	}
	p.list.Write(e, p.found)
}

// Resize lays the items out anew.
func (p *Page[T]) Resize(width, height int) tea.Cmd {
	p.menu.SetSize(width, height)
	p.draw()
	return nil
}

// View draws the list, or nothing while it is on its way.
func (p *Page[T]) View() string { return p.menu.View() }

// Prints is what is listed, once it is known.
func (p *Page[T]) Prints() string {
	if !p.have {
		return ""
	}
	return p.list.Prints
}

// Title says what is listed.
func (p *Page[T]) Title() string { return p.list.Title(p.found) }

// Keys lists what works now.
func (p *Page[T]) Keys() help.KeyMap { return p.menu.Keys(p.env.Keys) }
