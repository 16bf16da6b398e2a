package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"porchlight/internal/record"
)

func TestOnlyTheOwnerMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such rights")
	}
	path := filepath.Join(t.TempDir(), "share", "porchlight", "record.db")
	s := openNew(t, path)
	must(t, answer(s, "learner", 1))
	for name, want := range map[string]os.FileMode{
		filepath.Dir(path): os.ModeDir | 0o700, path: 0o600, path + "-wal": 0o600,
	} {
		info, err := os.Stat(name)
		if err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v, want %v", name, info.Mode(), err, want)
		}
	}
	must(t, s.Backup(t.Context(), path+".copy"))
	if info, err := os.Stat(path + ".copy"); err != nil || info.Mode() != 0o600 {
		t.Errorf("backup: %v, %v, want %v", info.Mode(), err, os.FileMode(0o600))
	}
}

func TestNothingIsLeftBesideTheFile(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	must(t, answer(s, "learner", 1))
	must(t, s.Close())
	if all := contents(t, filepath.Dir(path)); len(all) != 1 {
		t.Errorf("after Close the folder holds %v", all)
	}
}

func TestWhatWasKeptIsThereAtTheNextStart(t *testing.T) {
	path := file(t)
	for i := range 3 {
		s := openNew(t, path)
		must(t, answer(s, "learner", i))
		must(t, s.Close())
	}
	_, answers, err := openNew(t, path).LatestAttempt(t.Context(), "return-to-use", record.NoPart)
	if err != nil || len(answers) != 3 {
		t.Errorf("%d answers, %v, want 3", len(answers), err)
	}
}

func TestEmptyFileIsANewRecord(t *testing.T) {
	path := file(t)
	must(t, os.WriteFile(path, nil, 0o600))
	must(t, answer(openNew(t, path), "learner", 1))
}

func TestNamesThatMeanSomethingInAnAddress(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a b.db", "50% off?mode=ro#x&y=z.db", "récord'.db", ":memory:", "file:x"} {
		if runtime.GOOS == "windows" && filepath.Clean(name) != name {
			continue
		}
		path := filepath.Join(dir, name)
		must(t, answer(openNew(t, path), "learner", 1))
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestSymbolicLinkToTheRecord(t *testing.T) {
	path := file(t)
	link := filepath.Join(t.TempDir(), "link.db")
	must(t, openNew(t, path).Close())
	switch err := os.Symlink(path, link); {
	case err != nil && runtime.GOOS == "windows":
		t.Skip("Windows lets few users make links:", err)
	case err != nil:
		t.Fatal(err)
	}
	s := openNew(t, link)
	must(t, answer(s, "learner", 1))
	if s.Path() != path {
		t.Errorf("Path = %s, want %s", s.Path(), path)
	}
}

func TestWhatCannotBeOpened(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "file"), []byte("x"), 0o600))
	for name, path := range map[string]string{
		"a folder":              dir,
		"in a file, not folder": filepath.Join(dir, "file", "record.db"),
	} {
		_, err := Open(t.Context(), path, Options{})
		if !errors.Is(err, record.ErrUnreachable) {
			t.Errorf("%s: %v, want ErrUnreachable", name, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Open(ctx, filepath.Join(dir, "record.db"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestFileThatWasMovedIsNotWrittenTo(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not let go of an open file")
	}
	for name, harm := range map[string]func(path string) error{
		"moved":    func(path string) error { return os.Rename(path, path+".old") },
		"deleted":  os.Remove,
		"replaced": func(path string) error { return errors.Join(os.Remove(path), os.WriteFile(path, nil, 0o600)) },
	} {
		path := file(t)
		s := openNew(t, path)
		must(t, answer(s, "learner", 1))
		must(t, harm(path))
		if err := answer(s, "learner", 2); !errors.Is(err, record.ErrUnreachable) {
			t.Errorf("%s: %v, want ErrUnreachable: nobody would find the answer again", name, err)
		}
	}
}

func TestErrorsNameTheCallAndTheFile(t *testing.T) {
	path := file(t)
	_, _, err := openNew(t, path).LatestAttempt(t.Context(), "return-to-use", record.NoPart)
	want := fmt.Sprintf("read the latest attempt: record %s: attempt at lesson %q: not in the record", path, "return-to-use")
	if err == nil || err.Error() != want {
		t.Errorf("error %q, want %q", err, want)
	}
}

func TestEveryWriteIsOnTheDiskBeforeItIsAcknowledged(t *testing.T) {
	s := openNew(t, file(t))
	for pragma, want := range map[string]int{
		"synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2, "fullfsync": 1, "cell_size_check": 1, "trusted_schema": 0,
	} {
		if got, err := s.number("PRAGMA " + pragma); err != nil || got != want {
			t.Errorf("%s = %d, %v, want %d", pragma, got, err, want)
		}
	}
	if !s.inWAL {
		t.Error("the record is not in the write-ahead mode")
	}
}
