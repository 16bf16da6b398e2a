package wholefile_test

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"porchlight/internal/tooltest"
	"porchlight/internal/wholefile"
)

// A real disk of 1 MiB, in a namespace of its own, fills up while a file is
// written. The test is skipped where the system does not allow that.
func TestFullDisk(t *testing.T) {
	const inside = "PORCHLIGHT_TEST_DISK"
	if dir := os.Getenv(inside); dir != "" {
		fillDisk(t, dir)
		return
	}
	tooltest.Need(t, "unshare")
	dir := t.TempDir()
	mount := `mount -t tmpfs -o size=1m tmpfs "$0" && exec "$@"`
	if err := exec.CommandContext(t.Context(), "unshare", "-rm", "sh", "-c", mount, dir, "true").Run(); err != nil {
		t.Skipf("no disk of one's own here: %v", err)
	}
	cmd := exec.CommandContext(t.Context(), "unshare", "-rm", "sh", "-c", mount, dir, os.Args[0], "-test.run=^TestFullDisk$", "-test.v")
	cmd.Env = append(os.Environ(), inside+"="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func fillDisk(t *testing.T, dir string) {
	path := filepath.Join(dir, "handout.pdf")
	if err := os.WriteFile(path, []byte("from before"), 0o600); err != nil {
		t.Fatal(err)
	}
	endless := func(w io.Writer) error {
		for {
			if _, err := w.Write(make([]byte, 4096)); err != nil {
				return err
			}
		}
	}
	for _, over := range []bool{true, false} {
		to := path
		if !over {
			to = filepath.Join(dir, "new.pdf")
		}
		if err := wholefile.Write(to, over, endless); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("the error is %v, want no space", err)
		}
	}
	only(t, path, "from before")
}
