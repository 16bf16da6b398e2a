package e2e_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestPrintedFromTheLesson: one key in a lesson, Enter, and the file is where
// the screen says, for its owner alone.
func TestPrintedFromTheLesson(t *testing.T) {
	h := newHome(t)
	documents := filepath.Join(h.dir, "Documents")
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	w := h.open(t, 100, 30, nil)
	w.enter(w.command + " lesson/helping-or-enabling")
	w.want("In short.", "p print")
	w.press("p")
	w.want("Write a file", "PDF, for a printer")
	w.press("Enter")
	w.want("Written:")
	path := filepath.Join(documents, "porchlight-helping-or-enabling.pdf")
	file, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(file, []byte("%PDF-")) || !bytes.HasSuffix(file, []byte("%%EOF\n")) {
		t.Fatalf("%v, %d bytes", err, len(file))
	}
	if at, err := os.Stat(path); err != nil || at.Mode().Perm() != 0o600 {
		t.Errorf("the file has the mode %v, %v", at.Mode(), err)
	}
	w.press("q")
	w.ended()

	// With --private nothing is written, and no key offers it.
	w.enter(w.command + " --private lesson/helping-or-enabling")
	w.want("In short.", "nothing is saved")
	w.press("p")
	w.pressed("o")
	w.want("The parts of this lesson")
	if files, _ := os.ReadDir(documents); len(files) != 1 {
		t.Errorf("the folder holds %v", files)
	}
}
