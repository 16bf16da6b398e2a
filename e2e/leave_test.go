package e2e_test

import (
	"os/exec"
	"strings"
	"testing"
)

// A place is a screen of the program: how to open it, what it shows, and the
// key for Help now there.
type place struct {
	name  string
	open  func(*terminal)
	shows string
	now   string
}

// places are all screens that a learner can be on.
func places() []place {
	at := func(route string) func(*terminal) { return func(w *terminal) { w.enter(w.command + " " + route) } }
	then := func(open func(*terminal), shows string, keys ...string) func(*terminal) {
		return func(w *terminal) {
			open(w)
			w.want(shows)
			for _, k := range keys {
				w.pressed(k)
			}
		}
	}
	lesson := at("lesson/helping-or-enabling")
	return []place{
		{"home", at(""), "Start here: Helping or enabling?", "!"},
		{"tools", at("tools"), "Questions to ask a program", "!"},
		{"lessons", at("lessons/"), "Overdose and naloxone", "!"},
		{"lesson", lesson, "In short.", "!"},
		{"parts", then(lesson, "In short.", "o"), "The parts of this lesson", "!"},
		{"find", then(lesson, "In short.", "/"), "Find:", "C-g"},
		{"quiz", at("quiz/helping-or-enabling"), "Question 1 of 3", "!"},
		{"reasons", then(at("quiz/helping-or-enabling"), "Question 1 of 3", "Enter", "Enter"), "our choice", "!"},
		{"checklist", at("checklist/"), "For a first call", "!"},
		{"question", then(at("checklist/"), "For a first call", "Enter"), "Why ask:", "!"},
		{"note", then(at("checklist/"), "For a first call", "Enter", "n"), "Enter keeps your note", "C-g"},
		{"worksheets", at("worksheets"), "A worksheet is a page to think on.", "!"},
		{"worksheet", at("worksheet/one-limit-i-can-keep"), "See it filled in", "!"},
		{"field", then(at("worksheet/one-limit-i-can-keep"), "See it filled in", "Down", "Enter"), "esc done", "C-g"},
		{"providers", at("providers/"), "Write down the programs", "!"},
		{"name of a provider", then(at("providers/"), "Write down the programs", "Enter"), "What is the program called?", "C-g"},
		{"compare", at("compare/"), "Write down the programs", "!"},
		{"plan", at("plan/"), "Nothing here is filled in", "!"},
		{"field of the plan", then(at("plan/"), "Nothing here is filled in", "Enter", "Enter"), "Such as: Mon Wed Fri", "C-g"},
		{"settings", at("settings"), "Width of text", "!"},
		{"keys", then(at(""), "Tools", "?"), "The arrow keys and Enter are enough", "!"},
	}
}

// TestHelpNowFromEverywhere: one key from any screen to the numbers, and one
// key back.
func TestHelpNowFromEverywhere(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	w := h.open(t, 80, 24, nil)
	for _, p := range places() {
		p.open(w)
		w.want(p.shows)
		w.press(p.now)
		w.want("Porchlight > Help now", "Call 911")
		w.press("Escape")
		w.want(p.shows)
		w.press("C-c")
		w.ended()
		w.enter("clear")
		w.want("$")
	}
}

// TestQuickExit leaves every screen with one key: the window is empty, nothing
// of the program stands in the scrollback, the process has gone, and what was
// done is in the record.
func TestQuickExit(t *testing.T) {
	h := newHome(t)
	h.run(t, "1\n", "--pack", pack, "quiz", "limits-that-hold")
	w := h.open(t, 80, 24, nil)
	for _, p := range append(places(), place{"help now", func(w *terminal) { w.enter(w.command + " now/") }, "Call 911", ""}) {
		w.enter("clear; seq 1 100")
		w.want("100 $")
		p.open(w)
		w.want(p.shows)
		w.press("C-x")
		w.ended()
		w.until(p.name+": the window is empty", func() bool { return flat(w.screen()) == "$" })
		if lines := w.tell("history_size"); lines != "0" {
			t.Errorf("%s: %s lines stand in the scrollback", p.name, lines)
		}
		if all := w.tmux("capture-pane", "-p", "-S", "-", "-t", "main"); flat(all) != "$" {
			t.Errorf("%s: this is left to be scrolled to:\n%s", p.name, all)
		}
		if found := running(t); len(found) > 0 {
			t.Errorf("%s: the process is still there: %q", p.name, found)
		}
	}
	h.whole(t)
	answers := 0
	for _, a := range h.kept(t).Answers {
		if strings.HasPrefix(a.Question, "limits-that-hold/") {
			answers++
		}
	}
	if answers != 1 {
		t.Errorf("the record holds %d answers of before, want 1", answers)
	}
}

// running lists the processes of the program under test, whoever started them.
func running(t *testing.T) (found []string) {
	t.Helper()
	out, err := exec.Command("ps", "-e", "-o", "args=").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		if strings.HasPrefix(line, porchlight+" ") {
			found = append(found, strings.TrimSpace(line))
		}
	}
	return found
}
