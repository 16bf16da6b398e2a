package recordtest

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"porchlight/internal/record"
)

var conduct = map[string]func(*testing.T, record.Store){
	"CancelledContext": func(t *testing.T, s record.Store) {
		fill(t, s)
		want := export(t, s)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for name, call := range calls(ctx, s) {
			wantErr(t, name, call(), context.Canceled)
		}
		same(t, "record", export(t, s), want)
	},

	"Closed": func(t *testing.T, s record.Store) {
		fill(t, s)
		must(t, s.Close())
		for name, call := range calls(t.Context(), s) {
			wantErr(t, name, call(), record.ErrClosed)
		}
		if err := s.Close(); err != nil {
			t.Errorf("closing again: %v", err)
		}
	},

	"ManyAtOnce": func(t *testing.T, s record.Store) {
		const learners, answersEach = 16, 12
		var wg sync.WaitGroup
		for i := range learners {
			wg.Go(func() { study(t, s, i, answersEach) })
		}
		wg.Wait()
		e := export(t, s)
		if len(e.Attempts) != learners || len(e.Answers) != learners*answersEach {
			t.Errorf("%d attempts, %d answers, want %d and %d", len(e.Attempts), len(e.Answers), learners, learners*answersEach)
		}
		if n := len(e.Events); n != learners*answersEach {
			t.Errorf("%d events, want %d", n, learners*answersEach)
		}
		if p := placesOf(t, s)[lesson]; p.Reached != 100 {
			t.Errorf("reached = %d, want 100, the furthest of all", p.Reached)
		}
	},

	"OneAnswerManyTimesAtOnce": func(t *testing.T, s record.Store) {
		var wg sync.WaitGroup
		for range 16 {
			wg.Go(func() {
				if err := s.SaveAnswer(t.Context(), attempt("a1", lesson, at(1), cash), answer("a1", cash, record.Best, at(2))); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if e := export(t, s); len(e.Attempts) != 1 || len(e.Answers) != 1 {
			t.Errorf("%d attempts and %d answers, want one of each", len(e.Attempts), len(e.Answers))
		}
	},
}

// study does what a learner does, beside others doing the same.
func study(t *testing.T, s record.Store, learner, answers int) {
	ctx := t.Context()
	a := attempt(fmt.Sprintf("a%d", learner), lesson, at(learner), cash)
	for i := range answers {
		q := fmt.Sprintf("%s/q%d", lesson, i)
		err := s.SaveAnswer(ctx, a, answer(a.ID, q, record.Best, at(i), "one"))
		err = first(err, s.SavePlace(ctx, record.Place{Lesson: lesson, Reached: 100 - i, At: at(i)}))
		err = first(err, s.SaveCheck(ctx, record.Check{Question: fmt.Sprintf("q%d", i%3), Note: "n", At: at(i)}))
		err = first(err, s.SaveSetting(ctx, "lang", "es"))
		err = first(err, s.SaveEntries(ctx, mark(fmt.Sprintf("b%d", i%3), "n", at(i))))
		err = first(err, s.AddEvent(ctx, review(fmt.Sprintf("r%d-%d", learner, i), lesson, at(i))))
		_, errScores := s.Scores(ctx)
		_, _, errLatest := s.LatestAttempt(ctx, lesson, record.NoPart)
		if err := first(err, errScores, errLatest); err != nil {
			t.Errorf("learner %d, answer %d: %v", learner, i, err)
			return
		}
	}
}

// calls is every method of a Store but Close.
func calls(ctx context.Context, s record.Store) map[string]func() error {
	return map[string]func() error{
		"Places":    func() error { _, err := s.Places(ctx); return err },
		"SavePlace": func() error { return s.SavePlace(ctx, record.Place{Lesson: lesson, Block: 77, At: at(50)}) },
		"SaveAnswer": func() error {
			return s.SaveAnswer(ctx, attempt("c", lesson, at(50)), answer("c", cash, record.Best, at(50)))
		},
		"LatestAttempt": func() error { _, _, err := s.LatestAttempt(ctx, lesson, record.NoPart); return err },
		"Scores":        func() error { _, err := s.Scores(ctx); return err },
		"FirstAnswers":  func() error { _, err := s.FirstAnswers(ctx); return err },
		"Checks":        func() error { _, err := s.Checks(ctx, ""); return err },
		"SaveCheck":     func() error { return s.SaveCheck(ctx, record.Check{Question: "late", Asked: true, At: at(50)}) },
		"Entries":       func() error { _, err := s.Entries(ctx, record.KindMark, ""); return err },
		"SaveEntries":   func() error { return s.SaveEntries(ctx, mark("late", "late", at(50))) },
		"Events":        func() error { _, err := s.Events(ctx, record.KindReview, ""); return err },
		"AddEvent":      func() error { return s.AddEvent(ctx, review("late", lesson, at(50))) },
		"RemoveEvent":   func() error { return s.RemoveEvent(ctx, record.KindReview, "r1") },
		"Settings":      func() error { _, err := s.Settings(ctx); return err },
		"SaveSetting":   func() error { return s.SaveSetting(ctx, "late", "x") },
		"Export":        func() error { _, err := s.Export(ctx); return err },
		"Import":        func() error { return s.Import(ctx, record.Export{Settings: map[string]string{"late": "x"}}) },
		"Erase":         func() error { return s.Erase(ctx, record.Scope{All: true}) },
	}
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
