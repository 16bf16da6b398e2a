package e2e_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"
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
