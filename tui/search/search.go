// Package search is the page that finds words in everything the course holds,
// as they are typed. It finds nothing itself and keeps nothing: the desk finds,
// and what was looked for is gone with the page.
package search

import (
	"strconv"

	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/study"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
)

// queryLimit is the longest search, in bytes.
const queryLimit = 120

// Search is the page that finds words.
type Search struct {
	env  page.Env
	desk *study.Desk

	field  kit.Field // has the focus all the time
	menu   kit.Menu
	asked  *asked // the search under way
	found  study.Findings
	failed bool // there was no answer; the page says so
	at     string

	width, height int
}

// New returns the page, with words to look for already typed.
func New(env page.Env, desk *study.Desk, words string) *Search {
	s := &Search{
		env: env, desk: desk, menu: kit.NewMenu(env.Theme),
		field: kit.NewField(env.Theme, env.Words.T("search.field")+" ", queryLimit),
	}
	s.field.SetValue(words)
	s.field.Focus()
	return s
}

// Inherit keeps what is typed and where the cursor is.
func (s *Search) Inherit(was page.Page) {
	if was, ok := was.(*Search); ok {
		s.field.SetValue(was.field.Value())
		s.at, _ = was.menu.Selected()
	}
}

// Init looks for the words it was opened with. Without any, it has the course
// read for the first letter to come.
func (s *Search) Init() tea.Cmd { return s.look() }

// Typing reports that letters go into the search.
func (s *Search) Typing() bool { return true }

// Update gives a message to its handler.
func (s *Search) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answered:
		s.onAnswered(msg)
	case tea.KeyPressMsg:
		return s.onKey(msg)
	case tea.PasteMsg:
		s.field.Update(msg)
		return s.typed()
	case tea.MouseWheelMsg:
		s.menu.Update(msg, s.env.Keys)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && s.menu.Click(msg.Y-s.headLines()) {
			return s.open()
		}
	}
	return nil
}

func (s *Search) onKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.Code {
	case tea.KeyEscape:
		return page.Back
	case tea.KeyEnter:
		return s.open()
	case tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown:
		s.menu.Update(msg, s.env.Keys)
		return nil
	}
	s.field.Update(msg)
	return s.typed()
}

// typed looks again where the words are others.
func (s *Search) typed() tea.Cmd {
	if s.asked != nil && s.asked.words == s.field.Value() || s.asked == nil && s.found.Words == s.field.Value() && !s.failed {
		return nil
	}
	return s.look()
}

// open opens the finding under the cursor.
func (s *Search) open() tea.Cmd {
	id, _ := s.menu.Selected()
	if id == toRetry {
		return s.look()
	}
	i, err := strconv.Atoi(id)
	if err != nil || i >= len(s.found.Found) {
		return nil // nothing is chosen
	}
	to, err := page.ParseRoute(study.PlaceOf(s.found.Found[i].Entry))
	if err != nil {
		return nil // a place that no route names is a mistake of the desk's
	}
	return page.Go(to)
}

// Here is the search with the words of now.
func (s *Search) Here() page.Route { return page.Search{Words: s.field.Value()} }

// Resize lays the findings out anew.
func (s *Search) Resize(width, height int) tea.Cmd {
	s.width, s.height = width, height
	s.field.SetWidth(kit.Room(width, s.env.TextWidth))
	s.draw()
	return nil
}

// Title names the page.
func (s *Search) Title() string { return s.env.Words.T("search.title") }

// Keys lists what works now.
func (s *Search) Keys() help.KeyMap {
	k := s.env.Keys
	back := keys.With(k.Back, s.env.Words.T("key.back"))
	if _, any := s.menu.Selected(); !any {
		return keys.Hints{back}
	}
	return keys.Hints{k.Move, k.Enter, back}
}
