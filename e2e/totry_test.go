package e2e_test

import (
	"strings"
	"testing"
)

// tries is what the record has of what the learner said they would try.
func (h home) tries(t *testing.T) (facts []string) {
	t.Helper()
	for _, e := range h.kept(t).Entries {
		if e.Kind == "intent" {
			facts = append(facts, e.Subject+" "+e.Fields["state"])
		}
	}
	return facts
}

// TestWhatToTryFromEitherFace takes a step from a lesson in a small terminal,
// says through a pipe that it was tried, and sees that on the screen: in the
// list and on the map.
func TestWhatToTryFromEitherFace(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 40, 12, nil, "lesson/limits-that-hold")
	w.start("Porchlight > Limits that hold")
	w.pressUntil("Space", "You have read this")
	w.pressUntil("Down", "> Keep \"Try this today\"")
	w.press("Enter")
	w.want("> It is on my list of what to try")
	w.press("q")
	w.ended()
	if got := strings.Join(h.tries(t), "; "); got != "limits-that-hold open" {
		t.Fatalf("the record has %q", got)
	}

	out := h.run(t, "1\n1\nquit\n", "to-try")
	for _, want := range []string{"1. ", "(from: Limits that hold; To try)", "1. I tried it", "That counts, however it went."} {
		if !strings.Contains(out, want) {
			t.Errorf("plain lines lack %q:\n%s", want, out)
		}
	}
	if got := strings.Join(h.tries(t), "; "); got != "limits-that-hold tried" {
		t.Fatalf("the record has %q", got)
	}

	w = h.open(t, 40, 12, nil, "map")
	w.start("Porchlight > The course at a glance", "The last seven days:", "(*)")
	w.pressUntil("Up", "You tried 1 thing you said you would.")
	w.press("Escape")
	w.want("Go on with", "Practice")
	w.press("q")
	w.ended()
	if out := h.run(t, "back\nquit\n", "map"); !strings.Contains(strings.Join(strings.Fields(out), " "), "You read 1 lesson. You tried 1 thing you said you would.") {
		t.Errorf("plain lines tell another week:\n%s", out)
	}
}
