package e2e_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"porchlight/internal/tooltest"
)

// insideCut says that the test runs in a network of its own.
const insideCut = "PORCHLIGHT_TEST_CUT"

// away makes another computer, as far as the network can tell: a network
// beside this one, with a cable between. It returns the command that goes
// before what is to run there.
func away(t *testing.T) []string {
	t.Helper()
	there := exec.Command("unshare", "-n", "sh", "-c", "echo there; exec sleep 600")
	said, err := there.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := there.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = there.Process.Kill(); _ = there.Wait() })
	if _, err := said.Read(make([]byte, 8)); err != nil {
		t.Fatal(err)
	}
	pid := fmt.Sprint(there.Process.Pid)
	enter := []string{"nsenter", "-t", pid, "-n"}
	for _, line := range []string{
		"ip link set lo up",
		"ip link add here type veth peer name there", "ip link set there netns " + pid,
		"ip addr add 10.9.9.1/24 dev here", "ip link set here up",
		strings.Join(enter, " ") + " ip addr add 10.9.9.2/24 dev there", strings.Join(enter, " ") + " ip link set there up",
	} {
		plug(t, strings.Fields(line)...)
	}
	return enter
}

func plug(t *testing.T, command ...string) {
	t.Helper()
	if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %v, %s", command, err, out)
	}
}

// Row 23: a network that is cut, with no word to either side, costs the server
// a visit's room for two minutes at most: of a visitor whose screen is still, of
// one whose screen goes on being drawn, and of one with take-home words, who
// finds at home what the screen had said was kept.
func TestKioskNetworkCut(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it takes a minute and a half")
	}
	need(t, "ssh")
	need(t, "ip")
	need(t, "unshare")
	if os.Getenv(insideCut) == "" {
		tooltest.Allow(t, tooltest.OwnNetwork, exec.CommandContext(t.Context(), "unshare", "-rn", "true").Run())
		cmd := exec.CommandContext(t.Context(), "unshare", "-rn", os.Args[0], "-test.run=^TestKioskNetworkCut$", "-test.v")
		cmd.Env = append(os.Environ(), insideCut+"=1")
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "--- PASS: TestKioskNetworkCut") {
			t.Errorf("%v\n%s", err, out)
		}
		for line := range strings.Lines(string(out)) {
			if strings.Contains(line, "all are gone after") {
				t.Log(strings.TrimSpace(line))
			}
		}
		return
	}
	enter := away(t)
	k := openKiosk(t, "--listen", "10.9.9.1:2222", "--keep", "720h")
	from := func(args ...string) []string { return append(enter[:len(enter):len(enter)], k.ssh(args...)...) }
	for _, words := range []string{"now", ""} {
		command := from("-tt", "kiosk@10.9.9.1", words)
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Env = k.home.env()
		if _, err := cmd.StdinPipe(); err != nil { // which stays open
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	}
	words := k.tick(k.home.open(t, 80, 24, nil), strings.Join(from("-t", "kiosk@10.9.9.1", "take-home"), " "))
	const people, most = 3, 120 * time.Second
	k.until("all are there", func() bool { return k.metric("porchlight_sessions") == people })

	plug(t, append(enter, "ip", "link", "set", "there", "down")...)
	began := time.Now()
	if !k.log.says("visit ended", people, most) {
		t.Fatalf("after %v there are %d visits and %d connections", most, k.metric("porchlight_sessions"), k.metric("porchlight_connections"))
	}
	took := time.Since(began).Round(time.Second)
	k.until("their connections are closed", func() bool { return k.metric("porchlight_connections") == 0 })
	t.Logf("all are gone after %v", took)
	if said, err := k.fetch(newHome(t), "10.9.9.1:2222", words); err != nil || !strings.Contains(said, "1 checklist") {
		t.Errorf("what was ticked before the cut, at home: %v, %s", err, said)
	}
}
