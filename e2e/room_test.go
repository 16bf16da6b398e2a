package e2e_test

import (
	"regexp"
	"strings"
	"testing"
)

// sitsDown has somebody come to a place in a terminal of their own.
func (k *kiosk) sitsDown(place string, width, height int, options ...string) *terminal {
	k.t.Helper()
	w := k.home.open(k.t, width, height, nil)
	w.enter(strings.Join(k.ssh(append(append([]string{"-t"}, options...), guest, place)...), " "))
	return w
}

// People with OpenSSH's own client come into a room on the screen: one types the
// code, one has forty columns, one reads Spanish and sees no colour, one drops
// and comes back. They answer, ask, read along and see one result.
func TestRoomOnTheScreen(t *testing.T) {
	need(t, "ssh")
	k, code, lead := openGroup(t)
	typed := k.sitsDown("room", 80, 24)
	typed.want("Code of the group:", "Nobody asks for your name.")
	typed.write(strings.ToLower(strings.ReplaceAll(code, "-", " ")))
	typed.press("Enter")
	small := k.sitsDown("room "+strings.ReplaceAll(code, "-", " "), 40, 12)
	spanish := k.sitsDown("room/"+code, 80, 24, "-o", "SetEnv=LANG=es_US.UTF-8", "-o", "SetEnv=NO_COLOR=1")
	typed.want("You are in the group.", "come back to this place by typing:")
	back := regexp.MustCompile(`by typing: (\S+)`).FindStringSubmatch(flat(typed.screen()))[1]
	small.want("You are in the group.")
	spanish.want("Ya está en el grupo.")
	for _, w := range []*terminal{typed, spanish} {
		w.press("Enter")
	}
	typed.want("Nothing is asked now.")
	small.pressUntil("Enter", "Nothing is asked now.")

	says(t, k.sits(lead, "2\n1\n"), "1. Ask all:", "Done.")
	spanish.want("Elija una.")
	small.want("Choose one.")
	for _, w := range []*terminal{typed, spanish} {
		w.press("Down", "Enter")
	}
	typed.want("(x) 1.", "Your answer is kept.")
	spanish.want("(x) 1.", "Su respuesta está guardada.")
	small.pressUntil("Down", "> ( ) 1.")
	small.press("Enter")
	small.want("(x) 1.", "Your answer is kept.")
	for range 2 {
		says(t, k.sits(code, "2\n"), "Your answer is kept.")
	}
	typed.want("5 answers so far.")

	typed.write("~.") // the link drops
	typed.until("the client has gone", func() bool { return typed.tell("pane_current_command") == "sh" })
	again := k.sitsDown("room/"+back, 80, 24)
	again.want("(x) 1.", "your answer", "5 answers so far.")
	says(t, k.sits(lead, "1\n"), "3 of 5, 60 percent")
	again.want("3 of 5, 60 percent", "##############################", "2 of 5, 40 percent")
	spanish.want("3 de 5, 60 por ciento")

	again.press("Escape")
	again.want("Leave the group?")
	again.press("Down", "Enter")
	again.want("Start here:")
	for _, w := range []*terminal{again, small, spanish} {
		w.press("C-x")
		w.ended()
	}
	for _, secret := range []string{back, lead} {
		if strings.Contains(k.log.String(), secret) {
			t.Errorf("%s is in the log:\n%s", secret, k.log.String())
		}
	}
}
