package recordtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"porchlight/internal/record"
)

const (
	cash = lesson + "/cash"
	rent = lesson + "/rent"
	bail = lesson + "/bail"
)

var answers = map[string]func(*testing.T, record.Store){
	"NoAttemptYet": func(t *testing.T, s record.Store) {
		_, _, err := s.LatestAttempt(t.Context(), lesson, record.NoPart)
		wantErr(t, "LatestAttempt", err, record.ErrNotFound)
		same(t, "scores", scores(t, s), map[string]record.Score{})
	},

	"FirstAnswerKeepsItsAttempt": func(t *testing.T, s record.Store) {
		want := attempt("a1", lesson, at(1), cash, rent)
		want.Seed = 1<<64 - 1
		first := answer("a1", cash, record.Best, at(2), "gas-card")
		must(t, s.SaveAnswer(t.Context(), want, first))
		a, answers := latest(t, s, lesson)
		same(t, "attempt", a, want)
		same(t, "answers", answers, []record.Answer{first})
	},

	"AnswersInTheOrderGiven": func(t *testing.T, s record.Store) {
		a := attempt("a1", lesson, at(1), cash, rent, bail)
		var want []record.Answer
		for i, q := range []string{rent, bail, cash} {
			// Times run backwards: the order is that of saving.
			given := answer("a1", q, record.Partial, at(9-i), "z", "a", "m")
			must(t, s.SaveAnswer(t.Context(), a, given))
			want = append(want, given)
		}
		_, answers := latest(t, s, lesson)
		same(t, "answers", answers, want)
	},

	"FirstAnswerStands": func(t *testing.T, s record.Store) {
		a := attempt("a1", lesson, at(1), cash)
		first := answer("a1", cash, record.Other, at(2), "cash")
		must(t, s.SaveAnswer(t.Context(), a, first))
		must(t, s.SaveAnswer(t.Context(), a, first)) // a retry
		must(t, s.SaveAnswer(t.Context(), a, answer("a1", cash, record.Best, at(3), "gas-card")))
		_, answers := latest(t, s, lesson)
		same(t, "answers", answers, []record.Answer{first})
	},

	"FirstAttemptStands": func(t *testing.T, s record.Store) {
		first := attempt("a1", lesson, at(1), cash, rent)
		must(t, s.SaveAnswer(t.Context(), first, answer("a1", cash, record.Best, at(2))))
		must(t, s.SaveAnswer(t.Context(), attempt("a1", "other-lesson", at(5)), answer("a1", rent, record.Best, at(3))))
		a, answers := latest(t, s, lesson)
		same(t, "attempt", a, first)
		if len(answers) != 2 {
			t.Errorf("%d answers, want both with the attempt kept first", len(answers))
		}
	},

	"SameQuestionInAnotherAttempt": func(t *testing.T, s record.Store) {
		must(t, s.SaveAnswer(t.Context(), attempt("a1", lesson, at(1), cash), answer("a1", cash, record.Other, at(2))))
		must(t, s.SaveAnswer(t.Context(), attempt("a2", lesson, at(3), cash), answer("a2", cash, record.Best, at(4))))
		a, answers := latest(t, s, lesson)
		if a.ID != "a2" || len(answers) != 1 || answers[0].Result != record.Best {
			t.Errorf("latest = %v %v, want the answer of a2", a, answers)
		}
		if all := export(t, s).Answers; len(all) != 2 {
			t.Errorf("%d answers in the history, want 2", len(all))
		}
	},

	"NewestAttemptIsTheOneStartedLast": func(t *testing.T, s record.Store) {
		for _, a := range []record.Attempt{attempt("m", lesson, at(5)), attempt("z", lesson, at(1)), attempt("a", lesson, at(5))} {
			must(t, s.SaveAnswer(t.Context(), a, answer(a.ID, cash, record.Best, at(9))))
		}
		if a, _ := latest(t, s, lesson); a.ID != "a" {
			t.Errorf("newest = %q, want %q: started last, and of the two the one kept last", a.ID, "a")
		}
	},

	"ScoresAreOfTheNewestAttempt": func(t *testing.T, s record.Store) {
		old := attempt("a1", lesson, at(1), cash, rent, bail)
		for _, q := range old.Questions {
			must(t, s.SaveAnswer(t.Context(), old, answer("a1", q, record.Best, at(2))))
		}
		missed := attempt("a2", lesson, at(5), cash, rent)
		must(t, s.SaveAnswer(t.Context(), missed, answer("a2", cash, record.Best, at(7))))
		must(t, s.SaveAnswer(t.Context(), missed, answer("a2", rent, record.Partial, at(6))))
		must(t, s.SaveAnswer(t.Context(), attempt("b1", "return-to-use", at(1), "return-to-use/q"), answer("b1", "return-to-use/q", record.Other, at(3))))
		same(t, "scores", scores(t, s), map[string]record.Score{
			lesson:          {Lesson: lesson, Asked: 2, Answered: 2, Best: 1, At: at(7)},
			"return-to-use": {Lesson: "return-to-use", Asked: 1, Answered: 1, At: at(3)},
		})
	},

	"ScoreOfAnAttemptWithoutAnswers": func(t *testing.T, s record.Store) {
		must(t, s.Import(t.Context(), record.Export{Attempts: []record.Attempt{attempt("a1", lesson, at(4), cash, rent)}}))
		same(t, "scores", scores(t, s), map[string]record.Score{lesson: {Lesson: lesson, Asked: 2, At: at(4)}})
		_, answers := latest(t, s, lesson)
		same(t, "answers", answers, []record.Answer{})
	},

	"FirstAnswers": func(t *testing.T, s record.Store) {
		none, err := s.FirstAnswers(t.Context())
		must(t, err)
		same(t, "first answers of nobody", none, []record.Answer{})
		before := attempt("a0", lesson, at(1), cash, rent)
		before.Part = record.BeforePart
		must(t, s.SaveAnswer(t.Context(), before, answer("a0", cash, record.Best, at(1), "x")))
		later, sooner, same1 := attempt("z", lesson, at(2), cash, rent), attempt("b", lesson, at(3), cash), attempt("a", lesson, at(4), bail)
		must(t, s.SaveAnswer(t.Context(), later, answer("z", rent, record.Partial, at(4), "one", "two")))
		must(t, s.SaveAnswer(t.Context(), later, answer("z", cash, record.Other, at(9))))
		must(t, s.SaveAnswer(t.Context(), sooner, answer("b", cash, record.Best, at(5), "one")))
		must(t, s.SaveAnswer(t.Context(), same1, answer("a", rent, record.Best, at(4), "one")))
		first, err := s.FirstAnswers(t.Context())
		must(t, err)
		want := []record.Answer{answer("b", cash, record.Best, at(5), "one"), answer("z", rent, record.Partial, at(4), "one", "two")}
		slices.SortFunc(want, func(a, b record.Answer) int { return cmp.Compare(a.Question, b.Question) })
		same(t, "first answers", first, want)
	},

	"ListsAreNeverNil": func(t *testing.T, s record.Store) {
		must(t, s.SaveAnswer(t.Context(), attempt("a1", lesson, at(1)), answer("a1", cash, record.Other, at(2))))
		a, answers := latest(t, s, lesson)
		if a.Questions == nil || answers[0].Choices == nil {
			t.Errorf("questions %#v, choices %#v, want empty lists", a.Questions, answers[0].Choices)
		}
	},

	"WhatIsNoAnswerIsRefused": func(t *testing.T, s record.Store) {
		fine := attempt("a1", lesson, at(1), cash)
		for what, c := range map[string]struct {
			at record.Attempt
			a  record.Answer
		}{
			"another attempt": {fine, answer("a2", cash, record.Best, at(2))},
			"no attempt":      {attempt("", lesson, at(1)), answer("", cash, record.Best, at(2))},
			"no lesson":       {attempt("a1", "", at(1)), answer("a1", cash, record.Best, at(2))},
			"no question":     {fine, answer("a1", "", record.Best, at(2))},
			"unknown result":  {fine, answer("a1", cash, "splendid", at(2))},
			"no result":       {fine, answer("a1", cash, "", at(2))},
			"spaces in id":    {fine, answer("a1", cash, record.Best, at(2), "gas card")},
			"long choices":    {fine, answer("a1", cash, record.Best, at(2), strings.Split(strings.Repeat("x ", record.MaxItems)+"x", " ")...)},
		} {
			refused(t, s, what, func() error { return s.SaveAnswer(t.Context(), c.at, c.a) })
		}
	},

	"ManyLessonsAndAttempts": func(t *testing.T, s record.Store) {
		for i := range 60 {
			id, of := fmt.Sprintf("a%d", i), fmt.Sprintf("lesson-%d", i%6)
			must(t, s.SaveAnswer(t.Context(), attempt(id, of, at(i), of+"/q"), answer(id, of+"/q", record.Best, at(i))))
		}
		all := scores(t, s)
		for i := range 6 {
			of := fmt.Sprintf("lesson-%d", i)
			same(t, of, all[of], record.Score{Lesson: of, Asked: 1, Answered: 1, Best: 1, At: at(54 + i)})
		}
	},
}
