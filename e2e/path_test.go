package e2e_test

import (
	"strings"
	"testing"
)

// TestFirstStart: a newcomer is asked what fits them, home offers the lesson for
// that, also the next time and in plain lines, and other answers bring another.
func TestFirstStart(t *testing.T) {
	h := newcomer(t)
	w := h.open(t, 80, 24, nil)
	w.command = porchlight // the whole course: the small one has hardly a path
	w.start("Question 1 of 4", "What matters most right now?")
	w.choose("I am worn out")
	w.want("Question 2 of 4")
	w.choose("My mother or father")
	w.want("Question 3 of 4")
	w.choose("They have finished a program")
	w.want("The last question is private.")
	w.choose("I would rather not say")
	w.want(onHome, "> Start here: You did not cause it")
	w.press("q")
	w.ended()

	w.start(onHome, "> Start here: You did not cause it")
	w.choose("Settings")
	w.choose("What fits you")
	w.want("> I am worn out your answer")
	w.pressUntil("Up", "> Money, and what I pay for")
	w.press("Enter")
	w.want("> My mother or father your answer")
	w.press("s")
	w.want("Porchlight > Settings")
	w.press("Escape")
	w.want(onHome, "Start here: Cost and insurance")
	w.press("q")
	w.ended()

	if out := h.run(t, "quit\n", "--plain"); !strings.Contains(out, "1. Start here: Cost and insurance") {
		t.Errorf("plain lines offer something else:\n%s", out)
	}
	h.run(t, "7\n2\n6\n4\nquit\n", "path") // a partner who used again
	w.start(onHome, "> Start here: When someone returns to use")
	w.press("q")
	w.ended()
	e := h.run(t, "", "record", "export")
	for _, want := range []string{`"relationship":"partner"`, `"stage":"returned"`} {
		if !strings.Contains(strings.ReplaceAll(e, " ", ""), want) {
			t.Errorf("the record lacks %s:\n%s", want, e)
		}
	}
	if strings.Contains(e, `"urgent"`) || strings.Contains(e, `"safe"`) {
		t.Errorf("the record has what was taken back or never said:\n%s", e)
	}
	h.whole(t)
}

// TestUnsafeHome: whoever says that home is not safe sees whom to call and how to
// leave fast, and home names nothing of it. The next visit knows nothing of it.
func TestUnsafeHome(t *testing.T) {
	h := newcomer(t)
	w := h.open(t, 80, 24, nil)
	w.command = porchlight
	w.start("Question 1 of 4")
	for _, next := range []string{"Question 2 of 4", "Question 3 of 4", "Question 4 of 4"} {
		w.choose("Skip this question")
		w.want(next)
	}
	w.choose("No")
	w.want("Keep this answer for the next time?", "> Only for this visit")
	w.press("Enter")
	w.want("Your safety comes first.", "1-800-799-7233", "START to 88788", "ctrl+x")
	w.choose("Go on")
	w.want(onHome, "> Your next lesson")
	if s := w.screen(); strings.Contains(s, "not safe") {
		t.Errorf("home tells:\n%s", s)
	}
	w.press("Enter")
	w.want("Porchlight > When home is not safe")
	w.press("C-x")
	w.ended()
	if e := h.run(t, "", "record", "export"); strings.Contains(e, `"safe"`) {
		t.Errorf("the record has what was said for one visit:\n%s", e)
	}
	w.enter("clear; " + w.command)
	w.want(onHome, "> Start here:")
}
