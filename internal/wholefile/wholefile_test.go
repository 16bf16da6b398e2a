package wholefile_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"porchlight/internal/wholefile"
)

func says(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// only fails the test unless a folder holds one file of that name and text.
func only(t *testing.T, path, text string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != text {
		t.Errorf("the file holds %q, %v", got, err)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 1 {
		t.Errorf("the folder holds %v", files)
	}
}

func TestWriteTakesNobodysPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := wholefile.Write(path, false, says("one")); err != nil {
		t.Fatal(err)
	}
	if at, err := os.Stat(path); err != nil || at.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", at.Mode(), err)
	}
	if err := wholefile.Write(path, false, says("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over another file: %v", err)
	}
	only(t, path, "one")
	if err := wholefile.Write(path, true, says("two")); err != nil {
		t.Error(err)
	}
	only(t, path, "two")
}

// The name comes into being while the file is written.
func TestSomeoneElseIsFaster(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	err := wholefile.Write(path, false, func(w io.Writer) error {
		return os.WriteFile(path, []byte("theirs"), 0o600)
	})
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("the error is %v", err)
	}
	only(t, path, "theirs")
}

func TestHalfAFileIsNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	broken := errors.New("the power went")
	err := wholefile.Write(path, false, func(w io.Writer) error { _ = says("half")(w); return broken })
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if files, _ := os.ReadDir(filepath.Dir(path)); len(files) != 0 {
		t.Errorf("left behind: %v", files)
	}
}
