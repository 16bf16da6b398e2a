package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/record"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// lineOf is the number of the line that shows the text.
func lineOf(t *testing.T, d *tuitest.Driver, text string) int {
	t.Helper()
	for y, line := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(line, text) {
			return y
		}
	}
	t.Fatalf("no line shows %q:\n%s", text, d.Screen())
	return 0
}

// Two acts that could not be kept are both done again.
func TestSecondFailureWaitsWithTheFirst(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{})
	done := map[string]bool{}
	act := func(name string) page.NotSaved {
		return page.NotSaved{Err: record.ErrFull, Again: func() tea.Msg { done[name] = true; return nil }}
	}
	d.Send(act("first"))
	d.Send(act("second"))
	d.Press("enter")
	if !done["first"] || !done["second"] {
		t.Errorf("done again: %v", done)
	}
	d.Want("Start here:")
}

func TestRecordThatDidNotOpen(t *testing.T) {
	for at, s := range tuitest.Frames() {
		s.Trouble = record.ErrDamaged
		tuitest.Start(t, s).Golden("trouble" + at)
	}
	d := tuitest.Start(t, tuitest.Setup{Trouble: record.ErrNewer})
	d.Press("!")
	d.Want("They will not wake up")
	d.Press("esc", "enter")
	d.Want("Start here:")
}

func TestDialogByMouse(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Trouble: record.ErrDamaged})
	d.Send(tea.MouseClickMsg{X: 10, Y: lineOf(t, d, "Close Porchlight"), Button: tea.MouseLeft})
	if !d.Quit {
		t.Errorf("a click chose nothing:\n%s", d.Screen())
	}
}

// A click on a hint is its key.
func TestHintsByMouse(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Checklist{}})
	line := strings.Split(d.Screen(), "\n")[22]
	d.Send(tea.MouseClickMsg{X: len([]rune(line[:strings.Index(line, "space tick")])), Y: 22, Button: tea.MouseLeft})
	d.Want("[x] How do you decide")
	d.Send(tea.MouseClickMsg{X: 1, Y: 23, Button: tea.MouseLeft})
	d.Want("Porchlight > Help now")
}

func TestQuickExit(t *testing.T) {
	for _, to := range places {
		d := tuitest.Start(t, tuitest.Setup{First: to})
		d.Press("ctrl+x")
		if !d.Quit || !d.Program.Fled() || strings.TrimSpace(d.Screen()) != "" {
			t.Errorf("%s: quick exit left %q", to, d.Screen())
		}
	}
}

func TestWindowTooSmall(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{Width: 19, Height: 5})
	d.Want("This window is too small.")
	d.Press("down", "enter")
	d.Resize(80, 24)
	d.Want("> Start here:")
}
