package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"porchlight/internal/record"
)

// years is a record of 10,000 answers: 1,000 attempts of ten questions at 40
// lessons, which is several years of a learner's evenings.
func years(tb testing.TB) record.Export {
	tb.Helper()
	start := time.Date(2026, 3, 1, 20, 0, 0, 0, time.UTC)
	var e record.Export
	for i := range 1000 {
		lesson := fmt.Sprintf("enabling-or-helping-%d", i%40)
		at := start.Add(time.Duration(i) * time.Hour)
		a := record.Attempt{ID: fmt.Sprintf("01JNX%08d", i), Lesson: lesson, Seed: uint64(i), Started: at}
		for q := range 10 {
			question := fmt.Sprintf("%s/cash-at-the-door-%d", lesson, q)
			a.Questions = append(a.Questions, question)
			e.Answers = append(e.Answers, record.Answer{
				Attempt: a.ID, Question: question, Choices: []string{"offer-food"}, Result: record.Best, At: at.Add(time.Minute),
			})
		}
		e.Attempts = append(e.Attempts, a)
		if i < 40 {
			e.Places = append(e.Places, record.Place{Lesson: lesson, Block: 4, Reached: 60, At: at})
			e.Checks = append(e.Checks, record.Check{Question: fmt.Sprintf("level-of-care-%d", i), Asked: true, Note: "They said three evenings a week.", At: at})
		}
	}
	return e
}

func yearsAt(tb testing.TB, path string) {
	tb.Helper()
	s := openNew(tb, path)
	if err := s.Import(tb.Context(), years(tb)); err != nil {
		tb.Fatal(err)
	}
	if err := s.Close(); err != nil {
		tb.Fatal(err)
	}
}

// bench runs act on a record of several years.
func bench(b *testing.B, act func(ctx context.Context, s *Store, i int) error) {
	path := filepath.Join(b.TempDir(), "record.db")
	yearsAt(b, path)
	s := openNew(b, path)
	if err := s.Verify(b.Context()); err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		if err := act(b.Context(), s, i); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkOpenAndReadPlaces(b *testing.B) {
	path := filepath.Join(b.TempDir(), "record.db")
	yearsAt(b, path)
	for b.Loop() {
		s, err := Open(b.Context(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Places(b.Context()); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		s.Close()
		b.StartTimer()
	}
}

func BenchmarkOpenReadAndClose(b *testing.B) {
	path := filepath.Join(b.TempDir(), "record.db")
	yearsAt(b, path)
	for b.Loop() {
		s, err := Open(b.Context(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Places(b.Context()); err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

func BenchmarkOpenNew(b *testing.B) {
	dir := b.TempDir()
	i := 0
	for b.Loop() {
		s, err := Open(b.Context(), filepath.Join(dir, fmt.Sprintf("%d.db", i)), Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		s.Close()
		i++
		b.StartTimer()
	}
}

func BenchmarkVerify(b *testing.B) {
	bench(b, func(ctx context.Context, s *Store, _ int) error {
		s.checked = false
		return s.Verify(ctx)
	})
}

func BenchmarkSaveAnswer(b *testing.B) {
	at := time.Date(2030, 3, 1, 20, 0, 0, 0, time.UTC)
	bench(b, func(ctx context.Context, s *Store, i int) error {
		a := record.Attempt{ID: fmt.Sprintf("late-%d", i/10), Lesson: "return-to-use", Started: at}
		return s.SaveAnswer(ctx, a, record.Answer{Attempt: a.ID, Question: fmt.Sprintf("return-to-use/q%d", i%10), Result: record.Best, At: at})
	})
}

func BenchmarkSavePlace(b *testing.B) {
	bench(b, func(ctx context.Context, s *Store, i int) error {
		return s.SavePlace(ctx, record.Place{Lesson: "return-to-use", Block: i, Reached: 50})
	})
}

func BenchmarkChangeNote(b *testing.B) {
	bench(b, func(ctx context.Context, s *Store, i int) error {
		return s.SaveCheck(ctx, record.Check{Question: "level-of-care-3", Note: fmt.Sprintf("They said %d evenings.", i)})
	})
}

func BenchmarkPlaces(b *testing.B) {
	bench(b, func(ctx context.Context, s *Store, _ int) error { _, err := s.Places(ctx); return err })
}

func BenchmarkScores(b *testing.B) {
	bench(b, func(ctx context.Context, s *Store, _ int) error { _, err := s.Scores(ctx); return err })
}

func BenchmarkLatestAttempt(b *testing.B) {
	bench(b, func(ctx context.Context, s *Store, i int) error {
		_, _, err := s.LatestAttempt(ctx, fmt.Sprintf("enabling-or-helping-%d", i%40), record.NoPart)
		return err
	})
}

func BenchmarkExport(b *testing.B) {
	bench(b, func(ctx context.Context, s *Store, _ int) error { _, err := s.Export(ctx); return err })
}

func BenchmarkImport(b *testing.B) {
	e := years(b)
	bench(b, func(ctx context.Context, s *Store, _ int) error { return s.Import(ctx, e) })
}

func BenchmarkEraseNotes(b *testing.B) {
	bench(b, func(ctx context.Context, s *Store, _ int) error { return s.Erase(ctx, record.Scope{Notes: true}) })
}
