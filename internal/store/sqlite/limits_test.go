package sqlite

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"porchlight/internal/record"
)

// lock holds the record as another program would, until it is called.
func occupy(t *testing.T, path, begin string) (release func()) {
	t.Helper()
	other := openNew(t, path)
	must(t, other.conn.Exec(begin))
	_, err := other.number(`SELECT count(*) FROM answers`)
	must(t, err)
	return func() { must(t, other.conn.Exec("COMMIT")) }
}

func TestBusy(t *testing.T) {
	path := file(t)
	s, err := Open(t.Context(), path, Options{Busy: 20 * time.Millisecond})
	must(t, err)
	defer s.Close()
	must(t, answer(s, "learner", 1))
	release := occupy(t, path, "BEGIN IMMEDIATE")
	if err := answer(s, "learner", 2); !errors.Is(err, record.ErrBusy) {
		t.Errorf("Save: %v, want ErrBusy", err)
	}
	if _, err := s.Scores(t.Context()); err != nil {
		t.Errorf("reading meanwhile: %v", err)
	}
	release()
	must(t, answer(s, "learner", 2))
}

func TestContextEndsTheWait(t *testing.T) {
	path := file(t)
	s := openNew(t, path)
	must(t, answer(s, "learner", 1))
	release := occupy(t, path, "BEGIN IMMEDIATE")
	defer release()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if err := s.SaveSetting(ctx, "lang", "es"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Save: %v, want the deadline", err)
	}
}

func TestEraseWhileAnotherProgramReads(t *testing.T) {
	path := file(t)
	s, err := Open(t.Context(), path, Options{Busy: 20 * time.Millisecond})
	must(t, err)
	defer s.Close()
	write(t, s)
	release := occupy(t, path, "BEGIN")
	if err := s.Erase(t.Context(), record.Scope{All: true}); !errors.Is(err, record.ErrBusy) {
		t.Errorf("Erase: %v, want ErrBusy", err)
	}
	release()
	must(t, s.Erase(t.Context(), record.Scope{All: true}))
	if c, err := s.Counts(t.Context()); err != nil || c != (Counts{}) {
		t.Errorf("counts = %+v, %v", c, err)
	}
}

func TestRemovedNoteIsCleanedUpLater(t *testing.T) {
	path := file(t)
	s, err := Open(t.Context(), path, Options{Busy: 20 * time.Millisecond})
	must(t, err)
	must(t, s.SaveCheck(t.Context(), record.Check{Question: "level-of-care", Note: "SECRET"}))
	release := occupy(t, path, "BEGIN")
	must(t, s.SaveCheck(t.Context(), record.Check{Question: "level-of-care"})) // kept, if not yet clean
	release()
	must(t, s.Close())
	if found := tracesOf(t, filepath.Dir(path), "SECRET"); found != nil {
		t.Errorf("after Close: %v", found)
	}
}

// The disk is full, then there is room again: the same Store goes on.
func TestFull(t *testing.T) {
	s := openNew(t, file(t))
	must(t, answer(s, "learner", 1))
	pages, err := s.number("PRAGMA page_count")
	must(t, err)
	must(t, s.conn.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+2)))
	kept, full := fillUp(t, s)
	if !errors.Is(full, record.ErrFull) {
		t.Fatalf("the error is %v, want ErrFull", full)
	}
	c, err := s.Counts(t.Context())
	if err != nil || c.Checks != kept {
		t.Errorf("%d notes of %d are there, %v", c.Checks, kept, err)
	}
	must(t, s.conn.Exec("PRAGMA max_page_count = 100000"))
	must(t, saveNote(s, kept))
	must(t, s.Verify(t.Context()))
}

// fillUp saves notes until one is not kept, and returns how many were, and why
// the next was not.
func fillUp(t *testing.T, s *Store) (int, error) {
	t.Helper()
	for i := range 10_000 {
		if err := saveNote(s, i); err != nil {
			return i, err
		}
	}
	t.Fatal("the disk is never full")
	return 0, nil
}

func saveNote(s *Store, i int) error {
	return s.SaveCheck(context.Background(), record.Check{
		Question: fmt.Sprintf("q%d", i), Asked: true, Note: strings.Repeat("words ", 300), At: at(i),
	})
}
