package study_test

import (
	"slices"
	"strings"
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/study"
	"porchlight/quiz"
)

// cardsOf is every question of the course as a card.
func cardsOf(t *testing.T) (cards []study.ReviewCard) {
	t.Helper()
	d := whole(t, record.NewGuest(), "en")
	tracks, err := d.Tracks(t.Context())
	must(t, err)
	for _, tr := range tracks {
		for _, p := range tr.Lessons {
			s, err := d.Quiz(t.Context(), p.Lesson.ID)
			if err != nil {
				continue
			}
			for _, q := range s.Attempt.Questions() {
				if q.Kind != quiz.Scale {
					cards = append(cards, study.ReviewCard{Question: q, Lesson: p.Lesson})
				}
			}
		}
	}
	return cards
}

// Every card of the course has something to show, with its reason, and its
// front does not give the answer away.
func TestEveryCardHasAFrontAndABack(t *testing.T) {
	w := words(t, "en")
	kinds := map[quiz.Kind]int{}
	for _, c := range cardsOf(t) {
		q := c.Question
		kinds[q.Kind]++
		heading, best := c.Best(w)
		if heading == "" || len(best) == 0 {
			t.Errorf("%s has no answer", q.ID)
		}
		for _, o := range best {
			if strings.TrimSpace(o.Text) == "" || strings.TrimSpace(o.Reason) == "" {
				t.Errorf("%s: %+v says nothing", q.ID, o)
			}
		}
		asked := c.Asked()
		switch q.Kind {
		case quiz.Order:
			right := []string{}
			for _, o := range q.Ordered(quiz.Response{}) {
				right = append(right, o.Text)
			}
			if slices.Equal(asked, right) || len(asked) != len(right) || len(best) != len(right) || !strings.HasPrefix(best[0].Text, "1. ") {
				t.Errorf("%s shows %q on its front and %+v on its back", q.ID, asked, best)
			}
		case quiz.Matching:
			if len(asked) != len(q.Options) || len(best) != len(q.Options) || !strings.Contains(best[0].Text, ": ") || !strings.Contains(c.Belong(w), q.Matches[0].Text) {
				t.Errorf("%s shows %q, %q and %+v", q.ID, asked, c.Belong(w), best)
			}
		case quiz.ShortText:
			if len(asked) != 0 {
				t.Errorf("%s shows the answer: %q", q.ID, asked)
			}
		}
	}
	for _, k := range []quiz.Kind{quiz.Single, quiz.Multiple, quiz.TrueFalse, quiz.Situation, quiz.Order, quiz.Matching, quiz.ShortText} {
		if kinds[k] == 0 {
			t.Errorf("no card is a %s", k)
		}
	}
}
