package quiz_test

import (
	"errors"
	"slices"
	"testing"

	"porchlight/quiz"
)

func bank() quiz.Bank {
	option := func(id string, best bool) quiz.Option {
		return quiz.Option{ID: quiz.OptionID(id), Text: id, Best: best, Reason: "because " + id}
	}
	return quiz.Bank{Lesson: "limits", Questions: []quiz.Question{
		{ID: "limits/one", Kind: quiz.Single, Options: []quiz.Option{option("a", true), option("b", false), option("c", false), option("d", false)}},
		{ID: "limits/many", Kind: quiz.Multiple, Options: []quiz.Option{option("a", true), option("b", true), option("c", false)}},
		{ID: "limits/yes", Kind: quiz.TrueFalse, Options: []quiz.Option{option("true", false), option("false", true)}},
	}}
}

func TestGrade(t *testing.T) {
	a := quiz.NewAttempt("x", bank(), 7, nil)
	for _, c := range []struct {
		question quiz.ID
		choices  []quiz.OptionID
		want     quiz.Result
		err      error
	}{
		{"limits/one", []quiz.OptionID{"a"}, quiz.Best, nil},
		{"limits/one", []quiz.OptionID{"b"}, quiz.Other, nil},
		{"limits/one", nil, "", quiz.ErrNoChoice},
		{"limits/one", []quiz.OptionID{"a", "b"}, "", quiz.ErrOneOnly},
		{"limits/one", []quiz.OptionID{"z"}, "", quiz.ErrNoOption},
		{"limits/many", []quiz.OptionID{"b", "a"}, quiz.Best, nil},
		{"limits/many", []quiz.OptionID{"a", "a", "b"}, quiz.Best, nil},
		{"limits/many", []quiz.OptionID{"a"}, quiz.Partial, nil},
		{"limits/many", []quiz.OptionID{"a", "b", "c"}, quiz.Partial, nil},
		{"limits/many", []quiz.OptionID{"a", "c"}, quiz.Other, nil},
		{"limits/yes", []quiz.OptionID{"false"}, quiz.Best, nil},
		{"limits/none", []quiz.OptionID{"a"}, "", quiz.ErrNoQuestion},
	} {
		next, given, err := a.Answer(c.question, quiz.Choose(c.choices...))
		if given.Result != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s %v: %q, %v; want %q, %v", c.question, c.choices, given.Result, err, c.want, c.err)
		}
		if _, answered := a.Given(c.question); answered {
			t.Fatalf("%s: answering changed the attempt it started from", c.question)
		}
		if _, answered := next.Given(c.question); answered != (c.err == nil) {
			t.Errorf("%s %v: answered is %v", c.question, c.choices, answered)
		}
	}
}

func TestAnswerStands(t *testing.T) {
	a, _, _ := quiz.NewAttempt("x", bank(), 7, nil).Answer("limits/one", quiz.Choose("b"))
	again, _, err := a.Answer("limits/one", quiz.Choose("a"))
	if !errors.Is(err, quiz.ErrAnswered) {
		t.Errorf("a second answer gives %v", err)
	}
	if missed := again.Missed(); !slices.Equal(missed, []quiz.ID{"limits/one"}) {
		t.Errorf("missed %v", missed)
	}
}

func TestOnlySomeQuestions(t *testing.T) {
	a := quiz.NewAttempt("x", bank(), 7, []quiz.ID{"limits/yes", "limits/one", "limits/gone"})
	if asked, _, _ := a.Tally(); asked != 2 || a.Questions()[0].ID != "limits/one" {
		t.Errorf("asked %d, first %s", asked, a.Questions()[0].ID)
	}
}

func TestShuffleKeepsOptions(t *testing.T) {
	moved := false
	for seed := range uint64(50) {
		a := quiz.NewAttempt("x", bank(), seed, nil)
		got := a.Questions()[0].Options
		if len(got) != 4 || !slices.ContainsFunc(got, func(o quiz.Option) bool { return o.Best }) {
			t.Fatalf("seed %d: %v", seed, got)
		}
		moved = moved || got[0].ID != "a"
		if tf := a.Questions()[2].Options; tf[0].ID != "true" {
			t.Fatalf("seed %d: true and false changed places", seed)
		}
	}
	if !moved {
		t.Error("fifty seeds, one order")
	}
}
