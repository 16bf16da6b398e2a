package kit_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

func field(limit int) kit.Field {
	f := kit.NewField(theme.New(theme.None, theme.Unknown, colorprofile.ASCII), "Note: ", limit)
	f.SetWidth(40)
	f.Focus()
	return f
}

func TestPasteIsCleanedAndCut(t *testing.T) {
	f := field(20)
	f.Update(tea.PasteMsg{Content: "a\x1b]52;c;AAAA\x07b\u202e\nc" + strings.Repeat("x", 1<<20)})
	if got, want := f.Value(), "a]52;c;AAAAb c"; !strings.HasPrefix(got, want) || len(got) > 20 {
		t.Errorf("pasted %q", got)
	}
	if !f.Cut() {
		t.Error("the learner is not told that the paste was cut")
	}
}

func TestLettersAreLetters(t *testing.T) {
	f := field(50)
	for _, r := range "quit! ?" {
		f.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	if f.Value() != "quit! ?" {
		t.Errorf("typed %q", f.Value())
	}
}
