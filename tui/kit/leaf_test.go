package kit_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"porchlight/tui/kit"
	"porchlight/tui/theme"
)

// The paragraph at the top stays there, however often the window changes, also
// through a window that shows all of the text.
func TestLeafKeepsItsParagraph(t *testing.T) {
	k := bindings(t)
	plain := theme.New(theme.None, theme.Unknown, colorprofile.ASCII)
	l := kit.NewLeaf(plain, 72)
	resize := func(width, height int) string {
		l.SetSize(width, height)
		l.Write(func() []kit.Item {
			for i := range 12 {
				l.Sheet.Say(fmt.Sprintf("Paragraph %d has quite a few words in it, more than one line of them.", i), plain.Plain)
			}
			return []kit.Item{{ID: "on", Text: "Go on"}}
		})
		first, _, _ := strings.Cut(ansi.Strip(l.Framed()), "\n")
		return strings.TrimSpace(first)
	}
	resize(60, 10)
	l.GoTo(l.Sheet.Blocks[4])
	for _, size := range [][2]int{{60, 10}, {30, 8}, {200, 50}, {24, 6}, {60, 10}} {
		first := resize(size[0], size[1])
		if size[1] < 50 && !strings.HasPrefix(first, "Paragraph 4") {
			t.Errorf("at %v the first line is %q", size, first)
		}
	}
	l.Update(tea.KeyPressMsg{Code: tea.KeyPgDown}, k)
	was := resize(60, 10)
	resize(200, 50)
	if now := resize(60, 10); now != was || strings.HasPrefix(was, "Paragraph 4") {
		t.Errorf("after a page the first line was %q, and is %q", was, now)
	}
	l.Update(tea.KeyPressMsg{Code: tea.KeyEnd}, k)
	if id, ok := l.Choose(); !ok || id != "on" {
		t.Errorf("at the end Enter chooses %q, %v", id, ok)
	}
	l.Turn()
	if first := resize(60, 10); !strings.HasPrefix(first, "Paragraph 0") {
		t.Errorf("from the top again, the first line is %q", first)
	}
}
