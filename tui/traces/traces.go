// Package traces says what stays behind on a computer after Porchlight was
// used, and what to do about each. It reads nothing and changes nothing.
package traces

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// Traces is the page.
type Traces struct {
	env           page.Env
	desk          *study.Desk
	scroll        kit.Scroll
	blocks        []int // the line each paragraph begins on
	onward        key.Binding
	width, height int
}

// New returns the page.
func New(env page.Env, desk *study.Desk) *Traces {
	return &Traces{env: env, desk: desk, onward: keys.With(env.Keys.Enter, env.Words.T("keyhelp.key-read-on"))}
}

// Init has nothing to load.
func (t *Traces) Init() tea.Cmd { return nil }

// Update scrolls, or leaves.
func (t *Traces) Update(msg tea.Msg) tea.Cmd {
	press, pressed := msg.(tea.KeyPressMsg)
	switch {
	case t.scroll.Update(msg, t.env.Keys):
	case pressed && key.Matches(press, t.onward):
		t.scroll.Forward()
	case pressed && key.Matches(press, t.env.Keys.Back):
		return page.Back
	}
	return nil
}

// Resize sets the text anew, and stays at the paragraph that was on top.
func (t *Traces) Resize(width, height int) tea.Cmd {
	sheet := kit.Sheet{Width: kit.Room(width, t.env.TextWidth)}
	at := (&kit.Sheet{Blocks: t.blocks}).BlockAt(t.scroll.Top())
	t.write(&sheet)
	t.width, t.height, t.blocks = width, height, sheet.Blocks
	t.scroll.SetLines(sheet.Lines)
	t.scroll.SetSize(sheet.Width, height)
	t.scroll.SetTop(t.blocks[min(at, len(t.blocks)-1)])
	return nil
}

func (t *Traces) write(s *kit.Sheet) {
	w, look := t.env.Words, t.env.Theme
	s.Say(w.T(t.desk.TracesIntro()), look.Plain)
	for _, trace := range t.desk.Traces(w) {
		s.Put("", trace.Title, look.Heading)
		s.Under("", trace.Stays, look.Plain)
		s.Under("• ", trace.Do, look.Plain)
		s.Gap()
	}
	s.Put("", w.T("traces.leaving"), look.Plain)
}

// View draws the part of the text in the window.
func (t *Traces) View() string {
	return kit.Framed(t.scroll.View(nil), t.scroll.More(), t.width, t.env.TextWidth, t.env.Theme)
}

// Title names the page.
func (t *Traces) Title() string { return t.env.Words.T(t.desk.TracesTitle()) }

// Keys lists what works now.
func (t *Traces) Keys() help.KeyMap {
	k := t.env.Keys
	switch {
	case t.scroll.More() == "":
		return keys.Hints{k.Back}
	case t.scroll.AtEnd():
		return keys.Hints{k.Move, k.Back}
	}
	return keys.Hints{k.Move, t.onward, k.Back}
}
