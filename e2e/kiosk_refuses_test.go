package e2e_test

import (
	"bytes"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Rows 16 to 18, with the clients' own ways of asking: ports passed on both
// ways, files copied in the new way and the old, windows shown. None is done,
// each is counted, and nothing is written.
func TestKioskPassesNothingOn(t *testing.T) {
	need(t, "ssh")
	need(t, "scp")
	k := openKiosk(t)
	for _, option := range []string{"-L", "-D"} {
		port := freePort(t)
		to := port
		if option == "-L" {
			to += ":" + k.metrics
		}
		command := k.ssh("-N", option, "127.0.0.1:"+to, guest)
		cmd := exec.CommandContext(t.Context(), command[0], command[1:]...)
		cmd.Env = k.home.env()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var c net.Conn
		k.until("the client listens", func() bool {
			var err error
			c, err = net.Dial("tcp", "127.0.0.1:"+port)
			return err == nil
		})
		if option == "-D" { // SOCKS: no password; to the server's own page
			_, _ = c.Write([]byte{5, 1, 0})
			_, _ = io.ReadFull(c, make([]byte, 2))
			number, _ := strconv.Atoi(strings.TrimPrefix(k.metrics, "127.0.0.1:"))
			_, _ = c.Write([]byte{5, 1, 0, 1, 127, 0, 0, 1, byte(number >> 8), byte(number)})
		}
		_, _ = io.WriteString(c, "GET /healthz HTTP/1.0\r\n\r\n")
		if got, _ := io.ReadAll(c); bytes.Contains(got, []byte("HTTP")) {
			t.Errorf("%s passed on: %q", option, got)
		}
		_ = c.Close()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
	if n := k.metric(`porchlight_refused_total{why="forwarding"}`); n != 2 {
		t.Errorf("%d of 2 forwardings are counted as refused", n)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, way := range []string{"-s", "-O"} {
		copied := filepath.Join(t.TempDir(), "copied")
		_, errs, status := k.run("", "scp", way, "-F", "none", "-P", k.port, "-o", "StrictHostKeyChecking=no",
			"-o", "UserKnownHostsFile=/dev/null", file, guest+":"+copied)
		if _, err := os.Stat(copied); status == 0 || !strings.Contains(errs, "This kiosk") || err == nil {
			t.Errorf("scp %s: %d, %q, %v", way, status, errs, err)
		}
	}
	windows := append([]string{"env", "DISPLAY=127.0.0.1:9"}, k.ssh("-T", "-X", guest, "now")...)
	if out, _, status := k.run("", windows...); status != 0 || !strings.Contains(out, "Call 911") {
		t.Errorf("-X: %d, %q", status, out)
	}
}
