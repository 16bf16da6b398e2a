package e2e_test

import (
	"context"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"porchlight/internal/kiosk/load"
)

// TestKioskBench measures a small crowd, so that the large one can be trusted
// to run.
func TestKioskBench(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes half a minute")
	}
	ctx, stop := context.WithTimeout(t.Context(), 4*patience)
	defer stop()
	cmd := exec.CommandContext(ctx, porchlight, "bench", "serve", "--sessions", "20", "--typing", "10", "--gone", "20", "--hold", "20")
	cmd.Env = newHome(t).env()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, row := range []string{"memory for each of 20 idle sessions", "key to paint, 10 typing, median", "20 sessions held"} {
		if !strings.Contains(string(out), row) {
			t.Errorf("there is no row %q:\n%s", row, out)
		}
	}
}

// Row 14 with the client that it is about: OpenSSH that shares a connection
// closes a window, and keeps the connection for the next. The server spends
// less than a fiftieth of a processor on it, a second later, and so it does on
// one whose window is open and still. (It closes the connection that nothing
// is open on; the client makes another for the next window.)
func TestKioskSharedConnectionRests(t *testing.T) {
	need(t, "ssh")
	k := openKiosk(t)
	const settles, watched, most = time.Second, 5 * time.Second, 0.02
	busy := func(what string) {
		t.Helper()
		time.Sleep(settles) // what the row gives it
		before, err := load.Used(k.cmd.Process.Pid)
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(watched) // what is measured is how much is done in this time
		after, err := load.Used(k.cmd.Process.Pid)
		if err != nil {
			t.Fatal(err)
		}
		share := float64(after.Processor-before.Processor) / float64(watched)
		t.Logf("%s: %.2f %% of a processor", what, 100*share)
		if share > most {
			t.Errorf("%s, the server takes %.1f %% of a processor", what, 100*share)
		}
	}
	socket := filepath.Join(shortDir(t), "s")
	w := k.home.open(t, 80, 24, nil)
	w.enter(strings.Join(k.ssh("-o", "ControlMaster=auto", "-o", "ControlPath="+socket, "-o", "ControlPersist=60", "-t", guest, "lesson/helping-or-enabling"), " "))
	w.want("In short.")
	busy("with a window open on a shared connection")
	w.write("~.") // the client's own way of closing a window
	w.until("the window is closed", func() bool { return w.tell("pane_current_command") == "sh" })
	k.until("its visit has ended", func() bool { return k.metric("porchlight_sessions") == 0 })
	busy("with the window closed")
	w.enter(strings.Join(k.ssh("-o", "ControlPath="+socket, "-t", guest, "now"), " "))
	w.want("Porchlight > Help now")
}
