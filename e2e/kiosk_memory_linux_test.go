package e2e_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"porchlight/internal/tooltest"
)

// What a visitor writes, so odd that it is nowhere by chance, and its middle:
// a word half gone is found too.
const (
	written = "qzvwxkjp-mnbrtfgh-ldsywqzx"
	part    = "mnbrtfgh"
)

// Row 72: after a visit, nothing that was written is on a disk or in the
// memory of the server, which goes on.
func TestKioskForgets(t *testing.T) {
	need(t, "ssh")
	tooltest.AsRoot(t) // who may look into the server's memory
	k := openKiosk(t)
	w := k.home.open(t, 80, 24, nil)
	note := func() {
		w.enter(strings.Join(k.ssh("-t", guest, "checklist"), " "))
		w.want("For a first call")
		w.press("Enter")
		w.want("Why ask:")
		w.press("n")
		w.want("Enter keeps your note")
		w.write(written)
		w.want(written)
		w.press("Enter")
		w.want("Why ask:", written)
	}
	note()
	if n := k.remembers(part); n == 0 {
		t.Fatal("the words are not found while they are on the screen: the search is wrong")
	}
	w.press("q")
	w.want("Thank you for coming.")
	k.until("the words are gone, with the next person on the same connection", func() bool { return k.remembers(part) == 0 })
	w.press("Enter")
	w.want("Press any key to begin.")
	w.press("C-x")
	w.ended()
	note()
	w.press("C-x")
	w.ended()
	k.until("the visit has ended", func() bool { return k.metric("porchlight_sessions") == 0 })
	k.until("the words are gone after quick exit", func() bool { return k.remembers(part) == 0 })
	k.nowhere(t, k.home.dir, part)
}

// remembers counts how often a text is in the server's memory.
func (k *kiosk) remembers(text string) int {
	k.t.Helper()
	maps, err := os.Open(fmt.Sprintf("/proc/%d/maps", k.cmd.Process.Pid))
	if err != nil {
		k.t.Fatal(err)
	}
	defer maps.Close()
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", k.cmd.Process.Pid))
	if err != nil {
		k.t.Fatal(err)
	}
	defer memory.Close()
	found := 0
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		var from, to uint64
		var mode string
		if _, err := fmt.Sscanf(lines.Text(), "%x-%x %s", &from, &to, &mode); err != nil {
			k.t.Fatal(err)
		}
		if !strings.HasPrefix(mode, "rw") {
			continue
		}
		data := make([]byte, to-from)
		n, _ := memory.ReadAt(data, int64(from)) // some parts cannot be read
		found += bytes.Count(data[:n], []byte(text))
	}
	return found
}

// nowhere fails if a text is in a file below a folder.
func (k *kiosk) nowhere(t *testing.T, dir, text string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && bytes.Contains(data, []byte(text)) {
			t.Errorf("%s holds it", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(k.log.String(), text) {
		t.Error("the log holds it")
	}
}

// Row 71: the server's memory is written to no disk when it is killed, though
// the system would have core files written, and no other process of its user may
// look into it.
func TestKioskKeepsItsMemory(t *testing.T) {
	k := openKioskWith(t, func(command []string) []string {
		return append([]string{"sh", "-c", `ulimit -c unlimited; GOTRACEBACK=crash exec "$@"`, "sh"}, command...)
	})
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", k.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(string(limits), "\n") {
		if f := strings.Fields(line); strings.HasPrefix(line, "Max core file size") && (f[4] != "0" || f[5] != "0") {
			t.Errorf("core files are written: %s", line)
		}
	}
	if os.Geteuid() != 0 {
		if _, err := os.ReadFile(fmt.Sprintf("/proc/%d/environ", k.cmd.Process.Pid)); err == nil {
			t.Error("another process of the same user may look")
		}
	}
	if err := k.cmd.Process.Signal(syscall.SIGABRT); err != nil {
		t.Fatal(err)
	}
	err = <-k.ended
	k.ended <- err
	how, ok := k.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !how.Signaled() || how.Signal() != syscall.SIGABRT || how.CoreDump() {
		t.Errorf("the server ended with %v: a core file: %v", err, how.CoreDump())
	}
}
