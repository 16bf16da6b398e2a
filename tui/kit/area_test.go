package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

func area(limit int) *kit.Area {
	a := kit.NewArea(theme.New(theme.None, theme.Unknown, colorprofile.ASCII), limit)
	a.SetSize(20, 4)
	a.Focus()
	return &a
}

func TestAreaHoldsSeveralLines(t *testing.T) {
	a := area(100)
	for _, r := range "one" {
		a.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	a.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	a.Update(tea.PasteMsg{Content: "two\r\nthree\x1b[2J\u202e"})
	if got := a.Value(); got != "one\ntwo\nthree[2J" || a.Cut() {
		t.Errorf("Value = %q, cut %v", got, a.Cut())
	}
	for _, line := range strings.Split(a.View(), "\n") {
		if len(line) > 40 {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
}

func TestAreaKeepsToItsLimit(t *testing.T) {
	a := area(8)
	a.Update(tea.PasteMsg{Content: strings.Repeat("é", 10)})
	if got := a.Value(); got != "éééé" || !a.Cut() {
		t.Errorf("Value = %q, cut %v", got, a.Cut())
	}
	a.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
	if got := a.Value(); got != "éééé" || !a.Cut() {
		t.Errorf("over the limit: Value = %q, cut %v", got, a.Cut())
	}
	a.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	if got := a.Value(); got != "ééé" || a.Cut() {
		t.Errorf("after backspace: Value = %q, cut %v", got, a.Cut())
	}
}
