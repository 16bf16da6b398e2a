package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

func listing(t *testing.T, width, height, items int) (kit.Listing, keys.Map) {
	t.Helper()
	l := kit.NewListing(theme.New(theme.None, theme.Unknown, colorprofile.ASCII), 72)
	l.SetSize(width, height)
	l.Lay(func(e *kit.Entries) {
		e.Head("First", "what it is for")
		for i := range items {
			e.Add(kit.Item{ID: fmt.Sprint(i), Text: fmt.Sprintf("Item %d", i)})
		}
		e.Gap()
		e.Head("Second", "")
		e.Add(kit.Item{ID: "last", Text: "The last"})
	})
	return l, bindings(t)
}

func TestListingLeavesAirWhereThereIsRoom(t *testing.T) {
	for _, c := range []struct {
		height, items int
		airy          bool
	}{
		{24, 3, true}, {24, 40, true}, // a tall page is never tight
		{12, 3, true}, {12, 8, false},
	} {
		l, _ := listing(t, 60, c.height, c.items)
		if got := strings.Contains(l.View(), "what it is for"); got != c.airy {
			t.Errorf("%d lines for %d items: air %v, want %v\n%s", c.height, c.items, got, c.airy, l.View())
		}
	}
}

func TestListingOpensWhatIsChosen(t *testing.T) {
	l, k := listing(t, 60, 24, 2)
	press := func(code rune) (string, bool) { return l.Chosen(tea.KeyPressMsg{Code: code}, k) }
	if id, ok := press(tea.KeyDown); ok {
		t.Errorf("moving opens %q", id)
	}
	if id, ok := press(tea.KeyEnter); !ok || id != "1" {
		t.Errorf("Enter opens %q, %v", id, ok)
	}
	if id, ok := l.Chosen(tea.MouseClickMsg{Button: tea.MouseLeft, Y: 2}, k); !ok || id != "0" {
		t.Errorf("a click opens %q, %v", id, ok)
	}
	if id, ok := l.Chosen(tea.MouseClickMsg{Button: tea.MouseLeft, Y: 0}, k); ok {
		t.Errorf("a click on a heading opens %q", id)
	}
	empty, k := listing(t, 60, 24, 0)
	empty.Lay(func(e *kit.Entries) { e.Say("nothing here", func(s string) string { return s }) })
	if id, ok := empty.Chosen(tea.KeyPressMsg{Code: tea.KeyEnter}, k); ok || len(empty.Keys(k)) != 1 {
		t.Errorf("an empty list opens %q", id)
	}
}

func TestListingSaysThatItFailed(t *testing.T) {
	l, k := listing(t, 30, 12, 1)
	l.Lay(func(e *kit.Entries) {
		e.Failed("It could not be read just now, for some reason.", "Try again", "retry")
	})
	if id, ok := l.Chosen(tea.KeyPressMsg{Code: tea.KeyEnter}, k); !ok || id != "retry" {
		t.Errorf("Enter opens %q, %v", id, ok)
	}
}
