package study

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"porchlight/internal/locale"
	"porchlight/quiz"
)

// Asked is what stands under the question of a card, as far as it is about
// choosing among that: nothing where the answer is to be thought of freely.
// What is to be put in order comes in an order that tells nothing.
func (c ReviewCard) Asked() (list []string) {
	q := c.Question
	switch q.Kind {
	case quiz.Single, quiz.Multiple, quiz.Order, quiz.Matching:
		for _, o := range q.Options {
			list = append(list, o.Text)
		}
	}
	if q.Kind == quiz.Order {
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	}
	return list
}

// Belong says what the options of a card can be matched with; nothing where
// they are not.
func (c ReviewCard) Belong(w *locale.Words) string {
	if c.Question.Kind != quiz.Matching {
		return ""
	}
	texts := make([]string, len(c.Question.Matches))
	for i, m := range c.Question.Matches {
		texts[i] = m.Text
	}
	return w.F("review.belong", locale.Args{"Matches": strings.Join(texts, " / ")})
}

// Best is what to say to a card, as text and reason, under a heading: each best
// answer, everything in its order, or each with what it belongs with.
func (c ReviewCard) Best(w *locale.Words) (heading string, best []quiz.Option) {
	q := c.Question
	list := q.Ordered(quiz.Response{})
	for i, o := range list {
		switch m, _ := q.MatchOf(o.Match); {
		case q.Kind == quiz.Order:
			o.Text = fmt.Sprintf("%d. %s", i+1, o.Text)
			if i > 0 && list[i-1].Place == o.Place {
				o.Text += " " + w.F("drill.either-way", locale.Args{"At": i})
			}
		case q.Kind == quiz.Matching:
			o.Text += ": " + m.Text
		case !o.Best:
			continue
		}
		best = append(best, o)
	}
	if q.Kind == quiz.Order {
		return w.T("review.order"), best
	}
	return w.N("review.best", len(best)), best
}
