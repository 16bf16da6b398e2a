package e2e_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// rooms are the folders beside HOME that a program may write to, by the
// variable that names them.
var rooms = map[string]string{
	"XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run",
	"XDG_DOCUMENTS_DIR": "Documents", "TMPDIR": "tmp",
}

// furnish makes every room, and returns the environment that names them.
func (h home) furnish(t *testing.T) (env []string) {
	t.Helper()
	for variable, name := range rooms {
		dir := filepath.Join(h.dir, name)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		env = append(env, variable+"="+dir)
	}
	return env
}

// look is everything under the learner's folder: what there is, its mode, its
// size, what it holds, and when it last changed. A file that came and went
// again has changed the time of its folder.
func (h home) look(t *testing.T) map[string]string {
	t.Helper()
	seen := map[string]string{}
	err := filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		at, err := d.Info()
		if err != nil {
			return err
		}
		said := fmt.Sprint(at.Mode(), at.ModTime().UnixNano())
		if at.Mode().IsRegular() {
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			said += " " + string(raw)
		}
		seen[path] = said
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

// unchanged fails the test for everything that is new, gone or different.
func (h home) unchanged(t *testing.T, when string, before map[string]string) {
	t.Helper()
	after := h.look(t)
	for path, was := range before {
		if now, there := after[path]; !there || now != was {
			t.Errorf("%s: %s has changed (there: %v)", when, path, there)
		}
	}
	for path := range after {
		if _, known := before[path]; !known {
			t.Errorf("%s: %s is new", when, path)
		}
	}
}

// TestPrivateWritesNothing goes through everything that keeps something, with
// --private, on the screen and in plain lines, and watches every folder that a
// program could write to: no file is new, none is gone, none was touched, and
// no folder has seen one come and go. A record is there already; not a word of
// it shows.
func TestPrivateWritesNothing(t *testing.T) {
	h := newHome(t)
	h.run(t, "1\nKnown Before\n\nquit\n", append(own(t), "providers")...)
	env := h.furnish(t)
	before := h.look(t)

	h.privateInLines(t, env)
	h.unchanged(t, "in plain lines", before)

	w := h.open(t, 100, 40, env, "--private")
	w.enter("cd " + h.dir)
	h.privateOnTheScreen(t, w)
	w.press("C-x")
	w.ended()
	w.until("the window is empty", func() bool { return flat(w.screen()) == "$" })
	h.unchanged(t, "on the screen", before)
	h.whole(t)
}

func (h home) privateInLines(t *testing.T, env []string) {
	t.Helper()
	course, err := filepath.Abs(pack)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, input, says string }{
		{"quiz helping-or-enabling", "1\n2\n1\nno\n", "Question 1"},
		{"checklist", "1\n1\n2\na note of one's own\nback\nquit\n", "Write a note"},
		{"providers", "1\nNorthside House\n555-0100\n1\na nurse answers\n2\nback\nback\nquit\n", "Northside House"},
		{"worksheet one-limit-i-can-keep", "2\n1\nCalls after ten\n\nquit\n", "Calls after ten"},
		{"path", "8\n", ""},
		{"plan", "1\n1\nMon Wed\nback\nquit\n", ""},
		{"", "quit\n", "Nothing you do here is saved"},
		{"compare", "", "Write down the programs"},
	} {
		cmd := exec.CommandContext(t.Context(), porchlight, append([]string{"--private", "--pack", course}, strings.Fields(c.args)...)...)
		cmd.Dir, cmd.Env, cmd.Stdin = h.dir, h.env(env...), strings.NewReader(c.input)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", c.args, err, out)
		}
		if said := flat(string(out)); !strings.Contains(said, c.says) || strings.Contains(said, "Known Before") || strings.Contains(said, "Saved.") {
			t.Errorf("%q says:\n%s", c.args, out)
		}
	}
}

// privateOnTheScreen leaves the program open with a note half typed.
func (h home) privateOnTheScreen(t *testing.T, w *terminal) {
	t.Helper()
	at := func(route string) { w.enter(w.command + " " + route) }
	leave := func() {
		w.press("C-c")
		w.ended()
		w.enter("clear")
		w.want("$")
	}
	at("lesson/helping-or-enabling")
	w.want("In short.", "nothing is saved")
	w.pressed("End")
	leave()
	at("quiz/helping-or-enabling")
	w.want("Question 1 of 3")
	w.press("Enter", "Enter")
	w.want("our choice")
	leave()
	at("worksheet/one-limit-i-can-keep")
	w.want("See it filled in")
	w.press("Down", "Enter")
	w.want("esc done")
	w.write("Calls after ten ")
	w.want("Calls after ten", "Kept until you leave.")
	w.press("Escape")
	w.want("Clear all I wrote here")
	leave()
	at("settings")
	w.want("Width of text")
	w.pressed("Enter")
	leave()
	at("providers/")
	w.want("Write down the programs")
	w.choose("Add a program")
	w.want("What is the program called?")
	w.write("Northside House")
	w.press("Enter")
	w.want("Phone:")
	w.press("Enter")
	w.want("> Call: go through the questions")
	w.press("Enter")
	w.want("1 of 3")
	w.press("2")
	w.want("2 of 3")
	w.press("1")
	w.want("Type what you hear.")
	w.write("a nurse answers at once")
	w.want("Note: a nurse answers at once", "Kept until you leave.")
}
