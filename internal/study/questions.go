package study

import (
	"context"
	"errors"
	"fmt"

	"porchlight/internal/record"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A Sitting is an attempt at a lesson's questions as the learner opens it.
type Sitting struct {
	Attempt quiz.Attempt
	// Lost counts answers kept earlier that no longer fit the course: their
	// question or option is gone.
	Lost    int
	Resumed bool
	Foreign bool // the questions are in English for want of a translation
	Title   string
}

// Quiz opens the questions of a lesson: the attempt left unfinished, or a new
// one. It returns quiz.ErrNoBank for a lesson without questions.
func (d *Desk) Quiz(ctx context.Context, id lessons.ID) (Sitting, error) {
	bank, err := d.course.Banks.Bank(quiz.LessonID(id), quiz.Lang(d.Lang()))
	if err != nil {
		return Sitting{}, err
	}
	kept, answers, err := d.keep().LatestAttempt(ctx, string(id), record.NoPart)
	if errors.Is(err, record.ErrNotFound) {
		return d.fresh(id, bank, nil), nil
	}
	if err != nil {
		return Sitting{}, fmt.Errorf("reading answers to %s: %w", id, err)
	}
	s := d.sitting(id, bank)
	s.Attempt, s.Lost = resumed(kept, answers, bank)
	asked, answered, _ := s.Attempt.Tally()
	if asked == 0 || s.Attempt.Done() {
		lost := s.Lost
		s = d.fresh(id, bank, nil)
		s.Lost = lost
		return s, nil
	}
	s.Resumed = answered > 0
	return s, nil
}

// QuizAgain starts a new attempt at some questions of a lesson; none named
// means all.
func (d *Desk) QuizAgain(_ context.Context, id lessons.ID, only []quiz.ID) (Sitting, error) {
	bank, err := d.course.Banks.Bank(quiz.LessonID(id), quiz.Lang(d.Lang()))
	if err != nil {
		return Sitting{}, err
	}
	return d.fresh(id, bank, only), nil
}

// resumed is an attempt with the answers kept of it, and how many of them no
// longer fit the bank.
func resumed(kept record.Attempt, answers []record.Answer, bank quiz.Bank) (a quiz.Attempt, lost int) {
	a = quiz.NewAttempt(kept.ID, bank, kept.Seed, ids(kept.Questions))
	a.Part = quiz.Part(kept.Part)
	for _, answer := range answers {
		var ok bool
		if a, ok = a.Resume(quiz.ID(answer.Question), response(answer)); !ok {
			lost++
		}
	}
	return a, lost
}

// fresh makes a sitting at a new attempt.
func (d *Desk) fresh(id lessons.ID, bank quiz.Bank, only []quiz.ID) Sitting {
	s := d.sitting(id, bank)
	s.Attempt = d.attempt(bank, quiz.NoPart, only)
	return s
}

// attempt makes a new attempt. It is kept with its first answer: opening the
// questions and leaving again is no attempt.
func (d *Desk) attempt(bank quiz.Bank, part quiz.Part, only []quiz.ID) quiz.Attempt {
	id := d.newID()
	a := quiz.NewAttempt(id, bank, seedOf(id), only)
	a.Part = part
	return a
}

func (d *Desk) sitting(id lessons.ID, bank quiz.Bank) Sitting {
	s := Sitting{Foreign: lessons.Lang(bank.Lang) != d.Lang()}
	if l, err := d.course.Pack.Lesson(id, d.Lang()); err == nil {
		s.Title = l.Title
	}
	return s
}

// Answer grades an answer and keeps it. When Answer returns nil the answer is
// on disk; when it returns an error nothing was kept, and the same call may be
// tried again. Errors are quiz's for an answer that does not fit, or record's.
func (d *Desk) Answer(ctx context.Context, a quiz.Attempt, q quiz.ID, r quiz.Response) (quiz.Attempt, error) {
	next, given, err := a.Answer(q, r)
	if err != nil {
		return a, err
	}
	at := d.now()
	kept := record.Attempt{ID: a.ID, Lesson: string(a.Lesson), Part: record.Part(a.Part), Seed: a.Seed, Started: at}
	for _, asked := range a.Questions() {
		kept.Questions = append(kept.Questions, string(asked.ID))
	}
	answer := record.Answer{Attempt: a.ID, Question: string(q), Text: given.Text, Result: record.Result(given.Result), At: at}
	for _, c := range given.Choices {
		answer.Choices = append(answer.Choices, string(c))
	}
	err = d.keep().SaveAnswer(ctx, kept, answer)
	if err != nil {
		return a, err
	}
	return next, nil
}

func ids(of []string) []quiz.ID {
	out := make([]quiz.ID, len(of))
	for i, s := range of {
		out[i] = quiz.ID(s)
	}
	return out
}

// response is an answer as it was given.
func response(a record.Answer) quiz.Response {
	r := quiz.Response{Text: a.Text}
	if a.Text == record.Erased {
		r = quiz.Response{Erased: true}
	}
	for _, c := range a.Choices {
		r.Choices = append(r.Choices, quiz.OptionID(c))
	}
	return r
}
