package quiz_test

import (
	"slices"
	"testing"

	"porchlight/quiz"
)

func TestForemost(t *testing.T) {
	options := []quiz.Option{{ID: "a"}, {ID: "b", Best: true}, {ID: "c"}, {ID: "d", Best: true}}
	for _, c := range []struct {
		kind  quiz.Kind
		given []quiz.OptionID
		want  []int
	}{
		{quiz.Single, []quiz.OptionID{"c"}, []int{2, 1, 3, 0}},
		{quiz.Single, []quiz.OptionID{"b"}, []int{1, 3, 0, 2}},
		{quiz.Multiple, []quiz.OptionID{"d", "a"}, []int{0, 3, 1, 2}},
		{quiz.Situation, nil, []int{1, 3, 0, 2}},
		{quiz.Scale, []quiz.OptionID{"c"}, []int{0, 1, 2, 3}},
	} {
		q := quiz.Question{Kind: c.kind, Options: options}
		g := quiz.Given{Response: quiz.Response{Choices: c.given}}
		if got := q.Foremost(g); !slices.Equal(got, c.want) {
			t.Errorf("%s, %v given: %v, want %v", c.kind, c.given, got, c.want)
		}
	}
}
