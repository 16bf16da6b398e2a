package e2e_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// pack is a small whole course whose words do not change with the real one's.
const pack = "../internal/course/coursetest/pack"

// A terminal is a window of tmux with a shell in it.
type terminal struct {
	t       *testing.T
	socket  string
	tmpdir  string
	command string // what start types: the program and its flags
}

// sockets numbers the servers of this process.
var sockets atomic.Int32

// open opens a terminal of that size for a learner at home. The program reads
// the small course unless the arguments name another.
func (h home) open(t *testing.T, width, height int, env []string, args ...string) *terminal {
	t.Helper()
	need(t, "tmux")
	tmpdir, err := os.MkdirTemp("", "pl") // the path of a socket must be short
	if err != nil {
		t.Fatal(err)
	}
	course, err := filepath.Abs(pack)
	if err != nil {
		t.Fatal(err)
	}
	w := &terminal{
		t: t, tmpdir: tmpdir,
		socket:  fmt.Sprintf("porchlight-%d-%d", os.Getpid(), sockets.Add(1)),
		command: strings.Join(append([]string{porchlight, "--pack", course}, args...), " "),
	}
	t.Cleanup(w.close)
	shell := append([]string{"env", "-i"}, h.env(append([]string{"PS1=$ ", "TERM=screen-256color"}, env...)...)...)
	w.tmux(append([]string{"start-server", ";", "set", "-g", "status", "off", ";",
		"new-session", "-d", "-s", "main", "-x", fmt.Sprint(width), "-y", fmt.Sprint(height)},
		append(shell, "sh")...)...)
	w.want("$")
	return w
}

func (w *terminal) close() {
	_ = w.call("kill-server").Run()
	_ = os.RemoveAll(w.tmpdir)
}

// call is a call of tmux on this terminal's own server.
func (w *terminal) call(args ...string) *exec.Cmd {
	cmd := exec.Command("tmux", append([]string{"-u", "-L", w.socket, "-f", "/dev/null"}, args...)...)
	cmd.Env = append(os.Environ(), "TMUX_TMPDIR="+w.tmpdir, "TMUX=")
	return cmd
}

func (w *terminal) tmux(args ...string) string {
	w.t.Helper()
	out, err := w.call(args...).CombinedOutput()
	if err != nil {
		w.t.Fatalf("tmux %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// start types the program's name and waits for the texts of its first screen.
func (w *terminal) start(texts ...string) {
	w.t.Helper()
	w.enter(w.command)
	w.want(texts...)
}

// enter types a line at the shell.
func (w *terminal) enter(line string) {
	w.t.Helper()
	w.tmux("send-keys", "-t", "main", "-l", line)
	w.tmux("send-keys", "-t", "main", "Enter")
}

// press types keys by tmux's names: Enter, Escape, Down, C-x, a.
func (w *terminal) press(keys ...string) {
	w.t.Helper()
	w.tmux(append([]string{"send-keys", "-t", "main"}, keys...)...)
}

// write types letters.
func (w *terminal) write(text string) {
	w.t.Helper()
	w.tmux("send-keys", "-t", "main", "-l", text)
}

// screen is what the learner sees.
func (w *terminal) screen() string {
	w.t.Helper()
	return w.tmux("capture-pane", "-p", "-t", "main")
}

// flat is the screen as one line, however it is broken.
func flat(screen string) string { return strings.Join(strings.Fields(screen), " ") }

// want waits until the screen shows all of the texts, wherever lines break.
func (w *terminal) want(texts ...string) {
	w.t.Helper()
	w.until(fmt.Sprintf("the screen shows %q", texts), func() bool {
		now := flat(w.screen())
		for _, text := range texts {
			if !strings.Contains(now, text) {
				return false
			}
		}
		return true
	})
}

// until looks again and again until something has happened.
func (w *terminal) until(what string, happened func() bool) {
	w.t.Helper()
	for end := time.Now().Add(patience); !happened(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			w.t.Fatalf("not within %v: %s. The screen is:\n%s", patience, what, w.screen())
		}
	}
}

// pressed presses a key and waits until the screen has changed: for an arrow
// that moves a mark, until the mark has. Something else may be drawn meanwhile.
func (w *terminal) pressed(key string) {
	w.t.Helper()
	before := w.screen()
	mark := markOn(before)
	moves := mark != "" && (key == "Up" || key == "Down")
	w.press(key)
	w.until(key+" changes the screen", func() bool {
		now := w.screen()
		return now != before && (!moves || markOn(now) != mark)
	})
}

// markOn is the line with the mark of a list, and which it is; empty for none.
// Above a list there may be a field that begins like it.
func markOn(screen string) string {
	lines := strings.Split(screen, "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if strings.HasPrefix(strings.TrimSpace(lines[i]), "> ") {
			return fmt.Sprint(i, lines[i])
		}
	}
	return ""
}

// pressUntil presses a key, each time it has had its effect, until a text is on
// the screen.
func (w *terminal) pressUntil(key, text string) {
	w.t.Helper()
	w.until(key+" brings "+text, func() bool {
		if strings.Contains(flat(w.screen()), text) {
			return true
		}
		w.pressed(key)
		return false
	})
}

// choose moves the mark down to an item and opens it.
func (w *terminal) choose(item string) {
	w.t.Helper()
	w.pressUntil("Down", "> "+item)
	w.press("Enter")
}

// tell reads one of tmux's variables.
func (w *terminal) tell(variable string) string {
	w.t.Helper()
	return strings.TrimSpace(w.tmux("display-message", "-p", "-t", "main", "#{"+variable+"}"))
}

// ended waits until the shell is back in front.
func (w *terminal) ended() {
	w.t.Helper()
	w.until("the program ends", func() bool { return w.tell("pane_current_command") == "sh" && w.tell("alternate_on") == "0" })
}
