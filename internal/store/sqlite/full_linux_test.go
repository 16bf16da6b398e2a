package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/tooltest"
)

// A real disk of 2 MiB fills up while notes are kept.
func TestFullDisk(t *testing.T) { tooltest.SmallDisk(t, "2m", fillDisk) }

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
