package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/tooltest"
)

// asOrdinary lets the rights of files count for this test where it runs as
// root: for its thread alone, it is somebody else who looks at files.
func asOrdinary(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	const nobody = 65534
	for d := dir; d != os.TempDir() && d != "/"; d = filepath.Dir(d) {
		must(t, os.Chmod(d, 0o755))
	}
	must(t, os.Chmod(dir, 0o700))
	must(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, _ error) error {
		return os.Chown(path, nobody, nobody)
	}))
	runtime.LockOSThread()
	setUser(t, nobody)
	t.Cleanup(func() {
		setUser(t, 0)
		runtime.UnlockOSThread()
	})
}

func setUser(t *testing.T, user uintptr) {
	t.Helper()
	syscall.RawSyscall(syscall.SYS_SETFSUID, user, 0, 0)
	// The call says nothing of success; asking for no user at all returns the
	// one that is set.
	if now, _, _ := syscall.RawSyscall(syscall.SYS_SETFSUID, ^uintptr(0), 0, 0); now != user {
		tooltest.Allow(t, tooltest.Root, errors.New("root may not look at files as somebody else"))
	}
}

func TestReadOnly(t *testing.T) {
	for name, c := range map[string]struct{ file, folder os.FileMode }{
		"file":            {0o400, 0o700},
		"folder":          {0o600, 0o500},
		"file and folder": {0o400, 0o500},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			asOrdinary(t, dir)
			path := filepath.Join(dir, "record.db")
			s, err := Open(t.Context(), path, Options{})
			must(t, err)
			write(t, s)
			must(t, s.Close())
			must(t, os.Chmod(path, c.file))
			must(t, os.Chmod(dir, c.folder))
			t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
			untouched(t, dir, func() { onlyReads(t, path) })
		})
	}
}

// onlyReads opens a record that cannot be written.
func onlyReads(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	must(t, err)
	defer s.Close()
	if !s.ReadOnly() {
		t.Error("ReadOnly = false")
	}
	if c, err := s.Counts(t.Context()); err != nil || c.Answers != 600 {
		t.Errorf("counts = %+v, %v", c, err)
	}
	for name, err := range map[string]error{
		"SavePlace":   s.SavePlace(t.Context(), record.Place{Lesson: "return-to-use"}),
		"SaveAnswer":  answer(s, "learner", 1),
		"SaveCheck":   s.SaveCheck(t.Context(), record.Check{Question: "q", Asked: true}),
		"SaveSetting": s.SaveSetting(t.Context(), "lang", "es"),
		"Import":      s.Import(t.Context(), record.Export{}),
		"Erase":       s.Erase(t.Context(), record.Scope{All: true}),
	} {
		if !errors.Is(err, record.ErrReadOnly) {
			t.Errorf("%s: %v, want ErrReadOnly", name, err)
		}
	}
	if r, err := Check(t.Context(), path, ""); err != nil || r.Counts.Answers != 600 {
		t.Errorf("Check: %+v, %v", r, err)
	}
	must(t, s.Verify(t.Context()))
}

// After a crash the log holds answers, and reading it takes a file beside it.
// The record without them would not be the learner's.
func TestReadOnlyFolderWithALog(t *testing.T) {
	dir := crashed(t, migrations())
	asOrdinary(t, dir)
	must(t, os.Chmod(dir, 0o500))
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	untouched(t, dir, func() {
		_, err := Open(t.Context(), filepath.Join(dir, "record.db"), Options{})
		if !errors.Is(err, record.ErrUnreachable) {
			t.Errorf("Open: %v, want ErrUnreachable", err)
		}
	})
}

func TestNoRecordWhereNoneCanBeMade(t *testing.T) {
	dir := t.TempDir()
	asOrdinary(t, dir)
	empty := filepath.Join(dir, "empty.db")
	must(t, os.WriteFile(empty, nil, 0o400))
	if _, err := Open(t.Context(), empty, Options{}); !errors.Is(err, record.ErrReadOnly) {
		t.Errorf("an empty file that cannot be written: %v, want ErrReadOnly", err)
	}
	secret := filepath.Join(dir, "secret.db")
	must(t, os.WriteFile(secret, []byte("x"), 0o600))
	must(t, os.Chmod(secret, 0))
	if _, err := Open(t.Context(), secret, Options{}); !errors.Is(err, record.ErrUnreachable) {
		t.Errorf("a file that cannot be read: %v, want ErrUnreachable", err)
	}
	must(t, os.Remove(secret))
	must(t, os.Chmod(dir, 0o500))
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	untouched(t, dir, func() {
		for _, path := range []string{filepath.Join(dir, "record.db"), filepath.Join(dir, "folder", "record.db")} {
			if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, record.ErrUnreachable) {
				t.Errorf("%s: %v, want ErrUnreachable", path, err)
			}
		}
	})
}
