package wholefile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"porchlight/internal/tooltest"
	"porchlight/internal/wholefile"
)

// A real disk of 1 MiB fills up while a file is written.
func TestFullDisk(t *testing.T) { tooltest.SmallDisk(t, "1m", fillDisk) }

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
