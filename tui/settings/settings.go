// Package settings is the page where the learner chooses language, theme and
// the like. A choice is kept before it is shown, and works at once.
package settings

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

// Settings is the page of choices.
type Settings struct {
	env  page.Env
	desk *study.Desk

	is     study.Settings // as the program goes by them
	want   study.Settings // as the learner wants them
	saving bool           // some are on their way to the record

	menu             kit.Menu
	onward, backward key.Binding
	width, height    int
}

// New returns the page; is are the settings the program now goes by.
func New(env page.Env, desk *study.Desk, is study.Settings) *Settings {
	is = complete(env, is)
	w := env.Words
	return &Settings{
		env: env, desk: desk, is: is, want: is, menu: kit.NewMenu(env.Theme),
		onward:   key.NewBinding(key.WithKeys("enter", "right", "l"), key.WithHelp("enter", w.T("settings.key-change"))),
		backward: key.NewBinding(key.WithKeys("left", "h"), key.WithHelp(w.T("key.cap-left"), w.T("settings.key-change-back"))),
	}
}

// Inherit keeps the cursor where it was, and what the learner wanted while the
// program changed over.
func (s *Settings) Inherit(was page.Page) {
	if was, ok := was.(*Settings); ok {
		s.want = was.want
		s.menu.SetItems(s.items())
		id, _ := was.menu.Selected()
		s.menu.Select(id)
	}
}

// Init keeps what the learner chose while the program changed over.
func (s *Settings) Init() tea.Cmd { return s.keep() }

// Update gives a message to its handler.
func (s *Settings) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return s.onKey(msg)
	case tea.MouseWheelMsg:
		s.menu.Update(msg, s.env.Keys)
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft && s.menu.Click(msg.Y) {
			return s.turn(1)
		}
	}
	return nil
}

// onKey hears left before the shared keys do: here it turns a setting back.
func (s *Settings) onKey(msg tea.KeyPressMsg) tea.Cmd {
	k := s.env.Keys
	switch {
	case s.menu.Update(msg, k):
		s.draw()
	case key.Matches(msg, s.onward):
		return s.turn(1)
	case key.Matches(msg, s.backward):
		return s.turn(-1)
	case key.Matches(msg, k.Back):
		return page.Back
	}
	return nil
}

// turn sets the setting under the cursor to its next value, or the one before.
func (s *Settings) turn(by int) tea.Cmd {
	id, _ := s.menu.Selected()
	if id == fits {
		return page.Go(page.Path{})
	}
	if id == kept {
		return page.Go(page.Traces{})
	}
	s.want = turned(s.want, id, by)
	return s.keep()
}

// keep sends what the learner wants to the record. While something is on its
// way there it waits: the page is opened anew after that, and then keeps it.
func (s *Settings) keep() tea.Cmd {
	if s.saving || s.want == s.is {
		return nil
	}
	s.saving = true
	return keep(s.env, s.desk, s.is, s.want)
}

// keep keeps settings and has the program go by them.
func keep(env page.Env, desk *study.Desk, was, is study.Settings) tea.Cmd {
	return env.Work(func(ctx context.Context) tea.Msg {
		if err := desk.SaveSettings(ctx, was, is); err != nil {
			return page.NotSaved{Err: err, Again: keep(env, desk, was, is)}
		}
		return page.SettingsChanged{To: is}
	})
}

// Resize lays the items out anew.
func (s *Settings) Resize(width, height int) tea.Cmd {
	s.width, s.height = width, height
	s.draw()
	return nil
}

// View draws the settings and their values.
func (s *Settings) View() string {
	return kit.Framed(s.menu.View(), s.menu.More(), s.width, s.env.TextWidth, s.env.Theme)
}

// Title names the page.
func (s *Settings) Title() string { return s.env.Words.T("settings.title") }

// Keys lists what works now.
func (s *Settings) Keys() help.KeyMap {
	return keys.Hints{s.env.Keys.Move, s.onward, s.env.Keys.Back, s.backward}
}
