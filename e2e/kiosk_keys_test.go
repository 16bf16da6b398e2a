package e2e_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// made runs a tool that makes a key, and returns what it prints.
func made(t *testing.T, command ...string) string {
	t.Helper()
	out, err := exec.Command(command[0], command[1:]...).Output()
	if err != nil {
		t.Fatalf("%v: %v", command, err)
	}
	return string(out)
}

// lineOfKey is the line of a public key in what a tool prints.
func lineOfKey(t *testing.T, printed string) string {
	t.Helper()
	for line := range strings.Lines(printed) {
		if strings.HasPrefix(line, "ssh-") || strings.HasPrefix(line, "ecdsa-") {
			return line
		}
	}
	t.Fatalf("no public key in %s", printed)
	return ""
}

// Row 5 with the clients that are not OpenSSH, which has a test of its own: a
// key made by each one's own tool, and listed, opens a room; one that is not
// listed is refused; and no client waits for a password.
func TestKioskKeysOfOtherClients(t *testing.T) {
	need(t, "dbclient")
	need(t, "dropbearkey")
	need(t, "plink")
	need(t, "puttygen")
	dir := t.TempDir()
	leads := filepath.Join(dir, "leads")
	dropbear := func(kind string) (file, public string) {
		file = filepath.Join(dir, "dropbear-"+kind)
		return file, lineOfKey(t, made(t, "dropbearkey", "-t", kind, "-f", file))
	}
	putty := func(kind string, more ...string) (file, public string) {
		file = filepath.Join(dir, "putty-"+kind+".ppk")
		made(t, append([]string{"puttygen", "-q", "-t", kind, "--new-passphrase", "/dev/null", "-C", "a facilitator", "-o", file}, more...)...)
		return file, lineOfKey(t, made(t, "puttygen", "-L", file))
	}
	mine, one := dropbear("ed25519")
	old, two := dropbear("ecdsa")
	other, _ := dropbear("rsa")
	theirs, three := putty("ed25519")
	long, four := putty("rsa", "-b", "3072")
	foreign, _ := putty("ecdsa")
	mustWrite(t, leads, one+two+three+four)

	k := openKiosk(t, "--leads", leads)
	dbclient := func(key string) []string {
		return []string{"dbclient", "-y", "-y", "-T", "-p", k.port, "-i", key, "lead@127.0.0.1", "group", "--hours", "2"}
	}
	plink := func(key string) []string {
		return []string{"plink", "-batch", "-ssh", "-T", "-P", k.port, "-hostkey", k.fingerprint, "-i", key, "lead@127.0.0.1", "group", "--hours", "2"}
	}
	for name, c := range map[string]struct {
		command []string
		in      bool
	}{
		"dropbear, ed25519": {dbclient(mine), true}, "dropbear, ecdsa": {dbclient(old), true}, "dropbear, a key that is not listed": {dbclient(other), false},
		"PuTTY, ed25519": {plink(theirs), true}, "PuTTY, rsa": {plink(long), true}, "PuTTY, a key that is not listed": {plink(foreign), false},
	} {
		out, errs, status := k.run("", c.command...)
		if opened := status == 0 && strings.Contains(out, "To join the group"); opened != c.in {
			t.Errorf("%s: %d, %q, %q", name, status, out, errs)
		}
		if !c.in && (out != "" || status == 0) {
			t.Errorf("%s: %d, %q", name, status, out)
		}
	}
	if n := k.metric(`porchlight_refused_total{why="key"}`); n != 2 {
		t.Errorf("%d keys that are not listed were counted, not 2", n)
	}
}
