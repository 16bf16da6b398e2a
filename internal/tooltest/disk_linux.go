package tooltest

import (
	"os"
	"os/exec"
	"testing"
)

// inside names the folder of the small disk, in the process that has one.
const inside = "PORCHLIGHT_TEST_DISK"

// SmallDisk runs do with a folder on a real disk of that size ("2m"), in a
// process and a namespace of its own: no rights are needed where the system
// allows that to anybody. It calls the test with that name again there, so the
// test does nothing but call SmallDisk. It is skipped where the system does not
// allow it.
func SmallDisk(t *testing.T, size string, do func(t *testing.T, dir string)) {
	t.Helper()
	if dir := os.Getenv(inside); dir != "" {
		do(t, dir)
		return
	}
	Need(t, "unshare")
	dir := t.TempDir()
	mount := `mount -t tmpfs -o size=` + size + ` tmpfs "$0" && exec "$@"`
	Allow(t, OwnDisk, exec.CommandContext(t.Context(), "unshare", "-rm", "sh", "-c", mount, dir, "true").Run())
	cmd := exec.CommandContext(t.Context(), "unshare", "-rm", "sh", "-c", mount, dir, os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), inside+"="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
