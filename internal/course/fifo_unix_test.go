//go:build unix

package course_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"porchlight/internal/course"
	"porchlight/internal/packfile"
)

// A pipe that nobody writes to must not hold the check up.
func TestPipeIsRefused(t *testing.T) {
	for _, name := range []string{"lessons/en/pipe.md", "lessons/en/glossary.yaml", "quiz/en/pipe.yaml"} {
		files := tiny(t)
		delete(files, name)
		dir := files.write(t)
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		report, err := course.CheckDir(dir, checkDay)
		if err != nil {
			t.Fatal(err)
		}
		if d := time.Since(start); d > time.Second {
			t.Errorf("%s: took %v", name, d)
		}
		if !strings.Contains(report.Problems.Error(), name+":0:0: this is a pipe or a device") {
			t.Errorf("%s: %v", name, report.Problems)
		}
	}
}

// A pipe put in place of a file after the folder was listed must not hold the
// reader up either.
func TestOpeningAPipeDoesNotWait(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	root, err := packfile.OpenRooted(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	start := time.Now()
	if f, err := root.Open("pipe"); err == nil {
		f.Close()
	}
	if d := time.Since(start); d > time.Second {
		t.Errorf("took %v", d)
	}
}

func TestPipeForAPart(t *testing.T) {
	files := tiny(t)
	for name := range files {
		if strings.HasPrefix(name, "quiz/") {
			delete(files, name)
		}
	}
	dir := files.write(t)
	if err := syscall.Mkfifo(filepath.Join(dir, "quiz"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := course.OpenDir(dir); err == nil {
		t.Error("opened")
	}
}
