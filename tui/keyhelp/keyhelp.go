// Package keyhelp explains the keys of the page beneath it, the keys that work
// everywhere, and what leaving fast does and does not do.
package keyhelp

import (
	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/locale"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// KeyHelp is the page that explains keys.
type KeyHelp struct {
	env           page.Env
	below         page.Page
	scroll        kit.Scroll
	width, height int
}

// New returns the page; below is the page whose keys it explains.
func New(env page.Env, below page.Page) *KeyHelp { return &KeyHelp{env: env, below: below} }

// Init has nothing to load.
func (h *KeyHelp) Init() tea.Cmd { return nil }

// Update scrolls, or leaves. What concerns another page may change its keys.
func (h *KeyHelp) Update(msg tea.Msg) tea.Cmd {
	press, pressed := msg.(tea.KeyPressMsg)
	switch {
	case h.scroll.Update(msg, h.env.Keys):
	case pressed && key.Matches(press, h.env.Keys.Enter):
		h.scroll.Forward()
	case pressed && key.Matches(press, h.env.Keys.Back):
		return page.Back
	case !pressed && h.width > 0:
		h.draw()
	}
	return nil
}

// Resize sets the text anew.
func (h *KeyHelp) Resize(width, height int) tea.Cmd {
	h.width, h.height = width, height
	h.draw()
	return nil
}

func (h *KeyHelp) draw() {
	room := kit.Room(h.width, h.env.TextWidth)
	h.scroll.SetLines(h.lines(room))
	h.scroll.SetSize(room, h.height)
}

// View draws the part of the text in the window.
func (h *KeyHelp) View() string {
	return kit.Framed(h.scroll.View(nil), h.scroll.More(), h.width, h.env.TextWidth, h.env.Theme)
}

// Title names the page.
func (h *KeyHelp) Title() string { return h.env.Words.T("keyhelp.title") }

// Keys lists what works now.
func (h *KeyHelp) Keys() help.KeyMap {
	k := h.env.Keys
	switch {
	case h.scroll.More() == "":
		return keys.Hints{k.Back}
	case h.scroll.AtEnd():
		return keys.Hints{k.Move, k.Back}
	}
	return keys.Hints{k.Move, h.onward(), k.Back}
}

func (h *KeyHelp) onward() key.Binding {
	return keys.With(h.env.Keys.Enter, h.env.Words.T("keyhelp.key-read-on"))
}

// tight is the height up to which no line is left blank.
const tight = 12

// lines is the whole text.
func (h *KeyHelp) lines(room int) []string {
	w := h.env.Words
	s := sheet{theme: h.env.Theme, room: room, airy: h.height > tight}
	s.say(w.T("keyhelp.enough"))
	if own := rowsOf(h.below); len(own) > 0 {
		s.head(w.F("keyhelp.here", locale.Args{"Title": h.belowTitle()}))
		s.table(own)
	}
	s.head(w.T("keyhelp.everywhere"))
	s.table(h.everywhere())
	s.head(w.T("keyhelp.moving"))
	s.table(h.moving())
	s.head(w.T("keyhelp.exit"))
	s.say(w.T("keyhelp.exit-does"))
	s.say(w.T("keyhelp.exit-cannot"))
	cannot := []string{"keyhelp.exit-shell", "keyhelp.exit-scrollback", "keyhelp.exit-record"}
	if h.env.Public {
		cannot = []string{"keyhelp.exit-ssh", "keyhelp.exit-scrollback"}
	}
	for _, id := range cannot {
		s.point(w.T(id))
	}
	s.head(w.T("keyhelp.mouse"))
	s.say(w.T("keyhelp.mouse-off"))
	s.say(w.T("keyhelp.mouse-on"))
	return s.lines
}

// everywhere is the keys that work on every page.
func (h *KeyHelp) everywhere() []row {
	w, k := h.env.Words, h.env.Keys
	rows := []row{
		{k.Now.Help().Key, w.T("keyhelp.now")},
		{k.NowTyping.Help().Key, w.T("keyhelp.now-typing")},
		{k.Exit.Help().Key, w.T("keyhelp.leave")},
		{k.Find.Help().Key, w.T("keyhelp.find")},
		{k.Before.Help().Key + " " + k.After.Help().Key, w.T("keyhelp.trail")},
		{k.Keys.Help().Key, w.T("keyhelp.this")},
	}
	if h.env.Public {
		return append(rows, row{k.Hide.Help().Key, w.T("keyhelp.hide")}, row{k.Quit.Help().Key, w.T("keyhelp.done")})
	}
	if h.env.Paper {
		rows = append(rows, row{k.Print.Help().Key, w.T("keyhelp.print")})
	}
	return append(rows, row{k.Quit.Help().Key, w.T("keyhelp.close")})
}

// moving is the keys that move in a list or a text.
func (h *KeyHelp) moving() []row {
	w := h.env.Words
	return []row{
		{"↑ ↓", w.T("keyhelp.line")},
		{w.T("keyhelp.page-keys"), w.T("keyhelp.page")},
		{w.T("keyhelp.end-keys"), w.T("keyhelp.ends")},
	}
}

func (h *KeyHelp) belowTitle() string {
	if title := h.below.Title(); title != "" {
		return title
	}
	return h.env.Words.T("app.name")
}

// rowsOf is what works on a page.
func rowsOf(below page.Page) []row {
	if below == nil {
		return nil
	}
	var all []row
	for _, column := range below.Keys().FullHelp() {
		for _, b := range column {
			if b.Enabled() && b.Help().Key != "" {
				all = append(all, row{b.Help().Key, b.Help().Desc})
			}
		}
	}
	return all
}
