// Package screen is a live room for a screen that all look at: a projector, a
// television on the wall. It shows the page where the show is, and before that
// what the room is asked, with the result once it is revealed. It takes no seat
// and has no vote, and it needs no keys.
package screen

import (
	"context"
	"time"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/internal/group/say"
	"porchlight/internal/study"
	"porchlight/internal/typeset"
	"porchlight/tui/easel"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/page"
	"porchlight/tui/seat"
)

// The widest line of what the room is asked, in cells: that of the pages of a
// show, so that both begin at the same place.
const textWidth = 60

// Screen is the page.
type Screen struct {
	env   page.Env
	seat  *seat.Seat
	easel *easel.Easel
	keys  bindings
	entry string
	wait  func(context.Context, time.Duration) bool // nil where no clock runs

	leaf  kit.Leaf
	what  what   // what stands on the leaf
	said  string // why it is not in a room
	over  bool
	route page.Route  // of the show that was opened last
	place group.Place // that was laid last
	made  easel.Size  // for which it was laid
	w, h  int
}

// New returns the page of a screen in the room with that code. Wait waits for a
// time, and is nil where no clock runs.
func New(env page.Env, hall *seat.Hall, desk *study.Desk, sheets *typeset.Cache, wait func(context.Context, time.Duration) bool, entry string) *Screen {
	return &Screen{
		env: env, seat: seat.New(env, hall), easel: easel.New(env, desk, sheets), keys: newBindings(env),
		entry: entry, wait: wait, leaf: kit.NewLeaf(env.Theme, textWidth),
	}
}

// Init looks into the room.
func (s *Screen) Init() tea.Cmd {
	if s.seat.Inside() {
		return tea.Batch(s.follow(), s.tick())
	}
	return s.seat.Look(s.entry)
}

// Inherit goes on in the same room, in another theme or language.
func (s *Screen) Inherit(was page.Page) {
	if w, ok := was.(*Screen); ok && w.seat != nil {
		s.seat, s.said, s.over = w.seat, w.said, w.over
		s.seat.Wear(s.env)
		w.seat = nil // it is this page's now
	}
}

// Close looks away from the room.
func (s *Screen) Close() tea.Cmd {
	if s.seat == nil {
		return nil
	}
	return s.seat.Leave()
}

// evening is longer than a group sits together.
const evening = 4 * time.Hour

// Attends says how long the page is looked at without a key.
func (s *Screen) Attends() time.Duration {
	if s.seat == nil || !s.seat.Inside() || s.over {
		return 0
	}
	return evening
}

// Update gives a message to its handler.
func (s *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case seat.News:
		return s.onNews(msg)
	case easel.Opened:
		if s.easel.TakeOpened(msg) {
			s.place = group.Place{} // nothing of it is laid yet
			cmd := s.follow()
			s.draw()
			return cmd
		}
	case easel.Laid:
		if _, ok := s.easel.TakeLaid(msg); ok {
			s.draw()
		}
	case beat:
		return s.onBeat(msg)
	case tea.KeyPressMsg:
		return s.onKey(msg)
	case tea.MouseWheelMsg:
		s.leaf.Update(msg, s.env.Keys)
	}
	return nil
}

func (s *Screen) onNews(msg seat.News) tea.Cmd {
	e, cmd := s.seat.Take(msg)
	switch e.What {
	case seat.Nothing, seat.Waits, seat.Failed: // what failed is said again when the room changes
		return cmd
	case seat.Entered:
		s.said = ""
		cmd = tea.Batch(cmd, s.tick())
	case seat.Refused:
		s.said = say.Trouble(s.env.Words, e.Err)
	case seat.Gone:
		s.over = true
	}
	cmd = tea.Batch(cmd, s.follow())
	s.draw()
	return cmd
}

func (s *Screen) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := s.env.Keys
	switch {
	case key.Matches(msg, k.Back):
		return page.Back
	case s.said != "" && key.Matches(msg, k.Enter):
		return page.Replace(page.Screen{})
	}
	s.leaf.Update(msg, k)
	return nil
}

// Resize lays everything out anew, and says how large the screen is now.
func (s *Screen) Resize(width, height int) tea.Cmd {
	s.w, s.h = width, height
	s.leaf.SetSize(width, height)
	cmd := s.follow()
	s.draw()
	return cmd
}

// Title says which room it is, so that whoever comes late can join.
func (s *Screen) Title() string {
	if s.seat == nil || !s.seat.Inside() {
		return s.env.Words.T("room.title")
	}
	return s.env.Words.T("room.title") + " " + s.view().Code.String()
}

// Here is the route that opens this place.
func (s *Screen) Here() page.Route { return page.Screen{Entry: s.entry} }

func (s *Screen) view() group.View { return s.seat.Now().All() }

// bindings are the keys of the page.
type bindings struct{ again, read key.Binding }

func newBindings(env page.Env) bindings {
	w := env.Words
	return bindings{
		again: key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", w.T("screen.key-again"))),
		read:  key.NewBinding(key.WithKeys("up", "down"), key.WithHelp("↑↓", w.T("present.key-read"))),
	}
}

// Keys lists what works now.
func (s *Screen) Keys() help.KeyMap {
	var hints keys.Hints
	if s.said != "" {
		hints = append(hints, s.keys.again)
	}
	if s.what != slide && s.leaf.More() != "" {
		hints = append(hints, s.keys.read)
	}
	return append(hints, s.env.Keys.Back)
}
