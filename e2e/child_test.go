package e2e_test

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// killChild ends the one process that a shell has started, the hard way.
func killChild(t *testing.T, shell int) {
	t.Helper()
	out, err := exec.Command("ps", "-o", "pid=", "--ppid", strconv.Itoa(shell)).Output()
	if err != nil {
		t.Fatalf("no program runs in the shell: %v", err)
	}
	for _, pid := range strings.Fields(string(out)) {
		if err := exec.Command("kill", "-9", pid).Run(); err != nil {
			t.Fatal(err)
		}
	}
}
