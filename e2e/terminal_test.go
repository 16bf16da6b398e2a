package e2e_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSmallWindow: everything works at 40 by 12, and the two keys that must
// never be missing are in view.
func TestSmallWindow(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 40, 12, nil)
	for _, p := range places() {
		p.open(w)
		w.want(p.shows, "Help now", "ctrl+x leave fast")
		for _, line := range strings.Split(w.screen(), "\n") {
			if n := len([]rune(line)); n > 40 {
				t.Errorf("%s: a line has %d characters: %s", p.name, n, line)
			}
		}
		w.press("C-c")
		w.ended()
		w.enter("clear")
		w.want("$")
	}
}

// coloured matches an escape that sets a colour; bold, underline and reverse
// set none.
var coloured = regexp.MustCompile(`\x1b\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m`)

// TestNoColor: NO_COLOR with any value means no colour, on every screen.
func TestNoColor(t *testing.T) {
	for _, value := range []string{"1", "yes"} {
		h := newHome(t)
		w := h.open(t, 80, 24, []string{"NO_COLOR=" + value})
		for _, p := range places() {
			p.open(w)
			w.want(p.shows)
			if found := coloured.FindString(w.tmux("capture-pane", "-p", "-e", "-t", "main")); found != "" {
				t.Errorf("NO_COLOR=%s, %s: %q sets a colour", value, p.name, found)
			}
			w.press("C-c")
			w.ended()
			w.enter("clear")
			w.want("$")
		}
	}
}

// TestColor is the other half of TestNoColor: without it there is colour.
func TestColor(t *testing.T) {
	w := newHome(t).open(t, 80, 24, nil)
	w.start(onHome)
	if !coloured.MatchString(w.tmux("capture-pane", "-p", "-e", "-t", "main")) {
		t.Error("the home screen has no colour at all")
	}
}

// TestDumbTerminal: TERM=dumb gets plain lines, and not one escape.
func TestDumbTerminal(t *testing.T) {
	h := newHome(t)
	w := h.open(t, 80, 24, []string{"TERM=dumb"})
	raw := filepath.Join(h.dir, "raw")
	w.tmux("pipe-pane", "-t", "main", "cat > "+raw)
	w.start("At every prompt you can type", "Start here: Helping or enabling?", "Number:")
	if w.tell("alternate_on") != "0" {
		t.Error("the program took the whole screen")
	}
	w.enter("now")
	w.want("Suicide and Crisis Lifeline")
	w.enter("quit")
	w.ended()
	w.tmux("pipe-pane", "-t", "main")
	out, err := os.ReadFile(raw)
	if err != nil {
		t.Fatal(err)
	}
	if at := strings.IndexByte(string(out), 0x1b); at >= 0 {
		t.Errorf("an escape was written: %q", out[at:min(len(out), at+20)])
	}
	if !strings.Contains(string(out), "Number:") {
		t.Errorf("what was written was not seen: %q", out)
	}
}

// TestResize: a window may change its size at any time.
func TestResize(t *testing.T) {
	w := newHome(t).open(t, 80, 24, nil, "lesson/helping-or-enabling")
	w.start("In short.")
	for _, size := range [][2]string{{"40", "12"}, {"10", "3"}, {"200", "50"}, {"80", "24"}} {
		w.tmux("resize-window", "-t", "main", "-x", size[0], "-y", size[1])
		w.until("the window is "+size[0]+" wide", func() bool {
			return w.tell("pane_width") == size[0] && (size[0] == "10" || strings.Contains(flat(w.screen()), "leave fast"))
		})
	}
	w.want("In short.", "ctrl+x leave fast")
}
