package sqlite

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/tooltest"
)

// A real disk of 2 MiB, in a namespace of its own: no rights are needed where
// the system allows that to anybody, and the test is skipped where it does not.
func TestFullDisk(t *testing.T) {
	const inside = "PORCHLIGHT_TEST_DISK"
	if dir := os.Getenv(inside); dir != "" {
		fillDisk(t, dir)
		return
	}
	tooltest.Need(t, "unshare")
	dir := t.TempDir()
	mount := `mount -t tmpfs -o size=2m tmpfs "$0" && exec "$@"`
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
	firstStart(t, dir)
	path := filepath.Join(dir, "record.db")
	s := openNew(t, path)
	kept, full := fillUp(t, s)
	if !errors.Is(full, record.ErrFull) {
		t.Fatalf("the error is %v, want ErrFull", full)
	}
	if c, err := s.Counts(t.Context()); err != nil || c.Checks != kept {
		t.Errorf("%d notes of %d are there, %v", c.Checks, kept, err)
	}
	ballast := filepath.Join(dir, "ballast")
	must(t, os.Remove(ballast))
	must(t, saveNote(s, kept)) // the same Store goes on
	must(t, s.Verify(t.Context()))
	must(t, s.Close())
	if r, err := Check(t.Context(), path, ""); err != nil || r.Counts.Checks != kept+1 {
		t.Errorf("Check: %+v, %v, want %d notes", r, err, kept+1)
	}
}

// firstStart starts without room: that fails in words, and leaves nothing that
// keeps the next start from working.
func firstStart(t *testing.T, dir string) {
	t.Helper()
	ballast := filepath.Join(dir, "ballast")
	fill(t, ballast)
	path := filepath.Join(dir, "record.db")
	for range 2 {
		if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, record.ErrFull) {
			t.Errorf("first start: %v, want ErrFull", err)
		}
	}
	must(t, os.Truncate(ballast, 512<<10))
}

func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	must(t, err)
	defer f.Close()
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
}
