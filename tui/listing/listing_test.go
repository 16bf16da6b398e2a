package listing_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"porchlight/internal/locale/localetest"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/listing"
	"porchlight/tui/page"
	"porchlight/tui/theme"
)

// A shelf is what a list under test shows.
type shelf struct {
	items  []string
	err    error
	opened string
}

func (s *shelf) page(t *testing.T) *listing.Page[[]string] {
	t.Helper()
	w := localetest.Open(t, "en")
	env := page.Env{
		Ctx: t.Context(), Now: func() time.Time { return time.Time{} }, Words: w, TextWidth: 72,
		Theme: theme.New(theme.None, theme.Unknown, colorprofile.ASCII), Keys: keys.New(w),
	}
	p := listing.New(env, listing.List[[]string]{
		Load: func(context.Context) ([]string, error) { return s.items, s.err },
		Write: func(e *kit.Entries, found []string) {
			for _, f := range found {
				e.Add(kit.Item{ID: f, Text: "Item " + f})
			}
		},
		Open:  func(id string) tea.Cmd { s.opened = id; return nil },
		Title: func(found []string) string { return strings.Join(found, "+") },
		First: func(found []string) string { return found[len(found)-1] },
	})
	p.Resize(40, 12)
	return p
}

func press(p *listing.Page[[]string], code rune) {
	if cmd := p.Update(tea.KeyPressMsg{Code: code}); cmd != nil {
		p.Update(cmd())
	}
}

func TestListIsReadAgainAfterTrouble(t *testing.T) {
	s := &shelf{err: errors.New("no disk")}
	p := s.page(t)
	p.Update(p.Init()())
	if view := ansi.Strip(p.View()); !strings.Contains(view, "could not read your") || !strings.Contains(view, "> Try again") {
		t.Fatalf("after an error:\n%s", view)
	}
	s.items, s.err = []string{"a", "b"}, nil
	press(p, tea.KeyEnter)
	if view := ansi.Strip(p.View()); !strings.Contains(view, "> Item b") || p.Title() != "a+b" {
		t.Fatalf("tried again:\n%s", view)
	}
	press(p, tea.KeyUp)
	press(p, tea.KeyEnter)
	if s.opened != "a" {
		t.Errorf("opened %q", s.opened)
	}
}

// The learner comes back twice, and the first answer comes last.
func TestALateAnswerIsDropped(t *testing.T) {
	s := &shelf{items: []string{"old"}}
	p := s.page(t)
	early := p.Init()
	late := early() // read before the change
	s.items = []string{"new"}
	p.Update(p.Return()())
	p.Update(late)
	if view := ansi.Strip(p.View()); !strings.Contains(view, "Item new") {
		t.Errorf("the list is\n%s", view)
	}
}

func TestTheCursorStaysInAnotherTheme(t *testing.T) {
	s := &shelf{items: []string{"a", "b", "c"}}
	was := s.page(t)
	was.Update(was.Init()())
	press(was, tea.KeyUp)
	p := s.page(t)
	p.Inherit(was)
	p.Update(p.Init()())
	if view := ansi.Strip(p.View()); !strings.Contains(view, "> Item b") {
		t.Errorf("the list is\n%s", view)
	}
}
