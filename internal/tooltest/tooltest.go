// Package tooltest says which tests want a tool that not every machine has.
package tooltest

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Need skips a test that wants a tool this machine lacks. Where the variable
// PORCHLIGHT_REQUIRE names the tool, the test fails instead. .ci/run finds the
// calls, and installs what they name.
func Need(t testing.TB, tool string) {
	t.Helper()
	if _, err := exec.LookPath(tool); err == nil {
		return
	}
	if slices.Contains(strings.Fields(os.Getenv("PORCHLIGHT_REQUIRE")), tool) {
		t.Fatalf("%s is not installed, and PORCHLIGHT_REQUIRE asks for it", tool)
	}
	t.Skipf("%s is not installed", tool)
}
