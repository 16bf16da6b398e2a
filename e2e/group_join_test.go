package e2e_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"porchlight/internal/tooltest"
)

// group runs porchlight group on the computer of a kiosk, in a home.
func (k *kiosk) group(h home, args ...string) (out, errs string, status int) {
	k.t.Helper()
	was := k.home
	k.home = h
	defer func() { k.home = was }()
	return k.run("", append([]string{porchlight, "group"}, args...)...)
}

// A facilitator opens a room on the server that runs already, and the command
// ends; the room is erased when whoever leads says so. Nobody else's program
// opens one, and what cannot be is said.
func TestGroupJoinsTheServerThatRuns(t *testing.T) {
	k := openKiosk(t)
	out, errs, status := k.group(k.home, "--lesson", "helping-or-enabling", "--floor", "3", "--hours", "2")
	if status != 0 || !strings.Contains(out, k.fingerprint) || !strings.Contains(out, "The room is on the server that runs already, at port "+k.port) {
		t.Fatalf("no room was opened: %d %s%s", status, out, errs)
	}
	found := regexp.MustCompile(`room/([A-Z0-9-]+)`).FindAllStringSubmatch(out, -1)
	code, lead := found[0][1], found[len(found)-1][1]
	says(t, k.sits(lead, "2\n1\n"), "Done.")
	says(t, k.sits(code, "1\n"), "Nothing is shown until 3 have answered.", "Your answer is kept.")

	card := filepath.Join(t.TempDir(), "card.pdf")
	out, errs, status = k.group(k.home, "--card", card, "--paper", "a4")
	if status != 0 || !strings.Contains(out, "The card to print is in "+card) || !strings.HasPrefix(mustRead(t, card), "%PDF-") {
		t.Errorf("a card to print: %d %s%s", status, out, errs)
	}
	if out, errs, status := k.group(k.home, "--card", card); status != 0 || !strings.Contains(errs, "there is a file of that name") || !strings.Contains(out, "room/") {
		t.Errorf("a card over another: %d %s%s", status, out, errs)
	}
	for words, want := range map[string]string{"slips md": "Do not write your name.", "slips pdf a4": "%PDF-", "card html": "Say yes only if it is this one", "card md": k.fingerprint} {
		out, errs, status := k.run("", k.ssh(append([]string{guest, "room/" + lead}, strings.Fields(words)...)...)...)
		if status != 0 || !strings.Contains(out, want) || strings.Contains(out, lead) {
			t.Errorf("%s: %d %.200s%s", words, status, out, errs)
		}
		if out, _, status := k.run("", k.ssh(append([]string{guest, "room/" + code}, strings.Fields(words)...)...)...); status == 0 || out != "" {
			t.Errorf("a visitor gets %s: %d %.200s", words, status, out)
		}
	}

	socket := filepath.Join(k.home.dir, ".cache", "porchlight-serve", "serve-"+k.port+".sock")
	for path, mode := range map[string]os.FileMode{socket: 0o600, filepath.Dir(socket): 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", path, info, err)
		}
	}
	here := "127.0.0.1:" + k.port
	for name, c := range map[string]struct {
		args []string
		want []string
	}{
		"a lesson there is not":     {[]string{"--lesson", "none"}, []string{"no questions for a lesson"}},
		"a sheet there is not":      {[]string{"--sheet", "none"}, []string{"there is no run sheet"}},
		"an option of a new server": {[]string{"--max-sessions", "300", "--listen", here}, []string{"--max-sessions is for a server that starts", "--listen :2223"}},
	} {
		if out, errs, status := k.group(k.home, c.args...); status != 2 || out != "" || !strings.Contains(errs, c.want[0]) || !strings.Contains(errs, c.want[len(c.want)-1]) {
			t.Errorf("%s: status %d, %q, %q", name, status, out, errs)
		}
	}
	if out, errs, status := k.group(newHome(t), "--listen", here); status != 2 || strings.Contains(out, "room/") || !strings.Contains(errs, "something else listens at "+here) || !strings.Contains(errs, "ssh -t lead@HOST group") {
		t.Errorf("somebody else's program: %d %q %q", status, out, errs)
	}

	two := openKioskAt(t, k.home)
	if out, errs, status := k.group(k.home); status != 2 || out != "" || !strings.Contains(errs, "several servers of yours run") || !strings.Contains(errs, two.port) {
		t.Errorf("with two servers: %d %q %q", status, out, errs)
	}
	if out, errs, status := k.group(k.home, "--listen", "127.0.0.1:"+two.port); status != 0 || !strings.Contains(out, "at port "+two.port) {
		t.Errorf("the second of two servers: %d %q %q", status, out, errs)
	}
	if log := k.log.String() + two.log.String(); strings.Contains(log, code) || strings.Contains(log, lead) {
		t.Errorf("a code is in the log:\n%s", log)
	}
	_ = two.cmd.Process.Signal(os.Interrupt)
	two.until("the socket goes with its server", func() bool {
		_, err := os.Stat(strings.Replace(socket, k.port, two.port, 1))
		return os.IsNotExist(err)
	})
}

// Somebody else on the same computer cannot use the socket, though they know it.
func TestGroupSocketIsForOneUser(t *testing.T) {
	tooltest.AsRoot(t) // who can be somebody else
	need(t, "curl")
	k := openKiosk(t)
	socket := filepath.Join(k.home.dir, ".cache", "porchlight-serve", "serve-"+k.port+".sock")
	ask := func() *exec.Cmd {
		return exec.Command("curl", "-sS", "--unix-socket", socket, "-d", `{"floor":5,"hours":1}`, "http://porchlight/rooms")
	}
	if out, err := ask().CombinedOutput(); err != nil || !strings.Contains(string(out), "cards") {
		t.Fatalf("the same user: %v %s", err, out)
	}
	other := ask()
	if err := asNobody(other, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	if out, err := other.CombinedOutput(); err == nil || strings.Contains(string(out), "cards") {
		t.Errorf("another user opens a room: %s", out)
	}
	for _, bad := range []string{`{"floor":5,"hours":1,"people":9}`, `{"floor":2,"hours":1}`, `{`, `[]`, strings.Repeat(" ", 1<<16) + `{"floor":5,"hours":1}`} {
		c := ask()
		c.Args[5] = bad
		if out, err := c.CombinedOutput(); err != nil || strings.Contains(string(out), "cards") || !strings.Contains(string(out), "what") {
			t.Errorf("%.40q: %v %s", bad, err, out)
		}
	}
}
