package study

import (
	"context"
	"slices"

	"porchlight/internal/checklist"
	"porchlight/lessons"
)

// OwnCategory is the id of the group that holds the learner's own questions.
// It has no title: each face has words for it.
const OwnCategory = "own"

// An Ask is one question for providers: the course's, or the learner's own.
type Ask struct {
	Question lessons.ProviderQuestion
	Category lessons.Category // its id and title; OwnCategory for the learner's own
	Answer   checklist.Answer // what one provider said; zero where none is meant
}

// Own reports whether the learner wrote the question.
func (a Ask) Own() bool { return a.Category.ID == OwnCategory }

func (a Ask) pure() checklist.Question {
	return checklist.Question{ID: string(a.Question.ID), First: a.Question.FirstCall, Own: a.Own()}
}

// asks returns the questions that apply, in the order of a call.
func (d *Desk) asks(ctx context.Context) ([]Ask, error) {
	groups, err := d.categories(ctx)
	if err != nil {
		return nil, err
	}
	byID := map[string]Ask{}
	var questions []checklist.Question
	for _, g := range groups {
		for _, q := range g.Questions {
			a := Ask{Question: q, Category: lessons.Category{ID: g.ID, Letter: g.Letter, Title: g.Title}}
			byID[string(q.ID)] = a
			questions = append(questions, a.pure())
		}
	}
	var asks []Ask
	for _, q := range checklist.InCallOrder(questions) {
		asks = append(asks, byID[q.ID])
	}
	return asks, nil
}

// categories returns the course's categories without what the learner hid, and
// behind them their own questions, if there are any.
func (d *Desk) categories(ctx context.Context) ([]lessons.Category, error) {
	hidden, err := d.hidden(ctx)
	if err != nil {
		return nil, err
	}
	var groups []lessons.Category
	for _, c := range d.course.Pack.Categories(d.Lang()) {
		c.Questions = slices.DeleteFunc(slices.Clone(c.Questions), hidden.hides)
		if len(c.Questions) > 0 {
			groups = append(groups, c)
		}
	}
	own, err := d.OwnQuestions(ctx)
	if err != nil || len(own) == 0 {
		return groups, err
	}
	return append(groups, lessons.Category{ID: OwnCategory, Questions: own}), nil
}
