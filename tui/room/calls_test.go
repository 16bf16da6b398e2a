package room_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"porchlight/internal/group"
	"porchlight/tui/page"
	"porchlight/tui/tuitest"
)

const called = "A question in the group. See it: ctrl+r"

// A question is announced above the pages that somebody has opened over the
// room, and takes none of them away. One key leads back to it.
func TestAQuestionCallsFromBeneath(t *testing.T) {
	for name, opens := range map[string][]string{
		"Help now": {"!"}, "Help now, further down": {"!", "end"}, "keys": {"?"}, "search, typing": {"/", "nalo"}, "Help now over search": {"/", "nalo", "ctrl+g"},
	} {
		t.Run(name, func(t *testing.T) {
			e := begin(t)
			d := e.inside(tuitest.Setup{})
			d.Press(opens...)
			before := d.Screen()
			d.WantNot("A question in the group")
			e.Party.Ask(t, e.Hub, "p")
			e.Look()
			d.Want(called)
			for _, line := range strings.Split(before, "\n")[:12] {
				d.Want(strings.Join(strings.Fields(line), " ")) // the page is still there
			}
			e.Does(group.Skip{ID: "p"})
			if now := d.Screen(); now != before {
				t.Errorf("the question is over, and the page is\n%s\nnot\n%s", now, before)
			}
			d.Press("ctrl+r") // nobody calls now
			if now := d.Screen(); now != before {
				t.Errorf("with nothing asked, the key leads to\n%s", now)
			}
			e.Does(group.OpenPoll{ID: "p"})
			d.Want(called)
			d.Press("ctrl+r")
			d.Want("Is it so?", "0 answers so far.")
			d.WantNot("A question in the group")
		})
	}
}

// What has been answered calls nobody; a question from the box does.
func TestWhatCalls(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	d.Press("down", "enter", "!")
	d.WantNot("A question in the group")
	e.raises(askedAloud)
	d.Want(called)
	d.Press("ctrl+r")
	d.Want(askedAloud)
	d.Press("!")
	e.Does(group.Sort{ID: shownQuestion, To: group.Answered})
	d.WantNot("A question in the group")
	e.Does(group.Reset{ID: "p"})
	d.Want(called)
	e.Does(group.End{})
	d.WantNot("A question in the group")
	d.Send(page.Opened{To: page.Home{}})
	d.WantNot("A question in the group")
}

// A click on the line does what its key does.
func TestTheCallIsClicked(t *testing.T) {
	e := begin(t)
	d := e.inside(tuitest.Setup{})
	d.Press("!")
	e.Party.Ask(t, e.Hub, "p")
	e.Look()
	for y, line := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(line, called) {
			d.Send(tea.MouseClickMsg{X: 3, Y: y, Button: tea.MouseLeft})
			break
		}
	}
	d.Want("Is it so?", "0 answers so far.")
}

func TestCallFrames(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 50}} {
			e, seat := beginSame(t)
			d := e.comes(tuitest.Setup{First: seat, Lang: lang, Width: size[0], Height: size[1]})
			d.Press("!")
			e.Does(group.AddPoll{Poll: call()}, group.OpenPoll{ID: "call"})
			d.Golden(fmt.Sprintf("calls-%s-%dx%d", lang, size[0], size[1]))
		}
	}
}
