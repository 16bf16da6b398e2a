package e2e_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// killsInField is how often the program is killed while someone writes.
const killsInField = 12

// TestKilledWhileWriting kills the program (kill -9) while someone writes in a
// worksheet. What the screen called saved must be there when it opens again.
func TestKilledWhileWriting(t *testing.T) {
	h := newHome(t)
	for round := range killsInField {
		w := h.open(t, 80, 24, nil)
		w.enter(w.command + " worksheet/one-limit-i-can-keep")
		w.want("See it filled in")
		w.press("Down", "Enter")
		w.want("esc done")
		word := fmt.Sprintf("word%d ", round)
		w.write(word)
		w.want(strings.TrimSpace(word), "Saved.")
		w.write("and half a wo") // this may be lost: nothing called it saved
		w.kill()
		w.close()
		if said := h.run(t, "", "record", "export"); !strings.Contains(said, strings.TrimSpace(word)) {
			t.Fatalf("round %d: %q was called saved and is not in the record:\n%s", round, word, said)
		}
	}
	h.whole(t)
}

// kill ends the program in front the hard way.
func (w *terminal) kill() {
	w.t.Helper()
	shell, err := strconv.Atoi(w.tell("pane_pid"))
	if err != nil {
		w.t.Fatal(err)
	}
	killChild(w.t, shell)
}

// TestWorksheetIsFoundAgain: written on the screen, read in plain lines, and
// the other way round.
func TestWorksheetIsFoundAgain(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 80, 24, nil)
	w.start("Start here:", onHome)
	w.choose("Tools")
	w.want("Porchlight > Tools")
	w.choose("Worksheets to fill in")
	w.want("A worksheet is a page to think on.")
	w.press("Enter")
	w.want("See it filled in by someone")
	w.press("Down", "Enter")
	w.want("Something you can see or hear.")
	w.write("Calls after ten")
	w.press("Enter")
	w.write("and texts")
	w.press("Escape")
	w.want("| Calls after ten", "| and texts", "Clear all I wrote here")
	w.press("q")
	w.ended()

	pack := strings.Fields(w.command)[2]
	said := h.run(t, "2\n1\nI hang up.\n\nquit\n", "--pack", pack, "worksheet", "one-limit-i-can-keep")
	if !strings.Contains(said, "1. The one behavior - Calls after ten and texts") {
		t.Errorf("plain lines say:\n%s", said)
	}
	w.enter(w.command + " worksheet/one-limit-i-can-keep")
	w.want("| and texts", "| I hang up.")
}
