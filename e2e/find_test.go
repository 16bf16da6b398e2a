package e2e_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestFindAndNote finds a paragraph from home, reads it, explains a word in
// place, writes a note on it, and finds the note again in plain lines.
func TestFindAndNote(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 40, 12, nil)
	w.start("Start here:")
	w.press("/")
	w.want("Find:", "Type a word.")
	w.write("42 cuoples") // a typo
	w.want("> In a lesson: Helping or enabling?")
	w.press("Enter")
	w.want("Most families do this out of love", "esc back")
	w.press("t")
	w.want("A medicine that can reverse an opioid")
	w.press("Escape")
	w.want("esc back")
	w.press("m")
	w.want("This one: Most families")
	w.press("Enter")
	w.want("Write a note", "Ask the clinician")
	w.press("Enter")
	w.want("esc done")
	w.write("Is that us?")
	w.want("Is that us?", "Saved.")
	w.press("Escape")
	w.want("Your note: Is that us?")
	w.press("Down", "Enter")
	w.want("[x] Ask the clinician about this")
	w.press("Escape")
	w.want("* 1 mark here")
	w.press("[", "[", "[") // the note, the lesson, the search
	w.want("Find: 42 cuoples")
	w.press("C-c")
	w.ended()

	pack := strings.Fields(w.command)[2]
	said := h.run(t, "1\n4\nback\nquit\n", "--pack", pack, "--plain", "notes")
	for _, want := range []string{"To ask the clinician:", "1. Is that us? (Helping or enabling?)", "Your note: Is that us?", "Saved."} {
		if !strings.Contains(said, want) {
			t.Errorf("plain lines lack %q:\n%s", want, said)
		}
	}
	if said := h.run(t, "", "record", "export"); strings.Contains(said, "Is that us?") {
		t.Errorf("removed, the note is still there:\n%s", said)
	}
	h.whole(t)
}

// TestKilledWhileNoting kills the program (kill -9) while someone writes a
// note. What the screen called saved must be there when it opens again.
func TestKilledWhileNoting(t *testing.T) {
	h := newHome(t)
	for round := range killsInField {
		w := h.open(t, 80, 24, nil)
		w.enter(w.command + " note/helping-or-enabling/the-test")
		w.want("Ask the clinician about this")
		w.press("Enter")
		w.want("esc done")
		word := fmt.Sprintf("word%d", round)
		w.write(word)
		w.want(word, "Saved.")
		w.write(" and half a wo") // this may be lost: nothing called it saved
		w.kill()
		w.close()
		if said := h.run(t, "", "record", "export"); !strings.Contains(said, word) {
			t.Fatalf("round %d: %q was called saved and is not in the record:\n%s", round, word, said)
		}
	}
	h.whole(t)
}

// TestFindInAPipe: the same search in plain lines, driven by a pipe, and
// nothing of it is kept.
func TestFindInAPipe(t *testing.T) {
	h := newHome(t)
	said := h.run(t, "overdose\n1\nback\nnaloxon\nback\nquit\n", "--plain", "search")
	for _, want := range []string{"1. Help now: They will not wake up", "Call 911 and give naloxone, both at once", "Word: naloxone"} {
		if !strings.Contains(flat(said), want) {
			t.Errorf("plain lines lack %q:\n%s", want, said)
		}
	}
	if said := h.run(t, "", "record", "export"); strings.Contains(said, "naloxon") {
		t.Errorf("what was looked for is kept:\n%s", said)
	}
}
