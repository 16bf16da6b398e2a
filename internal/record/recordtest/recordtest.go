// Package recordtest says, as tests, what every record.Store must do. Whatever
// keeps records runs it, so that a visitor's memory, a home's file and a
// fleet's database behave alike.
package recordtest

import (
	"maps"
	"slices"
	"testing"
	"time"

	"porchlight/internal/record"
)

// Run tests the Store that open returns, empty and new at every call. Run
// closes it.
func Run(t *testing.T, open func(*testing.T) record.Store) {
	t.Helper()
	for _, suite := range []map[string]func(*testing.T, record.Store){places, answers, checks, facts, whole, erasing, conduct} {
		for _, name := range slices.Sorted(maps.Keys(suite)) {
			t.Run(name, func(t *testing.T) {
				s := open(t)
				t.Cleanup(func() { s.Close() })
				suite[name](t, s)
			})
		}
	}
	t.Run("RoundTrip", func(t *testing.T) { roundTrip(t, open) })
}

// noon is when the learners of these tests begin.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// at is some minutes after noon.
func at(minutes int) time.Time { return noon.Add(time.Duration(minutes) * time.Minute) }

func attempt(id, lesson string, started time.Time, questions ...string) record.Attempt {
	return record.Attempt{ID: id, Lesson: lesson, Seed: 7, Questions: questions, Started: started}
}

func answer(attempt, question string, result record.Result, at time.Time, choices ...string) record.Answer {
	return record.Answer{Attempt: attempt, Question: question, Choices: choices, Result: result, At: at}
}

// must fails the test at once for an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fill keeps one of everything, and two of some.
func fill(t *testing.T, s record.Store) {
	t.Helper()
	ctx := t.Context()
	must(t, s.SavePlace(ctx, record.Place{Lesson: "enabling-or-helping", Block: 4, Word: 2, Reached: 60, At: at(1)}))
	must(t, s.SavePlace(ctx, record.Place{Lesson: "return-to-use", Block: 9, Reached: 100, Done: at(2), At: at(2)}))
	first := attempt("a1", "enabling-or-helping", at(3), "enabling-or-helping/cash", "enabling-or-helping/rent")
	first.Seed = 1<<63 + 5
	must(t, s.SaveAnswer(ctx, first, answer("a1", "enabling-or-helping/cash", record.Best, at(4), "gas-card")))
	must(t, s.SaveAnswer(ctx, first, answer("a1", "enabling-or-helping/rent", record.Partial, at(5), "half", "later")))
	other := attempt("a2", "return-to-use", at(6), "return-to-use/first-hour")
	must(t, s.SaveAnswer(ctx, other, answer("a2", "return-to-use/first-hour", record.Other, at(7), "wait")))
	must(t, s.SaveCheck(ctx, record.Check{Question: "level-of-care", Asked: true, Sign: record.Good, Note: "They said IOP,\nthree evenings.", At: at(8)}))
	must(t, s.SaveCheck(ctx, record.Check{Provider: "The clinic on Elm Street", Question: "family-program", Sign: record.Unclear, At: at(9)}))
	must(t, s.SaveEntries(ctx, mark("b4", "Ask about this.", at(10)), provider("elm-street", at(11)), hidden("teens-only", at(12))))
	must(t, s.AddEvent(ctx, review("r1", "enabling-or-helping", at(13))))
	must(t, s.AddEvent(ctx, record.Event{Kind: record.KindReflection, Subject: "how-am-i-doing", ID: "l1", Fields: map[string]string{"sleep": "2"}, At: at(14)}))
	before := attempt("a3", "return-to-use", at(15), "return-to-use/first-hour")
	before.Part = record.BeforePart
	typed := answer("a3", "return-to-use/first-hour", record.Best, at(16))
	typed.Text = "naloxone"
	must(t, s.SaveAnswer(ctx, before, typed))
	must(t, s.SaveSetting(ctx, "lang", "es"))
	must(t, s.SaveSetting(ctx, "theme", "dark"))
}
