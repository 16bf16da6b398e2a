package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"porchlight/internal/locale/localetest"
	"porchlight/tui/keys"
	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

func bindings(t testing.TB) keys.Map { return keys.New(localetest.Open(t, "en")) }

func menu(items ...kit.Item) kit.Menu {
	m := kit.NewMenu(theme.New(theme.None, theme.Unknown, colorprofile.ASCII))
	m.SetSize(30, 5)
	m.SetItems(items)
	return m
}

func press(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code} }

func TestCursorPassesOverHeadings(t *testing.T) {
	k := bindings(t)
	m := menu(
		kit.Item{ID: "h1", Text: "Supporting", Head: true},
		kit.Item{ID: "a", Text: "One"},
		kit.Item{ID: "h2", Text: "Safety", Head: true},
		kit.Item{ID: "b", Text: "Two"},
	)
	for _, want := range []string{"a", "b", "b"} {
		if got, _ := m.Selected(); got != want {
			t.Errorf("on %q, want %q", got, want)
		}
		m.Update(press(tea.KeyDown), k)
	}
	if !strings.Contains(ansi.Strip(m.View()), "> Two") {
		t.Errorf("no mark before the chosen item:\n%s", m.View())
	}
}

func TestCursorStaysOnItsItem(t *testing.T) {
	k := bindings(t)
	m := menu(kit.Item{ID: "a", Text: "One"}, kit.Item{ID: "b", Text: "Two"})
	m.Update(press(tea.KeyDown), k)
	m.SetItems([]kit.Item{{ID: "new", Text: "New"}, {ID: "a", Text: "One"}, {ID: "b", Text: "Two, changed"}})
	if got, _ := m.Selected(); got != "b" {
		t.Errorf("on %q after the items changed", got)
	}
}

func TestEmptyMenu(t *testing.T) {
	k := bindings(t)
	m := menu()
	for _, code := range []rune{tea.KeyUp, tea.KeyDown, tea.KeyPgDown, tea.KeyHome, tea.KeyEnd} {
		m.Update(press(code), k)
	}
	if id, ok := m.Selected(); ok {
		t.Errorf("an empty menu has %q chosen", id)
	}
}

// Whatever the items and the window, every item can be reached with the down
// key, the cursor's item is in view, and no line is too wide.
func TestEveryItemIsReached(t *testing.T) {
	k := bindings(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "items")
		items := make([]kit.Item, n)
		want := map[string]bool{}
		for i := range items {
			words := rapid.IntRange(1, 30).Draw(t, "words")
			items[i] = kit.Item{
				ID:    fmt.Sprint(i),
				Text:  strings.TrimSpace(strings.Repeat("word ", words)) + fmt.Sprint(" #", i),
				Right: rapid.SampledFrom([]string{"", "done", "5 min"}).Draw(t, "right"),
				Under: rapid.SampledFrom([]string{"", "a quiet line below it"}).Draw(t, "under"),
				Head:  rapid.Bool().Draw(t, "head"),
			}
			if !items[i].Head {
				want[items[i].ID] = true
			}
		}
		m := kit.NewMenu(theme.New(theme.None, theme.Unknown, colorprofile.ASCII))
		width, height := rapid.IntRange(8, 60).Draw(t, "width"), rapid.IntRange(1, 12).Draw(t, "height")
		m.SetSize(width, height)
		m.SetItems(items)
		for range 500 {
			id, ok := m.Selected()
			if ok {
				delete(want, id)
			}
			lines := strings.Split(m.View(), "\n")
			if len(lines) > height {
				t.Fatalf("%d lines in a window of %d", len(lines), height)
			}
			for _, l := range lines {
				if ansi.StringWidth(l) > width {
					t.Fatalf("a line of %d cells in a window of %d: %q", ansi.StringWidth(l), width, l)
				}
			}
			m.Update(press(tea.KeyDown), k)
		}
		if len(want) > 0 {
			t.Fatalf("never reached: %v", want)
		}
	})
}

func TestClick(t *testing.T) {
	m := menu(kit.Item{ID: "h", Text: "Head", Head: true}, kit.Item{ID: "a", Text: "One"}, kit.Item{ID: "b", Text: "Two"})
	if m.Click(0) {
		t.Error("a heading was chosen")
	}
	if !m.Click(2) {
		t.Fatal("nothing at the third line")
	}
	if got, _ := m.Selected(); got != "b" {
		t.Errorf("clicked on b, got %q", got)
	}
	if m.Click(9) || m.Click(-1) {
		t.Error("something was chosen outside the window")
	}
}
