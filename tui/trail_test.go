package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

// atTitle fails the test unless the page of that title is in front.
func atTitle(t *testing.T, d *tuitest.Driver, title string) {
	t.Helper()
	if first, _, _ := strings.Cut(d.Screen(), "\n"); first != "Porchlight"+title {
		t.Errorf("in front is %q, want %q", first, title)
	}
}

// The way back goes through the places in the order they were seen, whether
// they were left by Esc, by going on, or are still open; and forward again.
func TestBackAndForward(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lessons{}})
	d.Press("enter", "esc", "down", "enter")
	atTitle(t, d, " > Limits that hold")
	for _, title := range []string{" > Lessons", " > Helping or enabling?", " > Lessons"} {
		d.Press("[")
		atTitle(t, d, title)
	}
	for _, title := range []string{" > Helping or enabling?", " > Lessons", " > Limits that hold", " > Limits that hold"} {
		d.Press("]")
		atTitle(t, d, title)
	}
	d.Send(tea.KeyPressMsg{Code: tea.KeyLeft, Mod: tea.ModAlt})
	atTitle(t, d, " > Lessons")
	d.Send(tea.KeyPressMsg{Code: tea.KeyRight, Mod: tea.ModAlt})
	atTitle(t, d, " > Limits that hold")
}

func TestAnotherWayForgetsTheWayForward(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lessons{}})
	d.Press("enter", "[", "/", "limits", "enter")
	atTitle(t, d, " > Limits that hold")
	d.Press("]")
	atTitle(t, d, " > Limits that hold")
	d.Press("[")
	d.Want("Find: limits")
}

// The place within a lesson is there again, be it read to or only looked at.
func TestThePlaceInALessonIsRemembered(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lesson{ID: "helping-or-enabling"}, Width: 40, Height: 12})
	d.Press("down", "down", "down")
	was := d.Screen()
	d.Press("[")
	atTitle(t, d, "")
	d.Press("]")
	if got := d.Screen(); got != was {
		t.Errorf("back in the lesson the screen is\n%s\nwas\n%s", got, was)
	}
	d = tuitest.Start(t, tuitest.Setup{First: page.Lesson{ID: "helping-or-enabling", At: "the-test"}, Width: 40, Height: 12})
	was = d.Screen()
	d.Press("[", "]")
	if got := d.Screen(); got != was {
		t.Errorf("at the paragraph again the screen is\n%s\nwas\n%s", got, was)
	}
}

// Help now and the keys are no stations on the way.
func TestLooksInPassingAreNotOnTheTrail(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lessons{}})
	d.Press("enter", "!", "esc", "?")
	d.Press("[") // leaves the page of keys
	atTitle(t, d, " > Helping or enabling?")
	d.Press("[")
	atTitle(t, d, " > Lessons")
	d.Press("[", "[", "[")
	atTitle(t, d, "")
}

// What is being written is kept before the learner goes.
func TestNothingIsLostOnTheWay(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Note{Lesson: "helping-or-enabling", At: "the-test"}})
	d.Press("enter", "half a no[te", "esc", "[")
	atTitle(t, d, "")
	d.Press("]")
	d.Want("Your note: half a no[te")
}

func TestTheTrailEnds(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lessons{}})
	for range 100 {
		d.Press("enter", "esc")
	}
	for range 300 {
		d.Press("[")
	}
	d.Press("]")
	d.Want("Porchlight > ")
}

// Two presses in quick succession, before the page has written, go two steps.
func TestTwoQuickPressesGoTwoSteps(t *testing.T) {
	d := tuitest.Start(t, tuitest.Setup{First: page.Lessons{}})
	d.Press("enter")
	_, first := d.Program.Update(tea.KeyPressMsg{Code: '[', Text: "["})
	_, second := d.Program.Update(tea.KeyPressMsg{Code: '[', Text: "["})
	for _, cmd := range []tea.Cmd{first, second} {
		if cmd != nil {
			d.Send(cmd())
		}
	}
	atTitle(t, d, "")
}
