package e2e_test

import (
	"testing"
	"time"

	"porchlight/internal/kiosk/load"
)

// Row 70: a hundred people with a lesson of the real course open, each having
// turned its pages, leave a small machine room to spare.
func TestKioskHundredReadersFit(t *testing.T) {
	const people, most = 100, 256 << 20
	k := openKioskWith(t, func(command []string) []string {
		return append([]string{command[0]}, command[3:]...) // without the small course
	}, "--max-sessions", "200", "--per-source", "200", "--rate", "10000")
	target := load.Target{
		Address: "127.0.0.1:" + k.port, Command: "lesson/helping-or-enabling", Ready: "ctrl+x", Keys: []string{"\x1b[6~", "\x1b[5~"}, Now: time.Now,
	}
	crowd, _, err := load.Gather(t.Context(), target, people)
	if err != nil {
		t.Fatal(err)
	}
	defer crowd.Leave()
	if _, err := crowd.Type(t.Context(), time.Second, 5*time.Second); err != nil {
		t.Fatal(err)
	}
	if n := k.metric("porchlight_sessions"); n != people {
		t.Fatalf("%d visits", n)
	}
	use, err := load.Used(k.cmd.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d readers take %d MB of memory", people, use.Resident>>20)
	if use.Resident > most {
		t.Errorf("that is more than %d MB", most>>20)
	}
}
