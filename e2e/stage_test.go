package e2e_test

import (
	"strings"
	"testing"
)

// visits has somebody come to a place of a kiosk in a terminal of their own.
func (k *kiosk) visits(place string, width, height int, options ...string) *terminal {
	k.t.Helper()
	w := k.home.open(k.t, width, height, nil)
	w.enter(strings.Join(k.ssh(append(append([]string{"-t"}, options...), guest, place)...), " "))
	return w
}

// Whoever presents, another who leads, and a screen at the back of the room each
// have an SSH session of their own, with OpenSSH's client. Pauses, the steps of a
// list, an answer told on one key and a conversation that the room plays are on
// all three; each of the two leads leads; what the room is asked stands before
// the page; and who presents comes back after their link has dropped.
func TestPresentInALiveRoom(t *testing.T) {
	need(t, "ssh")
	k, code, lead := openGroup(t)
	wall := k.visits("screen/"+code, 40, 12)
	wall.want("use this code: " + code)
	one := k.visits("stage/"+lead+"/present/helping-or-enabling", 100, 40)
	one.want("The room sees", "In short. This is the first sentence.", "Source: Enabling behavior", "since you began.", "0 people are here.")
	wall.want("In short. This is the first sentence.")
	two := k.visits("stage/"+lead+"/now", 80, 24, "-o", "SetEnv=NO_COLOR=1")
	two.want("The room sees", "In short. This is the first sentence.")

	one.pressUntil("Right", "Next 2. Is it safe not to?")
	wall.want("1. Does this support")
	one.pressed("Right")
	wall.want("2. Is it safe not to?")
	two.want("2. Is it safe not to?")
	if now := flat(wall.screen()); strings.Contains(now, "3. Could I keep") || strings.Contains(now, "since you began") {
		t.Errorf("the screen is a step ahead, or shows what only leads see:\n%s", wall.screen())
	}
	two.pressed("Right")
	wall.want("3. Could I keep doing it?")
	one.want("The room sees", "3. Could I keep doing it?")
	two.pressed("Left")
	one.want("Next 3. Could I keep doing it?")

	one.pressUntil("PageDown", "Your brother texts")
	wall.want("Your brother texts")
	wall.until("the answer is told", func() bool { // the notes say before what comes next
		if strings.Contains(flat(wall.screen()), "(fits best)") {
			return true
		}
		one.pressed("Right")
		return false
	})
	two.want("(fits best)")
	two.pressUntil("PageDown", "Ten at night.")
	two.pressUntil("Right", `> 1. "No cash.`)
	one.want(`> 1. "No cash.`)
	one.press("Enter")
	for _, w := range []*terminal{one, two, wall} {
		w.want("How it lands")
	}

	one.write("~.") // the link drops
	one.until("the client has gone", func() bool { return one.tell("pane_current_command") == "sh" })
	two.pressUntil("Right", "He looks at the floor.")
	again := k.visits("stage/"+lead+"/now", 100, 40)
	again.want("The room sees", "How it lands", "He looks at the floor.", "since you began.")
	wall.want("He looks at the floor.")

	again.pressUntil("PageUp", "Your brother texts")
	wall.want("Your brother texts")
	again.want("o ask everyone")
	again.press("o")
	wall.want("0 answers so far.")
	again.want("Everyone sees this question", "show the result")
	for range 5 {
		says(t, k.sits(code, "1\n"), "Your answer is kept.")
	}
	wall.want("5 answers so far.")
	again.press("Right")
	wall.want("5 of 5, 100 percent")
	again.want("tell the best answer")
	again.press("Right")
	wall.want("The best answer is")
	again.want("back to the page")
	again.press("Right")
	again.want("The room sees")
	wall.until("the page is back", func() bool { return !strings.Contains(flat(wall.screen()), "The best answer is") })

	plain, errs, status := k.run("\n\nquit\n", k.ssh(guest, "stage/"+lead+"/now")...)
	if status != 0 {
		t.Errorf("%d: %s%s", status, plain, errs)
	}
	says(t, flat(plain), "Your brother texts", "Type ask to have everyone answer", "Next:")
	for _, w := range []*terminal{again, two, wall} {
		w.press("C-x")
		w.ended()
	}
	if strings.Contains(k.log.String(), lead) {
		t.Errorf("the key is in the log:\n%s", k.log.String())
	}
}
