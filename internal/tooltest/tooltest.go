// Package tooltest says which tests want a tool, or a right, that not every
// machine has.
package tooltest

import (
	"errors"
	"fmt"
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
	if _, err := exec.LookPath(tool); err != nil {
		lacks(t, tool, tool+" is not installed")
	}
}

// What the system of a machine may not allow a test.
const (
	Root       = "root"        // to be root, and so somebody else
	OwnDisk    = "own-disk"    // a disk in a namespace of its own
	OwnNetwork = "own-network" // a network in one
)

// Allow skips a test to which the system does not allow one of the above, and
// why is what it said; nil lets it go on. Where PORCHLIGHT_REQUIRE names what,
// the test fails instead. .ci/run names those that the machine has.
func Allow(t testing.TB, what string, why error) {
	t.Helper()
	if why != nil {
		lacks(t, what, fmt.Sprintf("%s: not here: %v", what, why))
	}
}

// AsRoot allows a test to root alone.
func AsRoot(t testing.TB) {
	t.Helper()
	if os.Geteuid() != 0 {
		Allow(t, Root, errors.New("this is somebody else"))
	}
}

func lacks(t testing.TB, what, why string) {
	t.Helper()
	if slices.Contains(strings.Fields(os.Getenv("PORCHLIGHT_REQUIRE")), what) {
		t.Fatalf("%s, and PORCHLIGHT_REQUIRE asks for it", why)
	}
	t.Skip(why)
}
