package quiz_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"porchlight/quiz"
)

func TestCompare(t *testing.T) {
	b := kindsBank(t)
	before, after := quiz.NewAttempt("b", b, 1, nil), quiz.NewAttempt("a", b, 2, nil)
	for _, r := range []struct {
		question quiz.ID
		at       *quiz.Attempt
		response quiz.Response
	}{
		{"a/say", &before, quiz.Choose("out")}, {"a/say", &after, quiz.Choose("soft")},
		{"a/often", &before, quiz.Choose("week")}, {"a/often", &after, quiz.Choose("hour")},
		{"a/sure", &before, quiz.Choose("not")}, {"a/sure", &after, quiz.Choose("very")},
		{"a/word", &before, quiz.Type("naloxone")}, // left open the second time
	} {
		next, _, err := r.at.Answer(r.question, r.response)
		if err != nil {
			t.Fatal(err)
		}
		*r.at = next
	}
	changes := quiz.Compare(before, after)
	ids := []quiz.ID{}
	for _, c := range changes {
		ids = append(ids, c.Question.ID)
	}
	if !slices.Equal(ids, []quiz.ID{"a/sure", "a/often", "a/say"}) || changes[2].Before.Choices[0] != "out" || changes[2].After.Choices[0] != "soft" {
		t.Errorf("changes %+v", changes)
	}
	if of, was, is := quiz.Counted(changes); of != 2 || was != 1 || is != 1 {
		t.Errorf("%d before, %d now, of %d", was, is, of)
	}
}

// A sample is of the size asked for where there are that many, in the bank's
// order, the same each time, and has what is asked nowhere else.
func TestSampleProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b quiz.Bank
		opinions := 0
		for i := range rapid.IntRange(0, 30).Draw(t, "questions") {
			q := quiz.Question{ID: quiz.ID(fmt.Sprint(i)), Kind: quiz.Single}
			if rapid.IntRange(0, 6).Draw(t, "opinion") == 0 {
				q.Kind, opinions = quiz.Scale, opinions+1
			}
			b.Questions = append(b.Questions, q)
		}
		n := rapid.IntRange(0, 12).Draw(t, "n")
		ids := quiz.Sample(b, n)
		if len(ids) != min(n, len(b.Questions)) || !slices.Equal(ids, quiz.Sample(b, n)) {
			t.Fatalf("%d of %d: %v", n, len(b.Questions), ids)
		}
		at, asked := -1, 0
		for _, id := range ids {
			i := slices.IndexFunc(b.Questions, func(q quiz.Question) bool { return q.ID == id })
			if i <= at {
				t.Fatalf("%v is out of order", ids)
			}
			if at = i; b.Questions[i].Opinion() {
				asked++
			}
		}
		if asked != min(n, opinions) {
			t.Fatalf("%d of %d opinions are asked", asked, opinions)
		}
	})
}
