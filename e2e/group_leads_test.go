package e2e_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// newKey makes a key as a facilitator does, and returns its file.
func newKey(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "a facilitator", "-f", path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return path
}

func mustWrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func mustRead(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Whoever has a key that the operator listed opens a room over SSH and leads
// it; nobody else does; visitors' clients show no key; and a key that is taken
// out of the list is out at once.
func TestGroupIsOpenedWithAKey(t *testing.T) {
	need(t, "ssh-keygen")
	mine, other := newKey(t, "mine"), newKey(t, "other")
	leads := filepath.Join(t.TempDir(), "leads")
	mustWrite(t, leads, "# those who lead groups here\n\n"+mustRead(t, mine+".pub"))
	k := openKiosk(t, "--leads", leads)
	as := func(key string, args ...string) []string {
		return k.ssh(append([]string{"-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-i", key}, args...)...)
	}

	out, errs, status := k.run("", as(mine, "lead@127.0.0.1", "group", "--lesson", "helping-or-enabling", "--floor", "3", "--hours", "2")...)
	if status != 0 || !strings.Contains(out, k.fingerprint) || !strings.Contains(out, "after 2 hours") || !strings.Contains(out, "El código del grupo") {
		t.Fatalf("no room was opened: %d %s%s", status, out, errs)
	}
	found := regexp.MustCompile(`room/([A-Z0-9-]+)`).FindAllStringSubmatch(out, -1)
	code, lead := found[0][1], found[len(found)-1][1]
	says(t, k.sits(lead, "2\n1\n"), "1. Ask all:", "Done.")
	says(t, k.sits(code, "1\n"), "Nothing is shown until 3 have answered.", "Your answer is kept.")

	dumb, errs, status := k.run("end\n", as(mine, "-o", "SetEnv=TERM=dumb", "-tt", "lead@127.0.0.1", "group")...)
	if status != 0 || !strings.Contains(dumb, "To join the group") || !strings.Contains(dumb, "Choose a run sheet") {
		t.Errorf("at a terminal without a screen, the room is not led: %d %s%s", status, dumb, errs)
	}

	w := k.home.open(t, 80, 24, nil)
	w.enter(strings.Join(as(mine, "-t", "lead@127.0.0.1", "group", "--sheet", "short-session"), " "))
	w.want("Leading", "Next: ")

	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"a visitor":                {as(mine, guest, "group"), "Only someone whose key is on this kiosk's list"},
		"another key":              {as(other, "lead@127.0.0.1", "group"), "Permission denied (publickey)"},
		"an option there is not":   {as(mine, "lead@127.0.0.1", "group", "--people", "9"), "Options: --sheet, --lesson"},
		"a floor that is too low":  {as(mine, "lead@127.0.0.1", "group", "--floor", "2"), "fewer answers could tell who gave them"},
		"a lesson there is not":    {as(mine, "lead@127.0.0.1", "group", "--lesson", "none"), "no questions for a lesson"},
		"a word that is no option": {as(mine, "lead@127.0.0.1", "group", "now"), "is no option"},
	} {
		if out, errs, status := k.run("", c.args...); status == 0 || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%s: status %d, %q, %q", name, status, out, errs)
		}
	}
	if n := k.metric(`porchlight_refused_total{why="key"}`); n != 1 {
		t.Errorf("%d keys that are not listed were counted, not 1", n)
	}

	_, trace, status := k.run("", as(mine, "-v", "-o", "LogLevel=DEBUG1", "-T", guest, "now")...)
	if status != 0 || strings.Contains(trace, "Offering public key") || !strings.Contains(trace, `using "none"`) {
		t.Errorf("a visitor's client shows its key: %d\n%s", status, trace)
	}

	mustWrite(t, leads, mustRead(t, other+".pub"))
	if _, errs, _ := k.run("", as(mine, "lead@127.0.0.1", "group")...); !strings.Contains(errs, "Permission denied") {
		t.Errorf("a key that was taken out opens a room: %s", errs)
	}
	if out, errs, status := k.run("", as(other, "lead@127.0.0.1", "group")...); status != 0 || !strings.Contains(out, "room/") {
		t.Errorf("a key that was put in opens no room: %d %s", status, errs)
	}
	mustWrite(t, leads, "")
	if _, errs, _ := k.run("", as(other, "lead@127.0.0.1", "group")...); !strings.Contains(errs, "Permission denied") {
		t.Errorf("without keys in the file somebody opens a room: %s", errs)
	}
	if log := k.log.String(); !strings.Contains(log, "list of keys cannot be read") || strings.Contains(log, lead) || strings.Contains(log, leads) || strings.Contains(log, "facilitator") {
		t.Errorf("the log:\n%s", log)
	}
}
