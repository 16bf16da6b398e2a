package reader_test

import (
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"porchlight/tui/tuitest"
)

// The End key jumps over what lies between, so it reads nothing, and neither
// does moving about in what it brought into view.
func TestTheEndKeyIsAJump(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	d.Press("space")
	read := place(t, d.Store).Reached
	for _, key := range []string{"end", "down", "down", "end", "up", "up"} {
		d.Press(key)
		if p := place(t, d.Store); !p.Done.IsZero() || p.Reached != read {
			t.Fatalf("after %s the record has %+v, want %d reached", key, p, read)
		}
	}
	d = d.Restart(nil)
	d.Press("down")
	if p := place(t, d.Store); !p.Done.IsZero() || p.Reached != read {
		t.Errorf("the day after, the record has %+v, want %d reached", p, read)
	}
}

// Whoever reads the end after a jump to it has read it.
func TestReadingOnAfterAJumpCounts(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
	d.Press("end", "pgup", "pgup")
	if p := place(t, d.Store); !p.Done.IsZero() {
		t.Fatalf("going up reads nothing, and the record has %+v", p)
	}
	d.Press("pgdown", "pgdown")
	if p := place(t, d.Store); p.Done.IsZero() {
		t.Errorf("the end was read, and the record has %+v", p)
	}
}

// A lesson that is on one screen has no end to jump to.
func TestTheEndKeyReadsWhatIsInView(t *testing.T) {
	d := start(t, tuitest.Setup{Width: 100, Height: 120})
	d.Press("end")
	if p := place(t, d.Store); p.Done.IsZero() {
		t.Errorf("a lesson on one screen, read on, is not done: %+v", p)
	}
}

// A terminal may tell its background late, in the middle of anything.
func TestAnotherThemeKeepsWhatIsOpen(t *testing.T) {
	for _, keys := range [][]string{
		{"/", "p7w"}, {"/", "p7w", "enter", "n"}, {"o", "down", "down"}, {"end", "down"}, {"end", "up"},
	} {
		d := start(t, tuitest.Setup{Course: longCourse(t, 40)})
		d.Press(keys...)
		before := d.Screen()
		d.Send(tea.BackgroundColorMsg{Color: color.White})
		if got := d.Screen(); got != before {
			t.Errorf("after %v, in another theme the page is\n%s\nwas\n%s", keys, got, before)
		}
	}
}

// No letter of a search is lost to it, and the theme follows.
func TestTypingGoesOnInAnotherTheme(t *testing.T) {
	d := start(t, tuitest.Setup{Course: longCourse(t, 40), Profile: colorprofile.TrueColor})
	d.Press("/", "p7")
	_, cmd := d.Program.Update(tea.BackgroundColorMsg{Color: color.White})
	for _, letter := range "w12" { // typed before any command has ended
		d.Program.Update(tea.KeyPressMsg{Code: letter, Text: string(letter)})
	}
	if !strings.Contains(d.Screen(), "Find: p7w12") {
		t.Errorf("letters are lost:\n%s", d.Screen())
	}
	if cmd != nil {
		t.Error("the page is made anew under the learner's fingers")
	}
	d.Press("enter")
	d.Want("Find: p7w12", "1 of 1")
	d.Press("esc")
	light := d.Restart(nil)
	light.Send(tea.BackgroundColorMsg{Color: color.White})
	if got, want := d.Raw(), light.Raw(); got != want {
		t.Errorf("after typing the frame is\n%q\nwant\n%q", got, want)
	}
}
