package sqlite

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"porchlight/internal/record"
)

// tracesOf looks for words in the raw bytes of every file of a folder.
func tracesOf(t *testing.T, dir string, words ...string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		raw, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if n := bytes.Count(raw, []byte(w)); n > 0 {
				found = append(found, fmt.Sprintf("%s: %d times %q", e.Name(), n, w))
			}
		}
	}
	return found
}

func TestRemovedNoteLeavesNoTrace(t *testing.T) {
	for _, longest := range []int{5, 400} {
		t.Run(fmt.Sprintf("%d words", longest), func(t *testing.T) { removeNotes(t, longest) })
	}
}

func removeNotes(t *testing.T, longest int) {
	dir := t.TempDir()
	s := openNew(t, filepath.Join(dir, "record.db"))
	must(t, s.conn.Exec("PRAGMA synchronous = OFF")) // what matters here is where bytes go
	// Notes of many lengths, changed in any order, so that pages split and
	// rows move about before they are removed.
	rng := rand.New(rand.NewPCG(1, 2))
	const notes = 90
	for round := range 3 {
		for _, i := range rng.Perm(notes) {
			note := fmt.Sprintf("SECRET-%d-%d-SECRET ", round, i) + strings.Repeat("words ", rng.IntN(longest))
			c := record.Check{Question: fmt.Sprintf("q%d", i), Asked: i%2 == 0, Note: note}
			if err := s.SaveCheck(t.Context(), c); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, i := range rng.Perm(notes) {
		c := record.Check{Question: fmt.Sprintf("q%d", i), Asked: i%2 == 0}
		if err := s.SaveCheck(t.Context(), c); err != nil {
			t.Fatal(err)
		}
		for round := range 3 {
			if found := tracesOf(t, dir, fmt.Sprintf("SECRET-%d-%d-SECRET", round, i)); found != nil {
				t.Errorf("note %d, round %d: %v", i, round, found)
			}
		}
	}
}

func TestReplacedWordsLeaveNoTraceAfterClose(t *testing.T) {
	dir := t.TempDir()
	s := openNew(t, filepath.Join(dir, "record.db"))
	for _, note := range []string{"SECRET-1 and more", "SECRET-2 and more", "nothing to see"} {
		if err := s.SaveCheck(t.Context(), record.Check{Question: "level-of-care", Note: note}); err != nil {
			t.Fatal(err)
		}
	}
	if found := tracesOf(t, dir, "SECRET-"); found != nil {
		t.Errorf("while open: %v", found)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if found := tracesOf(t, dir, "SECRET-"); found != nil {
		t.Errorf("after Close: %v", found)
	}
}

func TestEraseLeavesNoTrace(t *testing.T) {
	for name, c := range map[string]struct {
		scope       record.Scope
		gone, stays []string
	}{
		"all":      {record.Scope{All: true}, []string{"enabling-or-helping", "return-to-use", "NOTE-", "MARK-", "TYPED-", "Elm Street", "SETTING"}, nil},
		"lesson":   {record.Scope{Lesson: "enabling-or-helping"}, []string{"enabling-or-helping", "attempt-e-", "MARK-e", "TYPED-e"}, []string{"return-to-use", "attempt-r-", "MARK-r", "NOTE-", "SETTING"}},
		"notes":    {record.Scope{Notes: true}, []string{"NOTE-", "MARK-", "TYPED-"}, []string{"enabling-or-helping", "SETTING", "Elm Street"}},
		"provider": {record.Scope{Provider: "Elm Street"}, []string{"Elm Street", "NOTE-"}, []string{"MARK-", "SETTING"}},
		"reviews":  {record.Scope{Kind: record.KindReview}, []string{"review-"}, []string{"MARK-", "NOTE-", "SETTING"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := openNew(t, filepath.Join(dir, "record.db"))
			write(t, s)
			if err := s.backUpBeside(t.Context(), len(migrations())); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.Path()+".v2.backup.unfinished", []byte("NOTE- enabling-or-helping"), 0o600); err != nil {
				t.Fatal(err)
			}
			if found := tracesOf(t, dir, c.gone...); len(found) < len(c.gone) {
				t.Fatalf("before erasing only %v was found", found)
			}
			if err := s.Erase(t.Context(), c.scope); err != nil {
				t.Fatal(err)
			}
			for _, when := range []string{"while open", "after Close"} {
				if found := tracesOf(t, dir, c.gone...); found != nil {
					t.Errorf("%s: %v", when, found)
				}
				if found := tracesOf(t, dir, c.stays...); len(found) < len(c.stays) {
					t.Errorf("%s: of %v only %v is left", when, c.stays, found)
				}
				s.Close()
			}
		})
	}
}

// write keeps many facts with words in them that can be looked for.
func write(t *testing.T, s *Store) {
	t.Helper()
	var e record.Export
	for _, lesson := range []string{"enabling-or-helping", "return-to-use"} {
		e.Places = append(e.Places, record.Place{Lesson: lesson})
		for i := range 60 {
			a := record.Attempt{ID: fmt.Sprintf("attempt-%c-%d", lesson[0], i), Lesson: lesson}
			e.Attempts = append(e.Attempts, a)
			for q := range 5 {
				e.Answers = append(e.Answers, record.Answer{Attempt: a.ID, Question: fmt.Sprintf("%s/q%d", lesson, q), Result: record.Best,
					Text: fmt.Sprintf("TYPED-%c%d ", lesson[0], i) + strings.Repeat("words ", i*q)})
			}
		}
	}
	for i := range 60 {
		note := fmt.Sprintf("NOTE-%d ", i) + strings.Repeat("words ", i*30)
		e.Checks = append(e.Checks, record.Check{Provider: "Elm Street", Question: fmt.Sprintf("q%d", i), Asked: true, Note: note})
	}
	for i := range 120 {
		lesson := []string{"enabling-or-helping", "return-to-use"}[i%2]
		note := fmt.Sprintf("MARK-%c%d ", lesson[0], i) + strings.Repeat("words ", i*15)
		e.Entries = append(e.Entries, record.Entry{Kind: record.KindMark, Subject: lesson, Key: fmt.Sprintf("b%d", i), Fields: map[string]string{"bookmark": "yes", "note": note}})
	}
	for i := range 60 {
		e.Events = append(e.Events, record.Event{Kind: record.KindReview, Subject: "natural-consequences", ID: fmt.Sprintf("review-%d", i), Fields: map[string]string{"got": "yes"}})
	}
	e.Settings = map[string]string{"plan": "SETTING"}
	if err := s.Import(t.Context(), e); err != nil {
		t.Fatal(err)
	}
}
