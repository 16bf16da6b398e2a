package e2e_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTwoTerminalsShowTheSame opens the room's screen and the facilitator's
// notes as two programs. Each follows the other, steps of a list included; one
// that is killed comes back where the other is.
func TestTwoTerminalsShowTheSame(t *testing.T) {
	h := newHome(t)
	run := filepath.Join(h.dir, "run")
	if err := os.Mkdir(run, 0o700); err != nil {
		t.Fatal(err)
	}
	env := []string{"XDG_RUNTIME_DIR=" + run}
	room := h.open(t, 40, 12, env, "present", "helping-or-enabling")
	notes := h.open(t, 100, 30, env, "present", "helping-or-enabling", "--notes")
	room.start("In short. This is the first sentence.")
	notes.start("The room sees", "In short. This is the first sentence.", "Source: Enabling behavior", "since you began.")

	notes.pressUntil("Right", "Next 2. Is it safe not to?")
	room.want("1. Does this support")
	notes.pressed("Right")
	room.want("2. Is it safe not to?")
	if now := flat(room.screen()); strings.Contains(now, "3. Could I keep") {
		t.Errorf("the room is a step ahead:\n%s", room.screen())
	}
	room.pressed("Right")
	notes.want("The room sees", "3. Could I keep doing it?")
	room.pressed("Left")
	notes.want("2. Is it safe not to?", "Next 3. Could I keep doing it?")

	// A question, its reason on one key, and the conversation, led from either.
	notes.pressUntil("PageDown", "Your brother texts")
	room.want("Your brother texts")
	room.pressUntil("Right", "(fits best)")
	notes.want("(fits best)", "It meets the need")
	notes.pressUntil("PageDown", "Ten at night.")
	notes.pressUntil("Right", `> 1. "No cash.`)
	room.want(`> 1. "No cash.`)
	notes.press("Enter")
	notes.want("How it lands")
	room.want("How it lands")

	// The room's terminal is gone, and comes back where the facilitator is.
	room.press("q")
	room.ended()
	notes.pressUntil("Right", "He looks at the floor.")
	room.start("How it lands")
	for _, w := range []*terminal{room, notes} {
		w.press("q")
		w.ended()
	}
	h.whole(t)

	info, err := os.Stat(filepath.Join(run, "porchlight-present"))
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder they met in: %v, %v", info.Mode(), err)
	}
}

// TestPresentThroughAPipe shows the same in plain lines.
func TestPresentThroughAPipe(t *testing.T) {
	h := newHome(t)
	out := h.run(t, "\n\nnotes\npart\npart\n\nquit\n", "--pack", pack, "present", "helping-or-enabling")
	for _, want := range []string{"Press Enter for the next page.", "The test", "Source: ", "What helped you this week?", "Your brother texts", "(fits best)"} {
		if !strings.Contains(flat(out), want) {
			t.Errorf("not said: %q\n%s", want, out)
		}
	}
	if out, err := h.try(t, "", "--pack", pack, "present", "nothing"); err == nil {
		t.Errorf("a lesson that is not there is shown:\n%s", out)
	}
}

// TestASessionIsPlayed plays a run sheet with its notes in one terminal, and
// goes on with it in plain lines.
func TestASessionIsPlayed(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 80, 24, []string{"NO_COLOR=1"}, "present", "--sheet", "short-session", "--notes")
	w.start("This part: 0 minutes of 4 minutes.", "You are on time.", "You may pass at any time.")
	w.pressUntil("PageDown", "Giving naloxone makes use easier.")
	w.pressUntil("PageDown", "In short. This is the first sentence.")
	w.pressUntil("PageDown", "What helped you this week?")
	w.want("This part may be left out.")
	w.pressUntil("PageDown", "Ten at night.")
	w.pressUntil("PageDown", "Giving naloxone makes use easier.")
	w.pressUntil("Right", "Next part: Before we go")
	w.press("PageDown")
	w.want("Take one small thing home.")
	w.press("q")
	w.ended()

	out := h.run(t, "notes\npart\nquit\n", "--pack", pack, "present", "--sheet", "short-session")
	if !strings.Contains(flat(out), "Planned: 4 minutes.") || !strings.Contains(flat(out), "Giving naloxone") {
		t.Errorf("in plain lines:\n%s", out)
	}
	for _, wrong := range [][]string{{"--sheet", "nothing"}, {"--sheet", "short-session", "helping-or-enabling"}} {
		if out, err := h.try(t, "", append([]string{"--pack", pack, "present"}, wrong...)...); err == nil {
			t.Errorf("%v: %s", wrong, out)
		}
	}
}
