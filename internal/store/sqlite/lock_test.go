package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"porchlight/internal/record"
)

// passphrase has letters of many kinds.
const passphrase = "la luz del pórtico 灯 — encendida"

// lockedRecord is a record that was filled, then locked.
func lockedRecord(t *testing.T) (path string, held record.Export) {
	t.Helper()
	path = file(t)
	s := openNew(t, path)
	write(t, s)
	must(t, s.Close())
	held = exportOf(t, path)
	must(t, Lock(t.Context(), path, Options{}, passphrase))
	return path, held
}

func openLocked(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{Passphrase: passphrase})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	return s
}

func TestLockedRecordOpensWithItsPassphraseAlone(t *testing.T) {
	path, held := lockedRecord(t)
	if !Locked(path) {
		t.Error("the record is not locked")
	}
	for _, c := range []struct {
		try  string
		want error
	}{
		{"", record.ErrLocked},
		{"another", record.ErrPassphrase},
		{passphrase + " ", record.ErrPassphrase},
		{"\x1b[31m", record.ErrPassphrase},
	} {
		untouched(t, filepath.Dir(path), func() {
			if _, err := Open(t.Context(), path, Options{Passphrase: c.try}); !errors.Is(err, c.want) {
				t.Errorf("%q: %v, want %v", c.try, err, c.want)
			}
			if _, err := Check(t.Context(), path, c.try); !errors.Is(err, c.want) {
				t.Errorf("Check with %q: %v, want %v", c.try, err, c.want)
			}
		})
	}
	s := openLocked(t, path)
	got, err := s.Export(t.Context())
	must(t, err)
	if fmt.Sprint(got) != fmt.Sprint(held) {
		t.Error("the locked record holds something else")
	}
	r, err := Check(t.Context(), path, passphrase)
	if err != nil || !r.Locked || r.Counts.Answers != 600 {
		t.Errorf("Check: %+v, %v", r, err)
	}
}

// The same passphrase typed on another keyboard: accents as letters of their
// own, a space that does not break.
func TestPassphraseTypedAnotherWay(t *testing.T) {
	path, _ := lockedRecord(t)
	other := strings.ReplaceAll(strings.ReplaceAll(passphrase, "ó", "o\u0301"), " ", "\u00a0")
	s, err := Open(t.Context(), path, Options{Passphrase: other})
	must(t, err)
	must(t, s.Close())
}

func TestNoPassphrase(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	must(t, s.Close())
	for _, none := range []string{"", "\x00", "two\nlines", "\xff\xfe"} {
		untouched(t, filepath.Dir(path), func() {
			if err := Lock(t.Context(), path, Options{}, none); !errors.Is(err, record.ErrPassphrase) {
				t.Errorf("%q: %v, want ErrPassphrase", none, err)
			}
		})
	}
}

// TestLockedRecordShowsNothing looks for every word in the raw bytes of the
// record, of its log and of what else lies in the folder.
func TestLockedRecordShowsNothing(t *testing.T) {
	path := file(t)
	dir := filepath.Dir(path)
	s := openNew(t, path)
	write(t, s)
	must(t, s.backUpBeside(t.Context(), len(migrations())))
	must(t, s.Close())
	words := []string{"enabling", "return-to-use", "attempt-", "NOTE-", "MARK-", "words ", "Elm Street", "SETTING", "CREATE TABLE"}
	if found := tracesOf(t, dir, words...); len(found) < len(words) {
		t.Fatalf("before locking only %v was found", found)
	}
	must(t, Lock(t.Context(), path, Options{}, passphrase))
	if found := tracesOf(t, dir, words...); found != nil {
		t.Errorf("locked: %v", found)
	}
	s = openLocked(t, path)
	for i := range 30 {
		must(t, s.SaveCheck(t.Context(), record.Check{Question: fmt.Sprintf("q%d", i), Note: strings.Repeat("NOTE- words ", 40*i)}))
	}
	if size(path+"-wal") == 0 {
		t.Error("there is no log to look at")
	}
	must(t, s.backUpBeside(t.Context(), len(migrations())))
	if found := tracesOf(t, dir, words...); found != nil {
		t.Errorf("locked and written to: %v", found)
	}
}

func TestOldBytesAreWrittenOver(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	must(t, s.Close())
	old, err := os.Open(path) // leads to the old bytes after the name does not
	must(t, err)
	defer old.Close()
	must(t, Lock(t.Context(), path, Options{}, passphrase))
	raw := make([]byte, 1<<20)
	n, _ := old.ReadAt(raw, 0)
	if n == 0 || len(bytes.Trim(raw[:n], "\x00")) > 0 {
		t.Errorf("%d old bytes, not all of them zeros", n)
	}
}

func TestUnlock(t *testing.T) {
	path, held := lockedRecord(t)
	if err := Unlock(t.Context(), path, Options{Passphrase: "another"}); !errors.Is(err, record.ErrPassphrase) {
		t.Errorf("with another passphrase: %v", err)
	}
	must(t, Unlock(t.Context(), path, Options{Passphrase: passphrase}))
	if Locked(path) {
		t.Error("the record is still locked")
	}
	if got := exportOf(t, path); fmt.Sprint(got) != fmt.Sprint(held) {
		t.Error("the record holds something else")
	}
}

func TestAnotherPassphrase(t *testing.T) {
	path, held := lockedRecord(t)
	must(t, Lock(t.Context(), path, Options{Passphrase: passphrase}, "another one"))
	if _, err := Open(t.Context(), path, Options{Passphrase: passphrase}); !errors.Is(err, record.ErrPassphrase) {
		t.Errorf("with the old passphrase: %v", err)
	}
	s, err := Open(t.Context(), path, Options{Passphrase: "another one"})
	must(t, err)
	got, err := s.Export(t.Context())
	if err != nil || fmt.Sprint(got) != fmt.Sprint(held) {
		t.Errorf("the record holds something else, %v", err)
	}
	must(t, s.Close())
}

func TestLockWaitsForNobodysLoss(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	write(t, s)
	err := Lock(t.Context(), path, Options{Busy: 1}, passphrase)
	if !errors.Is(err, record.ErrBusy) {
		t.Errorf("beside another program: %v, want ErrBusy", err)
	}
	must(t, s.SaveSetting(t.Context(), "plan", "still mine"))
	must(t, s.Close())
	if Locked(path) {
		t.Error("the record was locked under the other program")
	}
}

func TestDamagedLockedRecord(t *testing.T) {
	path, _ := lockedRecord(t)
	raw, err := os.ReadFile(path)
	must(t, err)
	for _, at := range []int{lockSize + 10, lockSize + 5000, len(raw) - 100} {
		damaged := bytes.Clone(raw)
		damaged[at] ^= 1
		must(t, os.WriteFile(path, damaged, 0o600))
		s, err := Open(t.Context(), path, Options{Passphrase: passphrase})
		if err == nil {
			err = s.Verify(t.Context())
			s.Close()
		}
		if !errors.Is(err, record.ErrDamaged) {
			t.Errorf("byte %d: %v, want ErrDamaged", at, err)
		}
	}
	for _, cut := range []int{100, lockSize - 1, lockSize, lockSize + 1, len(raw) - 4096} {
		must(t, os.WriteFile(path, raw[:cut], 0o600))
		s, err := Open(t.Context(), path, Options{Passphrase: passphrase})
		if err == nil {
			s.Close()
		}
		if !errors.Is(err, record.ErrDamaged) && !errors.Is(err, record.ErrPassphrase) {
			t.Errorf("cut at %d: %v, want ErrDamaged", cut, err)
		}
	}
	for at := range lockEnd {
		damaged := bytes.Clone(raw[:lockSize])
		damaged[at] ^= 0x40
		must(t, os.WriteFile(path, damaged, 0o600))
		if l, err := lockAt(path); err == nil && l != nil && at < atSalt {
			if _, err := l.key(passphrase); err == nil {
				t.Errorf("byte %d of the lock changed, and it opens", at)
			}
		}
	}
}

func TestEraseInALockedRecord(t *testing.T) {
	path, _ := lockedRecord(t)
	s := openLocked(t, path)
	must(t, s.Erase(t.Context(), record.Scope{All: true}))
	c, err := s.Counts(t.Context())
	if err != nil || c != (Counts{}) {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestRestore(t *testing.T) {
	path, copied := file(t), filepath.Join(t.TempDir(), "copy.db")
	s := openNew(t, path)
	write(t, s)
	held, err := s.Export(t.Context())
	must(t, err)
	must(t, s.Backup(t.Context(), copied))
	must(t, s.Erase(t.Context(), record.Scope{Lesson: "return-to-use"}))
	if _, err := Restore(t.Context(), path, copied, Options{Busy: 1}, ""); !errors.Is(err, record.ErrBusy) {
		t.Errorf("beside another program: %v, want ErrBusy", err)
	}
	must(t, s.Close())
	now := exportOf(t, path)

	kept, err := Restore(t.Context(), path, copied, Options{}, "")
	must(t, err)
	if got := exportOf(t, path); fmt.Sprint(got) != fmt.Sprint(held) {
		t.Error("the record is not the copy")
	}
	if got := exportOf(t, kept); fmt.Sprint(got) != fmt.Sprint(now) {
		t.Error("what was there before is not kept")
	}
	must(t, os.WriteFile(copied, []byte("Dear Rosa"), 0o600))
	if _, err := Restore(t.Context(), path, copied, Options{}, ""); !errors.Is(err, record.ErrDamaged) {
		t.Errorf("from what is no record: %v, want ErrDamaged", err)
	}
	if got := exportOf(t, path); fmt.Sprint(got) != fmt.Sprint(held) {
		t.Error("a bad copy changed the record")
	}
}

func TestLockedCopyIsRestored(t *testing.T) {
	path, held := lockedRecord(t)
	copied := filepath.Join(t.TempDir(), "copy.db")
	s := openLocked(t, path)
	must(t, s.Backup(t.Context(), copied))
	must(t, s.Close())
	if !Locked(copied) {
		t.Error("the copy is not locked")
	}
	fresh := file(t)
	_, err := Restore(t.Context(), fresh, copied, Options{}, passphrase)
	must(t, err)
	s = openLocked(t, fresh)
	got, err := s.Export(t.Context())
	if err != nil || fmt.Sprint(got) != fmt.Sprint(held) {
		t.Errorf("the record is not the copy, %v", err)
	}
}

// A passphrase may be of any letters and signs that a keyboard can give again;
// what none can give again, or what hides in a line, is refused before anything
// is locked.
func TestPassphrasesOfAnyUnicode(t *testing.T) {
	seen := map[string]string{}
	for _, p := range []string{
		"x", "אור במרפסת", "ضوء الشرفة", "बरामदे की बत्ती", "ระเบียงมีไฟ", "포치의 불빛", "ⅫΩ≈ç√", "💡🏠🌙", "  spaces  inside  ", "'; DROP TABLE --", "ẞ İ ı",
		strings.Repeat("a very long one ", 200),
	} {
		secret, err := secretOf(p)
		if err != nil {
			t.Errorf("%q is refused: %v", p, err)
			continue
		}
		if again, err := secretOf(string(secret)); err != nil || !bytes.Equal(again, secret) {
			t.Errorf("%q is %q, and that is %q, %v", p, secret, again, err)
		}
		if other, known := seen[string(secret)]; known {
			t.Errorf("%q opens what %q locks", p, other)
		}
		seen[string(secret)] = p
	}
	l, key, err := newLock("ضوء الشرفة 💡")
	must(t, err)
	if back, err := l.key("ضوء الشرفة 💡"); err != nil || !bytes.Equal(back, key) {
		t.Errorf("it does not open its own lock: %v", err)
	}
	for _, p := range []string{"", "tab\tinside", "a\u202eb", "a\x00b", "a\x1b[2J", "\xff\xfe", "a\u200bb"} {
		if _, _, err := newLock(p); !errors.Is(err, record.ErrPassphrase) {
			t.Errorf("%q is taken: %v", p, err)
		}
	}
}
